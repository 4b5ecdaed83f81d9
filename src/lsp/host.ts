import type { VocabularyItem } from '../config/vocabulary.ts';
import type { LanguageCore } from '../rule.ts';

/** What the server wants of the machine it runs on. Paths are absolute, and those of configuration and drafts alike. */
export interface Host {
  /** The path that configuration is looked for from; a document that has no file yet has none. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** A file of configuration; nothing when there is none. Throws a `ConfigError` when it can't be read. */
  readConfig(path: string, mostBytes?: number): string | undefined;
  /** What lies in a folder, as the cascade wants it. */
  listFolder(path: string): readonly string[] | undefined;
  readonly userFile?: string;
  core(vocabulary: readonly VocabularyItem[]): Promise<LanguageCore>;
  /** The address of the folder that holds the rules' READMEs, with a slash at the end. */
  readonly rulesUrl: string;
  /** A rule's README; nothing when it has none. */
  readme(ruleId: string): Promise<string | undefined>;
  /**
   * Puts a word into the user's own vocabulary, or that of the folder of a document. Gives what is to be said, in Swedish.
   * Throws an `Error` with a sentence for the user. Without it words can't be added.
   */
  addWord?(word: string, scope: 'user' | 'project', path: string): Promise<string>;
  /** Puts in order what the last linting left, while the writer is not waiting for anything. */
  rest?(): void;
  /** The drafts in a folder, a text at a time; without it a whole workspace can't be linted. */
  drafts?(folder: string): AsyncIterable<{ readonly path: string; readonly text: string }>;
}
