import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import type { Edit, Finding, Fix } from '../rule.ts';
import { diagnosticOf } from './diagnostics.ts';

/** A title longer than this does not fit in a menu. */
const LONGEST_TITLE = 70;

/** The replacements for one finding, the best first. */
export function actionsFor(finding: Finding, document: TextDocument): CodeAction[] {
  const diagnostics = [diagnosticOf(finding)];
  const preferred =
    finding.fixes.length === 1 || finding.fixes[0]?.kind === 'safe' ? finding.fixes[0] : undefined;
  return finding.fixes.map((fix) => ({
    title: titleOf(fix, finding, document),
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...(fix === preferred && { isPreferred: true }),
    edit: { changes: { [document.uri]: textEdits(fix.edits, document) } },
  }));
}

/** ”Skriv ’får’”, with what stands between the edits of a fix written out. */
function titleOf({ edits }: Fix, { actual }: Finding, document: TextDocument): string {
  const text = document.getText();
  const inOrder = edits.toSorted((a, b) => a.start - b.start);
  let at = inOrder[0]!.start;
  let written = '';
  for (const edit of inOrder) {
    written += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  const struck = written.trim() === '';
  const words = (struck ? actual : written).replace(/\s+/gu, ' ').trim();
  const shown = words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : words;
  return struck ? `Stryk ”${shown}”` : `Skriv ”${shown}”`;
}

/** The changes as small as they can be: what is written again as it stands is left alone, and the selection with it. */
export function textEdits(edits: readonly Edit[], document: TextDocument): TextEdit[] {
  const text = document.getText();
  return edits.map((edit) => {
    const { start, end, text: newText } = minimal(edit, text);
    return { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText };
  });
}

function minimal({ start, end, text: written }: Edit, text: string): Edit {
  const before = text.slice(start, end);
  const most = Math.min(before.length, written.length);
  let head = 0;
  while (head < most && before[head] === written[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === written[written.length - 1 - tail])
    tail++;
  // Not in the middle of a letter that is two units.
  if (isLow(before, head) || isLow(written, head)) head--;
  if (isLow(before, before.length - tail) || isLow(written, written.length - tail)) tail--;
  return { start: start + head, end: end - tail, text: written.slice(head, written.length - tail) };
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000;
}
