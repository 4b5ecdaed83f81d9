/** Serves an editor over standard input and output; `loaded` is called when all that this takes has been loaded. */
export async function serveStdio(loaded: () => void): Promise<number> {
  const { serveStdio: serve } = await import('../lsp/node.ts');
  loaded();
  return serve();
}
