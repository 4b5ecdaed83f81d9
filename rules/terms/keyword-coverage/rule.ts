import { type Check, keywordsIn, type RuleMeta, type RuleOptions } from '../../../src/rule.ts';

export const meta = {
  title: 'Nyckelord som saknas',
  scope: 'document',
  severity: 'info',
  source: 'organisationens riktlinjer',
  /** The share of the key words that is enough, and the words of a text that is long enough to hold them. */
  options: { share: 0.5, words: 120 },
} satisfies RuleMeta;

/** More than this is not read. */
const MOST_NAMED = 5;

export function create(_: unknown, { profile, share, words }: RuleOptions): Check<'document'> {
  const { keywords } = profile;
  return function* (text) {
    if (keywords.length === 0 || text.damaged || text.measures.words < (words as number)) return;
    const used = new Set(keywordsIn(text, keywords));
    if (used.size >= keywords.length * (share as number)) return;
    const left = keywords.filter((keyword) => !used.has(keyword));
    const named = left.slice(0, MOST_NAMED).map((keyword) => `”${keyword}”`);
    yield {
      message: `${used.size} av ${keywords.length} nyckelord finns med. Passar något av ${named.join(', ')}?`,
      ...(left.length > MOST_NAMED && { note: `Nyckelord som saknas: ${left.join(', ')}.` }),
    };
  };
}
