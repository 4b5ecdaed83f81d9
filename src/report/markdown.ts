import type { Finding, Severity } from '../rule.ts';
import { SEVERITY_RANK } from './severity.ts';
import type { LintedDocument, Report, Write } from './report.ts';
import { count, number } from './wording.ts';

/** More findings than this of a document are folded away. */
const MOST_OPEN = 10;
/** A pull request's comment holds 65,536 characters: more findings than this of a document are only counted. */
const MOST_TOLD = 100;
const MARK: Readonly<Record<Severity, string>> = { error: '🔴 fel', warning: '🟡 varning', info: '🔵 råd' };

/** A report for people who read a pull request: figures first, then each document's findings. */
export function markdownReport(write: Write): Report {
  const rows: string[] = [];
  const sections: string[] = [];
  const total: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let files = 0;
  return {
    document(document) {
      files++;
      for (const { severity } of document.findings) total[severity]++;
      if (document.findings.length === 0) return;
      rows.push(rowOf(document));
      sections.push(sectionOf(document));
    },
    failed({ name }, message) {
      sections.push(`### ${escaped(name)}\n\n⚠️ ${escaped(message)}\n`);
    },
    end() {
      const { error, warning, info } = total;
      const all = error + warning + info;
      const where = count(files, 'fil', 'filer');
      const parts = [
        ...(error > 0 ? [`${number(error)} fel`] : []),
        ...(warning > 0 ? [count(warning, 'varning', 'varningar')] : []),
        ...(info > 0 ? [`${number(info)} råd`] : []),
      ];
      const told = all === 0 ? `Inga anmärkningar i ${where}.` : `${parts.join(', ')} i ${where}.`;
      write(`## klarlint\n\n${told}\n`);
      if (rows.length > 0)
        write(
          `\n| Fil | Fel | Varningar | Råd | Ord | LIX |\n|---|--:|--:|--:|--:|--:|\n${rows.join('\n')}\n`,
        );
      for (const section of sections) write(`\n${section}`);
    },
  };
}

function rowOf({ name, findings, measures, targets }: LintedDocument): string {
  const of = (severity: Severity): string =>
    number(findings.filter((finding) => finding.severity === severity).length);
  const target = targets['lix'] === undefined ? '' : ` (mål ${number(targets['lix'])})`;
  const lix = measures.lix === undefined ? '–' : `${number(measures.lix)}${target}`;
  const cells = [escaped(name), of('error'), of('warning'), of('info'), number(measures.words), lix];
  return `| ${cells.join(' | ')} |`;
}

function sectionOf({ name, findings }: LintedDocument): string {
  // The most severe first: who reads on a telephone sees those.
  const ordered = findings.toSorted((a, b) => SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity]);
  const told = ordered.slice(0, MOST_TOLD).map(itemOf);
  const open = told.slice(0, MOST_OPEN).join('\n');
  const folded = told.slice(MOST_OPEN);
  const left = findings.length - told.length;
  const rest = left > 0 ? [`- … och ${number(left)} till`] : [];
  const more =
    folded.length === 0
      ? ''
      : `\n<details><summary>${number(folded.length + left)} till</summary>\n\n${[...folded, ...rest].join('\n')}\n\n</details>\n`;
  return `### ${escaped(name)}\n\n${open}\n${more}`;
}

function itemOf({ place, whole, where, severity, message, ruleId }: Finding): string {
  const here = whole ? 'hela texten' : (where ?? `rad ${place.line}`);
  return `- **${escaped(here)}** ${MARK[severity]}: ${escaped(message)} \`${ruleId}\``;
}

/** What Markdown, HTML, or GitHub's mentions would read as something else. */
function escaped(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>|#~&!]/gu, '\\$&')
    .replace(/@/gu, '@\u200b');
}
