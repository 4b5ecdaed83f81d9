/**
 * What the language server speaks beside the Language Server Protocol 3.17. A client needs none of it: an editor that
 * knows only the protocol gets diagnostics, replacements as code actions, hovers, lenses and completions.
 *
 * **Settings** are asked for as the section `klarlint` (`Preferences` below), for each document; a client without
 * `workspace/configuration` gives them as `initializationOptions` or by `workspace/didChangeConfiguration`.
 *
 * Beside them `initializationOptions` may hold `ClientOptions`.
 *
 * **Notification** from the server: `klarlint/status` (`Status`), after each time an open document has been linted.
 *
 * **Requests** to the server: `klarlint/statistics` (`TextDocument` → `Statistics`), `klarlint/profiles` (→ `ProfileInfo[]`),
 * `klarlint/explain` (`{ ruleId }` → `Explanation`).
 *
 * A server in a browser reads no files: it is told of them by the **notification** `klarlint/files` (`Files` of `web.ts`), and
 * asks for a rule's README by the **request** `klarlint/page` (`{ ruleId }` → its text or `null`), and for a file to be written
 * by `klarlint/write` (`{ path, text }`, a `null` path for the user's own file).
 *
 * **Commands** (`workspace/executeCommand`): those of `COMMAND` below.
 */
import type { Range } from 'vscode-languageserver-types';
import type { Character } from '../report/stats.ts';
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

/** What a client says of itself. */
export interface ClientOptions {
  /** It shows message and rule of a finding over its words by itself, as VS Code does: hovers need not repeat them. */
  readonly showsMessages?: boolean;
}

/** What a status bar shows. */
export interface Status {
  readonly uri: string;
  readonly version: number;
  readonly profile: ProfileInfo;
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

export interface ProfileInfo {
  readonly name: string;
  readonly title: string;
}

/** The character of a document in figures, with places to go to. */
export interface Statistics extends Omit<Character, 'hardest'> {
  readonly uri: string;
  readonly profile: ProfileInfo;
  readonly textKind: string | null;
  readonly hardest: readonly (Character['hardest'][0] & { readonly range: Range })[];
}

export interface Explanation {
  readonly title: string;
  /** The rule's page, Markdown in Swedish. */
  readonly markdown: string;
}

/** What a client may ask to be done; each has its arguments. */
export const COMMAND = {
  /** `word`, `'user' | 'project'`, `uri` of a document: writes it in a `klarlint.yml`. */
  addWord: 'klarlint.server.addWord',
  /** `ruleId`: shows the rule's page where the client can show a document. */
  explain: 'klarlint.server.explain',
  /** `uri`: mends what is surely right in an open document. */
  fixAll: 'klarlint.server.fixAll',
  /** Lints all drafts of the workspace's folders; gives `{ files, findings }`. */
  lintWorkspace: 'klarlint.server.lintWorkspace',
} as const;
