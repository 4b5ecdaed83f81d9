import type { Finding, Severity } from '../rule.ts';
import type { SourceBlock, SourceDocument } from '../source/document.ts';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './html-page.ts';
import type { LintedDocument, Report, Write } from './report.ts';
import { SEVERITY_WORD } from './severity.ts';
import { count, number } from './wording.ts';

export interface HtmlOptions {
  /** The structure of a text, told by its path; what lies in no text file is read as lines. */
  readonly read: (path: string, text: string) => Pick<SourceDocument, 'blocks'>;
}

/** What the groups of rules are called. */
const GROUPS: Readonly<Record<string, string>> = {
  gate: 'gränser',
  grammar: 'grammatik',
  inclusive: 'inkluderande språk',
  message: 'budskap',
  privacy: 'personuppgifter',
  readability: 'läsbarhet',
  sentence: 'meningar',
  spelling: 'stavning',
  structure: 'struktur',
  suppression: 'kommentarer',
  terms: 'namn och termer',
  tone: 'ton',
  typo: 'skrivregler',
  words: 'ordval',
};

const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`;

/**
 * A page for people, in one file that needs nothing else: the texts with marks in them, why and what instead, and the
 * figures. Nothing of a text is anything but text in it.
 */
export function htmlReport(write: Write, { read }: HtmlOptions): Report {
  const articles: string[] = [];
  const groups = new Map<string, number>();
  const levels: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let files = 0;
  let findings = 0;
  return {
    document(document) {
      files++;
      for (const { ruleId, severity } of document.findings) {
        const group = groupOf(ruleId);
        groups.set(group, (groups.get(group) ?? 0) + 1);
        levels[severity]++;
      }
      // A text without findings need not be shown.
      const blocks = document.findings.length > 0 ? read(document.path, document.text).blocks : [];
      articles.push(articleOf(document, blocks, findings));
      findings += document.findings.length;
    },
    failed({ name }, message) {
      articles.push(`<article><h2>${escaped(name)}</h2><p class="none">${escaped(message)}</p></article>`);
    },
    end() {
      const buttons = [
        ...(['error', 'warning', 'info'] as const)
          .filter((level) => levels[level] > 0)
          .map((level) => button(level, SEVERITY_WORD[level], levels[level])),
        ...[...groups]
          .sort((a, b) => b[1] - a[1])
          .map(([group, times]) => button(group, GROUPS[group] ?? group, times)),
      ];
      const told = `<span class="shown">${number(findings)}</span> ${findings === 1 ? 'anmärkning' : 'anmärkningar'}`;
      write(`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Granskning med klarlint</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Granskning</h1>
<p class="sum" role="status">${told} i ${count(files, 'text', 'texter')}</p>
${buttons.length > 0 ? `<div class="filters" role="group" aria-label="Visa">${buttons.join('')}</div>` : ''}
</header>
<main>
${articles.join('\n')}
</main>
<footer>Klicka på ett märkt ord för att se varför. Tangenterna N och P går till nästa och föregående.</footer>
<div class="tip" role="status"></div>
<script>${SCRIPT}</script>
</body>
</html>
`);
    },
  };
}

function button(key: string, name: string, times: number): string {
  return `<button type="button" aria-pressed="true" data-key="${key}">${escaped(name)} ${number(times)}</button>`;
}

/** One text. `before` is how many findings those before it have. */
function articleOf(document: LintedDocument, blocks: readonly SourceBlock[], before: number): string {
  const { name, findings } = document;
  const numbered = findings.map((finding, i) => ({ finding, id: before + i + 1 }));
  const text = blocks.map((block) => blockOf(block, numbered)).join('\n');
  const both =
    findings.length === 0
      ? '<p class="none">Inga anmärkningar.</p>'
      : `<div class="both"><div class="text">${text}</div><ul class="list" aria-label="Anmärkningar i ${escaped(name)}">${numbered.map(cardOf).join('')}</ul></div>`;
  return `<article><h2>${escaped(name)}</h2>
