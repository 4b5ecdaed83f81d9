import { visible, wrap } from './cells.ts';
import { WHOLE } from './frame.ts';
import type { Paint, Style } from './style.ts';

/**
 * Shows the README of a rule in a terminal: headings, paragraphs and lists wrapped to `width`, and the examples with
 * their carets. It knows the Markdown that our READMEs use, and lets the rest stand as it is.
 */
export function showReadme(readme: string, style: Style, width: number): string {
  const out: string[] = [];
  let paragraph: { first: string; rest: string; text: string } | undefined;
  let fence: string | undefined;
  const flush = (): void => {
    if (!paragraph) return;
    const { first, rest, text } = paragraph;
    const lines = wrap(visible(text), width - first.length);
    out.push(...lines.map((line, i) => (i === 0 ? first : rest) + inline(line, style)));
    paragraph = undefined;
  };
  for (const line of readme.split(/\r?\n/u)) {
    const mark = /^(`{3,})/u.exec(line)?.[1];
    if (fence !== undefined) {
      if (line === fence) fence = undefined;
      else out.push(`    ${example(line, style)}`.trimEnd());
      continue;
    }
    const heading = /^#{1,6} (.+)$/u.exec(line);
    const item = /^(\s*)(?:[-*]|\d+\.) (.+)$/u.exec(line);
    if (mark) {
      flush();
      fence = mark;
    } else if (heading) {
      flush();
      out.push(style.bold(visible(heading[1]!)));
    } else if (item) {
      flush();
      const indent = `  ${item[1]}`;
      paragraph = { first: `${indent}- `, rest: `${indent}  `, text: item[2]! };
    } else if (line.startsWith('|')) {
      flush();
      if (!/^[|\s:-]+$/u.test(line))
        out.push(`  ${inline(visible(line.replace(/^\||\|$/gu, '').trim()), style)}`);
    } else if (line.trim() === '') {
      flush();
      if (out.at(-1) !== '') out.push('');
    } else if (paragraph) paragraph.text += ` ${line.trim()}`;
    else paragraph = { first: '', rest: '', text: line.trim() };
  }
  flush();
  return `${out.join('\n').trim()}\n`;
}

/** A line of an example; what klarlint says of it is set off. */
function example(line: string, { yellow, dim }: Style): string {
  const said = /^(\s*\^+)( .+)$/u.exec(line);
  if (said) return `${said[1]!.replace(/\^+/u, (carets) => yellow(carets))}${yellow(visible(said[2]!))}`;
  if (line.startsWith(`${WHOLE}: `)) return yellow(visible(line));
  return line === '---' ? dim(line) : visible(line.replaceAll('\t', '    '));
}

const STRONG = /\*\*(?=\S)([^*]*\S)\*\*/gu;
const EMPHASIS = /(?<![\p{L}*])\*(?=\S)([^*]*\S)\*(?![\p{L}*])/gu;
const CODE = /`([^`]+)`/gu;
const LINK = /\[([^\]]+)\]\([^)]*\)/gu;

function inline(text: string, { bold, underline, cyan }: Style): string {
  const painted =
    (paint: Paint) =>
    (_: string, inner: string): string =>
      paint(inner);
  return text
    .replace(LINK, '$1')
    .replace(CODE, painted(cyan))
    .replace(STRONG, painted(bold))
    .replace(EMPHASIS, painted(underline));
}
