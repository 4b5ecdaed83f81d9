import type { Check, RuleMeta, RuleOptions, Text } from '../../../src/rule.ts';

export const meta = {
  title: 'Målgrupp saknas',
  scope: 'document',
  severity: 'info',
  source: 'Klarspråkshjälpen: bestäm vem du skriver för',
  options: {
    /** The kinds of text that plan for readers. */
    kinds: ['kommunikationsplan', 'kommunikationsstrategi'],
  },
} satisfies RuleMeta;

const PLAN = /^[\p{N}.\s]*kommunikations(?:plan|strategi)(?:en)?(?!\p{L})/iu;
const AUDIENCE =
  /(?<!\p{L})(?:\p{L}*målgrupp\p{L}*|mottagare\p{L}*|intressent\p{L}*|läsekrets\p{L}*|vi vänder oss till|riktar (?:oss|sig) till|(?:vem|vilka) (?:vi )?(?:ska )?nå)(?!\p{L})/iu;

export function create(_: unknown, { kinds, textKind }: RuleOptions): Check<'document'> {
  return function* (text) {
    const named = textKind !== undefined && (kinds as readonly string[]).includes(textKind);
    if (!named && !isPlan(text)) return;
    if (text.blocks.some((block) => AUDIENCE.test(block.text))) return;
    yield { message: 'Planen säger inte vem den ska nå. Skriv en rubrik ”Målgrupper” med dem ni vill nå.' };
  };
}

/** Whether the first heading calls the text a plan for communication. */
function isPlan({ blocks }: Text): boolean {
  const first = blocks.find(({ kind }) => kind === 'heading');
  return first !== undefined && PLAN.test(first.text);
}
