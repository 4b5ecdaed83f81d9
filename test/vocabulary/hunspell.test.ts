import { expect, test } from 'vitest';
import { readHunspell } from '../../src/cli/hunspell.ts';
import { ConfigError, ConfigFile } from '../../src/config/problem.ts';

const read = (dic: string, aff?: string) =>
  readHunspell({
    dic: new ConfigFile('/ord.dic', dic),
    aff: aff === undefined ? undefined : new ConfigFile('/ord.aff', aff),
  });

/** What is said of a dictionary, with file and line. */
async function complaint(dic: string, aff?: string): Promise<string> {
  try {
    await read(dic, aff);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [{ file, place, message }] = error.problems as [ConfigError['problems'][0]];
    return `${file}:${place?.line} ${message}`;
  }
  return 'inget';
}

test('words, their forms and their capitals', async () => {
  const accepts = await read(
    '3\nzorvit/AB\nKrylia\nzurk/C\n',
    'SET UTF-8\nTRY abc\nREP 1\nREP f ph\nFORBIDDENWORD C\n# en rad\nSFX A Y 2\nSFX A 0 en [^aeiou]\nSFX A t s [aå]t\n\nPFX B Y 1\nPFX B 0 o .\n',
  );
  for (const form of ['zorvit', 'Zorvit', 'zorviten', 'ozorvit', 'ozorviten', 'Krylia', 'KRYLIA'])
    expect(accepts(form), form).toBe(true);
  for (const form of ['zorvis', 'krylia', 'zurk', 'zorvitenen', '', 'x'.repeat(1000)])
    expect(accepts(form), form).toBe(false);
});

test('a list without affixes', async () => {
  const accepts = await read('1\nzorvit\n');
  expect(accepts('zorvit')).toBe(true);
  expect(accepts('zorviten')).toBe(false);
});

test('flags of two letters and in numbers', async () => {
  expect((await read('1\na/AaBb\n', 'SFX Bb Y 1\nSFX Bb 0 zorv .\nFLAG long\n'))('azorv')).toBe(true);
  expect((await read('1\na/1,22\n', 'FLAG num\nSFX 22 Y 1\nSFX 22 0 zorv .\n'))('azorv')).toBe(true);
});

const REFUSED: readonly (readonly [aff: string, says: string])[] = [
  [
    'COMPOUNDRULE 1\nCOMPOUNDRULE A*B\n',
    '/ord.aff:1 Raden ”COMPOUNDRULE” går inte att använda. Ta bort den.',
  ],
  ['SET ISO8859-1\n', '/ord.aff:1 Ordlistan ska vara i UTF-8.'],
  ['ICONV 1\nICONV (a+)+ b\n', '/ord.aff:1 Raden ”ICONV”'],
  ['SFX A Y 1\nSFX A 0 en (a+)+$\n', '/ord.aff:2 Villkoret ”(a+)+$” får bara ha bokstäver'],
  ['SFX A Y 1\nSFX A 0 en [^a\n', '/ord.aff:2 Villkoret'],
  ['SFX A Y 1\nSFX A .* en .\n', '/ord.aff:2 Ett affix får bara ha bokstäver.'],
  ['SFX A Y 1\nSFX A 0 en/A .\n', '/ord.aff:2 Affix som tar nya affix'],
  ['SFX A Y 2\nSFX A 0 en .\nPFX B Y 1\n', '/ord.aff:3 Här ska stå en rad till av ”SFX A”.'],
  ['SFX A Y 2\nSFX A 0 en .\n', '/ord.aff:undefined Regeln ”SFX A” saknar rader.'],
  ['SFX A Y\n', '/ord.aff:1 Regelns första rad ska se ut så här: ”SFX A Y 4”.'],
  ['SFX A Y 0\nSFX A Y 0\n', '/ord.aff:2 Flaggan ”A” har redan en regel.'],
  ['FLAG lång\n', '/ord.aff:1 FLAG kan vara'],
  ['NEEDAFFIX\n', '/ord.aff:1 Flaggan saknas efter ”NEEDAFFIX”.'],
];
for (const [aff, says] of REFUSED)
  test(says, async () => expect(await complaint('1\na/A\n', aff)).toContain(says));

test('a list that has not its first line, takes nonsense or is too large', async () => {
  expect(await complaint('zorv\n')).toBe('/ord.dic:1 Första raden ska vara antalet ord.');
  expect(await complaint('1\nxqzzwk\n')).toContain('Ordlistan godkänner nonsens, till exempel ”xqzzwk”.');
  const affix = (type: string, flag: string) =>
    `${type} ${flag} Y 3000\n${`${type} ${flag} 0 a .\n`.repeat(3000)}`;
  const aff = affix('SFX', 'A') + affix('PFX', 'B');
  expect(await complaint('1\nzorv/AB\n', aff)).toContain('/ord.dic:2 Orden har fler än en miljon former');
});
