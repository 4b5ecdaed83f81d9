import { chmodSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/index.ts';
import { COMMAND, FLAGGED, folder, klarlint, type Outcome } from '../cli/klarlint.ts';
import { Client } from '../lsp/client.ts';

/** Node 22 and newer do it themselves. */
const ours = !('enableCompileCache' in module);

test('the program is ASCII, as it is read by the byte', () => {
  const dist = dirname(COMMAND);
  const [main, ...more] = readdirSync(dist).filter((name) => name.startsWith('main-'));
  expect(more).toEqual([]);
  expect(readFileSync(join(dist, main!), 'latin1')).not.toMatch(/[^\0-\x7f]/);
});

test('the command finds what the library finds', async () => {
  const text = `”Det är i syfte att förenkla”, säger Åsa Öst. ${FLAGGED}`;
  const cwd = folder({ 'utkast.md': text });
  const { stdout } = await klarlint(['--format', 'json', 'utkast.md'], { cwd });
  const told = JSON.parse(stdout)[0].messages.map(({ message }: { message: string }) => message);
  expect(told).toEqual(lint(text).findings.map(({ message }) => message));
});

describe.runIf(ours)('what is compiled is kept until the next start', () => {
  const LONG_AGO = new Date('2026-01-01');

  async function start(
    cwd: string,
    args = ['utkast.md'],
    env: Record<string, string> = {},
  ): Promise<Outcome> {
    return klarlint(args, { cwd, env: { XDG_CACHE_HOME: join(cwd, 'cache'), ...env } });
  }
  function kept(cwd: string): string[] {
    try {
      return readdirSync(join(cwd, 'cache/klarlint')).map((name) => join(cwd, 'cache/klarlint', name));
    } catch {
      return [];
    }
  }
  /** A folder with what the first starts kept there, and what they said. */
  async function started(times = 4): Promise<{ cwd: string; file: string; said: Outcome }> {
    const cwd = folder({ 'utkast.md': FLAGGED });
    const said = await start(cwd);
    for (let i = 1; i < times; i++) expect(await start(cwd)).toEqual(said);
    const [file, ...more] = kept(cwd);
    expect(more).toEqual([]);
    utimesSync(file!, LONG_AGO, LONG_AGO);
    return { cwd, file: file!, said };
  }

  test('in one file, which only the user may read, and which the next start uses', async () => {
    const { cwd, file, said } = await started();
    expect(said.stdout).toContain('i syfte att');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
    expect(await start(cwd)).toEqual(said);
    expect(statSync(file).mtime).toEqual(LONG_AGO);
  });

  test('and to which the next start adds what it needs beyond that', async () => {
    const cwd = folder({ 'utkast.md': FLAGGED });
    await start(cwd, ['utkast.md', '--only', 'typo/dash']);
    const [file] = kept(cwd);
    const { size } = statSync(file!);
    await start(cwd);
    const more = statSync(file!).size;
    expect(more).toBeGreaterThan(1.2 * size);
    await start(cwd, ['utkast.md', '--only', 'typo/dash']);
    expect(statSync(file!).size).toBeGreaterThanOrEqual(more);
  });

  test.each<[string, (file: string, bytes: Buffer) => void]>([
    ['cut', (file, bytes) => writeFileSync(file, bytes.subarray(0, 5000))],
    ['empty', (file) => writeFileSync(file, '')],
    [
      'blank in the middle',
      (file, bytes) => writeFileSync(file, bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 4096)),
    ],
    ['writable by others', (file) => chmodSync(file, 0o666)],
  ])('a file that is %s is not used, but made anew', async (_, harm) => {
    const { cwd, file, said } = await started();
    const whole = readFileSync(file);
    harm(file, Buffer.from(whole));
    expect(await start(cwd)).toEqual(said);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).length).toBeGreaterThan(whole.length / 2);
  });

  test('after drafts have been looked at, not after help', async () => {
    const cwd = folder({ 'utkast.md': FLAGGED });
    await start(cwd, ['--help']);
    expect(kept(cwd)).toEqual([]);
  });

  test('by a language server too, that has rested', async () => {
    const cwd = folder({});
    const serve = async (): Promise<void> => {
      const client = await Client.start({ env: { XDG_CACHE_HOME: join(cwd, 'cache') } });
      await client.open('untitled:brev', FLAGGED);
      await client.until(() => client.statuses[0]);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const ended = new Promise((resolve) => client.process.once('exit', resolve));
      await client.connection.sendRequest('shutdown');
      await client.connection.sendNotification('exit');
      await ended;
    };
    for (let i = 0; i < 5; i++) await serve();
    const [file] = kept(cwd);
    utimesSync(file!, LONG_AGO, LONG_AGO);
    await serve();
    expect(statSync(file!).mtime).toEqual(LONG_AGO);
  });

  test('not where that is turned off, nor in a place that is not there', async () => {
    const cwd = folder({ 'utkast.md': FLAGGED });
    await start(cwd, ['utkast.md'], { NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(kept(cwd)).toEqual([]);
    const away = join(cwd, 'finns/inte');
    const { code, stderr } = await start(cwd, ['utkast.md'], { XDG_CACHE_HOME: away });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readdirSync(cwd)).toEqual(['utkast.md']);
  });
});
