import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  type StatusBarItem,
  StatusBarAlignment,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions, ProfileInfo, Status } from '../../src/lsp/protocol.ts';
import { StatisticsView } from './statistics.ts';

/** What may hold a draft. Other schemes are views of files, such as Git's. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-test-web', 'vscode-remote', 'memfs'];
const LANGUAGES = ['markdown', 'plaintext', 'html', 'mdx'];

/** What the client is told, whatever it runs in. */
export const CLIENT_OPTIONS: LanguageClientOptions = {
  documentSelector: SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
  diagnosticCollectionName: 'klarlint',
  initializationOptions: { showsMessages: true } satisfies ClientOptions,
  synchronize: { configurationSection: 'klarlint' },
  middleware: {
    window: {
      // A rule's page is shown as a page.
      showDocument: async ({ uri }) => {
        const shown = uri.endsWith('README.md') ? 'markdown.showPreview' : 'vscode.open';
        await commands.executeCommand(shown, Uri.parse(uri));
        return { success: true };
      },
    },
  },
};

/** Runs the extension with a language client; gives what is to be let go of when it ends. */
export async function run(context: ExtensionContext, client: BaseLanguageClient): Promise<Disposable[]> {
  const bar = new StatusBar();
  const statistics = new StatisticsView(client);
  const own: Disposable[] = [
    bar,
    statistics,
    client.onNotification('klarlint/status', (status: Status) => {
      bar.keep(status);
      statistics.changed(status.uri);
    }),
    window.onDidChangeActiveTextEditor(() => {
      bar.show();
      statistics.show();
    }),
    commands.registerCommand('klarlint.chooseProfile', () => chooseProfile(client)),
    commands.registerCommand('klarlint.showStatistics', () =>
      commands.executeCommand('klarlint.statistics.focus'),
    ),
    commands.registerCommand('klarlint.fixAll', () => {
      const uri = window.activeTextEditor?.document.uri.toString();
      return uri && execute(client, 'klarlint.server.fixAll', uri);
    }),
    commands.registerCommand('klarlint.lintWorkspace', async () => {
      const { files, findings } = (await execute(client, 'klarlint.server.lintWorkspace')) as {
        files: number;
        findings: number;
      };
      void window.showInformationMessage(l10n.t('{0} texts checked, {1} findings.', files, findings));
    }),
    commands.registerCommand('klarlint.restart', async () => {
      await client.stop();
      await client.start();
    }),
  ];
  try {
    await client.start();
  } catch (error) {
    void window.showErrorMessage(l10n.t('klarlint did not start: {0}', String(error)));
  }
  context.subscriptions.push(...own);
  return own;
}

function execute(client: BaseLanguageClient, command: string, ...args: unknown[]): Promise<unknown> {
  return client.sendRequest('workspace/executeCommand', { command, arguments: args });
}

/** Asks which guideline to follow, and writes it in the settings: those of the folder where there is one. */
async function chooseProfile(client: BaseLanguageClient): Promise<void> {
  const profiles = await client.sendRequest<ProfileInfo[]>('klarlint/profiles');
  const items = [
    { label: l10n.t('What klarlint.yml and the text say'), name: '' },
    ...profiles.map(({ name, title }) => ({ label: title, description: name, name })),
  ];
  const chosen = await window.showQuickPick(items, {
    placeHolder: l10n.t('Which guideline should the texts follow?'),
  });
  if (chosen)
    await workspace
      .getConfiguration('klarlint')
      .update('profile', chosen.name, workspace.workspaceFolders === undefined);
}

/** LIX, words and findings of the text that is written in. */
class StatusBar implements Disposable {
  readonly #item: StatusBarItem = window.createStatusBarItem('klarlint', StatusBarAlignment.Right, 90);
  readonly #known = new Map<string, Status>();

  constructor() {
    this.#item.name = 'klarlint';
    this.#item.command = 'klarlint.showStatistics';
  }

  keep(status: Status): void {
    this.#known.set(status.uri, status);
    this.show();
  }

  show(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.#known.get(uri);
    if (!status) {
      this.#item.hide();
      return;
    }
    const { words, lix, lixTarget, findings, profile, notes } = status;
    const over = lix !== null && lixTarget !== null && Math.round(lix) > lixTarget;
    const figures =
      lix === null ? l10n.t('{0} words', words) : l10n.t('{0} words, LIX {1}', words, Math.round(lix));
    this.#item.text = `${over ? '$(book)' : '$(pass)'} ${figures}`;
    const target = lixTarget === null ? '' : ` (${l10n.t('target {0}', lixTarget)})`;
    this.#item.tooltip = [
      `${figures}${target}`,
      l10n.t('Errors: {0}, warnings: {1}, advice: {2}', findings.error, findings.warning, findings.info),
      l10n.t('Guideline: {0}', profile.title),
      ...notes,
      l10n.t("Click for the text's statistics."),
    ].join('\n');
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
