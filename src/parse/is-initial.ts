import { NEVER_LAST } from './abbreviations.ts';
import type { FullStop } from './full-stop.ts';

/** A capital, or capitals with stops or hyphens between them: A, J.K, K.-G. */
const INITIAL = /^\p{Lu}(?:(?:\.-|[.-])\p{Lu})*$/u;
const CAPITAL = /^\p{Lu}/u;
const JOINED = /^[\p{Ll},;:&(–-]/u;
/** Small words and titles that a name may follow: ”av A. Ek”, ”läkaren J. Ek”. */
const BEFORE_NAME =
  /^(?:av|och|med|hos|till|från|samt|eller|\p{Ll}+(?:aren|orn|ern|isten|anten|mannen|chefen))$/u;
/** After a word that is no name, ”plan B. Vi …”, these show that a sentence begins. */
const OPENERS = new Set(
  (
    'Alla Allt Att Av Både De Dessa Den Denna Det Detta Dess Deras Dock Du Där Därefter Därför Då Efter Eftersom En Ett ' +
    'Enligt Era Ert Er Fler Flera För Före Genom Han Hans Har Hela Hon Hennes Hos Hur I Idag Inför Ingen Inget Inom Inte Jag Kan ' +
    'Man Med Medan Men Mer Mot När Ni Nu Några Och Också Om Oss På Samma Samtidigt Sedan Ska Skriv Som Så Sådan Till Trots Under ' +
    'Ut Utan Utöver Var Varje Vi Via Vid Vilken Vilka Vid Våra Vår Vårt Än Även Är Åt Över'
  ).split(' '),
);

/** ”A. B. Ek”, ”J.K. Rowling”, ”Ek, A. (2019)”: the stops of a name's first letters. */
export function isInitial({ word, before, after, next, spaceAfter }: FullStop): boolean {
  if (!INITIAL.test(word) || after === '') return false;
  const opens = OPENERS.has(after) && !(after.length === 1 && next === '.');
  if (word.length > 1) return !opens;
  if (!spaceAfter && after !== ',') return false;
  if (JOINED.test(after)) return true;
  if (!CAPITAL.test(after) || opens) return false;
  return (
    (after.length === 1 && next === '.') ||
    before === '' ||
    CAPITAL.test(before) ||
    /^[.,:;!?&(”"–—]/u.test(before) ||
    NEVER_LAST.has(before.toLowerCase().replace(/\.$/u, '')) ||
    BEFORE_NAME.test(before)
  );
}
