import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver-types';
import { applyFixes, asOneEdit, fixOf } from '../fix.ts';
import type { Edit, Finding, Fix } from '../rule.ts';
import { diagnosticOf } from './diagnostics.ts';
import { COMMAND } from './protocol.ts';

/** A title longer than this does not fit in a menu. */
const LONGEST_TITLE = 70;
/** How all that is safe is mended, in one action. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.klarlint`;
const SPELLING = 'spelling/unknown-word';
/** What the writer is to replace by a reason. */
const REASON = 'skriv varför';

/** What else than replacing may be done about a finding. */
export interface ActionOptions {
  /** Whether words can be added to a vocabulary. */
  readonly canAddWords: boolean;
  /** Whether the document can hold comments that let findings be. */
  readonly canSuppress: boolean;
}

/** What can be done about one finding: the replacements, the best first, and then what lets it be or explains it. */
export function actionsFor(finding: Finding, document: TextDocument, options: ActionOptions): CodeAction[] {
  const diagnostics = [diagnosticOf(finding)];
  const preferred =
    finding.fixes.length === 1 || finding.fixes[0]?.kind === 'safe' ? finding.fixes[0] : undefined;
  const action = (title: string, more: Partial<CodeAction>): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...more,
  });
  const replacements = finding.fixes.map((fix) =>
    action(titleOf(fix, finding, document), {
      ...(fix === preferred && { isPreferred: true }),
      edit: { changes: { [document.uri]: textEdits(fix.edits, document) } },
    }),
  );
  const { ruleId, actual, whole } = finding;
  const add = (scope: 'user' | 'project', where: string): CodeAction =>
    action(`Lägg till ”${actual}” i ${where}`, {
      command: {
        title: 'Lägg till ordet',
        command: COMMAND.addWord,
        arguments: [actual, scope, document.uri],
      },
    });
  const words =
    ruleId === SPELLING && options.canAddWords
      ? [add('project', 'projektets ordlista'), add('user', 'din egen ordlista')]
      : [];
  const isRule = !/^(?:suppression|gate)\//u.test(ruleId);
  return [
    ...replacements,
    ...words,
    ...(isRule && !whole && options.canSuppress
      ? [
          action(`Låt stycket vara (${ruleId})`, {
            edit: { changes: { [document.uri]: [suppression(finding, document)] } },
          }),
        ]
      : []),
    ...(isRule
      ? [
          action(`Förklara regeln ${ruleId}`, {
            command: { title: 'Förklara regeln', command: COMMAND.explain, arguments: [ruleId] },
          }),
        ]
      : []),
  ];
}

/** All that is surely right, mended in one action; nothing when there is nothing. */
export function fixAllAction(findings: readonly Finding[], document: TextDocument): CodeAction | undefined {
  const edits = safeEdits(findings, document);
  return edits.length === 0
    ? undefined
    : {
        title: 'Rätta allt som säkert blir rätt',
        kind: FIX_ALL,
        edit: { changes: { [document.uri]: edits } },
      };
}

/** The edits that mend what is surely right; of fixes that overlap the first. */
export function safeEdits(findings: readonly Finding[], document: TextDocument): TextEdit[] {
  const { mended } = applyFixes(document.getText(), findings, 'safe');
  return textEdits(
    mended.flatMap((finding) => fixOf(finding, 'safe')!.edits).sort((a, b) => a.start - b.start),
    document,
  );
}

/** A comment above the block, on a line of its own with a blank line after it; in a list, above the list's item. */
function suppression({ ruleId, start }: Finding, document: TextDocument): TextEdit {
  const text = document.getText();
  const before = text.slice(0, start);
  // The block begins after the last blank line, or where the text does.
  const blank = [...before.matchAll(/\n[ \t]*\r?\n/gu)].at(-1);
  const at = blank ? blank.index + blank[0].length : 0;
  const place = document.positionAt(at);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    range: { start: place, end: place },
    newText: `<!-- klarlint-disable-next ${ruleId} -- ${REASON} -->${end}${end}`,
  };
}

/** ”Skriv ’får’”, with what stands between the edits of a fix written out. */
function titleOf(fix: Fix, { actual }: Finding, document: TextDocument): string {
  const written = asOneEdit(fix, document.getText()).text;
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
