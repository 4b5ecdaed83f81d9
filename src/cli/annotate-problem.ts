import { extname, resolve } from 'node:path';

export interface AnnotateOptions {
  /** A copy of the Word document to write, with a comment on each finding. */
  readonly annotate?: string;
  /** Whether safe fixes are written as tracked changes in the copy. */
  readonly trackChanges?: boolean;
}

/** What is wrong with a wish for an annotated copy; nothing when it can be had. */
export function annotateProblem(
  { annotate: target, trackChanges }: AnnotateOptions,
  paths: readonly string[],
): string | undefined {
  if (target === undefined)
    return trackChanges
      ? '”--track-changes” behöver ”--annotate FIL”: ändringarna skrivs i en kopia.'
      : undefined;
  const [path] = paths;
  if (paths.length !== 1 || extname(path!).toLowerCase() !== '.docx')
    return '”--annotate” tar en Word-fil (.docx) i taget. Ange den: klarlint utkast.docx --annotate utkast.granskat.docx';
  if (extname(target).toLowerCase() !== '.docx')
    return `”${target}” slutar inte på .docx. Kopian är en Word-fil.`;
  if (resolve(target) === resolve(path!))
    return '”--annotate” skriver en kopia. Ange ett annat namn än utkastets.';
  return undefined;
}
