import {
  type Check,
  type LanguageCore,
  Recent,
  type Row,
  type RuleData,
  type RuleMeta,
  type Sentence,
  type Token,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Särskrivning',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 10.1',
  needsCore: true,
} satisfies RuleMeta;

const WORD = /^\p{Ll}{3,}$/u;
const FIRST_WORD = /^\p{L}\p{Ll}{2,}$/u;

/** Nouns that a bare noun follows: en mängd data, i första hand rektorn, rubrik nivå 2. */
const FRAMES = set(`
  antal avsnitt artikel begrepp behov bild bilaga bit bråkdel bruk dag datum del dos drift dussin exempel fall familj fas figur flaska
  flertal fokus form fråga fru glas grad grund grupp gång hand herr hjälp hop häl höst kaffe kapitel kategori kilo klass klocka klocka
  kopp kraft kvart kväll kvartal larm leverans lista liter lördag majoritet meter mil miljard miljon minimum minoritet minut mode modell
  morgon mängd månad natt nivå nummer onsdag ord par paragraf period plats procent professor projekt punkt påse rad regel resten
  rubrik rätt samling samtal serie sida sikt skala skara skatt slag sommar sort stadium steg stund stycke styck stånd summa säsong söndag
  tabell takt talman tid tillstånd timme tisdag titel ton torsdag tiotal hundratal tusental tidpunkt typ uppgift urval utsträckning vecka
  version vinter volym vår väg år åldern megawatt kilowatt fredag måndag hektar kvadratmeter procentenhet handfull portion överskott
  underskott data permanent ljus grav standard brist överflöd majoritet andel tillgång fråga följd stället lydelse rapport
`);

/** Nouns that say how much or how many: en del tid; en rad hus, en serie böcker. */
const MEASURES = set('burk del massa');
const QUANTITIES = set('flock grupp låda rad samling serie skara');

/** What comes after the name of its kind (moped klass II, november månad), days (på telefon måndag), and what is English or a verb. */
const NO_HEADS = set(`
  klass månad nummer länder kapitel punkt stycke tusental manager klockan kronor personer möjlighet sida måndag tisdag onsdag torsdag
  fredag lördag söndag måndagar tisdagar onsdagar torsdagar fredagar lördagar söndagar
`);

/** Nouns in -ion, -ing, -het and the like that own things: en organisations mål, en tidnings läsare. */
const OWNERS =
  /(?:organisation|aktivitet|institution|nation|region|generation|person|station|kommission|delegation|population|förening|tidning|utredning|regering|myndighet|verksamhet|enhet|fastighet|avdelning|anläggning|byggnad|ledning|mottagning|församling|handling|stiftelse|egenskap|beredning|verkning|styckning|delning|expedition|inteckning|rättighet|skyldighet|lösning|ställning|beteckning|beskrivning|sändning|storhet|kommun|tillgång)s$/u;
/** Stand without an article in legal texts: domstols beslut. */
const AUTHORITIES = /(?:domstol|myndighet)s$/u;
const ABSTRACT = /(?:ion|ning|ing|het|skap|nad|tet|an)s$/u;

const DETERMINES = /^(?:DT|HD|PS|RG|RO|JJ|PC|PN|HS)\b|\bGEN$/u;
/** Tags of words that may be a compound's last part; the tagger takes unknown ones for names. */
const HEAD = /^(?:NN|JJ|PC|PM|UO)/u;
/** Tags of words that may be a compound's first part. */
const BINDING = /^NN\|[^|]+\|(?:SIN|PLU)\|IND\||^JJ\|POS\|UTR\|SIN\|IND\|NOM/u;
const INDEFINITE_NOUN = /^NN\|[^|]+\|(?:SIN|PLU)\|IND\|NOM/u;
const INDEFINITE_GENITIVE = /^NN\|[^|]+\|(?:SIN|PLU)\|IND\|GEN/u;
const INDEFINITE_ADJECTIVE = /^JJ\|POS\|UTR\|SIN\|IND\|NOM/u;
const DEFINITE = /^NN\|[^|]+\|(?:SIN|PLU)\|DEF\|/u;
const OPEN = /^(?:NN|JJ|PC|VB|PM)\b/u;
const NEUTER_BEFORE = set('ett detta något inget vårt ert ditt mitt sitt nytt annat');
const COMMON_BEFORE = set('en denna någon ingen vår er din min sin ny annan');
/** Strengthens adjectives when it is joined to them. */
const STRENGTHENING = 'jätte';

/** Two words side by side, with what tells whether they are one. */
interface Pair {
  readonly sentence: Sentence;
  /** Where the first word stands among the sentence's tokens. */
  readonly at: number;
  readonly first: string;
  readonly head: string;
  readonly joined: string;
  readonly lexicon: LanguageCore['lexicon'];
}

