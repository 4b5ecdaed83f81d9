import { ConfigError, type ConfigProblem } from '../config/problem.ts';
import type { Draft } from './drafts.ts';
import type { Examined, Examiner, Prepared } from './examine.ts';
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
  draft: Pick<Draft, 'path' | 'read' | 'before'>,
  examiner: Examiner,
): Promise<Outcome> {
  const { path } = draft;
  try {
    const by = await examiner.ignoredBy(path);
    if (by !== undefined) return { is: 'ignored', by };
    const content = await draft.read();
    const examined = await examiner.examine(path, content, draft.before?.());
    return outcomeWith(content, examined);
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** What became of a draft in an earlier run; nothing when it has to be looked at anew. */
export async function recalled(
  draft: Pick<Draft, 'path' | 'read'>,
  examiner: Examiner,
): Promise<Outcome | undefined> {
  const { path } = draft;
  try {
    const by = await examiner.ignoredBy(path);
    if (by !== undefined) return { is: 'ignored', by };
    const content = await draft.read();
    const examined = await examiner.recall(path, content);
    return examined && outcomeWith(content, examined);
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** What becomes of some drafts that are looked at together, in their order. */
export async function outcomesTogether(
  drafts: readonly Draft[],
  examiner: Examiner,
): Promise<readonly Outcome[]> {
  const outcomes: (Outcome | { readonly content: Content; readonly prepared: Prepared })[] = [];
  for (const draft of drafts) {
    const { path } = draft;
    try {
      const by = await examiner.ignoredBy(path);
      if (by !== undefined) {
        outcomes.push({ is: 'ignored', by });
        continue;
      }
      const content = await draft.read();
      outcomes.push({ content, prepared: await examiner.prepare(path, content, draft.before?.()) });
    } catch (error) {
      outcomes.push(outcomeOfError(error));
    }
  }
  const prepared = outcomes.flatMap((one) => ('prepared' in one ? [one.prepared] : []));
  const examined = [...examiner.examineTogether(prepared)];
  return outcomes.map((one) => ('prepared' in one ? outcomeWith(one.content, examined.shift()!) : one));
}

function outcomeWith(content: Content, examined: Examined): Outcome {
  // The document has done what it is for, and can't be sent between threads.
  const { source: _, ...rest } = content;
  return { is: 'examined', content: rest, examined };
}

/** Throws what is no mistake of the user's. */
function outcomeOfError(error: unknown): Outcome {
  if (error instanceof ConfigError) return { is: 'misconfigured', problems: error.problems };
  if (error instanceof UnreadableError) return { is: 'unreadable', message: error.message };
  throw error;
}
