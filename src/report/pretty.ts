import type { Finding, Severity } from '../rule.ts';
import { visible, widthOf, wrap } from './cells.ts';
import { frame, WHOLE } from './frame.ts';
import type { LintedDocument, Report, Write } from './report.ts';
import { SEVERITY_WORD } from './severity.ts';
import type { Paint, Style } from './style.ts';
import { count, number } from './wording.ts';

export interface PrettyOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether only errors are shown. */
  readonly quiet: boolean;
  /** How many documents there will be. */
  readonly documents: number;
}

/** A rule that has spoken this many times in a document sums up the rest. */
const MOST_OF_A_RULE = 5;
/** With more documents than this, those without findings are not named. */
const MOST_CLEAN = 10;
/** Under this many columns the message stands on a line of its own. */
const NARROW = 64;
/** The rule stands beside the messages only when they have this many columns. */
const LEAST_MESSAGE = 50;

const WIDEST_WORD = 'varning'.length;

/** The report for a person at a terminal. */
export function prettyReport(write: Write, options: PrettyOptions): Report {
  const { style, width, quiet, documents } = options;
  const none = quiet ? 'inga fel' : 'inga anmärkningar';
  const total: Tally = { findings: 0, error: 0, warning: 0, info: 0, safe: 0, suggested: 0 };
  let read = 0;
  let flagged = 0;
  /** Clean texts stand line by line; what follows them is set off. */
  let afterLine = false;
  return {
    document(document) {
      const { findings } = document;
      read++;
      if (findings.length === 0) {
        // A document that was not reviewed has a note, which is told elsewhere.
        if (document.notes.length > 0 || documents > MOST_CLEAN) return;
        const name = style.underline(visible(document.name));
        afterLine = true;
        write(`${name}  ${style.green(none)}  ${style.dim(figures(document))}\n`);
        return;
      }
      flagged++;
      const own = tallyOf(findings);
      for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += own[key];
      const name = style.underline(visible(document.name));
      const blocks = new Layout(document, options).lines();
      const summary = [
        ...wrap(tallied(own), width - 2).map((line) => `  ${style.bold(line)}`),
        ...wrap(figures(document), width - 2).map((line) => `  ${style.dim(line)}`),
      ];
      write(`${afterLine ? '\n' : ''}${[name, '', ...blocks, '', ...summary].join('\n')}\n\n`);
      afterLine = false;
    },
    failed() {},
    end() {
      if (documents < 2 || read === 0) return;
      const files = count(read, 'fil', 'filer');
      const rest = flagged === 0 ? none : `${tallied(total)}, i ${count(flagged, 'fil', 'filer')}`;
      if (afterLine) write('\n');
      for (const line of wrap(`${files}: ${rest}`, width)) write(`${style.bold(line)}\n`);
    },
  };
}

/** The findings of one document as lines. */
class Layout {
  readonly #shown: readonly Finding[];
  /** The findings that are summed up, by rule. */
  readonly #rest = new Map<string, Finding[]>();
  readonly #options: PrettyOptions;
  readonly #sourceLines: readonly string[];
  readonly #placeWidth: number;
  readonly #messageWidth: number;
  readonly #longest: number;
  readonly #sourced = new Set<string>();

