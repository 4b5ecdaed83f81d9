import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compile, type FormEntry } from '../../src/build/dictionary/compile.ts';
import { coreEntries, readCoreWords } from '../../src/build/dictionary/core-words.ts';
import { expandDictionary } from '../../src/build/dictionary/forms.ts';
import { Dictionary } from '../../src/lexicon/dictionary.ts';
import { Flag } from '../../src/lexicon/format.ts';
import { Lexicon } from '../../src/lexicon/lexicon.ts';

const entries: FormEntry[] = [
  { form: 'bil', flags: Flag.word | Flag.begin, readings: [{ lemma: 'bil', tag: 'NN|UTR|SIN|IND|NOM' }] },
  { form: 'bilar', flags: Flag.word, readings: [{ lemma: 'bil', tag: 'NN|UTR|PLU|IND|NOM' }] },
  { form: 'böcker', flags: Flag.word | Flag.end, readings: [{ lemma: 'bok', tag: 'NN|UTR|PLU|IND|NOM' }] },
];

test('what is compiled can be read', () => {
  const dictionary = new Dictionary(compile(entries));
  expect(dictionary.size).toBe(3);
  expect(dictionary.flags('bil')).toBe(Flag.word | Flag.begin);
  expect(dictionary.flags('bila')).toBe(0);
  expect(dictionary.analyses('böcker')).toEqual([{ lemma: 'bok', tag: 'NN|UTR|PLU|IND|NOM', class: 'NN' }]);
  expect(dictionary.inflect('bok', 'NN|UTR|PLU|IND|NOM')).toBe('böcker');
});

test('bytes need not lie on a 4-byte boundary', () => {
  const bytes = compile(entries);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(new Dictionary(shifted.subarray(1)).flags('bilar')).toBe(Flag.word);
});

test('forms out of order are refused', () => {
  expect(() => compile([entries[1]!, entries[0]!])).toThrow(RangeError);
});

const AFF = 'SFX A Y 1\nSFX A 0 s .\nSFX D Y 1\nSFX D 0 en [^a]\nSFX f N 1\nSFX f 0 s/WXZ [^a]\n';
const DIC = '4\nmyndighet/ADfY\nstöd/Y\nfel\nfelen/%\n';

test('the same source gives the same bytes', () => {
  const build = () => compile(expandDictionary(AFF, DIC, { forms: [], verbs: [] }));
  expect(build()).toEqual(build());
});

test('flags say what may be joined', () => {
  const lexicon = new Lexicon({ words: compile(expandDictionary(AFF, DIC, { forms: [], verbs: [] })) });
  expect(lexicon.has('myndigheten')).toBe(true);
  expect(lexicon.has('myndighetsstöd')).toBe(true);
  expect(lexicon.has('myndighetstöd')).toBe(false);
  expect(lexicon.has('stödmyndighet')).toBe(false);
  expect(lexicon.has('felen')).toBe(false);
});

test('grundord-sv.bin is what its tables give', () => {
  const folder = fileURLToPath(new URL('../../dictionaries/grundord-sv', import.meta.url));
  expect(compile(coreEntries(readCoreWords(folder)))).toEqual(
    new Uint8Array(readFileSync(`${folder}/grundord-sv.bin`)),
  );
});
