import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Linter, LintResult, Memory } from '../lint.ts';
import type { SourceDocument } from '../source/document.ts';
import type { MarkdownVersions } from '../source/markdown.ts';
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
  /** None when the text can't be read, or is not to be linted. */
  readonly result: LintResult | undefined;
  /** Why it can't be read, in Swedish. */
  readonly unreadable?: string;
}

/** A document that is open in the editor. */
export interface Draft {
  document: TextDocument;
  /** The versions of its Markdown, so that what has not changed is not parsed again. */
  readonly versions: MarkdownVersions;
  /** What was found in its blocks, and by which linter. */
  memory?: { readonly linter: Linter; readonly of: Memory } | undefined;
  /** The version that was last opened or saved. */
  settled: number;
  linted?: Linted;
  /** What waits for the writer to pause. */
  timers: ReturnType<typeof setTimeout>[];
  /** The linting that goes on. */
  running?: Promise<void> | undefined;
}

export function isTooLarge(text: string): boolean {
  return text.length > MOST;
}

/** Reads a document as its language says, or else its name. Throws an `UnreadableDocument` for HTML that is too deep. */
export async function sourceOf({
  document,
  versions,
}: Pick<Draft, 'document' | 'versions'>): Promise<SourceDocument> {
  const text = isTooLarge(document.getText()) ? '' : document.getText();
  switch (kindOf(document)) {
    case 'markdown':
      return versions.read(text);
    case 'html':
      return (await import('../source/html.ts')).readHtml(text);
    case 'mdx':
      return (await import('../source/mdx.ts')).readMdx(text);
    default:
      return readPlain(text);
  }
}

/** How a document is written: as its language says, or else its name. */
export function kindOf({ languageId, uri }: TextDocument): 'markdown' | 'html' | 'mdx' | 'plain' {
  if (languageId === 'markdown' || languageId === 'html' || languageId === 'mdx') return languageId;
  if (languageId === 'plaintext' || languageId === 'text') return 'plain';
  if (/\.(?:md|markdown)$/iu.test(uri)) return 'markdown';
  if (/\.html?$/iu.test(uri)) return 'html';
  return /\.mdx$/iu.test(uri) ? 'mdx' : 'plain';
}