  constructor({ findings, text }: LintedDocument, options: PrettyOptions) {
    const spoken = new Map<string, number>();
    this.#shown = findings.filter((finding) => {
      const times = (spoken.get(finding.ruleId) ?? 0) + 1;
      spoken.set(finding.ruleId, times);
      if (times <= MOST_OF_A_RULE) return true;
      const rest = this.#rest.get(finding.ruleId);
      if (rest) rest.push(finding);
      else this.#rest.set(finding.ruleId, [finding]);
      return false;
    });
    this.#options = options;
    this.#sourceLines = text.split(/\r\n|\r|\n/u);
    const widest = (sizes: readonly number[]): number => sizes.reduce((a, b) => Math.max(a, b), 3);
    const shown = this.#shown;
    this.#placeWidth = widest(shown.map((finding) => (finding.whole ? 0 : placeOf(finding).length)));
    this.#longest = widest(shown.map(({ message }) => widthOf(message)));
    const room = options.width - this.#textColumn - widest(shown.map(({ ruleId }) => ruleId.length)) - 2;
    this.#messageWidth = Math.min(this.#longest, options.width < NARROW ? 0 : room);
  }

  get #severityColumn(): number {
    return 2 + this.#placeWidth + 2;
  }

  get #textColumn(): number {
    return this.#severityColumn + WIDEST_WORD + 2;
  }

  lines(): string[] {
    const blocks = this.#shown.map((finding) => this.#block(finding));
    for (const [ruleId, rest] of this.#rest) blocks.push(this.#summedUp(ruleId, rest));
    // One-liners stand together, as the sums of several rules do.
    return blocks.flatMap((block, i) =>
      i > 0 && (block.length > 1 || blocks[i - 1]!.length > 1) ? ['', ...block] : block,
    );
  }

  #block(finding: Finding): string[] {
    const { style, width } = this.#options;
    const paint = paintOf(finding, style);
    const indent = ' '.repeat(width < NARROW ? 4 : this.#severityColumn);
    const lines = this.#told(finding, paint);
    const frame = finding.whole ? [] : this.#frame(finding, paint, width - indent.length);
    const aside = this.#aside(finding);
    const carets = frame.at(-1);
    if (aside === '') lines.push(...frame.map(({ text }) => indent + text));
    else if (carets && carets.columns + 2 + widthOf(aside) <= width - indent.length) {
      lines.push(`${indent}${frame[0]!.text}`, `${indent}${carets.text}  ${style.dim(aside)}`);
    } else {
      lines.push(...frame.map(({ text }) => indent + text));
      lines.push(...wrap(aside, width - indent.length).map((line) => indent + style.dim(line)));
    }
    return lines;
  }

  /** Whether there is room for the rule beside the message. */
  get #beside(): boolean {
    return this.#messageWidth >= LEAST_MESSAGE || this.#messageWidth >= this.#longest;
  }

  /** Place, severity and message, and the rule where there is room for it. */
  #told(finding: Finding, paint: Paint): string[] {
    const { style, width } = this.#options;
    const { ruleId, severity, whole } = finding;
    const message = visible(finding.message);
    const place = whole ? WHOLE : placeOf(finding).padEnd(this.#placeWidth);
    if (width < NARROW) {
      const head = `  ${style.dim(place.trimEnd())}  ${paint(SEVERITY_WORD[severity])}`;
      return [head, ...wrap(message, width - 4).map((line) => `    ${line}`)];
    }
    // What is said of the whole text needs no column for the place.
    const column = whole ? 2 + WHOLE.length + 2 + WIDEST_WORD + 2 : this.#textColumn;
    const idColumn = this.#beside ? this.#textColumn + this.#messageWidth + 2 : width + 2;
    const [first, ...more] = wrap(message, idColumn - 2 - column);
    const head = `  ${style.dim(place)}  ${paint(SEVERITY_WORD[severity].padEnd(WIDEST_WORD))}  ${first}`;
    const gap = ' '.repeat(Math.max(0, idColumn - column - widthOf(first!)));
    return [
      this.#beside ? `${head}${gap}${style.dim(ruleId)}` : head,
      ...more.map((line) => ' '.repeat(column) + line),
    ];
  }

  #frame({ place }: Finding, paint: Paint, width: number): { text: string; columns: number }[] {
    const line = this.#sourceLines[place.line - 1] ?? '';
    const endColumn = place.endLine > place.line ? line.length + 1 : place.endColumn;
    const { before, words, after, indent, carets } = frame(line, place.column, endColumn, width);
    return [
      { text: before + words + after, columns: width },
      { text: indent + paint(carets), columns: indent.length + carets.length },
    ];
  }

  /** What stands after the carets: the rule, unless it stands beside the message, and the first time its source. */
  #aside({ ruleId, source, where }: Finding): string {
    const key = `${ruleId} ${source}`;
    const parts = [
      ...(where === undefined ? [] : [visible(where)]),
      ...(this.#beside ? [] : [ruleId]),
      ...(this.#sourced.has(key) ? [] : [visible(source)]),
    ];
    this.#sourced.add(key);
    return parts.join(' · ');
  }

  #summedUp(ruleId: string, findings: readonly Finding[]): string[] {
    const { style, width } = this.#options;
    const placed = findings.filter(({ whole }) => !whole);
    const inLines = placed.every(({ where }) => where === undefined);
    const told = placed.map(({ where, place }) =>
      where === undefined ? String(place.line) : visible(where),
    );
    const places = [...new Set(told)];
    const most = inLines ? 8 : 4;
    const few = places.length > most ? [...places.slice(0, most), '…'] : places;
    const list = inLines ? `rad ${few.join(', ')}` : few.join('; ');
    const text = `… och ${number(findings.length)} till av ${ruleId}${places.length > 0 ? ` (${list})` : ''}`;
    return wrap(text, width - 2).map((line) => `  ${style.dim(line)}`);
  }
}

