import {
  answersIn,
  capitalised,
  type Check,
  expression,
  FormIndex,
  type FormMatch,
  genitiveOf,
  matchesIn,
  OWN_WORDS,
  perBlock,
  type Problem,
  type Row,
  type RuleData,
  type RuleMeta,
  type RuleOptions,
  type Sentence,
  type Severity,
  type Term,
  type Text,
  ZONE,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Gammalt namn',
  scope: 'document',
  severity: 'warning',
  source: 'myndigheternas och regionernas egna namn',
  zones: [...OWN_WORDS, 'act-title', 'name', 'link-target', 'e-mail'],
} satisfies RuleMeta;

/** A name that is no longer used. */
interface Former {
  /** The names of today, best first; `*` stands for what `*` stood for in the old one. None: the form is to be left alone. */
  readonly current: readonly string[];
  /** The day the name changed, as 2019-11-27; empty where nobody can say. */
  readonly since: string;
  readonly how: string;
  readonly severity?: Severity;
  readonly message?: string;
  /** Whether the old name is wrong also beside the new one, as in ”landsting och regioner”. */
  readonly beside: boolean;
  /** The letters before the old form's `*`. */
  readonly stem: string;
}

/** Words that say that a sentence speaks of what has been. */
const HISTORY =
  /(?<!\p{L})(?:dåvarande|tidigare|förr|förut|före detta|f\.d\.|fd|hette|hetat|kalla[dt]|kallade|kallades|kallas|bildades|inrättades|ombildades|uppgick|gick upp|slogs samman|slogs ihop|sammanslagning\p{L}*|bytte|byter|byta|namnbyte\p{L}*|ersatt\p{L}*|ersätter|efterträd\p{L}*|upphörde|upphört|upphör|upphäv\p{L}*|avvecklad\p{L}*|nedlagd\p{L}*|lades ned|numera|historisk\p{L}*|historia|gamla|gammal|äldre|fram till|på den tiden|övergick|övertog\p{L}*|senare|sedermera)(?!\p{L})/iu;
/** Parliaments of other countries, and the laboratory that bore the same letters. */
const OTHER_SENSE = /Åland|Grönland|Färö|Dan(?:mark|sk)|Finland|finsk|tysk|Tyskland|Österrik|kriminaltekn/iu;
/** A year; that of a statute's number (1997:736) dates the statute, not the text. */
const YEAR = /(?<![\p{L}\p{N}])(?:1[89]|20)\d\d(?!\d|:\d)/gu;
const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(
  ' ',
);
const DATE = expression(
  `(?<!\\d)(?:(\\d{4})-(\\d\\d)-\\d\\d|\\d{1,2} (${MONTHS.join('|')}) (\\d{4}))(?!\\d)`,
  'giu',
);

export function create(data: RuleData, { profile }: RuleOptions): Check<'document'> {
  const kept = new Set(profile.exempt['terms/deprecated-name']);
  // Of two that name the same form the later counts: the organisation's own.
  const rows = [...(data['names'] as Row[]), ...rowsOf(profile.terms)];
  const forms = [...new Map(rows.flatMap((row) => [...formsOf(row)]))].filter(([form]) => !kept.has(form));
  const domains = forms.filter(([, { how }]) => how === ADDRESS);
  const index = new FormIndex(forms.filter(([, { how }]) => how !== ADDRESS));
  const namesIn = perBlock((block) =>
    block.sentences.flatMap((sentence) =>
      [...index.find(sentence), ...domainsIn(sentence, domains)]
        .filter(
          ({ value, start, end }) =>
            value.current.length > 0 &&
            !isHistory(sentence, value, start, end) &&
            isReadable(sentence, value, block.text.slice(start, end), start),
        )
        .map((match) => ({ ...match, block, opens: match.start === sentence.start })),
    ),
  );
  return function* (text) {
    const stated = statedDate(text);
    let written: string | undefined;
    for (const { value, block, start, end, opens } of answersIn(text.blocks, namesIn)) {
      if (before(stated, value.since)) continue;
      written ??= latestDate(text);
      yield {
        block,
        start,
        end,
        ...describe(value, block.text.slice(start, end), opens),
        ...(before(written, value.since) && { severity: 'info' }),
      };
    }
  };
}

/** How a row says that it is the end of an address on the web. */
const ADDRESS = 'address';

/** Addresses of the old domains, on the web or for e-mail. */
function* domainsIn(
  { block, start, end }: Sentence,
  domains: readonly (readonly [string, Former])[],
): Generator<FormMatch<Former>> {
  const text = block.lower.slice(start, end);
  for (const [domain, value] of domains) {
    for (let at = text.indexOf(domain); at >= 0; at = text.indexOf(domain, at + 1)) {
      const stands =
        /[\s@./:(<]|^$/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}-]/u.test(text.charAt(at + domain.length));
      if (stands) yield { value, start: start + at, end: start + at + domain.length };
    }
  }
}

