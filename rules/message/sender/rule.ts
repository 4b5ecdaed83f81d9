import type { Check, RuleMeta, RuleOptions, Text } from '../../../src/rule.ts';

export const meta = {
  title: 'Avsändare saknas',
  scope: 'document',
  severity: 'info',
  source: 'Klarspråkshjälpen: tala om vem som skriver',
  options: {
    /** The kinds of text that go out to somebody. */
    kinds: ['beslut', 'brev', 'inbjudan', 'kallelse', 'nyhetsbrev', 'pressmeddelande', 'remiss'],
  },
} satisfies RuleMeta;

/** What a text is signed with. */
const SIGNED =
  /(?<!\p{L})(?:(?:med )?vänlig\p{L}* hälsning\p{L}*|(?:med )?(?:bästa |varma |soliga )?hälsningar|vänligen,|i tjänsten|på uppdrag av|enligt uppdrag|avsändare|undertecknad\p{L}*|redaktör\p{L}*|redaktionen|ansvarig utgivare)(?!\p{L})|(?:^|\n)\s*från:/iu;
/** Names of those who run public and other work, by their last part. */
const ORGANISATION =
  /(?<!\p{L})(?:Region(?:en)?|Länsstyrelsen|Landstinget|Myndigheten|Svenska|Sveriges|Stiftelsen|Föreningen|Polisen|SKR|VIS)(?:\s+\p{L}|(?!\p{L}))|(?<!\p{L})\p{L}+(?:kommun(?:en)?|verket|myndigheten|nämnden|styrelsen|departementet|regeringen|ministern|inspektionen|kansliet|kassan|rådet|universitetet|högskolan|skolan|sjukhuset|centralen|mottagningen|biblioteket|förbundet|föreningen|museet|gruppen|kontoret|förvaltningen)s?(?!\p{L})|(?<!\p{L})(?:[Kk]ommunen|[Mm]yndigheten|[Nn]ämnden|[Rr]egeringen|[Rr]egionen|[Ss]tyrelsen|[Bb]iblioteket|[Ss]jukhuset|[Ss]kolan)s?(?!\p{L})|(?<!\p{L})\p{Lu}\p{L}+\s(?:kommun|AB|universitet|stift|församling)(?!\p{L})/u;
const ADDRESS = /@[\p{L}\p{N}-]+\.\p{L}|(?:https?:\/\/|www\.)[^\s]/iu;

export function create(_: unknown, { kinds, textKind, profile }: RuleOptions): Check<'document'> {
  const names = profile.terms.map(({ use }) => use);
  return function* (text) {
    if (!textKind || !(kinds as readonly string[]).includes(textKind) || isSigned(text, names)) return;
    yield { message: 'Avsändare saknas. Skriv vilken organisation texten kommer från.' };
  };
}

/** Whether a text says whom it comes from: by a signature, a name of an organisation or its address. */
function isSigned({ blocks, source }: Text, names: readonly string[]): boolean {
  if (/^(?:author|avsändare|sender|från):\s*\S/imu.test(source.frontMatter?.yaml ?? '')) return true;
  return blocks.some(
    ({ text, spans }) =>
      SIGNED.test(text) ||
      ORGANISATION.test(text) ||
      ADDRESS.test(text) ||
      names.some((name) => text.includes(name)) ||
      spans.some(({ url }) => url !== undefined && /^(?:mailto:|https?:)/iu.test(url)),
  );
}
