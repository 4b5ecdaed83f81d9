import { ConfigError, type ConfigProblem } from '../config/problem.ts';
import type { Draft } from './drafts.ts';
import type { Examined, Examiner } from './examine.ts';
import { type Content, UnreadableError } from './read-file.ts';

/** What became of a draft: plain data, that can be sent between threads. */
export type Outcome =
  | { readonly is: 'examined'; readonly content: Content; readonly examined: Examined }
  /** `by` is the file of configuration that says so. */
  | { readonly is: 'ignored'; readonly by: string }
  | { readonly is: 'unreadable'; readonly message: string }
  | { readonly is: 'misconfigured'; readonly problems: readonly ConfigProblem[] };

/** Reads a draft and looks at it. */
export async function outcomeOf(
  { path, read, before }: Pick<Draft, 'path' | 'read' | 'before'>,
  examiner: Examiner,
): Promise<Outcome> {
  try {
    const by = await examiner.ignoredBy(path);
    if (by !== undefined) return { is: 'ignored', by };
    const content = await read();
    const examined = await examiner.examine(path, content, before?.());
    // The document has done what it is for, and can't be sent between threads.
    const { source: _, ...rest } = content;
    return { is: 'examined', content: rest, examined };
  } catch (error) {
    if (error instanceof ConfigError) return { is: 'misconfigured', problems: error.problems };
    if (error instanceof UnreadableError) return { is: 'unreadable', message: error.message };
    throw error;
  }
}
