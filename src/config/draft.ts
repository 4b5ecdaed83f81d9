import type { SourceDocument } from '../source/document.ts';
import { ConfigError, ConfigFile } from './problem.ts';
import { DRAFT_SHAPE } from './schema.ts';
import { problemsOf } from './shape.ts';
import { dataOf, readYaml } from './yaml.ts';

/** What a draft says of itself. */
export interface DraftStatement {
  readonly kind?: string;
  readonly profile?: string;
}

/** A statement with the place of the profile's name, for the case that there is no such profile. */
export interface Draft extends DraftStatement {
  readonly file: ConfigFile;
  readonly profileAt?: { readonly start: number; readonly end: number };
}

/**
 * Reads what a draft says of itself under `klarlint` in its front matter; nothing when it says nothing. Other front
 * matter is not ours and is not checked. Throws a `ConfigError` when what it says can't be understood.
 */
export async function draftOf(
  { text, frontMatter }: SourceDocument,
  path: string,
): Promise<Draft | undefined> {
  if (!frontMatter || !/^klarlint[ \t]*:/mu.test(frontMatter.yaml)) return undefined;
  const file = new ConfigFile(path, text);
  const root = await readYaml(file, { text: frontMatter.yaml, start: frontMatter.start });
  const own = root.kind === 'record' ? root.entries.find(({ key }) => key === 'klarlint')?.value : undefined;
  if (!own) return undefined;
  const problems = problemsOf(own, DRAFT_SHAPE, 'klarlint', file);
  if (problems.length > 0) throw new ConfigError(problems);
  const statement = dataOf(own) as DraftStatement;
  const profileAt = own.kind === 'record' && own.entries.find(({ key }) => key === 'profile')?.value;
  return { ...statement, file, ...(profileAt && { profileAt }) };
}