export function create(data: RuleData): Check<'sentence'> {
  const splits = data['splits'] as readonly Row[];
  const listed = new Set(splits.map(({ first, right }) => `${first} ${right}`));
  const firsts = new Set(splits.map(({ first }) => first!));
  const binding = new Recent<boolean>();
  return function* (sentence) {
    const lexicon = sentence.block.core?.lexicon;
    if (!lexicon) return;
    const { tokens, readings } = sentence;
    for (let at = 0; at + 1 < tokens.length; at++) {
      const first = tokens[at]!;
      const head = tokens[at + 1]!;
      if (first.kind !== 'word' || head.kind !== 'word' || head.start !== first.end + 1) continue;
      const mayBind = binds(first.lower, lexicon, binding) || INDEFINITE_ADJECTIVE.test(readings[at]!.tag);
      if (!mayBind && !firsts.has(first.lower)) continue;
      if (!HEAD.test(readings[at + 1]!.tag)) continue;
      if (!areSideBySide(sentence, first, head, at === 0)) continue;
      const pair = {
        sentence,
        at,
        first: first.lower,
        head: head.text,
        joined: join(first.lower, head.text),
        lexicon,
      };
      if (namesACounty(pair)) continue;
      const isKnown = firsts.has(pair.first) && isListed(pair, listed);
      if (!isKnown && !(mayBind && canBeJoined(pair) && isSplit(pair))) continue;
      const right = join(first.text, head.text);
      const message = `”${first.text} ${head.text}” är ett ord. Skriv ”${right}”.`;
      yield { start: first.start, end: head.end, message, expected: right };
      at++;
    }
  };
}

function areSideBySide({ block }: Sentence, first: Token, head: Token, begins: boolean): boolean {
  return (
    head.text === head.lower &&
    WORD.test(head.text) &&
    (begins ? FIRST_WORD : WORD).test(first.text) &&
    /\s/.test(block.text[first.end]!)
  );
}

/** process + stöd: processtöd */
function join(first: string, head: string): string {
  const last = first.at(-1)!;
  return last === head[0] && last === first.at(-2) ? first + head.slice(1) : first + head;
}

/** The words that are split most; not ger patienter vård, and not det mål projektet har. */
function isListed(pair: Pair, listed: ReadonlySet<string>): boolean {
  const { first, joined, lexicon } = pair;
  if (!lexicon.analyses(joined).some(({ lemma }) => listed.has(`${first} ${lemma}`))) return false;
  return (first.endsWith('s') || !tagOf(pair, -1).startsWith('VB')) && !isRelative(pair);
}

/** Whether a word is of a kind that binds: no word by itself, a noun or an adjective. Most words are none of these. */
function binds(first: string, lexicon: Pair['lexicon'], known: Recent<boolean>): boolean {
  let may = known.get(first);
  if (may === undefined) {
    const firsts = lexicon.analyses(first);
    may = firsts.length === 0 || first === STRENGTHENING || firsts.some(({ tag }) => BINDING.test(tag));
    known.set(first, may);
  }
  return may;
}

/** Whether the second word is a noun, adjective or participle, and the two make a word that has a joint there. */
function canBeJoined({ first, head, joined, lexicon }: Pair): boolean {
  const heads = lexicon.analyses(head);
  if (!heads.some(({ tag }) => /^(?:NN|JJ|PC)/u.test(tag)) || !heads.every(({ tag }) => OPEN.test(tag)))
    return false;
  if (!lexicon.has(joined)) return false;
  return lexicon
    .compounds(joined)
    .some(({ parts }) =>
      parts.some(({ start }) => start === first.length || start === joined.length - head.length),
    );
}

function isSplit(pair: Pair): boolean {
  const { first, head, lexicon } = pair;
  // läkar, arbets, hälso: no words at all; byggar plast is a verb gone wrong.
  if (!lexicon.has(first)) return !first.endsWith('ar') || lexicon.isEntry(pair.joined);
  if (first === STRENGTHENING) return lexicon.analyses(head).some(({ class: name }) => name === 'JJ');
  const tag = tagOf(pair, 0);
  const firsts = lexicon.analyses(first);
  const isGenitive = tag.endsWith('|GEN') || firsts.every((one) => one.tag.endsWith('|GEN'));
  if (isGenitive && firsts.some((one) => INDEFINITE_GENITIVE.test(one.tag))) return isSplitGenitive(pair);
  if (firsts.some((one) => INDEFINITE_NOUN.test(one.tag)) && INDEFINITE_NOUN.test(tag))
    return isSplitNoun(pair);
  return isSplitAdjective(pair);
}

