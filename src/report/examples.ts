import type { Finding } from '../rule.ts';
import { carets, WHOLE } from './frame.ts';

/** An example in a rule's README: a small document with the carets and messages of its findings. */
export interface Example {
  /** The line on which it begins, 1-based. */
  readonly line: number;
  readonly block: string;
}

/** The examples of a README: its fenced `klarlint` blocks. */
export function examplesIn(readme: string): Example[] {
  return [...readme.matchAll(/^(`{3,})klarlint\n([\s\S]*?)^\1$/gmu)].map((match) => ({
    line: readme.slice(0, match.index).split('\n').length,
    block: match[2]!,
  }));
}

/** The document of an example: the block without its carets and messages. */
export function documentOf(block: string): string {
  const lines = block
    .split('\n')
    .filter((line) => !/^[ \t]*\^+ \S/u.test(line) && !line.startsWith(`${WHOLE}: `));
  return lines.join('\n');
}

/** The profile and the kind of text that an example names in its front matter. */
export function statedIn(document: string): { readonly profile?: string; readonly textKind?: string } {
  const profile = /^ {2}profile: (\S+)$/mu.exec(document)?.[1];
  const textKind = /^ {2}kind: (\S+)$/mu.exec(document)?.[1];
  return { ...(profile && { profile }), ...(textKind && { textKind }) };
}

/** The document with the findings written under their lines, as a README shows them. */
export function annotated(document: string, findings: readonly Finding[]): string {
  const lines = document.split('\n');
  const out: string[] = [];
  lines.forEach((line, index) => {
    out.push(line);
    for (const { whole, place, message } of findings) {
      if (whole || place.line !== index + 1) continue;
      const endColumn = place.endLine > place.line ? line.length + 1 : place.endColumn;
      out.push(`${carets(line, place.column, endColumn)} ${message}`);
    }
  });
  const last = findings.filter(({ whole }) => whole).map(({ message }) => `${WHOLE}: ${message}`);
  if (last.length > 0) out.splice(out.at(-1) === '' ? -1 : out.length, 0, ...last);
  return out.join('\n');
}
