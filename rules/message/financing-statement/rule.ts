import {
  answersIn,
  type Check,
  matchesIn,
  OWN_WORDS,
  perBlock,
  type RuleMeta,
  type RuleOptions,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Uppgift om EU-finansiering',
  scope: 'document',
  severity: 'error',
  source: 'Förordning (EU) 2021/1060, artikel 47 och 50, och Svenska ESF-rådet',
  zones: [...OWN_WORDS, 'name'],
  options: {
    /** Shorter texts than this many words are let be, where the profile asks for the statement. */
    minWords: 40,
    /** Kinds of text that stay inside the organisation. */
    internal: ['arbetsmaterial', 'internt', 'kommunikationsplan', 'minnesanteckning', 'protokoll'],
  },
} satisfies RuleMeta;

const STATEMENT = 'Medfinansieras av Europeiska unionen';
/** The same words with another ending or a short name: they must be exact. */
const NEARLY =
  /(?<!\p{L})(?:med|del)finansiera(?:s|[dt]|de)(?: delvis)? av (?:Europeiska Unionen|EU|den Europeiska unionen|Europeiska unionen)(?![\p{L}:-])/giu;
/** This project says who pays for it. */
const OWN_PROJECT =
  /(?<!\p{L})(?:projektet|satsningen|insatsen|utbildningen|arbetet|vi) (?:\p{L}+ ){0,2}?(?:med|del)?finansieras (?:delvis |till en del )?(?:av|genom|med (?:medel|stöd) (?:från|av)) ((?:Svenska )?ESF(?:-rådet)?|Europeiska [Ss]ocialfonden(?: Plus)?)(?![\p{L}-])/giu;

/** The block itself, if it speaks of financing at all. */
const mentionsIn = perBlock((block) => (block.lower.includes('finansiera') ? [block] : []));

export function create(
  _: unknown,
  { profile, textKind, minWords, internal }: RuleOptions,
): Check<'document'> {
  return function* (text) {
    if (textKind && (internal as readonly string[]).includes(textKind)) return;
    const mentions = answersIn(text.blocks, mentionsIn);
    if (mentions.some((block) => block.text.includes(STATEMENT))) return;
    const asked = profile.financing === 'esf';
    for (const block of mentions) {
      for (const pattern of asked ? [NEARLY, OWN_PROJECT] : [OWN_PROJECT]) {
        const [match] = matchesIn(block.text, pattern);
        if (!match) continue;
        const end = match.index + match[0].length;
        const message = `Skriv uppgiften ordagrant: ”${STATEMENT}”, tillsammans med EU-flaggan.`;
        const severity = asked ? 'error' : 'warning';
        yield { block, start: match.index, end, message, expected: STATEMENT, fix: 'no', severity };
        return;
      }
    }
    if (asked && text.measures.words >= (minWords as number)) {
      yield { message: `Lägg till ”${STATEMENT}” och EU-flaggan. ESF kräver det i projektets texter.` };
    }
  };
}
