import { Recent } from '../recent.ts';
import { isForeignSmallWord, isSwedishSmallWord, languagesOf } from './function-words.ts';
import { isAct } from './mark-act-titles.ts';
import { identifierIn, introducesNumber } from './mark-identifiers.ts';
import { hasForeignLetter } from './mark-other-language.ts';

/** What a token says by itself, wherever it stands. Running text repeats its words, and each is asked once. */
export interface Form {
  readonly text: string;
  /** `text` in lower case. */
  readonly lower: string;
  /** Whether it begins with a capital. */
  readonly hasCapital: boolean;
  readonly hasLetter: boolean;
  /** How many letters it has, and how many of them are å, ä and ö. Those outside the first plane are not counted. */
  readonly letters: number;
  readonly ringed: number;
  /** The languages that it is one of the commonest words of, as places in `LANGUAGES`. */
  readonly languages: readonly number[];
  readonly isSwedishSmallWord: boolean;
  /** Whether it is a common word of another language, or has a letter that Swedish has not. */
  readonly isForeign: boolean;
  /** Whether an act may be called so: miljöbalken. */
  readonly isAct: boolean;
  /** The zone of what is no word of a language, an address or a diary number, as a bit of `ZONE`; else 0. */
  readonly identifier: number;
  /** Whether a diary number may follow: dnr. */
  readonly introducesNumber: boolean;
}

const forms = new Recent<Form>();

/** Of a text that has been met lately the same form, with the same strings. */
export function formOf(text: string): Form {
  let form = forms.get(text);
  if (!form) {
    form = read(text);
    forms.set(text, form);
  }
  return form;
}

const CAPITAL = /^\p{Lu}/u;
const LETTER = /\p{L}/u;

function read(text: string): Form {
  const lower = text.toLowerCase();
  let letters = 0;
  let ringed = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPlain = (code > 96 && code < 123) || (code > 64 && code < 91);
    if (isPlain || (code > 127 && LETTER.test(text[at]!))) letters++;
  }
  for (const letter of lower) if (letter === 'å' || letter === 'ä' || letter === 'ö') ringed++;
  return {
    text,
    lower,
    hasCapital: CAPITAL.test(text),
    hasLetter: LETTER.test(text),
    letters,
    ringed,
    languages: languagesOf(lower),
    isSwedishSmallWord: isSwedishSmallWord(lower),
    isForeign: isForeignSmallWord(lower) || hasForeignLetter(lower),
    isAct: isAct(lower),
    identifier: identifierIn(text),
    introducesNumber: introducesNumber(lower),
  };
}
