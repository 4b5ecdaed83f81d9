/**
 * What the language server speaks beside the Language Server Protocol 3.17. A client needs none of it: an editor that
 * knows only the protocol gets diagnostics and replacements as code actions.
 *
 * **Settings** are asked for as the section `klarlint` (`Preferences` below), for each document; a client without
 * `workspace/configuration` gives them as `initializationOptions` or by `workspace/didChangeConfiguration`.
 *
 * **Notification** from the server: `klarlint/status` (`Status`), after each time an open document has been linted.
 */
import type { Severity } from '../rule.ts';

/** The settings of a user or a folder, all of them with a default. */
export interface Preferences {
  /** A profile that goes before those of `klarlint.yml` and of the drafts; none when empty. */
  readonly profile: string;
  /** When a document is linted: while it is written, or when it is opened and saved. */
  readonly run: 'onType' | 'onSave';
  /** Findings below this are not shown. */
  readonly minimumSeverity: Severity;
}

/** What a status bar shows. */
export interface Status {
  readonly uri: string;
  readonly version: number;
  readonly profile: { readonly name: string; readonly title: string };
  readonly textKind: string | null;
  readonly words: number;
  readonly lix: number | null;
  /** What the profile says that LIX should be at most. */
  readonly lixTarget: number | null;
  /** Those that are shown, by severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** What the writer should know of the text as such, in Swedish. */
  readonly notes: readonly string[];
}
