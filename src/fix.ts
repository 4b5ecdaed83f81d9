import type { Edit, Finding, Fix } from './rule.ts';

/** Which fixes are made: only those that are right in every reading, or the first that a finding offers. */
export type FixKind = 'safe' | 'suggested';

export interface Fixed {
  readonly text: string;
  /** The findings that were mended. */
  readonly mended: readonly Finding[];
}

/** A text that mends itself in more rounds than this goes round in a ring. */
const MOST_ROUNDS = 10;

/**
 * Mends a text and looks at it again until nothing is left to mend, at most 10 times. `lint` finds what is wrong with a
 * text; `result` is what it says of the text as it is at last. What lies outside the fixes' edits stays as it is.
 */
export async function fixUntilStable<Result extends { readonly findings: readonly Finding[] }>(
  text: string,
  lint: (text: string) => Result | Promise<Result>,
  kind: FixKind,
): Promise<Fixed & { readonly result: Result }> {
  const mended: Finding[] = [];
  let current = text;
  let result = await lint(current);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixed = applyFixes(current, result.findings, kind);
    if (fixed.text === current) break;
    mended.push(...fixed.mended);
    current = fixed.text;
    result = await lint(current);
  }
  return { text: current, mended, result };
}

/** Makes the fixes of some findings of a text. Of those that overlap the first is made, the others are left. */
export function applyFixes(text: string, findings: readonly Finding[], kind: FixKind): Fixed {
  const mended: Finding[] = [];
  let written = '';
  let at = 0;
  for (const { finding, edits } of chosenFixes(findings, kind)) {
    const { start: first, end: firstEnd } = edits[0]!;
    // Two insertions at one place would say the same thing twice.
    if (first < at || (first === at && firstEnd === first && mended.length > 0)) continue;
    for (const { start, end, text: replacement } of edits) {
      written += text.slice(at, start) + replacement;
      at = end;
    }
    mended.push(finding);
  }
  return { text: written + text.slice(at), mended };
}

/** The fix of each finding that has one of the kind, its edits in order, by where they begin. */
function chosenFixes(
  findings: readonly Finding[],
  kind: FixKind,
): { finding: Finding; edits: readonly Edit[] }[] {
  return findings
    .flatMap((finding) => {
      const fix = fixOf(finding, kind);
      return fix ? [{ finding, edits: fix.edits.toSorted((a, b) => a.start - b.start) }] : [];
    })
    .sort((a, b) => a.edits[0]!.start - b.edits[0]!.start);
}

/** The fix of a finding that is made. */
export function fixOf({ fixes }: Finding, kind: FixKind): Fix | undefined {
  return fixes.find((fix) => fix.kind === 'safe') ?? (kind === 'suggested' ? fixes[0] : undefined);
}

/** A fix as one edit: what stands between its edits is written again as it is. `text` is the original. */
export function asOneEdit({ edits }: Fix, text: string): Edit {
  const inOrder = edits.toSorted((a, b) => a.start - b.start);
  const start = inOrder[0]!.start;
  let at = start;
  let written = '';
  for (const edit of inOrder) {
    written += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start, end: at, text: written };
}
