/** A mistake in the configuration. */
export interface ConfigProblem {
  /** The file, as the driver names it. */
  readonly file: string;
  /** Swedish, with the cure. */
  readonly message: string;
  /** 1-based, columns in UTF-16 units, end exclusive; none for a mistake on the file as such. */
  readonly place?: { readonly line: number; readonly column: number; readonly endColumn: number };
  /** The line itself, when it may be shown. */
  readonly lineText?: string;
}

/** Thrown when the configuration can't be used: all mistakes that were found in one file. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.problems = problems;
  }
}

/** A file of configuration: turns offsets of its text into places. */
export class ConfigFile {
  readonly path: string;
  readonly text: string;
  readonly #showLines: boolean;

  /** Lines are shown only when `showLines` says that the file is the user's own configuration. */
  constructor(path: string, text: string, showLines = true) {
    this.path = path;
    this.text = text;
    this.#showLines = showLines;
  }

  /** A problem at UTF-16 offsets of the text; it is cut at the end of its first line. */
  problem(message: string, start: number, end: number): ConfigProblem {
    const before = this.text.slice(0, start).split(/\r\n|\r|\n/u);
    const column = before.at(-1)!.length + 1;
    const lineText = before.at(-1)! + (/^[^\r\n]*/u.exec(this.text.slice(start))?.[0] ?? '');
    const endColumn = Math.max(column + 1, Math.min(column + end - start, lineText.trimEnd().length + 1));
    const place = { line: before.length, column, endColumn };
    return { file: this.path, message, place, ...(this.#showLines && { lineText }) };
  }
}
