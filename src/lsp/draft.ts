import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintResult } from '../lint.ts';
import type { SourceDocument } from '../source/document.ts';
import { readMarkdown } from '../source/markdown.ts';
import { readPlain } from '../source/plain.ts';
import type { Guidance } from './configuration.ts';
import type { Preferences } from './protocol.ts';

/** The longest text that is linted, in UTF-16 units: about 320,000 words. */
const MOST = 2_000_000;
export const TOO_LARGE = 'Texten är för stor och granskas inte. Dela den i filer på högst 2 MB.';

/** What a version of a document was found to be. */
export interface Linted {
  readonly version: number;
  /** Of what the server was told, see there. */
  readonly epoch: number;
  readonly guidance: Guidance;
  readonly preferences: Preferences;
  /** None when the text is too large. */
  readonly result: LintResult | undefined;
}

/** A document that is open in the editor. */
export interface Draft {
  document: TextDocument;
  linted?: Linted;
  /** What waits for the writer to pause. */
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** The linting that goes on. */
  running?: Promise<void> | undefined;
}

export function isTooLarge(text: string): boolean {
  return text.length > MOST;
}

/** Reads a document as its language says, or else its name. */
export function sourceOf(text: string, languageId: string, uri: string): SourceDocument {
  const isMarkdown = languageId === 'markdown' || (languageId === '' && /\.(?:md|markdown)$/iu.test(uri));
  return isMarkdown ? readMarkdown(text) : readPlain(text);
}