/** Whether a form is read where it stands: only domains in addresses, and of words in the title of an act only acts. */
function isReadable({ tokens }: Sentence, { how }: Former, actual: string, start: number): boolean {
  if (how === ADDRESS) return true;
  const zones = tokens.find((token) => token.start === start)?.zones ?? 0;
  if (zones & (ZONE['link-target'] | ZONE['e-mail'])) return false;
  return !(zones & ZONE['act-title']) || /lagen|^PUL/u.test(actual);
}

/** What the organisation's own names were called before. */
function rowsOf(terms: readonly Term[]): Row[] {
  return terms.flatMap(({ use, formerly = [], since = '' }) =>
    formerly.map((name) => ({ name, current: use, since, how: since === '' ? 'numera' : 'heter' })),
  );
}

/** The forms of a row, those of a name in the genitive too. */
function* formsOf(row: Row): Generator<[string, Former]> {
  const forms = row['name']!.split('|');
  const currents = row['current']!.split('|');
  const { since = '', how = '', severity, message } = row;
  for (const [i, form] of forms.entries()) {
    const current = (currents[i] ?? '').split(' / ').filter((name) => name !== '');
    const former: Former = {
      current,
      since,
      how,
      beside: row['beside'] === 'yes',
      stem: form.slice(0, Math.max(0, form.indexOf('*'))),
      ...(severity && { severity: severity as Severity }),
      ...(message && { message }),
    };
    yield [form, former];
    if (form !== form.toLowerCase() && genitive(form) !== form)
      yield [genitive(form), { ...former, current: current.map(genitive) }];
  }
}

function describe(former: Former, written: string, opens: boolean): Omit<Problem, 'start' | 'end' | 'block'> {
  const actual = written.replace(/\s+/gu, ' ');
  const rest = former.stem === '' ? '' : actual.slice(former.stem.length);
  const names = former.current.map((name) => name.replace('*', rest));
  const expected = opens ? names.map(capitalised) : names;
  const today = expected.map((name) => `”${name}”`).join(' eller ');
  const year = former.since.slice(0, 4);
  const message =
    former.message?.replace('{actual}', actual).replace('{current}', expected[0]!) ??
    (former.how === 'ersattes'
      ? `”${actual}” ersattes ${year} av ${today}.`
      : former.how === 'finns'
        ? `”${actual}” finns inte sedan ${year}. I dag heter organisationen ${today}.`
        : `”${actual}” heter ${former.how === 'numera' ? 'numera' : `sedan ${year}`} ${today}.`);
  return { message, expected, ...(former.severity && { severity: former.severity }) };
}

/** Whether a sentence speaks of the time before the change: by its words, by a year, or by naming the new name too. */
function isHistory({ block, start, end }: Sentence, former: Former, from: number, to: number): boolean {
  const around = `${block.text.slice(start, from)} | ${block.text.slice(to, end)}`;
  if (HISTORY.test(around) || OTHER_SENSE.test(around)) return true;
  const named = (name: string): boolean =>
    name.length > 1 && around.includes(name.replace(/ \(.*| ?\*.*/u, ''));
  if (!former.beside && former.current.some(named)) return true;
  const year = former.since.slice(0, 4);
  return year !== '' && matchesIn(around, YEAR).some(([found]) => found < year);
}

/** The date in the front matter, as 2019-11-27, or as much of it as is there. */
function statedDate({ source }: Text): string {
  return /^(?:date|datum):\s*["']?(\d{4}(?:-\d\d){0,2})/mu.exec(source.frontMatter?.yaml ?? '')?.[1] ?? '';
}

/** The latest day that a text names, as 2019-11; without any the latest year; empty when it names neither. */
function latestDate({ blocks }: Text): string {
  let latest = '';
  let latestYear = '';
  for (const { text } of blocks) {
    for (const [, year, month, name, yearAfter] of matchesIn(text, DATE)) {
      const number = name ? String(MONTHS.indexOf(name.toLowerCase()) + 1).padStart(2, '0') : month;
      const date = `${year ?? yearAfter}-${number}`;
      if (date > latest) latest = date;
    }
    for (const [year] of matchesIn(text, YEAR)) if (year > latestYear) latestYear = year;
  }
  return latest || latestYear;
}

function before(date: string, since: string): boolean {
  return date !== '' && since !== '' && date < since.slice(0, date.length);
}

/** Without the abbreviation in brackets after it. */
function genitive(name: string): string {
  return genitiveOf(name.endsWith(')') ? name.slice(0, name.lastIndexOf(' (')) : name);
}
