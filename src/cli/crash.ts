/** Says in Swedish that klarlint itself has broken, and what to report; where it broke only when that is asked for. */
export function tellOfCrash(error: unknown): void {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stderr.write(
    `Något gick sönder i klarlint. Rapportera gärna det här tillsammans med texten: ${what}\n`,
  );
  const trace = error instanceof Error ? error.stack : undefined;
  process.stderr.write(
    process.env['KLARLINT_DEBUG'] ? `${trace}\n` : 'Kör om med KLARLINT_DEBUG=1 för att se var.\n',
  );
}
