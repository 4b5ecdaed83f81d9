import {
  type Check,
  FormIndex,
  type Problem,
  type Reading,
  type Row,
  type RuleData,
  type RuleMeta,
  type Sentence,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Preposition',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens ordlista',
  needsCore: true,
} satisfies RuleMeta;

/** A word with the wrong words after it, and those that belong there. */
interface Idiom {
  readonly wordClass: string;
  readonly wrong: readonly string[];
  readonly right: string;
}

export function create(data: RuleData): Check<'sentence'> {
  const idioms = new Map<string, Idiom[]>();
  for (const { lemma, class: wordClass, wrong, right } of data['idioms'] as readonly Row[]) {
    const known = idioms.get(lemma!) ?? [];
    known.push({ wordClass: wordClass!, wrong: wrong!.split(' '), right: right! });
    idioms.set(lemma!, known);
  }
  const wrong = [...idioms.values()].flat().map((idiom) => idiom.wrong[0]!);
  const check: Check<'sentence'> = function* (sentence) {
    const { tokens, readings, block } = sentence;
    yield* onOrganisations(sentence);
    for (let at = 0; at < readings.length; at++) {
      const reading = readings[at]!;
      const known = idioms.get(reading.lemma);
      if (!known) continue;
      let first = at + 1;
      let idiom = known.find((one) => fits(one, readings, at, first));
      // ”misslyckas således att”
      if (!idiom && reading.tag.startsWith('VB') && readings[first]?.tag.startsWith('AB')) {
        first++;
        idiom = known.find((one) => fits(one, readings, at, first));
      }
      if (!idiom) continue;
      const start = tokens[at]!.start;
      const end = tokens[first + idiom.wrong.length - 1]!.end;
      const kept = block.text.slice(start, tokens[first - 1]!.end);
      const expected = `${kept}${idiom.right ? ` ${idiom.right}` : ''}`;
      const written = block.text.slice(start, end).replace(/\s+/gu, ' ');
      yield { start, end, message: `Det heter ”${expected}”, inte ”${written}”.`, expected };
    }
  };
  return Object.assign(check, { words: [...wrong, 'på'] });
}

/** Whether an idiom's wrong words stand from `first` on, after its own word at `at`. */
function fits({ wordClass, wrong }: Idiom, readings: readonly Reading[], at: number, first: number): boolean {
  if (!readings[at]!.tag.startsWith(wordClass)) return false;
  return (
    wrong.every((word, i) => readings[first + i]?.text === word) && isObject(readings[first + wrong.length])
  );
}

/** ”diskuterar om frågan”, but ”diskuterar om vi ska”. */
function isObject(next: Reading | undefined): boolean {
  return next !== undefined && !/^(?:MAD|MID|PAD)/.test(next.tag);
}

const ON_ORGANISATIONS = new FormIndex(
  ['respektive', 'varje', 'sin', 'sina', 'den egna'].flatMap((word) =>
    ['organisation', 'organisationer', 'organisationen'].map((noun) => [`på ${word} ${noun}`, true] as const),
  ),
);
/** What takes på itself: ”krav på respektive organisation”. */
const TAKES_ON =
  /^(?:krav|tryck|press|påverkan|effekt|exempel|fokus|syn|bero|bygga|ligga|lägga|ställa|vila|peka|titta|satsa|tro|lita|vänta|svara|tänka|påverka|gälla)/;

/** ”genomförs på respektive organisation”: one is in an organisation, but on a myndighet. */
function* onOrganisations(sentence: Sentence): Generator<Problem> {
  for (const { start, end } of ON_ORGANISATIONS.find(sentence)) {
    const { tokens, readings, block } = sentence;
    const at = tokens.findIndex((token) => token.start === start);
    if (readings.slice(Math.max(0, at - 2), at).some(({ lemma }) => TAKES_ON.test(lemma))) continue;
    const written = block.text.slice(start, end);
    const expected = written.replace(/^på/u, 'i').replace(/^På/u, 'I');
    const message = `”${written}” bör vara ”${expected}”: arbetet görs i en organisation.`;
    yield { start, end, message, expected, severity: 'info' };
  }
}
