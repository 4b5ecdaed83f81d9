import type { VocabularyItem } from '../config/vocabulary.ts';
import type { LanguageCore } from '../rule.ts';

/** What the server wants of the machine it runs on. Paths are absolute, and those of configuration and drafts alike. */
export interface Host {
  /** The path that configuration is looked for from; a document that has no file yet has none. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** A file of configuration; nothing when there is none. Throws a `ConfigError` when it can't be read. */
  readConfig(path: string, mostBytes?: number): string | undefined;
  readonly userFile?: string;
  core(vocabulary: readonly VocabularyItem[]): Promise<LanguageCore>;
  /** The address of the folder that holds the rules' READMEs, with a slash at the end. */
  readonly rulesUrl: string;
}
