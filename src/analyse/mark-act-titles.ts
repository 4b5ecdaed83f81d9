import type { Sentence, Token } from './text.ts';
import { ZONE } from './zones.ts';

/** What an act is called, alone or as the end of a compound: lagen, förordningen, kommunallagen, miljöbalken. */
const ACT =
  /(?:lag(?:en|s|ens)?|förordning(?:en|s|ens|ar)?|balk(?:en|ens)?|kungörelse[ns]*|instruktion(?:en)?|föreskrift(?:er|erna)?|råd|direktiv(?:et|ets)?)$/u;
/** What may stand without a number before ”om …” and still be an act. */
const NAMED_ACT = /^(?:lagen|lagens|förordningen|förordningens|direktivet)$/u;
/** 1993:387, HSLF-FS 2016:40 */
const NUMBER = /^\d{4}:\d{1,4}$/u;
const SERIES = /^\p{Lu}+(?:-?\p{L}*FS)?$/u;
/** 2016/679, 2011/24/EU */
const EU_NUMBER = /^(?:nr )?\d{2,4}\/\d{1,4}(?:\/\p{Lu}+)?$/u;
const YEAR = /^(?:1[89]|20)\d\d$/u;
const TITLE_BEGINS = /^(?:om|med|mot|angående|till|för)$/u;
const EU_INSTITUTION = /^(?:europaparlamentets|rådets|kommissionens)$/u;

/** The words that begin what is said of the act, or another act: the title ends before them. */
const AFTER_TITLE = new Set(
  (
    'är ska skall gäller gällde gälla innehåller får fick kan kunde har hade trädde träder måste bör blir blev säger anger reglerar ' +
    'omfattar ger gav innebär kräver ställer finns ändras ändrades ersätts ersatte ersätter upphör upphörde upphävs tillämpas ' +
    'framgår infördes beslutades antogs kommer kom styr hindrar medger föreskriver bestämmer skyddar tar avser beskriver stadgar ' +
    'syftar utgår behöver behövs gör görs visar bygger definierar som där när eftersom så men utan enligt samt därför att vilket ' +
    'vilken omfattas används prövas tillämpar kompletterar kompletteras föreslås föreskrivs ' +
    'anges avses meddelas krävs anses träda fullgörs fullgöres slutes slutits vi du ni jag man inte även också'
  ).split(' '),
);
const LONGEST_TITLE = 15;
/** Without its number a title is shorter, as nothing proves that it is one. */
const LONGEST_UNNUMBERED = 10;

/** Whether an act may be called so by itself, or with more words after it. */
export function isAct(lower: string): boolean {
  return ACT.test(lower);
}

/** Marks the titles of acts: ”lagen (1993:387) om stöd och service till vissa funktionshindrade”. */
export function markActTitles(sentences: readonly Sentence[]): void {
  for (const { tokens } of sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const { kind, lower, form } = tokens[i]!;
      if (!form.isAct || kind !== 'word') continue;
      const numberEnd = endOfNumber(tokens, i + 1);
      const numbered = numberEnd > i + 1;
      if (!numbered && !NAMED_ACT.test(lower)) continue;
      const hasTitle = TITLE_BEGINS.test(tokens[numberEnd]?.lower ?? '');
      if (!numbered && (!hasTitle || tokens[numberEnd]!.lower !== 'om')) continue;
      const end = hasTitle
        ? endOfTitle(tokens, numberEnd + 1, numbered ? LONGEST_TITLE : LONGEST_UNNUMBERED)
        : numberEnd;
      if (end === numberEnd + 1 && hasTitle && !numbered) continue;
      for (let k = startOfAct(tokens, i); k < end; k++) tokens[k]!.zones |= ZONE['act-title'];
      i = end - 1;
    }
  }
}

/** Past ”(2018:219)”, ”(EU) 2016/679” or ”2011/24/EU”; `from` when there is no number. */
function endOfNumber(tokens: readonly Token[], from: number): number {
  const text = (i: number): string => tokens[i]?.text ?? '';
  if (text(from) === '(') {
    if (NUMBER.test(text(from + 1)) && text(from + 2) === ')') return from + 3;
    if (SERIES.test(text(from + 1)) && NUMBER.test(text(from + 2)) && text(from + 3) === ')') return from + 4;
    if (/^(?:EU|EG|EEG)$/u.test(text(from + 1)) && text(from + 2) === ')') {
      const number = text(from + 3) === 'nr' || text(from + 3) === 'nr.' ? from + 4 : from + 3;
      return EU_NUMBER.test(text(number)) ? pastDate(tokens, number + 1) : from;
    }
  }
  if (/^\d{4}\/\d{1,4}\/\p{Lu}+$/u.test(text(from))) return pastDate(tokens, from + 1);
  return from;
}

/** Past ”av den 27 april 2016”. */
function pastDate(tokens: readonly Token[], from: number): number {
  const isDate = tokens[from]?.lower === 'av' && tokens[from + 1]?.lower === 'den';
  return isDate && tokens[from + 4]?.kind === 'number' ? from + 5 : from;
}

/** The beginning of the act's name: ”plan- och” of bygglagen, ”Europaparlamentets och rådets”, ”föreskrifter och allmänna”. */
function startOfAct(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0) {
    const before = tokens[from - 1]!;
    const second = tokens[from - 2];
    if (
      /^(?:och|samt)$/u.test(before.lower) &&
      second &&
      (second.text.endsWith('-') || EU_INSTITUTION.test(second.lower) || second.form.isAct)
    )
      from -= 2;
    else if (
      EU_INSTITUTION.test(before.lower) ||
      before.lower === 'allmänna' ||
      before.lower === 'delegerade'
    )
      from--;
    else break;
  }
  return from;
}

function endOfTitle(tokens: readonly Token[], from: number, longest: number): number {
  let at = from;
  while (at < tokens.length && at < from + longest) {
    const { kind, lower, form } = tokens[at]!;
    const next = tokens[at + 1];
    if (kind === 'punctuation' || kind === 'symbol' || AFTER_TITLE.has(lower)) break;
    if (lower === 'och' && next && (NAMED_ACT.test(next.lower) || beginsAct(tokens, at + 1))) break;
    if (lower === 'i' && /^(?:syfte|fråga)$/u.test(next?.lower ?? '')) break;
    if (kind === 'number' && !YEAR.test(tokens[at]!.text)) break;
    if (lower === 'om' && !/^(?:lag|lagen|förordning|förordningen|ändring)$/u.test(tokens[at - 1]!.lower))
      break;
    if (form.isAct) {
      // ”om ändring i skollagen (2010:800)”, ”om införande av lagen (1993:387) om stöd …”
      const inner = endOfNumber(tokens, at + 1);
      if (inner > at + 1) {
        at = inner;
        continue;
      }
    }
    if (lower === 'för' && next?.lower === 'att') break;
    at++;
  }
  while (at > from && /^(?:och|i|av|om|på|för|till|eller|med|vid)$/u.test(tokens[at - 1]!.lower)) at--;
  return at;
}

/** Whether an act with its number begins here, at most three words on. */
function beginsAct(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 3 && i < tokens.length; i++) {
    if (tokens[i]!.form.isAct && endOfNumber(tokens, i + 1) > i + 1) return true;
  }
  return false;
}
