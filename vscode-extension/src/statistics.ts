import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  Selection,
  TextEditorRevealType,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Statistics } from '../../src/lsp/protocol.ts';

/** A line of the view, and those under it. */
interface Line {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: string;
  readonly go?: Statistics['hardest'][0]['range'];
  readonly lines?: readonly Line[];
}

/** The figures of the text that is written in, and its hardest sentences, each a click away. */
export class StatisticsView implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #own: Disposable[];
  #uri: string | undefined;
  #lines: readonly Line[] = [];

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    const provider: TreeDataProvider<Line> = {
      onDidChangeTreeData: this.#changed.event,
      getChildren: (line) => [...(line ? (line.lines ?? []) : this.#lines)],
      getTreeItem: (line) => this.#itemOf(line),
    };
    const view = window.createTreeView('klarlint.statistics', { treeDataProvider: provider });
    this.#own = [
      view,
      view.onDidChangeVisibility(({ visible }) => visible && this.show()),
      commands.registerCommand('klarlint.goTo', (range: Statistics['hardest'][0]['range']) =>
        this.#goTo(range),
      ),
    ];
    this.#isVisible = () => view.visible;
  }

  readonly #isVisible: () => boolean;

  /** The text that is written in has another, or is another. */
  show(): void {
    this.#uri = window.activeTextEditor?.document.uri.toString() ?? this.#uri;
    void this.#refresh();
  }

  changed(uri: string): void {
    this.#uri ??= window.activeTextEditor?.document.uri.toString();
    if (uri === this.#uri) void this.#refresh();
  }

  async #refresh(): Promise<void> {
    const uri = this.#uri;
    if (uri === undefined || !this.#isVisible() || !this.#client.isRunning()) return;
    const statistics = await this.#client.sendRequest<Statistics | null>('klarlint/statistics', { uri });
    if (uri !== this.#uri) return;
    this.#lines = statistics ? linesOf(statistics) : [];
    this.#changed.fire();
  }

  #itemOf({ label, description, tooltip, icon, go, lines }: Line): TreeItem {
    const item = new TreeItem(
      label,
      lines ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
    );
    if (description !== undefined) item.description = description;
    if (tooltip !== undefined) item.tooltip = tooltip;
    if (icon !== undefined) item.iconPath = new ThemeIcon(icon);
    if (go) item.command = { title: label, command: 'klarlint.goTo', arguments: [go] };
    return item;
  }

  async #goTo({ start, end }: Statistics['hardest'][0]['range']): Promise<void> {
    if (this.#uri === undefined) return;
    const editor = await window.showTextDocument(Uri.parse(this.#uri));
    const range = new Range(start.line, start.character, end.line, end.character);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenter);
  }

  dispose(): void {
    for (const one of this.#own) one.dispose();
    this.#changed.dispose();
  }
}

function linesOf(statistics: Statistics): Line[] {
  const { words, sentences, lix, sentenceMean, longSentences, ovix, passives, targets, hardest, keywords } =
    statistics;
  const figure = (label: string, value: number | null, target?: number, unit = ''): Line[] => {
    if (value === null) return [];
    const rounded = Math.round(value);
    const goal = target === undefined ? '' : ` (${l10n.t('target {0}', target)})`;
    const over = target !== undefined && rounded > target;
    return [{ label, description: `${rounded}${unit}${goal}`, icon: over ? 'warning' : 'dash' }];
  };
  const share = (value: number | null): number | null => (value === null ? null : value * 100);
  return [
    { label: l10n.t('Guideline: {0}', statistics.profile.title), icon: 'law' },
    ...figure('LIX', lix, targets['lix']),
    ...figure(l10n.t('Words'), words),
    ...figure(l10n.t('Sentences'), sentences),
    ...figure(l10n.t('Words per sentence'), sentenceMean, targets['sentenceMean']),
    ...figure(l10n.t('Long sentences'), share(longSentences), undefined, ' %'),
    ...figure(l10n.t('Passives'), share(passives), undefined, ' %'),
    ...figure(l10n.t('Word variation (OVIX)'), ovix),
    ...(hardest.length === 0
      ? []
      : [
          {
            label: l10n.t('Hardest sentences'),
            icon: 'list-ordered',
            lines: hardest.map(({ line, text, reasons, range }) => ({
              label: text,
              description: l10n.t('Line {0}', line),
              tooltip: `${text}\n\n${reasons.join(', ')}`,
              go: range,
            })),
          },
        ]),
    ...(keywords.unused.length === 0
      ? []
      : [
          {
            label: l10n.t('Key words not used'),
            icon: 'key',
            lines: keywords.unused.map((label) => ({ label })),
          },
        ]),
  ];
}
