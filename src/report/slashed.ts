/** A path as the services that read reports write it: with slashes, also on Windows. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
