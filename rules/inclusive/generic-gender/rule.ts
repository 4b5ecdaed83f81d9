import {
  type Block,
  type Check,
  inCaseOf,
  matchesIn,
  type Problem,
  type RuleMeta,
  type Token,
  ZONE,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Han eller hon om vem som helst',
  scope: 'paragraph',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 8.1.1',
  words: ['han', 'hon', 'honom', 'henne', 'hans', 'hennes'],
} satisfies RuleMeta;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** A pronoun of one sex, with what is said of anybody, best first. */
const PRONOUNS: Readonly<Record<string, readonly string[]>> = {
  han: ['hen', 'han eller hon'],
  hon: ['hen', 'hon eller han'],
  honom: ['hen', 'honom eller henne'],
  henne: ['hen', 'henne eller honom'],
  hans: ['hens', 'hans eller hennes'],
  hennes: ['hens', 'hennes eller hans'],
};

const OTHER_SEX = words('han hon honom henne hans hennes');

/** ”han/hon”, ”hennes / hans” */
const SLASHED =
  /(?<![\p{L}/])(han|hon|honom|henne|hans|hennes) ?\/ ?(han|hon|honom|henne|hans|hennes)(?![\p{L}/])/gu;

/** Roles that anybody may have, without an ending. */
const ROLES = words(
  'adressat anhörig användare anställd ansökare arbetsgivare arbetssökande arbetstagare asylsökande assistent barn besökare boende ' +
    'brukare chef deltagare elev enskild författare förälder företagare försäkrad granne handläggare hyresgäst innehavare invånare ' +
    'jurist klient kollega konsument kund köpare ledamot ledare ledsagare läkare lärare läsare låntagare medarbetare medborgare medlem ' +
    'mottagare myndighetsperson näringsidkare närstående oppositionsledare ordförande passagerare patient person politiker privatperson ' +
    'rektor resenär skattskyldig skribent student studerande ställföreträdare säljare sökande tittare tjänsteman tjänsteperson ' +
    'tolk ungdom upphovsman utgivare utlänning utvecklare verksamhetsutövare vittne vuxen väljare yrkesutövare ägare överläkare',
);

/** Roles in the definite form by which rules speak of anybody. */
const DEFINITE_ROLES = words(
  'sökanden klaganden användaren arbetsgivaren arbetstagaren brukaren eleven deltagaren hyresgästen innehavaren klienten ' +
    'konsumenten kunden köparen läsaren låntagaren medborgaren medlemmen mottagaren patienten resenären studenten ' +
    'säljaren utlänningen vårdtagaren väljaren ägaren förmånstagaren försäkringstagaren betalningsmottagaren huvudmannen ' +
    'upphovsmannen uppgiftslämnaren företagaren näringsidkaren verksamhetsutövaren besökaren',
);

/** After ”den” these are anybody. */
const SUBSTANTIVES = words(
  'som enskilde enskilda anställde anställda försäkrade skattskyldige skattskyldiga sökande studerande närstående registrerade ' +
    'misstänkte dömde intagne underhållsskyldige betalningsskyldige berörde drabbade',
);

/** What has a sex, or the grammatical gender of ”hon”: människan, klockan. */
const GENDERED =
  /^(?:kvinn|flick|pojk|tjej|kille|mamm|papp|dotter|döttrar|söner|sonen|syst[er]|bror|bröder|brud|moder|mor$|mors$|far$|fars$|fader|hustru|make|maka|änk|gravid|herr|fru$|frun$|dam|drottning|kung|prins|mannen|männen|män$|mäns|människ|klocka|gubb|gumm|präst|biskop|påve|stats|minister|gud$|guds$|jesus)/u;

const NARRATED = words(
  'var hade blev fick sa sade kom gick såg tog gjorde stod satt låg höll skrev heter hette dog föddes född',
);
const NARRATED_VERB = /^\p{L}{3,}(?:ade|ades)$/u;

const INDEFINITE = words('en varje någon ingen annan vilken');
/** So many words may stand between ”en” and the role: ”en ny och orolig patient”. */
const DISTANCE = 3;

