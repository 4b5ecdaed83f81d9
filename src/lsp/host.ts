import type { VocabularyItem } from '../config/vocabulary.ts';
import type { LanguageCore } from '../rule.ts';

/** What the server wants of the machine it runs on. Paths are absolute, and those of configuration and drafts alike. */
export interface Host {
  /** The path that configuration is looked for from; a document that has no file yet has none. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /**
   * A file of configuration, as `Surroundings.read` wants it. A host that can't read at once throws a `NotRead`; then
   * `fetch` is waited for and all is asked again.
   */
  readConfig(path: string, mostBytes?: number): string | undefined;
  /** Writes a file, and the folders it lies in. Throws an `Error` with a Swedish sentence. */
  write(path: string, text: string): Promise<void>;
  /** A stamp that changes when a file does; for clients that don't tell of changes. */
  stampOf?(path: string): string;
  readonly userFile?: string;
  core(vocabulary: readonly VocabularyItem[]): Promise<LanguageCore>;
  /** The address of the folder that holds the rules' READMEs, with a slash at the end. */
  readonly rulesUrl: string;
  /** The README of a rule; nothing when it can't be read. */
  readme(ruleId: string): Promise<string | undefined>;
  /** The drafts in a folder and below it, by URI, and what is said of what can't be read. */
  drafts(folderUri: string): Promise<readonly string[]>;
  /** A draft's text. Throws an `Error` with a Swedish sentence. */
  readDraft(uri: string): Promise<string>;
}

/** Thrown by a host for a file that it has yet to fetch. */
export class NotRead extends Error {
  readonly fetch: () => Promise<void>;

  constructor(path: string, fetch: () => Promise<void>) {
    super(`${path} has not been read yet.`);
    this.fetch = fetch;
  }
}
