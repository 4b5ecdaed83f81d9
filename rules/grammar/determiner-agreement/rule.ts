import type { Check, LanguageCore, Reading, RuleMeta } from '../../../src/rule.ts';

const GENDERS: Readonly<Record<string, { readonly gender: 'UTR' | 'NEU'; readonly other: string }>> = {
  en: { gender: 'UTR', other: 'ett' },
  ett: { gender: 'NEU', other: 'en' },
  min: { gender: 'UTR', other: 'mitt' },
  mitt: { gender: 'NEU', other: 'min' },
  din: { gender: 'UTR', other: 'ditt' },
  ditt: { gender: 'NEU', other: 'din' },
  sin: { gender: 'UTR', other: 'sitt' },
  sitt: { gender: 'NEU', other: 'sin' },
  vår: { gender: 'UTR', other: 'vårt' },
  vårt: { gender: 'NEU', other: 'vår' },
  er: { gender: 'UTR', other: 'ert' },
  ert: { gender: 'NEU', other: 'er' },
  denna: { gender: 'UTR', other: 'detta' },
  detta: { gender: 'NEU', other: 'denna' },
  var: { gender: 'UTR', other: 'vart' },
  vart: { gender: 'NEU', other: 'var' },
};

const NUMERALS = 'två tre fyra fem sex sju åtta nio tio elva tolv'.split(' ');

/** Stand in the singular after a numeral: tre kvart, sex fot, tio man. */
const MEASURES = new Set(
  'ampere byte decibel fot hekto karat kilo kvart man meter mil newton ohm promille styck tum volt watt öre'.split(
    ' ',
  ),
);

/** Have both genders in use: en fax and ett fax. */
const BOTH_GENDERS = new Set('fax finger mail mejl plugin sigel spray tag test virus'.split(' '));

export const meta = {
  title: 'Artikel och substantiv',
  scope: 'sentence',
  severity: 'warning',
  source: 'Svenska Akademiens språklära 2003, nominalfraser',
  needsCore: true,
  words: [...Object.keys(GENDERS), 'varje', ...NUMERALS],
} satisfies RuleMeta;

export function create(): Check<'sentence'> {
  return function* ({ tokens, readings, block }) {
    const core = block.core!;
    for (let at = 0; at + 1 < readings.length; at++) {
      const word = readings[at]!.text;
      const lower = word.toLowerCase();
      const known = Object.hasOwn(GENDERS, lower) ? GENDERS[lower] : undefined;
      if (known) {
        const noun = nounAfter(readings, at, core);
        if (noun === undefined || !isOnly(readings[noun]!, core, `NN|${opposite(known.gender)}|*|IND`))
          continue;
        // ”var tredje ärende”; alone they are other words.
        if (/^vart?$/.test(lower) && !readings[at + 1]!.tag.startsWith('RO')) continue;
        // ”i vår”, the season
        if (lower === 'vår' && readings[at - 1]?.text === 'i') continue;
        const determiner = /^\p{Lu}/u.test(word)
          ? known.other[0]!.toUpperCase() + known.other.slice(1)
          : known.other;
        const between = readings
          .slice(at + 1, noun)
          .map((one) => inflected(one, `${opposite(known.gender)}|SIN|IND`, core));
        const expected = [determiner, ...between, readings[noun]!.text].join(' ');
        const kind = known.gender === 'UTR' ? 't-ord' : 'n-ord';
        const message = `Skriv ”${expected}”: ”${readings[noun]!.text}” är ett ${kind}.`;
        yield { start: tokens[at]!.start, end: tokens[noun]!.end, message, expected };
      } else if (
        lower === 'varje' &&
        isOnly(readings[at + 1]!, core, 'NN|*|PLU|*') &&
        endsAt(readings, at + 1)
      ) {
        yield* inNumber(at, 'SIN', 'efter ”varje” står ett i taget');
      } else if (NUMERALS.includes(lower) && isOnly(readings[at + 1]!, core, 'NN|*|SIN|IND')) {
        if (!MEASURES.has(readings[at + 1]!.text) && endsAt(readings, at + 1))
          yield* inNumber(at, 'PLU', 'de är flera');
      }
    }

    function* inNumber(at: number, number: 'SIN' | 'PLU', why: string) {
      const { text, lemma } = readings[at + 1]!;
      const gender = core.lexicon.analyses(text)[0]!.tag.split('|')[1];
      const right = core.lexicon.inflect(lemma, `NN|${gender}|${number}|IND|NOM`);
      if (!right || right === text) return;
      const { start, end } = tokens[at + 1]!;
      yield { start, end, message: `Skriv ”${right}”: ${why}.`, expected: right };
    }
  };
}

function opposite(gender: 'UTR' | 'NEU'): 'UTR' | 'NEU' {
  return gender === 'UTR' ? 'NEU' : 'UTR';
}

const MOST_ADJECTIVES = 2;

/** The noun that a determiner belongs to, past adjectives: ”ett mörk kväll”. */
function nounAfter(readings: readonly Reading[], at: number, core: LanguageCore): number | undefined {
  if (!/^(?:DT|PS)/.test(readings[at]!.tag)) return undefined;
  let noun = at + 1;
  while (noun <= at + MOST_ADJECTIVES && isAdjective(readings[noun], core)) noun++;
  return noun < readings.length && endsAt(readings, noun) ? noun : undefined;
}

/** Whether a word can only be an adjective: in ”en sträng tecken” another noun stands there. */
function isAdjective(reading: Reading | undefined, { lexicon }: LanguageCore): boolean {
  return (
    reading !== undefined &&
    /^\p{Ll}/u.test(reading.text) &&
    /^(?:JJ\|POS|PC\|PRF|RO)/.test(reading.tag) &&
    lexicon.analyses(reading.text).every(({ tag }) => !tag.startsWith('NN'))
  );
}

/** Whether a noun is the last of its phrase: ”en problem hantering” is one word in two. */
function endsAt(readings: readonly Reading[], noun: number): boolean {
  return !/^(?:NN|PM|UO|PC|JJ)/.test(readings[noun + 1]?.tag ?? '');
}

/** Whether a noun can be nothing but what a tag says; `*` stands for any value. */
function isOnly({ text, tag }: Reading, { lexicon }: LanguageCore, wanted: string): boolean {
  if (!tag.startsWith('NN|') || BOTH_GENDERS.has(text) || !/^\p{Ll}{3,}$/u.test(text)) return false;
  const parts = wanted.split('|');
  const analyses = lexicon.analyses(text).filter((one) => one.tag.startsWith('NN|'));
  return (
    analyses.some(({ tag: one }) => wanted.includes('PLU') || one.includes('|SIN|')) &&
    analyses.every(({ tag: one }) => {
      const has = one.split('|');
      return has[4] === 'NOM' && parts.every((part, i) => part === '*' || part === has[i]);
    })
  );
}

/** An adjective in another form, or as it is where the lexicon has none. */
function inflected({ text, lemma, tag }: Reading, form: string, { lexicon }: LanguageCore): string {
  const wordClass = tag.startsWith('JJ') ? 'JJ|POS' : 'PC|PRF';
  return lexicon.inflect(lemma, `${wordClass}|${form}|NOM`) ?? text;
}
