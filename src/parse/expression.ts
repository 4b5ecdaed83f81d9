/**
 * `\p{L}` and its kin name some 700 stretches of Unicode, many beyond 16 bits, and the flag `i` asks for the cases of each:
 * V8 takes up to six milliseconds to compile an expression with both, and klarlint has hundreds. Written out, letters as
 * stretches and case as `[aA]`, it takes a twentieth: exact for Latin, whole blocks for other scripts, nothing beyond 16 bits.
 */
const OTHER_SCRIPTS = '\\u0370-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefc';
const STRETCHES: Readonly<Record<string, string>> = {
  L: `a-zA-Z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02c1${OTHER_SCRIPTS}`,
  Lu: `A-Z\\u00c0-\\u00d6\\u00d8-\\u00de${inTurns(true)}\\u0391-\\u03a9\\u0410-\\u042f`,
  Ll: `a-z\\u00b5\\u00df-\\u00f6\\u00f8-\\u00ff${inTurns(false)}\\u03b1-\\u03c9\\u0430-\\u044f`,
  N: '0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u2150-\\u218b',
  Nd: '0-9',
};

/** The capitals or the small letters of Latin Extended-A, where they stand in turns. */
function inTurns(capitals: boolean): string {
  let found = '';
  for (let code = 0x100; code < 0x180; code++) {
    const letter = String.fromCharCode(code);
    const isCapital = letter.toLowerCase() !== letter;
    if (isCapital === capitals) found += `\\u0${code.toString(16)}`;
  }
  return found;
}

/** Parts of an expression in which a letter is no letter: escapes, the heads of groups, counts. */
const PART =
  /\\(?:([pP])\{(\w+)\}|u[\da-f]{4}|k<\w+>|.)|\(\?(?:<\w+>|<?[=!]|:)|\{[\d,]+\}|\p{L}(?:-\p{L})?|[[\]]/gsu;

/** The source of an expression with its letters written out, and its cases too where `flags` has an `i`: then leave that out. */
export function writtenOut(source: string, flags: string): string {
  const caseless = flags.includes('i');
  let inClass = false;
  return source.replace(PART, (part, kind?: string, name?: string) => {
    if (part === '[') inClass = true;
    else if (part === ']') inClass = false;
    if (name !== undefined) {
      const letters = STRETCHES[caseless && (name === 'Lu' || name === 'Ll') ? 'L' : name];
      // Inside a class there is no writing out of what is not a letter.
      if (letters === undefined || (inClass && kind === 'P')) return part;
      return inClass ? letters : `[${kind === 'P' ? '^' : ''}${letters}]`;
    }
    if (!caseless || part.length > 3 || !/^\p{L}/u.test(part)) return part;
    if (part.length === 3 && !inClass) return [part[0]!, part[2]!].map(inBothCases).join('-');
    return inClass ? distinct(part) : inBothCases(part);
  });
}

function distinct(part: string): string {
  const lower = part.toLowerCase();
  const upper = part.toUpperCase();
  return lower === upper || lower.length !== upper.length ? part : lower + upper;
}

function inBothCases(letter: string): string {
  const both = distinct(letter);
  return both === letter ? letter : `[${both}]`;
}

/** An expression put together while a rule is made; those that stand in the program are written out by the build. */
export function expression(source: string, flags: string): RegExp {
  return new RegExp(writtenOut(source, flags), flags.replace('i', ''));
}
