import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeLens, CompletionItem, Position } from 'vscode-languageserver-types';
import { targetsOf } from '../report/report.ts';
import { characterOf } from '../report/stats.ts';
import { count, number } from '../report/wording.ts';
import { countsOf, measuresOf } from '../analyse/measures.ts';
import type { Block, Finding, Text } from '../rule.ts';
import { shownFindings } from './diagnostics.ts';
import type { Linted } from './draft.ts';
import type { Statistics } from './protocol.ts';

/** A part of a text: what stands under a heading, down to the next. */
interface Section {
  readonly heading: Block | undefined;
  readonly blocks: readonly Block[];
}

/** Over each heading, and over the text: words, LIX against the guideline's target, findings. */
export function lensesOf(linted: Linted, document: TextDocument): CodeLens[] {
  const { result, preferences, guidance } = linted;
  if (!result) return [];
  const target = targetsOf(guidance.settings)['lix'];
  const findings = shownFindings(result, preferences.minimumSeverity);
  const sections = sectionsOf(result.text);
  return sections.flatMap(({ heading, blocks }) => {
    if (blocks.length === 0) return [];
    const first = (heading ?? blocks[0]!).source.offsets.start(0);
    const { offsets, text } = blocks.at(-1)!.source;
    const title = told(blocks, findings, first, offsets.end(text.length), target);
    const start = document.positionAt(first);
    return [
      { range: { start: { line: start.line, character: 0 }, end: start }, command: { title, command: '' } },
    ];
  });
}

function told(
  blocks: readonly Block[],
  findings: readonly Finding[],
  from: number,
  to: number,
  target: number | undefined,
): string {
  const { words, lix } = measuresOf(countsOf(blocks));
  const own = findings.filter(({ whole, start, end }) => !whole && start < to && from < end).length;
  const goal = target === undefined ? '' : ` (mål ${number(target)})`;
  return [
    `${number(words)} ord`,
    ...(lix === undefined ? [] : [`LIX ${number(lix)}${goal}`]),
    own === 0 ? 'inga anmärkningar' : count(own, 'anmärkning', 'anmärkningar'),
  ].join(' · ');
}

function sectionsOf({ blocks }: Text): Section[] {
  const sections: { heading: Block | undefined; blocks: Block[] }[] = [{ heading: undefined, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ heading: block, blocks: [block] });
    else sections.at(-1)!.blocks.push(block);
  }
  return sections;
}

/** The character of a text, with the place of each of its hardest sentences. */
export function statisticsOf(linted: Linted, document: TextDocument): Statistics | null {
  const { result, guidance } = linted;
  if (!result) return null;
  const { settings } = guidance;
  const character = characterOf(result.text, settings);
  return {
    ...character,
    uri: document.uri,
    profile: { name: settings.profile.name, title: settings.profile.title },
    textKind: settings.textKind ?? null,
    hardest: character.hardest.map((sentence) => ({
      ...sentence,
      range: {
        start: document.positionAt(sentence.start),
        end: document.positionAt(sentence.end),
      },
    })),
  };
}

/** Fewer letters than this say nothing of which term is meant. */
const LEAST_LETTERS = 3;

/** Terms and key words of the guideline that a word which is being written may become. */
export function completionsFor(linted: Linted, document: TextDocument, position: Position): CompletionItem[] {
  const { profile } = linted.guidance.settings;
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  const written = /[\p{L}\p{N}-]+$/u.exec(line)?.[0] ?? '';
  if (written.length < LEAST_LETTERS) return [];
  const start = { line: position.line, character: position.character - written.length };
  const known = new Map<string, string>([
    ...profile.keywords.map((word): [string, string] => [word, 'nyckelord']),
    ...Object.values(profile.abbreviations).map((word): [string, string] => [word, 'förkortas']),
    ...profile.terms.map(({ use }): [string, string] => [use, 'namn eller term']),
  ]);
  return [...known]
    .filter(([word]) => word.length > written.length && word.toLowerCase().startsWith(written.toLowerCase()))
    .map(([word, detail]) => ({
      label: word,
      detail: `${detail} i ${profile.title}`,
      textEdit: { range: { start, end: position }, newText: word },
    }));
}