function placeOf({ whole, place }: Finding): string {
  return whole ? WHOLE : `${place.line}:${place.column}`;
}

function paintOf({ severity }: Finding, style: Style): Paint {
  return severity === 'error' ? style.red : severity === 'warning' ? style.yellow : style.cyan;
}

/** How many findings there are, of each severity, and how many `--fix` mends, or only `--fix-unsafe`. */
interface Tally extends Record<Severity, number> {
  findings: number;
  safe: number;
  suggested: number;
}

function tallyOf(findings: readonly Finding[]): Tally {
  const tally: Tally = { findings: findings.length, error: 0, warning: 0, info: 0, safe: 0, suggested: 0 };
  for (const { severity, fixes } of findings) {
    tally[severity]++;
    if (fixes.some(({ kind }) => kind === 'safe')) tally.safe++;
    else if (fixes.length > 0) tally.suggested++;
  }
  return tally;
}

/** ”3 anmärkningar (1 fel, 2 varningar), 2 kan rättas med --fix”. */
function tallied({ findings, error, warning, info, safe, suggested }: Tally): string {
  const parts = [
    ...(error > 0 ? [`${number(error)} fel`] : []),
    ...(warning > 0 ? [count(warning, 'varning', 'varningar')] : []),
    ...(info > 0 ? [`${number(info)} råd`] : []),
  ];
  const all =
    parts.length === 1 ? parts[0] : `${count(findings, 'anmärkning', 'anmärkningar')} (${parts.join(', ')})`;
  const cures = [
    ...(safe > 0 ? [`${number(safe)} kan rättas med --fix`] : []),
    ...(suggested > 0 ? [suggested === 1 ? '1 har ett förslag' : `${number(suggested)} har förslag`] : []),
  ];
  return cures.length === 0 ? all! : `${all}, ${cures.join(', ')}`;
}

/** ”412 ord · LIX 47 (mål 45) · 16 ord per mening”. */
function figures({ measures, targets }: LintedDocument): string {
  const { words, lix, sentenceMean } = measures;
  const parts = [`${number(words)} ord`];
  if (lix !== undefined) parts.push(`LIX ${number(lix)}${target(targets['lix'])}`);
  if (sentenceMean !== undefined)
    parts.push(`${number(sentenceMean)} ord per mening${target(targets['sentenceMean'])}`);
  return parts.join(' · ');
}

function target(value: number | undefined): string {
  return value === undefined ? '' : ` (mål ${number(value)})`;
}
