import type { LintResult, Settings } from '../lint.ts';
import type { Finding } from '../rule.ts';

/** A document that has been linted. */
export interface LintedDocument {
  /** As a person names it: relative to the folder they stand in. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly result: LintResult;
  readonly settings: Settings;
}

/** A form of report: is told of each document as it is read, and writes as it goes. */
export interface Report {
  document(document: LintedDocument): void;
  /** A document that could not be read or linted, and why. */
  failed(document: { readonly name: string; readonly path: string }, message: string): void;
  end(): void;
}

export type Write = (text: string) => void;

/** The findings that a report shows: all, or with `quiet` only the errors. */
export function shownOf({ findings }: LintResult, quiet: boolean): readonly Finding[] {
  return quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
}

/** What a document is compared with: the targets of its kind, and those for all kinds. */
export function targetsOf({ profile, textKind }: Settings): Readonly<Record<string, number>> {
  return { ...profile.targets['default'], ...(textKind === undefined ? {} : profile.targets[textKind]) };
}
