export async function listRules(_o: unknown): Promise<number> {
  return 0;
}
