import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { CLEAN, COMMAND, FLAGGED, folder, klarlint, type Outcome, run } from './klarlint.ts';

/** `script` gives the command a terminal of its own. */
const hasScript = (() => {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
})();

const inTerminal = (command: string, cwd: string, TERM = 'xterm'): Promise<Outcome> =>
  run(['script', '-qec', command, '/dev/null'], { cwd, env: { TERM } });

test.skipIf(!hasScript)('in a terminal there are colours, and help when nothing is asked for', async () => {
  const cwd = folder({ 'a.md': FLAGGED });
  const coloured = await inTerminal(`${COMMAND} a.md`, cwd);
  expect(coloured.stdout).toContain('\u001b[33mvarning');
  const dumb = await inTerminal(`${COMMAND} a.md`, cwd, 'dumb');
  expect(dumb.stdout).not.toContain('\u001b[');
  const help = await inTerminal(COMMAND, cwd);
  expect(help.stdout).toContain('Användning: klarlint');
  expect(help.code).toBe(0);
});

test.skipIf(!hasScript)('many drafts have a line that tells how far it has come', async () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.md`, CLEAN.repeat(300)]));
  const cwd = folder(files);
  const command = `${COMMAND} . 2>&1 >/dev/null`;
  const { stdout } = await inTerminal(command, cwd);
  expect(stdout).toMatch(/Granskar \d+ av 60 …/u);
  expect(stdout.endsWith('\r\u001b[K')).toBe(true);
  const piped = await klarlint(['.'], { cwd });
  expect(piped.stderr).toBe('');
});
