import {
  type Block,
  type Check,
  FormIndex,
  OWN_WORDS,
  perBlock,
  type Row,
  type RuleData,
  type RuleMeta,
  type RuleOptions,
  zoneBits,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Modeord som kommer ofta',
  scope: 'document',
  severity: 'info',
  source: 'Myndigheternas skrivregler 1.4.9',
  options: { least: 4, rate: 3 },
} satisfies RuleMeta;

interface Word {
  readonly name: string;
  readonly expected: string;
  /** It is said of a word that stands at least so many times … */
  readonly least: number;
  /** … and so many times in 1,000 words. */
  readonly rate: number;
}

interface Place {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

const OWN = zoneBits(OWN_WORDS);

/** Counts vogue words over a document and points out the first of those that come often. */
export function create(data: RuleData, { profile, ...options }: RuleOptions): Check<'document'> {
  const kept = new Set([
    ...profile.keywords.map((word) => word.toLowerCase()),
    ...(profile.exempt['words/vogue-word'] ?? []),
  ]);
  const index = new FormIndex(
    (data['words'] as Row[]).flatMap((row) => {
      const forms = row['forms']!.split('|');
      if (forms.some((form) => kept.has(form))) return [];
      const word: Word = {
        name: row['word']!,
        expected: row['expected'] ?? '',
        least: Number(row['least'] || options['least']),
        rate: Number(row['rate'] || options['rate']),
      };
      return forms.map((form) => [form, word] as const);
    }),
  );
  const wordsIn = perBlock(({ sentences }) =>
    sentences.flatMap((sentence) =>
      index.find(sentence).filter(({ start }) => {
        const token = sentence.tokens.find((one) => one.start === start);
        return token !== undefined && (token.zones & ~OWN) === 0;
      }),
    ),
  );
  return function* ({ blocks, measures }) {
    const places = new Map<Word, Place[]>();
    for (const block of blocks) {
      for (const { value, start, end } of wordsIn(block)) {
        const found = places.get(value);
        const place = { block, start, end };
        if (found) found.push(place);
        else places.set(value, [place]);
      }
    }
    for (const [{ name, expected, least, rate }, found] of places) {
      const times = found.length;
      if (times < least || times * 1000 < rate * measures.words) continue;
      const { block, start, end } = found[0]!;
      const advice = expected ? `Variera, till exempel med ”${expected}”.` : 'Skriv hellre vad det gäller.';
      yield {
        block,
        start,
        end,
        message: `”${name}” används ${times} gånger i texten. ${advice}`,
        ...(expected && { expected }),
        fix: 'no',
      };
    }
  };
}
