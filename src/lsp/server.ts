import type {
  CodeActionParams,
  Connection,
  DocumentDiagnosticReport,
  ExecuteCommandParams,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  CodeActionKind,
  type CodeLens,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import { targetsOf } from '../report/report.ts';
import type { Severity } from '../rule.ts';
import { PROFILE_NAMES, settingsOf } from '../config/profile.ts';
import { entries } from '../generated/rules.ts';
import { Memory } from '../lint.ts';
import { MarkdownVersions, readMarkdown } from '../source/markdown.ts';
import { readPlain } from '../source/plain.ts';
import type { SourceDocument } from '../source/document.ts';
import { UnreadableDocument } from '../source/unreadable.ts';
import { actionsFor, FIX_ALL, fixAllAction, safeEdits } from './code-actions.ts';
import { Configuration } from './configuration.ts';
import { configDiagnostic, diagnosticOf, noteDiagnostic, rangeOf, shownFindings } from './diagnostics.ts';
import { type Draft, isTooLarge, kindOf, type Linted, sourceOf, TOO_LARGE } from './draft.ts';
import type { Host } from './host.ts';
import { findingHover, wordHover } from './hover.ts';
import { completionsFor, lensesOf, statisticsOf } from './overview.ts';
import {
  type ClientOptions,
  COMMAND,
  type Explanation,
  type Preferences,
  type ProfileInfo,
  type Statistics,
  type Status,
} from './protocol.ts';

/** How long the writer is waited for, in milliseconds. */
const DEBOUNCE = 100;
/** When a pause is long enough for the linting to begin, so that what it finds can be told at the end of it. */
const AHEAD = 50;
/** How long after a linting the server rests, in milliseconds: what an editor asks for at once comes first. */
const REST = 30;
const DEFAULTS: Preferences = { profile: '', run: 'onType', minimumSeverity: 'info' };
/** The protocol's numbers, in which its enumerations can't be had without Node. */
const INCREMENTAL = 2;
const MESSAGE = { error: 1, warning: 2, info: 3 };

/** Serves a client until it says goodbye. The host is made when the client has told of itself. */
export function serve(connection: Connection, hostFor: () => Host): void {
  let server: Server | undefined;
  connection.onInitialize((params) => {
    const options: Partial<Preferences> & ClientOptions = params.initializationOptions ?? {};
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
  readonly #showsMessages: boolean;
  /** By URI, as long as nothing has changed. */
  #preferences = new Map<string, Promise<Preferences>>();
  /** Counts up when what documents are linted by has changed. */
  #epoch = 0;
  /** Files of configuration that have been shown to be broken, by URI. */
  #shownBroken = new Set<string>();
  readonly #toldRules = new Set<string>();
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    connection: Connection,
    host: Host,
    { capabilities }: InitializeParams,
    options: Partial<Preferences> & ClientOptions,
  ) {
    this.#connection = connection;
    this.#host = host;
    this.#client = capabilities;
    this.#given = options;
    this.#showsMessages = options.showsMessages === true;
    this.#configuration = new Configuration(host);
    this.#listen();
  }

  get capabilities(): InitializeResult {
    return {
      serverInfo: { name: 'klarlint' },
      capabilities: {
        textDocumentSync: { openClose: true, change: INCREMENTAL, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        hoverProvider: true,
        codeLensProvider: {},
        completionProvider: {},
        executeCommandProvider: { commands: Object.values(COMMAND) },
        ...(this.#pulls && {
          diagnosticProvider: {
            identifier: 'klarlint',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  /** Whether the client asks for diagnostics, so that it need not be told. */
  get #pulls(): boolean {
    return this.#client.textDocument?.diagnostic !== undefined;
  }

  start(): void {
    const { workspace } = this.#client;
    // Not before: until it has been told what we can, a client answers no registration.
    if (workspace?.workspaceFolders)
      this.#connection.workspace.onDidChangeWorkspaceFolders(() => this.#lintAnew());
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
      this.#register('workspace/didChangeWatchedFiles', {
        watchers: [
          { globPattern: '**/{.klarlintrc.json,package.json}' },
          // A guideline that another extends may have any name.
          { globPattern: '**/*.{yml,yaml,dic,aff,tsv}' },
        ],
      });
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      this.#register('workspace/didChangeConfiguration', { section: 'klarlint' });
  }

  /** A client that says it can be asked for something and refuses is one that can't. */
  #register(method: string, options: object): void {
    const registrations = [{ id: method, method, registerOptions: options }];
    this.#connection.sendRequest('client/registerCapability', { registrations }).catch(() => {});
  }

  #listen(): void {
    const connection = this.#connection;
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      this.#close(uri);
      const document = TextDocument.create(uri, languageId, version, text);
      const draft: Draft = { document, versions: new MarkdownVersions(), settled: version, timers: [] };
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
      if (!draft) return;
      draft.settled = draft.document.version;
      this.#schedule(draft, 0, true);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.#close(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      if (settings?.klarlint) this.#given = { ...this.#given, ...settings.klarlint };
      this.#lintAnew();
    });
    connection.onDidChangeWatchedFiles(() => this.#lintAnew());
    connection.onCodeAction((params) => this.#codeActions(params));
    connection.onHover(({ textDocument, position }) => this.#hover(textDocument.uri, position));
    connection.onCodeLens(({ textDocument }) => this.#lenses(textDocument.uri));
    connection.onCompletion(({ textDocument, position }) => this.#completions(textDocument.uri, position));
    connection.onExecuteCommand((params) => this.#execute(params));
    connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
      this.#diagnose(textDocument.uri, previousResultId),
    );
    connection.onRequest('klarlint/statistics', ({ uri }: { uri: string }) => this.#statistics(uri));
    connection.onRequest('klarlint/profiles', () => profileList());
    connection.onRequest('klarlint/explain', ({ ruleId }: { ruleId: string }) => this.#explanation(ruleId));
  }

  #close(uri: string): void {
    for (const timer of this.#drafts.get(uri)?.timers ?? []) clearTimeout(timer);
    this.#drafts.delete(uri);
  }

  /** Lints a document and tells what is found, when the writer has paused. */
  #schedule(draft: Draft, delay: number, saved = delay === 0): void {
    for (const timer of draft.timers) clearTimeout(timer);
    const later = (ms: number, then: () => Promise<unknown>): ReturnType<typeof setTimeout> =>
      setTimeout(async () => {
        try {
          const { run } = await this.#preferencesFor(draft.document.uri);
          if (run === 'onType' || saved) await then();
        } catch (error) {
          this.#connection.console.error(`klarlint: ${error instanceof Error ? error.stack : error}`);
        }
      }, ms);
    draft.timers = [later(delay, () => this.#publish(draft))];
    if (delay > AHEAD) draft.timers.push(later(AHEAD, () => this.#lint(draft)));
  }

  #lintAnew(): void {
    this.#epoch++;
    this.#preferences = new Map();
    this.#configuration.forget();
    for (const draft of this.#drafts.values()) this.#schedule(draft, 0);
    if (this.#pulls && this.#client.workspace?.diagnostics?.refreshSupport)
      this.#connection.sendRequest('workspace/diagnostic/refresh').catch(() => {});
  }

  async #publish(draft: Draft): Promise<void> {
    const linted = await this.#lint(draft);
    if (!linted) return;
    const { uri } = draft.document;
    if (!this.#pulls)
      await this.#connection.sendDiagnostics({
        uri,
        version: linted.version,
        diagnostics: this.#diagnosticsOf(linted),
      });
    this.#publishConfiguration();
    if (this.#client.workspace?.codeLens?.refreshSupport)
      void this.#connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
    await this.#connection.sendNotification('klarlint/status', statusOf(uri, linted));
    this.#rest();
  }

  /** Lets the machine put things in order when the writer has got what there is. */
  #rest(): void {
    clearTimeout(this.#resting);
    if (this.#host.rest) this.#resting = setTimeout(() => this.#host.rest!(), REST);
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

  #diagnosticsOf({ result, preferences, unreadable }: Linted): Diagnostic[] {
    if (unreadable !== undefined) return [noteDiagnostic(unreadable)];
    if (!result) return [];
    // What is to be known of the text as such stands in its status: to a text in English it is no remark.
    return [
      ...shownFindings(result, preferences.minimumSeverity).map(diagnosticOf),
      ...result.comments.map((finding) => diagnosticOf({ ...finding, severity: 'info' })),
    ];
  }

  /** The diagnostics of a document, for a client that asks for them. */
  async #diagnose(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const draft = this.#drafts.get(uri);
    const { run } = await this.#preferencesFor(uri);
    const waits = run === 'onSave' && draft?.settled !== draft?.document.version;
    const linted = waits ? draft?.linted : draft && (await this.#lint(draft));
    if (!linted) return { kind: 'full', items: [] };
    const resultId = `${linted.version}.${linted.epoch}`;
    if (resultId === previous) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: this.#diagnosticsOf(linted) };
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
    const { uri } = draft.document;
    const preferences = await this.#preferencesFor(uri);
    const { version } = draft.document;
    const tooLarge = isTooLarge(draft.document.getText());
    let source: SourceDocument;
    let unreadable = tooLarge ? TOO_LARGE : undefined;
    try {
      source = await sourceOf(draft);
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      unreadable = error.message;
      source = readPlain('');
    }
    const guidance = await this.#configuration.guidanceFor(uri, source, preferences.profile);
    const ignored = await this.#configuration.ignores(uri, preferences.profile);
    if (draft.document.version !== version || epoch !== this.#epoch) return;
    const { linter } = guidance;
    if (draft.memory?.linter !== linter) draft.memory = { linter, of: new Memory() };
    const result = unreadable === undefined && !ignored ? linter.lint(source, draft.memory.of) : undefined;
    for (const { ruleId, error } of result?.failures ?? []) this.#tellOfRule(ruleId, error);
    draft.linted = {
      version,
      epoch,
      guidance,
      preferences,
      result,
      ...(unreadable !== undefined && { unreadable }),
    };
  }

  /** Says something to the writer; nothing is asked, so no answer is waited for. */
  #tell(type: number, message: string): void {
    void this.#connection.sendNotification('window/showMessage', { type, message });
  }

  #tellOfRule(ruleId: string, error: unknown): void {
    if (this.#toldRules.has(ruleId)) return;
    this.#toldRules.add(ruleId);
    this.#connection.console.error(`${ruleId}: ${error instanceof Error ? error.stack : error}`);
    this.#tell(
      MESSAGE.warning,
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
    const findings = shownFindings(linted.result, linted.preferences.minimumSeverity);
    // All at once only where it is asked for: it is no answer to one finding.
    const all = context.only && wanted(FIX_ALL) ? fixAllAction(findings, document) : undefined;
    if (!wanted(CodeActionKind.QuickFix)) return all ? [all] : [];
    const options = {
      canAddWords: this.#host.addWord !== undefined,
      canSuppress: ['markdown', 'html'].includes(kindOf(document)),
    };
    const own = [...findings, ...linted.result.comments].filter((finding) =>
      touches(rangeOf(finding), range),
    );
    return [...own.flatMap((finding) => actionsFor(finding, document, options)), ...(all ? [all] : [])];
  }

  async #hover(uri: string, position: Position): Promise<Hover | null> {
    const draft = this.#drafts.get(uri);
    const linted = draft && (await this.#lint(draft));
    if (!draft || !linted?.result) return null;
    const at = { start: position, end: position };
    const found = shownFindings(linted.result, linted.preferences.minimumSeverity).filter(
      (finding) => !finding.whole && touches(rangeOf(finding), at),
    );
    const { profile, ownRules } = linted.guidance.settings;
    const pages = await Promise.all(
      found.map(
        ({ ruleId }) => ownRules.find(({ id }) => id === ruleId)?.own?.readme ?? this.#host.readme(ruleId),
      ),
    );
    return (
      findingHover(found, pages, !this.#showsMessages) ??
      wordHover(linted.result.text, profile, draft.document, position) ??
      null
    );
  }

  async #lenses(uri: string): Promise<CodeLens[]> {
    const draft = this.#drafts.get(uri);
    const linted = draft && (await this.#lint(draft));
    return draft && linted ? lensesOf(linted, draft.document) : [];
  }

  /** What was last known of the guideline is enough: a word that is being written must not wait. */
  async #completions(uri: string, position: Position): Promise<CompletionItem[]> {
    const draft = this.#drafts.get(uri);
    return draft?.linted ? completionsFor(draft.linted, draft.document, position) : [];
  }

  async #statistics(uri: string): Promise<Statistics | null> {
    const draft = this.#drafts.get(uri);
    const linted = draft && (await this.#lint(draft));
    return draft && linted ? statisticsOf(linted, draft.document) : null;
  }

  async #explanation(ruleId: string): Promise<Explanation | null> {
    const rule = entries.find(({ id }) => id === ruleId)?.rule;
    const markdown = rule && (await this.#host.readme(ruleId));
    return rule && markdown !== undefined ? { title: rule.meta.title, markdown } : null;
  }

  async #execute({ command, arguments: args = [] }: ExecuteCommandParams): Promise<unknown> {
    try {
      switch (command) {
        case COMMAND.addWord:
          return await this.#addWord(
            String(args[0]),
            args[1] === 'user' ? 'user' : 'project',
            String(args[2]),
          );
        case COMMAND.explain: {
          const uri = `${this.#host.rulesUrl}${encodeURI(String(args[0]))}/README.md`;
          if (this.#client.window?.showDocument)
            await this.#connection.window.showDocument({ uri, takeFocus: true });
          return uri;
        }
        case COMMAND.fixAll:
          return await this.#fixAll(String(args[0]));
        case COMMAND.lintWorkspace:
          return await this.#lintWorkspace();
        default:
          return null;
      }
    } catch (error) {
      this.#tell(MESSAGE.error, error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  async #addWord(word: string, scope: 'user' | 'project', uri: string): Promise<null> {
    const path = this.#host.pathOf(uri);
    if (path === undefined && scope === 'project')
      throw new Error('Spara texten först, så att ordlistan har en plats.');
    const told = await this.#host.addWord?.(word, scope, path ?? '/');
    this.#lintAnew();
    if (told !== undefined) this.#tell(MESSAGE.info, told);
    return null;
  }

  async #fixAll(uri: string): Promise<number> {
    const draft = this.#drafts.get(uri);
    const linted = draft && (await this.#lint(draft));
    if (!draft || !linted?.result) return 0;
    const edits = safeEdits(shownFindings(linted.result, linted.preferences.minimumSeverity), draft.document);
    if (edits.length > 0) await this.#connection.workspace.applyEdit({ changes: { [uri]: edits } });
    return edits.length;
  }

  /** Lints the drafts of all folders; those that are open have been. */
  async #lintWorkspace(): Promise<{ files: number; findings: number }> {
    const folders = (await this.#connection.workspace.getWorkspaceFolders()) ?? [];
    const progress = await this.#connection.window.createWorkDoneProgress();
    let files = 0;
    let findings = 0;
    progress.begin('Granskar mappen', undefined, undefined, false);
    try {
      for (const folder of folders) {
        const path = this.#host.pathOf(folder.uri);
        if (path === undefined || !this.#host.drafts) continue;
        for await (const draft of this.#host.drafts(path)) {
          const uri = this.#host.uriOf(draft.path);
          const { profile, minimumSeverity } = await this.#preferencesFor(uri);
          if (await this.#configuration.ignores(uri, profile)) continue;
          files++;
          progress.report(`${files} texter`);
          const source = /\.(?:md|markdown)$/iu.test(draft.path)
            ? readMarkdown(draft.text)
            : await readOther(draft);
          if (!source) continue;
          const { linter } = await this.#configuration.guidanceFor(uri, source, profile);
          const shown = shownFindings(linter.lint(source), minimumSeverity);
          findings += shown.length;
          if (!this.#drafts.has(uri))
            await this.#connection.sendDiagnostics({ uri, diagnostics: shown.map(diagnosticOf) });
        }
      }
      this.#publishConfiguration();
    } finally {
      progress.done();
    }
    return { files, findings };
  }
}

/** A text that is not Markdown; nothing when it can't be read. */
async function readOther({
  path,
  text,
}: {
  path: string;
  text: string;
}): Promise<SourceDocument | undefined> {
  const document = TextDocument.create(path, '', 0, text);
  try {
    return await sourceOf({ document, versions: new MarkdownVersions() });
  } catch (error) {
    if (error instanceof UnreadableDocument) return undefined;
    throw error;
  }
}

function profileList(): ProfileInfo[] {
  return PROFILE_NAMES.map((name) => ({ name, title: settingsOf(name).profile.title }));
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
    notes: result?.notes ?? (linted.unreadable === undefined ? [] : [linted.unreadable]),
  };
}
