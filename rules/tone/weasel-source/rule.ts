import { type Block, type Check, FormIndex, type RuleMeta, type Sentence, ZONE } from '../../../src/rule.ts';

export const meta = {
  title: 'Källa utan namn',
  scope: 'paragraph',
  severity: 'info',
  source: 'Källkritik; Myndigheternas skrivregler 1.2',
} satisfies RuleMeta;

/** What is said when somebody claims something, and what to write in its place. */
export const CLAIMS: Readonly<Record<string, readonly string[]>> = {
  'Skriv vilken eller vilka, gärna med länk.': [
    'studier visar',
    'studier har visat',
    'flera studier visar',
    'många studier visar',
    'forskning visar',
    'forskningen visar',
    'forskning har visat',
    'forskningen har visat',
    'ny forskning visar',
    'aktuell forskning visar',
    'undersökningar visar',
    'undersökningar har visat',
    'rapporter visar',
    'statistik visar',
    'statistiken visar',
    'siffror visar',
    'enligt studier',
    'enligt forskning',
    'enligt forskningen',
    'enligt experter',
    'visar forskning',
    'visar studier',
    'visar forskningen',
  ],
  'Skriv vem eller vilka.': [
    'experter menar',
    'experter anser',
    'experter säger',
    'experter varnar',
    'forskare menar',
    'forskare anser',
    'många anser',
    'många menar',
    'många hävdar',
    'vissa menar',
    'vissa hävdar',
    'det påstås att',
    'det sägs att',
    'kritiker menar',
    'kritiker hävdar',
    'bedömare menar',
  ],
  'Ange en källa.': [
    'det är allmänt känt',
    'det är välkänt att',
    'alla vet att',
    'det är allmänt vedertaget',
  ],
};

/** What names a source: a year, a note, ”enligt”, ”i rapporten”. */
const SOURCE =
  /(?<!\p{L})(?:enligt|rapporten|rapport|undersökningen|studien|översikten|källa|källor|fotnot|not|tabell|diagram|figur|bilaga|https?)(?!\p{L})|(?<!\d)(?:19|20)\d\d(?!\d)|\[\^?\d+\]|www\./u;

/** Finds claims whose source is somebody without a name, unless one is named in the sentence or the next. */
export function create(): Check<'paragraph'> {
  const index = new FormIndex(
    Object.entries(CLAIMS).flatMap(([cure, forms]) => forms.map((form) => [form, cure] as const)),
  );
  const check: Check<'paragraph'> = function* (block) {
    for (const [i, sentence] of block.sentences.entries()) {
      for (const { value, start, end } of index.find(sentence)) {
        if (names(sentence, start, end) || isNamedIn(block.sentences[i + 1])) continue;
        const actual = block.text.slice(start, end);
        yield { start, end, message: `”${actual}” säger inte vem. ${value}` };
      }
    }
  };
  return Object.assign(check, index.words && { words: index.words });
}

/** Whether the sentence names a source outside the claim. */
function names(sentence: Sentence, from: number, to: number): boolean {
  const { block, start, end, tokens } = sentence;
  const around = `${block.lower.slice(start, from)} | ${block.lower.slice(to, end)}`;
  return (
    SOURCE.test(around) || links(block, start, end) || tokens.some(({ zones }) => (zones & ZONE.name) !== 0)
  );
}

function isNamedIn(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && names(sentence, sentence.start, sentence.start);
}

function links({ spans }: Block, start: number, end: number): boolean {
  return spans.some((span) => span.kind === 'link' && span.start < end && start < span.end);
}
