import type { CodeActionParams, Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { targetsOf } from '../report/report.ts';
import type { Severity } from '../rule.ts';
import { actionsFor } from './code-actions.ts';
import { Configuration } from './configuration.ts';
import { configDiagnostic, diagnosticOf, noteDiagnostic, rangeOf, shownFindings } from './diagnostics.ts';
import { type Draft, isTooLarge, type Linted, sourceOf, TOO_LARGE } from './draft.ts';
import type { Host } from './host.ts';
import type { Preferences, Status } from './protocol.ts';

/** How long the writer is waited for, in milliseconds. */
const DEBOUNCE = 100;
const DEFAULTS: Preferences = { profile: '', run: 'onType', minimumSeverity: 'info' };
/** The protocol's numbers, in which its enumerations can't be had without Node. */
const INCREMENTAL = 2;

/** Serves a client until it says goodbye. The host is made when the client has told of itself. */
export function serve(connection: Connection, hostFor: () => Host): void {
  let server: Server | undefined;
  connection.onInitialize((params) => {
    const options: Partial<Preferences> = params.initializationOptions ?? {};
    server = new Server(connection, hostFor(), params, options);
    return server.capabilities;
  });
  connection.onInitialized(() => server?.start());
  connection.listen();
}

class Server {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #client: InitializeParams['capabilities'];
  readonly #configuration: Configuration;
  readonly #drafts = new Map<string, Draft>();
  /** What the client said of itself when it could not be asked. */
  #given: Partial<Preferences>;
  /** By URI, as long as nothing has changed. */
  #preferences = new Map<string, Promise<Preferences>>();
  /** Counts up when what documents are linted by has changed. */
  #epoch = 0;
  /** Files of configuration that have been shown to be broken, by URI. */
  #shownBroken = new Set<string>();
  readonly #toldRules = new Set<string>();

  constructor(
    connection: Connection,
    host: Host,
    { capabilities }: InitializeParams,
    options: Partial<Preferences>,
  ) {
    this.#connection = connection;
    this.#host = host;
    this.#client = capabilities;
    this.#given = options;
    this.#configuration = new Configuration(host);
    this.#listen();
  }

  get capabilities(): InitializeResult {
    return {
      serverInfo: { name: 'klarlint' },
      capabilities: {
        textDocumentSync: { openClose: true, change: INCREMENTAL, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  start(): void {
    const { workspace } = this.#client;
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      void this.#connection.client.register({ method: 'workspace/didChangeConfiguration' } as never, {
        section: 'klarlint',
      });
  }

  #listen(): void {
    const connection = this.#connection;
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      this.#close(uri);
      const draft: Draft = { document: TextDocument.create(uri, languageId, version, text) };
      this.#drafts.set(uri, draft);
      this.#schedule(draft, 0);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const draft = this.#drafts.get(textDocument.uri);
      if (!draft) return;
      TextDocument.update(draft.document, contentChanges, textDocument.version);
      this.#schedule(draft, DEBOUNCE);
    });
    connection.onDidSaveTextDocument(({ textDocument }) => {
      const draft = this.#drafts.get(textDocument.uri);
      if (draft) this.#schedule(draft, 0, true);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.#close(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      if (settings?.klarlint) this.#given = { ...this.#given, ...settings.klarlint };
      this.#lintAnew();
    });
    connection.onCodeAction((params) => this.#codeActions(params));
  }

  #close(uri: string): void {
    clearTimeout(this.#drafts.get(uri)?.timer);
    this.#drafts.delete(uri);
  }

  /** Lints a document and tells what is found, when the writer has paused. */
  #schedule(draft: Draft, delay: number, saved = delay === 0): void {
    clearTimeout(draft.timer);
    draft.timer = setTimeout(async () => {
      draft.timer = undefined;
      try {
        const { run } = await this.#preferencesFor(draft.document.uri);
        if (run === 'onSave' && !saved) return;
        await this.#publish(draft);
      } catch (error) {
        this.#connection.console.error(`klarlint: ${error instanceof Error ? error.stack : error}`);
      }
    }, delay);
  }

  #lintAnew(): void {
    this.#epoch++;
    this.#preferences = new Map();
    this.#configuration.forget();
    for (const draft of this.#drafts.values()) this.#schedule(draft, 0);
  }

  async #publish(draft: Draft): Promise<void> {
    const linted = await this.#lint(draft);
    if (!linted) return;
    const { uri } = draft.document;
    await this.#connection.sendDiagnostics({
      uri,
      version: linted.version,
      diagnostics: this.#diagnosticsOf(linted),
    });
    this.#publishConfiguration();
    await this.#connection.sendNotification('klarlint/status', statusOf(uri, linted));
  }

  #publishConfiguration(): void {
    const broken = new Set<string>();
    for (const [path, problems] of this.#configuration.problems) {
      const uri = this.#host.uriOf(path);
      broken.add(uri);
      void this.#connection.sendDiagnostics({ uri, diagnostics: problems.map(configDiagnostic) });
    }
    for (const uri of this.#shownBroken)
      if (!broken.has(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#shownBroken = broken;
  }

  #diagnosticsOf({ result, preferences }: Linted): Diagnostic[] {
    if (!result) return [noteDiagnostic(TOO_LARGE)];
    return [
      ...result.notes.map(noteDiagnostic),
      ...shownFindings(result, preferences.minimumSeverity).map(diagnosticOf),
    ];
  }

  /** What the newest version of a document is found to be; nothing when it has been closed. */
  async #lint(draft: Draft): Promise<Linted | undefined> {
    while (this.#drafts.get(draft.document.uri) === draft) {
      const { linted } = draft;
      if (linted && linted.version === draft.document.version && linted.epoch === this.#epoch) return linted;
      draft.running ??= this.#lintOnce(draft).finally(() => {
        draft.running = undefined;
      });
      await draft.running;
    }
    return undefined;
  }

  async #lintOnce(draft: Draft): Promise<void> {
    const epoch = this.#epoch;
    const { uri, languageId } = draft.document;
    const preferences = await this.#preferencesFor(uri);
    const { version } = draft.document;
    const text = draft.document.getText();
    const source = sourceOf(isTooLarge(text) ? '' : text, languageId, uri);
    const guidance = await this.#configuration.guidanceFor(uri, source, preferences.profile);
    if (draft.document.version !== version || epoch !== this.#epoch) return;
    const result = isTooLarge(text) ? undefined : guidance.linter.lint(source);
    for (const { ruleId, error } of result?.failures ?? []) this.#tellOfRule(ruleId, error);
    draft.linted = { version, epoch, guidance, preferences, result };
  }

  #tellOfRule(ruleId: string, error: unknown): void {
    if (this.#toldRules.has(ruleId)) return;
    this.#toldRules.add(ruleId);
    this.#connection.console.error(`${ruleId}: ${error instanceof Error ? error.stack : error}`);
    this.#connection.window.showWarningMessage(
      `Regeln ${ruleId} gick sönder och hoppas över. Resten av texten granskas. Rapportera gärna felet (${error}).`,
    );
  }

  #preferencesFor(uri: string): Promise<Preferences> {
    let known = this.#preferences.get(uri);
    if (!known) {
      known = this.#askPreferences(uri);
      this.#preferences.set(uri, known);
    }
    return known;
  }

  async #askPreferences(uri: string): Promise<Preferences> {
    let told: Partial<Record<keyof Preferences, unknown>> | null = null;
    if (this.#client.workspace?.configuration) {
      try {
        told = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'klarlint' });
      } catch {
        // A client that says it can and can't is one that says nothing.
      }
    }
    return understood({ ...this.#given, ...told });
  }

  async #codeActions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const draft = this.#drafts.get(textDocument.uri);
    const linted = draft && (await this.#lint(draft));
    if (!draft || !linted?.result) return [];
    const { document } = draft;
    const wanted = (kind: string): boolean =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    if (!wanted(CodeActionKind.QuickFix)) return [];
    return shownFindings(linted.result, linted.preferences.minimumSeverity)
      .filter((finding) => touches(rangeOf(finding), range))
      .flatMap((finding) => actionsFor(finding, document));
  }
}

/** Preferences out of whatever a client has said; what can't be understood is as if it had not been said. */
function understood(told: Partial<Record<keyof Preferences, unknown>>): Preferences {
  const { profile, run, minimumSeverity } = told;
  return {
    profile: typeof profile === 'string' ? profile : DEFAULTS.profile,
    run: run === 'onSave' ? run : DEFAULTS.run,
    minimumSeverity:
      minimumSeverity === 'error' || minimumSeverity === 'warning'
        ? minimumSeverity
        : DEFAULTS.minimumSeverity,
  };
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

export function countsOf({ result, preferences }: Linted): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  if (result)
    for (const { severity } of shownFindings(result, preferences.minimumSeverity)) counts[severity]++;
  return counts;
}

function statusOf(uri: string, linted: Linted): Status {
  const { version, result, guidance } = linted;
  const { profile, textKind } = guidance.settings;
  return {
    uri,
    version,
    profile: { name: profile.name, title: profile.title },
    textKind: textKind ?? null,
    words: result?.measures.words ?? 0,
    lix: result?.measures.lix ?? null,
    lixTarget: targetsOf(guidance.settings)['lix'] ?? null,
    findings: countsOf(linted),
    notes: result?.notes ?? [TOO_LARGE],
  };
}