/** Finds ”han”, ”hon” and their forms where they stand for anybody of either sex. */
export function create(): Check<'paragraph'> {
  return function* (block) {
    if (!/(?<![a-zåäöé])(?:hans?|hon|hennes?|honom)(?![a-zåäöé])/.test(block.lower)) return;
    yield* slashed(block);
    for (const [index, { tokens }] of block.sentences.entries()) {
      const before = block.sentences[index - 1]?.tokens ?? [];
      let reported = false;
      for (let at = 0; at < tokens.length; at++) {
        const token = tokens[at]!;
        const better = PRONOUNS[token.lower];
        if (!better || reported || isPaired(tokens, at)) continue;
        if (!meansAnybody([...before, ...tokens.slice(0, at)], tokens)) continue;
        reported = true;
        yield problem(token.start, token.end, token.text, better);
      }
    }
  };
}

function* slashed(block: Block): Generator<Problem> {
  for (const match of matchesIn(block.lower, SLASHED)) {
    const [actual, first = '', second = ''] = match;
    if (first === second) continue;
    const start = match.index;
    const end = start + actual.length;
    const expected = [PRONOUNS[first]![0]!, `${first} eller ${second}`];
    const written = block.text.slice(start, end);
    yield {
      start,
      end,
      message: `Snedstrecket stör läsningen. Skriv ”${expected[0]}” eller ”${expected[1]}”.`,
      expected: expected.map((text) => inCaseOf(written, text)),
    };
  }
}

function problem(start: number, end: number, actual: string, better: readonly string[]): Problem {
  const expected = better.map((text) => inCaseOf(actual, text));
  const message = `”${actual}” gäller vem som helst här. Skriv ”${expected[0]}” eller ”${expected[1]}”, eller byt till plural.`;
  return { start, end, message, expected };
}

/** Whether both sexes are named: ”han eller hon”, ”hans eller hennes”, ”han/hon”. */
function isPaired(tokens: readonly Token[], at: number): boolean {
  const joins = (text: string | undefined): boolean => /^(?:eller|och|\/|respektive|\()$/u.test(text ?? '');
  const text = tokens[at]!.lower;
  if (text.includes('/')) return true;
  return (
    (joins(tokens[at + 1]?.lower) && OTHER_SEX.has(tokens[at + 2]?.lower ?? '')) ||
    (joins(tokens[at - 1]?.lower) && OTHER_SEX.has(tokens[at - 2]?.lower ?? ''))
  );
}

/** Whether the words before a pronoun speak of anybody, and nothing in them or in its sentence of somebody known. */
function meansAnybody(before: readonly Token[], sentence: readonly Token[]): boolean {
  const around = [...before, ...sentence];
  if (
    around.some(isKnown) ||
    around.some(({ lower }, i) => lower === 'man' && around[i - 1]?.lower === 'en')
  ) {
    return false;
  }
  return before.some((_, i) => isAnybody(before, i));
}

function isKnown({ lower, zones, kind, text }: Token): boolean {
  if (kind !== 'word') return false;
  if ((zones & ZONE.name) !== 0 && !/\d|^\p{Lu}+$/u.test(text)) return true;
  return GENDERED.test(lower) || NARRATED.has(lower) || NARRATED_VERB.test(lower);
}

/** Whether somebody who is anybody is named by the word at a place, or by it and those before it. */
function isAnybody(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!;
  const previous = tokens[at - 1]?.lower ?? '';
  if (DEFINITE_ROLES.has(lower)) return previous !== 'den' && previous !== 'denna';
  if (previous === 'den' && SUBSTANTIVES.has(lower)) return true;
  if (!ROLES.has(lower)) return false;
  for (let i = at - 1; i >= 0 && i >= at - DISTANCE; i--) {
    const { lower: word, kind } = tokens[i]!;
    if (kind !== 'word') return false;
    if (INDEFINITE.has(word)) return true;
  }
  return false;
}