${figuresOf(document)}
${both}
</article>`;
}

function figuresOf({ measures, targets }: LintedDocument): string {
  const { words, lix, sentenceMean, longSentences, ovix } = measures;
  const one = (name: string, value: string, chart = ''): string =>
    `<div><dt>${name}</dt><dd>${value}</dd>${chart}</div>`;
  const against = (
    name: string,
    value: number | undefined,
    target: number | undefined,
    most: number,
  ): string => {
    if (value === undefined) return '';
    const goal = target === undefined ? '' : ` (mål ${number(target)})`;
    return one(name, `${number(value)}${goal}`, chart(value, target, most));
  };
  return `<dl class="figures">${[
    one('Ord', number(words)),
    against('LIX', lix, targets['lix'], 80),
    against('Ord per mening', sentenceMean, targets['sentenceMean'], 40),
    longSentences === undefined
      ? ''
      : one('Långa meningar', `${number(longSentences * 100)} %`, chart(longSentences * 100, undefined, 100)),
    ovix === undefined ? '' : one('OVIX (ordvariation)', number(ovix)),
  ].join('')}</dl>`;
}

/** A bar for a value, with a line where the target is; what it shows stands beside it in figures. */
function chart(value: number, target: number | undefined, most: number): string {
  const width = (of: number): number => Math.round(Math.min(1, of / most) * 1000) / 10;
  const over = target !== undefined && Math.round(value) > target ? ' over' : '';
  const goal =
    target === undefined
      ? ''
      : `<line class="goal" x1="${width(target)}" x2="${width(target)}" y1="0" y2="10"/>`;
  return `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10" rx="2"/><rect class="bar${over}" width="${width(value)}" height="10" rx="2"/>${goal}</svg>`;
}

interface Numbered {
  readonly finding: Finding;
  readonly id: number;
}

function blockOf(block: SourceBlock, findings: readonly Numbered[]): string {
  const inner = markedText(block, findings);
  const { kind, depth, quoted } = block;
  if (kind === 'heading') {
    const level = Math.min(5, depth + 2);
    return `<h${level}>${inner}</h${level}>`;
  }
  const name = kind === 'list-item' ? 'item' : kind === 'table-cell' ? 'cell' : quoted ? 'quote' : '';
  return `<p${name && ` class="${name}"`}>${inner}</p>`;
}

/** The text of a block with a mark wherever a finding begins or ends. */
function markedText({ text, offsets }: SourceBlock, findings: readonly Numbered[]): string {
  const [from, to] = [offsets.start(0), offsets.end(text.length)];
  const own = findings
    .filter(({ finding: { start, end, whole } }) => !whole && start < to && from < end)
    .map(({ finding, id }) => ({ finding, id, ...stretch(finding, text, offsets) }));
  if (own.length === 0) return escaped(text);
  const edges = [...new Set([0, text.length, ...own.flatMap(({ first, last }) => [first, last])])].sort(
    (a, b) => a - b,
  );
  const begun = new Set<number>();
  return edges
    .slice(1)
    .map((edge, i) => {
      const at = edges[i]!;
      const part = escaped(text.slice(at, edge));
      // The widest first, so that the last is the one that a click means.
      const here = own
        .filter(({ first, last }) => first <= at && edge <= last)
        .sort((a, b) => b.last - b.first - (a.last - a.first));
      const narrowest = here.at(-1);
      if (!narrowest) return part;
      const { finding, id } = narrowest;
      const wide = narrowest.last - narrowest.first > 80 ? ' wide' : '';
      // One place to stop at for each finding, however many pieces it has.
      const stop = begun.has(id)
        ? ''
        : ` tabindex="0" role="button" aria-label="${escaped(`${SEVERITY_WORD[finding.severity]}: ${finding.message}`)}"`;
      begun.add(id);
      return `<mark class="${finding.severity}${wide}" data-f="${here.map((one) => one.id).join(' ')}"${stop}>${part}</mark>`;
    })
    .join('');
}

/** Where a finding lies in the text of a block: letters from `first` to before `last`. */
function stretch(
  { start, end }: Finding,
  text: string,
  offsets: SourceBlock['offsets'],
): { first: number; last: number } {
  let first = 0;
  while (first < text.length && offsets.end(first + 1) <= start) first++;
  let last = first;
  while (last < text.length && offsets.start(last) < end) last++;
  return { first, last };
}

function cardOf({ finding, id }: Numbered): string {
  const { ruleId, severity, message, expected, note, source, whole, where, place } = finding;
  const here = whole ? 'hela texten' : (where ?? `rad ${place.line}`);
  const instead =
    expected.length > 0 && !message.includes(expected[0]!)
      ? `<p>I stället: ${expected
          .slice(0, 5)
          .map((one) => `<strong>${escaped(one)}</strong>`)
          .join(', ')}</p>`
      : '';
  const more = note ? `<p class="more">${escaped(note)}</p>` : '';
  return `<li><div class="card ${severity}" id="f${id}" data-group="${groupOf(ruleId)}" data-level="${severity}" tabindex="0" role="button"><p class="level">${SEVERITY_WORD[severity]} <span class="more">${escaped(here)}</span></p><p class="say">${escaped(message)}</p>${instead}${more}<p class="more">${escaped(source)} · ${escaped(ruleId)}</p></div></li>`;
}

function groupOf(ruleId: string): string {
  return escaped(ruleId.slice(0, Math.max(0, ruleId.indexOf('/'))) || 'klarlint');
}

const MEANING: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (letter) => MEANING[letter]!);
}
