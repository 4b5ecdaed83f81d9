import { type Check, matchesIn, type Problem, type RuleMeta, type Sentence } from '../../../src/rule.ts';

export const meta = {
  title: 'Utropstecken',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 13.3',
  signs: '!',
} satisfies RuleMeta;

/** Words that open a warning: it must be seen. */
const WARNINGS = new Set([
  'akta',
  'fara',
  'försiktigt',
  'livsfara',
  'obs',
  'observera',
  'stopp',
  'varning',
  'viktigt',
]);

/** Words that open a greeting or a wish, with the most words that one has. */
const GREETINGS: Readonly<Record<string, number>> = {
  gott: 6,
  god: 6,
  glad: 4,
  grattis: 4,
  hej: 4,
  hejsan: 4,
  lycka: 2,
  tack: 20,
  trevlig: 4,
  varmt: 2,
  välkommen: 1,
  välkomna: 1,
};

/** How a letter ends: ”Vi hörs!”, ”Ha en fin sommar!” */
const GOODBYES = new Set(['ha det', 'ha en', 'hoppas vi', 'vi hörs', 'vi ses']);
const LONGEST_GOODBYE = 5;

/** Words that open a line to those who are spoken to, as in a letter or a speech. */
const SALUTATIONS = new Set(['herr', 'fru', 'ärade', 'bästa', 'kära', 'käre', 'eders', 'ers']);
const LONGEST_SALUTATION = 14;

/** Marks in a row, one of them "!"; not "(!)", "!=" or a mark inside a sentence, which belongs to a name. */
const MARKS = /(?<=[^\s([!?])[!?]*![!?]*(?![\p{L}\p{N}=]| +\p{Ll})/gu;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    if (!sentence.text.includes('!')) return;
    const belongs = warns(sentence) || greets(sentence);
    for (const { index, 0: marks } of matchesIn(sentence.text, MARKS)) {
      const start = sentence.start + index;
      const end = start + marks.length;
      if (!belongs) yield problem(sentence, start, end, marks.includes('?'));
      else if (/^!!+$/.test(marks)) yield { start, end, message: 'Ett utropstecken räcker.', expected: '!' };
    }
  };
}

function problem({ block }: Sentence, start: number, end: number, asks: boolean): Problem {
  if (asks) return { start, end, message: 'Frågetecknet räcker. Stryk utropstecknet.', expected: '?' };
  if (block.kind !== 'heading')
    return { start, end, message: 'Utropstecken behövs sällan. Sätt punkt.', expected: '.' };
  const message = 'Rubriken klarar sig utan utropstecken. Stryk det.';
  return { start, end, message, edits: [{ start, end, text: '' }] };
}

function warns({ words }: Sentence): boolean {
  const first = words[0]?.lower ?? '';
  return WARNINGS.has(first) || (first === 'se' && words[1]?.lower === 'upp');
}

function greets({ words }: Sentence): boolean {
  const first = words[0]?.lower ?? '';
  if (words.at(-1)?.lower === 'hej' || wishes(words) || saysGoodbye(words)) return true;
  return words.length <= (SALUTATIONS.has(first) ? LONGEST_SALUTATION : (GREETINGS[first] ?? 0));
}

function saysGoodbye(words: Sentence['words']): boolean {
  return words.length <= LONGEST_GOODBYE && GOODBYES.has(`${words[0]?.lower} ${words[1]?.lower}`);
}

/** ”Jag önskar er en trevlig kväll!” */
function wishes(words: Sentence['words']): boolean {
  const wish = words.findIndex(({ lower }) => lower === 'önskar');
  return wish >= 0 && /^(?:dig|er|alla)$/.test(words[wish + 1]?.lower ?? '');
}
