import type { Check, RuleMeta, RuleOptions, Text } from '../../../src/rule.ts';

export const meta = {
  title: 'Veta, tycka och göra',
  scope: 'document',
  severity: 'info',
  source: 'Myndigheternas skrivregler 1.2.2',
  options: {
    /** The kinds of text that say what communication is to lead to. */
    kinds: ['kommunikationsplan', 'kommunikationsstrategi'],
  },
} satisfies RuleMeta;

const PLAN = /^[\p{N}.\s]*kommunikations(?:plan|strategi)(?:en)?(?!\p{L})/iu;
/** What says that the reader is to know, feel and do something, with how each is asked for. */
const GOALS: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'veta',
    /(?<!\p{L})(?:veta|vet|känna till|känner till|kunskap\p{L}*|förstå|förstår|informerade?)(?!\p{L})/iu,
  ],
  [
    'tycka',
    /(?<!\p{L})(?:tycka|tycker|känna(?! till)|känner(?! till)|uppleva|upplever|uppfatta\p{L}*|inställning\p{L}*|attityd\p{L}*|förtroende\p{L}*|positiva?)(?!\p{L})/iu,
  ],
  [
    'göra',
    /(?<!\p{L})(?:göra|gör|agera|agerar|delta|deltar|beteende\p{L}*|anmäla sig|använda|medverka)(?!\p{L})/iu,
  ],
];

export function create(_: unknown, { kinds, textKind }: RuleOptions): Check<'document'> {
  return function* (text) {
    const named = textKind !== undefined && (kinds as readonly string[]).includes(textKind);
    if (!named && !isPlan(text)) return;
    const missing = GOALS.filter(([, words]) => !text.blocks.some((block) => words.test(block.text)));
    if (missing.length === 0) return;
    const names = missing.map(([name]) => name);
    const last = names.pop()!;
    const list = names.length > 0 ? `${names.join(', ')} och ${last}` : last;
    yield { message: `Planen säger inte vad målgruppen ska ${list} efteråt. Skriv det som mål.` };
  };
}

/** Whether the first heading calls the text a plan for communication. */
function isPlan({ blocks }: Text): boolean {
  const first = blocks.find(({ kind }) => kind === 'heading');
  return first !== undefined && PLAN.test(first.text);
}
