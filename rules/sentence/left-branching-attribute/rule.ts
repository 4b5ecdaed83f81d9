import type { Check, Reading, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Lång bestämning före ordet',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 1.3.2',
  needsCore: true,
  // The words between the article and its noun.
  options: { max: 3 },
} satisfies RuleMeta;

const LONGEST = 14;

export function create(_: unknown, options: Readonly<Record<string, unknown>>): Check<'sentence'> {
  const max = options['max'] as number;
  return function* ({ readings, tokens, block }) {
    for (let at = 0; at < readings.length; at++) {
      // Most words are told by the one after, and that is asked most cheaply.
      if (!/^(?:PP|AB)/.test(readings[at + 1]?.tag ?? '')) continue;
      const { tag, text } = readings[at]!;
      // Before a preposition ”det” is easily taken for a pronoun.
      if (!/^DT\|(?:UTR|NEU|UTR\/NEU)\|(?:SIN|PLU)/.test(tag) && !/^(?:den|det)$/i.test(text)) continue;
      const noun = nounAfter(readings, at);
      if (noun === undefined || noun - at - 1 < max) continue;
      const words = (from: number, to: number) =>
        block.text.slice(tokens[from]!.start, tokens[to]!.end).replace(/\s+/gu, ' ');
      yield {
        start: tokens[at]!.start,
        end: tokens[noun]!.end,
        message: `”${words(at + 1, noun - 1)}” skjuter upp ”${tokens[noun]!.text}”. Lägg det efter, med ”som”.`,
      };
    }
  };
}

/** The noun of ”en till nämnden inkommen skrivelse”: a preposition right after the article, a participle before the noun. */
function nounAfter(readings: readonly Reading[], article: number): number | undefined {
  const first = readings[article + 1]?.tag.startsWith('AB') ? article + 2 : article + 1;
  if (!readings[first]?.tag.startsWith('PP')) return undefined;
  for (let at = first + 2; at < readings.length && at <= article + LONGEST; at++) {
    const { tag } = readings[at]!;
    if (/^(?:VB|MAD|MID|PAD|HP|HA|SN|IE)/.test(tag)) return undefined;
    if (!tag.startsWith('PC')) continue;
    // ”dessa med oss i det pågående arbetet”: the participle has an article of its own.
    if (/^(?:DT|PS|HD|PP|KN|JJ)/.test(readings[at - 1]!.tag)) return undefined;
    const noun = readings[at + 1]?.tag.startsWith('JJ') ? at + 2 : at + 1;
    return agrees(readings[article]!, readings[at]!, readings[noun]) ? noun : undefined;
  }
  return undefined;
}

/** ”den … inkomna skrivelsen”, ”en … inkommen skrivelse”. */
function agrees(article: Reading, participle: Reading, noun: Reading | undefined): boolean {
  if (!noun?.tag.startsWith('NN|')) return false;
  const [, gender, number] = noun.tag.split('|');
  if (!article.tag.includes(`|${number}`)) return false;
  if (number === 'SIN' && !article.tag.includes(`|${gender}`)) return false;
  return !/\|(?:UTR|NEU)\|SIN\|IND/.test(participle.tag) || /^(?:en|ett)$/i.test(article.text);
}
