import type { Check, RuleMeta, RuleOptions, Text } from '../../../src/rule.ts';

export const meta = {
  title: 'Vad ska läsaren göra?',
  scope: 'document',
  severity: 'info',
  source: 'Myndigheternas skrivregler 1.2.2',
  options: {
    /** The kinds of text that want something of the reader. */
    kinds: ['inbjudan', 'remiss'],
  },
} satisfies RuleMeta;

/** What asks the reader for something. */
const ASKS =
  /(?<!\p{L})(?:anmäl|anmälan|ansök|besvara|beställ|besök|boka|fyll i|gå in på|hör av (?:dig|er)|klicka|kom(?! att)|kontakta|logga in|lämna|mejla|meddela|prenumerera|registrera|ring|skicka|skriv|svara|svar senast|synpunkter senast|sök|tacka ja|ta med|titta in|välkomna?|välkommen|senast den|du (?:behöver|kan|måste|ska)|ni (?:behöver|kan|måste|ska)|o\.?s\.?a\.?|ingen anmälan)(?!\p{L})/iu;
const ADDRESS = /[\p{L}\p{N}]@[\p{L}\p{N}-]+\.\p{L}|(?:https?:\/\/|www\.)\S/iu;

export function create(_: unknown, { kinds, textKind }: RuleOptions): Check<'document'> {
  return function* (text) {
    if (!textKind || !(kinds as readonly string[]).includes(textKind) || asks(text)) return;
    const example = textKind === 'remiss' ? 'Svara senast den …' : 'Anmäl dig senast den …';
    yield { message: `Vad ska läsaren göra nu? Skriv det: ”${example}”.` };
  };
}

function asks({ blocks }: Text): boolean {
  return blocks.some(
    ({ text, spans }) => ASKS.test(text) || ADDRESS.test(text) || spans.some(({ kind }) => kind === 'link'),
  );
}