/** kommunikations planen, ett utvecklings projekt; not en myndighets beslut. */
function isSplitGenitive(pair: Pair): boolean {
  const { first, head, joined, lexicon } = pair;
  const heads = lexicon.analyses(head);
  if (heads.every(({ tag }) => DEFINITE.test(tag))) return !/^(?:en|ett)$/u.test(lowerOf(pair, -1));
  if (heads.some(({ tag }) => tag.startsWith('JJ|SUV'))) return false;
  if (genderTells(pair)) return true;
  if (AUTHORITIES.test(first) || namesAnOffice(pair)) return false;
  // olika yrkes roller
  if (
    /^(?:JJ|DT)\|.*PLU\|/u.test(tagOf(pair, -1)) &&
    !lexicon.analyses(first).some(({ tag }) => /PLU\|IND\|GEN/u.test(tag))
  )
    return true;
  const known = lexicon.isEntry(joined);
  const bound = DETERMINES.test(tagOf(pair, -1)) || lowerOf(pair, -1) === 'respektive';
  return (ABSTRACT.test(first) && !OWNERS.test(first)) || (known && !bound);
}

/** Stockholms läns landsting */
function namesACounty({ sentence, at, first }: Pair): boolean {
  return first === 'läns' && /^\p{Lu}/u.test(sentence.tokens[at - 1]?.text ?? '');
}

/** Myndigheten för arbetsmiljökunskaps planer */
function namesAnOffice({ sentence, at }: Pair): boolean {
  return (
    /^(?:för|om)$/u.test(sentence.tokens[at - 1]?.text ?? '') &&
    /^\p{Lu}/u.test(sentence.tokens[at - 2]?.text ?? '')
  );
}

/** vård centralen, en mål grupp; not en mängd data or det stöd eleven får. */
function isSplitNoun(pair: Pair): boolean {
  const { first, head, joined, lexicon } = pair;
  if (!tagOf(pair, 1).startsWith('NN|') || NO_HEADS.has(head) || isAdjective(first, lexicon)) return false;
  if (MEASURES.has(first) || (QUANTITIES.has(first) && tagOf(pair, 1).includes('|PLU|'))) return false;
  const before = tagOf(pair, -1);
  const known = lexicon.isEntry(joined);
  const isFrame = FRAMES.has(first);
  if (/^(?:HD|HP|HS|HA|RO)/u.test(before) || (isFrame && (!known || before.startsWith('RG')))) return false;
  if (isRelative(pair) && !(known && before.startsWith('PP'))) return false;
  if (known) return DEFINITE.test(tagOf(pair, 1)) || !before.startsWith('VB');
  if (!lexicon.analyses(head).every(({ tag }) => tag.startsWith('NN'))) return false;
  // fler barn möjlighet
  if (/PLU\|/u.test(before) && lexicon.analyses(first).some(({ tag }) => /PLU\|IND\|NOM/u.test(tag)))
    return false;
  return genderTells(pair) || /^(?:PP|JJ)|\bGEN$/u.test(before);
}

/** det stöd eleven får, på val användaren gör */
function isRelative(pair: Pair): boolean {
  return DEFINITE.test(tagOf(pair, 1)) && /^VB\|PR/u.test(tagOf(pair, 2));
}

/** Also where the lexicon knows the noun only: en ljus framtid, vänster kant. */
function isAdjective(form: string, lexicon: Pair['lexicon']): boolean {
  const plural = `${form.replace(/er$/u, 'r')}a`;
  return (
    [form, plural].some((one) => lexicon.analyses(one).some(({ class: name }) => name === 'JJ')) &&
    !/nde$/u.test(form)
  );
}

/** sjuk sköterskan, akut mottagningar: the adjective does not agree. */
function isSplitAdjective(pair: Pair): boolean {
  const { joined, lexicon } = pair;
  const head = tagOf(pair, 1);
  if (!INDEFINITE_ADJECTIVE.test(tagOf(pair, 0)) || !lexicon.isEntry(joined)) return false;
  if (/^(?:VB|AB|HA)/u.test(tagOf(pair, -1))) return false;
  return /^NN\|(?:UTR\|(?:SIN\|DEF|PLU)|NEU)/u.test(head);
}

/** ett person register: the determiner agrees with the second word only. */
function genderTells(pair: Pair): boolean {
  const before = lowerOf(pair, -1);
  const wanted = NEUTER_BEFORE.has(before) ? 'NEU' : COMMON_BEFORE.has(before) ? 'UTR' : undefined;
  if (!wanted) return false;
  const genders = (form: string): Set<string> =>
    new Set(
      pair.lexicon.analyses(form).flatMap(({ tag }) => /^NN\|(UTR|NEU)\|SIN\|IND/u.exec(tag)?.[1] ?? []),
    );
  const first = genders(pair.first);
  return first.size > 0 && !first.has(wanted) && genders(pair.head).has(wanted);
}

function tagOf({ sentence, at }: Pair, offset: number): string {
  return sentence.readings[at + offset]?.tag ?? '';
}

function lowerOf({ sentence, at }: Pair, offset: number): string {
  return sentence.tokens[at + offset]?.lower ?? '';
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}
