/**
 * What the language server speaks beside the Language Server Protocol 3.17. A client needs none of it: an editor that
 * knows only the protocol gets diagnostics, code actions, hover and the rest.
 *
 * **Settings** are asked for as the section `klarlint` (`Preferences` below), for each document; a client without
 * `workspace/configuration` gives them as `initializationOptions` or by `workspace/didChangeConfiguration`.
 *
 * **Initialization options** (`InitializationOptions`) are the settings above, and `diagnostics: 'push'` for a client that
 * can pull but would rather be pushed to. Without it a client that can pull is not pushed to.
 *
 * **Commands** (`workspace/executeCommand`; the arguments in brackets):
 *
 * | command | arguments | what it does |
 * |---|---|---|
 * | `klarlint.fixAll` | uri | makes all safe fixes, by `workspace/applyEdit` |
 * | `klarlint.addToVocabulary` | uri, word, `user` or `project` | writes the word into a `klarlint.yml` |
 * | `klarlint.explainRule` | rule id | shows the rule's page, by `window/showDocument` or as a message |
 * | `klarlint.chooseProfile` | [name] | lints with that profile until the session ends; without a name it asks |
 * | `klarlint.lintWorkspace` | | lints all drafts in the folders; gives a `WorkspaceSummary` |
 * | `klarlint.showStatistics` | uri | shows the figures of a text as a message; gives its `Statistics` |
 * | `klarlint.restart` | | forgets everything read and lints anew |
 *
 * **Requests** to the server:
 *
 * | method | parameters | result |
 * |---|---|---|
 * | `klarlint/statistics` | `{ textDocument: { uri } }` | `Statistics`, or null when the document is not open |
 * | `klarlint/profiles` | `{ textDocument?: { uri } }` | `ProfileChoice[]` |
 * | `klarlint/explain` | `{ ruleId }` | `{ title, markdown }`, or null |
 *
 * **Notification** from the server: `klarlint/status` (`Status`), after each time an open document has been linted.
 *
 * **A server in a worker** (`dist/lsp.worker.js`) has no file system. It is told where klarlint's own files lie
 * (`InitializationOptions.packageUri`), and asks the client for content with the request `klarlint/readFile`
 * (`{ uri }` → the bytes as a `Uint8Array`, or null when there is no such file), and with `klarlint/writeFile`
 * (`{ uri, text }` → null) for the vocabulary. Messages to and from it are structured clones, so bytes stay bytes.
 */
import type { Range } from 'vscode-languageserver-types';
import type { Character, HardSentence } from '../report/stats.ts';
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

export interface InitializationOptions extends Partial<Preferences> {
  readonly diagnostics?: 'push';
  /** For a worker: the folder with `rules/` and `dictionaries/`, with a slash at the end. */
  readonly packageUri?: string;
  /** For a worker: the user's own `klarlint.yml`. */
  readonly userConfigUri?: string;
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

/** The figures of a text, with the places of its hardest sentences. */
export interface Statistics extends Omit<Character, 'hardest'> {
  readonly uri: string;
  readonly version: number;
  readonly profile: { readonly name: string; readonly title: string };
  readonly textKind: string | null;
  readonly hardest: readonly (HardSentence & { readonly range: Range })[];
  readonly findings: Readonly<Record<Severity, number>>;
}

export interface ProfileChoice {
  readonly name: string;
  readonly title: string;
  /** Whether the document is linted with it now. */
  readonly current: boolean;
}

export interface WorkspaceSummary {
  readonly documents: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Drafts that were left out, with the reason in Swedish. */
  readonly skipped: readonly { readonly uri: string; readonly message: string }[];
}
