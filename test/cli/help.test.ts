import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { folder, klarlint, run } from './klarlint.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('help gate tells of pipelines, and help of a command what it takes', async () => {
  const cwd = folder({});
  const gate = await klarlint(['help', 'gate'], { cwd });
  expect(gate.stdout).toMatch(/^Granska i en pipeline\n/u);
  expect(gate.stdout).toContain('klarlint --update-baseline texter/');
  expect((await klarlint(['help', 'init'], { cwd })).stdout).toContain('--force');
  expect((await klarlint(['help'], { cwd })).stdout).toContain('klarlint help gate');
  const wrong = await klarlint(['help', 'gatee'], { cwd });
  expect(wrong.stderr).toBe('Det finns ingen hjälp om ”gatee”. Menar du ”gate”?\n');
  expect(wrong.code).toBe(2);
});

test('what the page on pipelines shows can be read', () => {
  const page = readFileSync(join(root, 'docs/gate.md'), 'utf8');
  const blocks = [...page.matchAll(/^```\n(.*?)^```/gmsu)].map(([, block]) => block!);
  const yaml = blocks.filter((block) => /^(?:\S+:|- \S+:)/u.test(block));
  expect(yaml.length).toBe(4);
  for (const block of yaml) expect(parse(block)).toBeTypeOf('object');
});

/** What bash offers when the words so far are these. */
async function completed(...words: string[]): Promise<string[]> {
  const { stdout } = await klarlint(['completion', 'bash'], { cwd: folder({}) });
  const script = `${stdout}
COMP_WORDS=(klarlint "$@"); COMP_CWORD=$#; _klarlint; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const told = await run(['bash', '-c', script, 'bash', ...words], { cwd: folder({ 'brev.md': '' }) });
  expect(told.stderr).toBe('');
  return told.stdout.split('\n').filter(Boolean);
}

test('bash completes options, their values, commands and files', async () => {
  expect(await completed('--format', 'sa')).toEqual(['sarif']);
  expect(await completed('--max')).toEqual(['--max-warnings', '--max-findings']);
  expect(await completed('explain', 'tone/exc')).toEqual(['tone/exclamation']);
  expect(await completed('expl')).toEqual(['explain']);
  expect(await completed('br')).toEqual(['brev.md']);
});

test('fish and zsh have scripts, and other shells are told of those that have', async () => {
  const cwd = folder({});
  const fish = await klarlint(['completion', 'fish'], { cwd });
  expect(fish.stdout).toContain("complete -c klarlint -l fix -d 'rätta det som säkert blir rätt'");
  expect((await klarlint(['completion', 'zsh'], { cwd })).stdout).toContain('bashcompinit');
  const other = await klarlint(['completion', 'tcsh'], { cwd });
  expect(other).toMatchObject({ code: 2, stderr: 'Välj bash, zsh eller fish, inte ”tcsh”.\n' });
});
