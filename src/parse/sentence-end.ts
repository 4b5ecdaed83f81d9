import type { SentenceContent } from 'nlcst';

/** Whether a sentence ends with the node at `index`. */
export type Ends = (children: readonly SentenceContent[], index: number) => boolean;
