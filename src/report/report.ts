import type { LintResult, Settings } from '../lint.ts';
import type { Finding } from '../rule.ts';
import type { Suppressed } from '../suppress.ts';

/** A document that has been linted. */
export interface LintedDocument {
  /** As a person names it: relative to the folder they stand in. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** What was linted; the findings' offsets are those of this text. */
  readonly text: string;
  /** Those that are to be shown. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly measures: LintResult['measures'];
  /** What a reader should know of the document as such; it is told elsewhere. */
  readonly notes: readonly string[];
  /** What the measures are compared with. */
  readonly targets: Readonly<Record<string, number>>;
  /** Whether fixes were made in the text. */
  readonly fixed: boolean;
}

/** A form of report: is told of each document as it is read, and writes as it goes. */
export interface Report {
  document(document: LintedDocument): void;
  /** A document that could not be read or linted, and why. */
  failed(document: { readonly name: string; readonly path: string }, message: string): void;
  end(): void;
}

export type Write = (text: string) => void;

/** What a document is compared with: the targets of its kind, and those for all kinds. */
export function targetsOf({ profile, textKind }: Settings): Readonly<Record<string, number>> {
  return { ...profile.targets['default'], ...(textKind === undefined ? {} : profile.targets[textKind]) };
}
