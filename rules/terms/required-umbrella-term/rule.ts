import type { Check, RuleData, RuleMeta, RuleOptions, Text } from '../../../src/rule.ts';

export const meta = {
  title: 'Samlingsbegrepp saknas',
  scope: 'document',
  severity: 'warning',
  source: 'Riktlinjer för kommunikation, Vård och omsorg i samverkan',
  options: {
    /** Shorter texts than this many words are let be. */
    minWords: 100,
    /** Kinds of text that stay inside the organisation. */
    internal: ['arbetsmaterial', 'internt', 'minnesanteckning', 'protokoll'],
  },
} satisfies RuleMeta;

/** A press release says it before anybody stops reading: within this many words. */
const PRESS_WORDS = 200;
/** A text is about what the parties do together when it says so, or when it names both of them. */
const TOGETHER = /(?<!\p{L})(?:sam(?:verk|arbet|ordn)\p{L}*|gemensam\p{L}*|tillsammans)(?!\p{L})/u;
const REGION = /(?<!\p{L})region(?:en|ens|er|erna|ernas)?(?!\p{L})/u;
const MUNICIPALITY = /(?<!\p{L})kommun(?:en|ens|er|erna|ernas)?(?!\p{L})/u;

export function create(
  _: RuleData,
  { profile, textKind, minWords, internal }: RuleOptions,
): Check<'document'> {
  const term = profile.umbrellaTerm;
  return function* (text) {
    if (!term || text.damaged || text.measures.words < (minWords as number)) return;
    if (textKind && (internal as string[]).includes(textKind)) return;
    if (!isJoint(text)) return;
    const press = textKind === 'pressmeddelande';
    const at = wordsBefore(text, term);
    if (at === undefined) {
      yield { message: `”${term}” saknas. Använd samlingsbegreppet när ni berättar om gemensamt arbete.` };
    } else if (press && at > PRESS_WORDS) {
      yield { message: `”${term}” kommer sent. Nämn samlingsbegreppet redan i början.` };
    }
  };
}

function isJoint({ blocks }: Text): boolean {
  const mentions = (pattern: RegExp): boolean => blocks.some(({ lower }) => pattern.test(lower));
  return mentions(/(?<!\p{L})samverk/u) || (mentions(TOGETHER) && mentions(REGION) && mentions(MUNICIPALITY));
}

/** How many words stand before a term, whatever its capitals, or nothing when it isn't there. */
function wordsBefore({ blocks }: Text, term: string): number | undefined {
  let words = 0;
  for (const block of blocks) {
    const at = block.lower.replace(/\s/gu, ' ').indexOf(term.toLowerCase());
    for (const sentence of block.sentences) {
      for (const word of sentence.words) {
        if (at >= 0 && word.start >= at) return words;
        words++;
      }
    }
  }
  return undefined;
}
