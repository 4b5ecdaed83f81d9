import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Hover, Position } from 'vscode-languageserver-types';
import { SEVERITY_WORD } from '../report/severity.ts';
import type { Block, Finding, Profile, Text } from '../rule.ts';
import { rangeOf } from './diagnostics.ts';

/** What SUC calls word classes, in words that a writer knows. */
const CLASSES: Readonly<Record<string, string>> = {
  NN: 'substantiv',
  VB: 'verb',
  JJ: 'adjektiv',
  PC: 'particip',
  AB: 'adverb',
  PP: 'preposition',
  PN: 'pronomen',
  DT: 'artikel',
  KN: 'konjunktion',
  SN: 'subjunktion',
  PM: 'namn',
  RG: 'räkneord',
  RO: 'räkneord',
  IN: 'interjektion',
};

/** Why something was found: what is said, and by which rule, unless the editor shows that by itself, the source, and an example out of the rule's page. */
export function findingHover(
  findings: readonly Finding[],
  pages: readonly (string | undefined)[],
  withMessages: boolean,
): Hover | undefined {
  if (findings.length === 0) return undefined;
  const parts = findings.map((finding, i) => {
    const { severity, message, expected, note, source, ruleId } = finding;
    const instead =
      expected.length > 0 && !message.includes(expected[0]!)
        ? [`I stället: ${expected.slice(0, 5).join(', ')}`]
        : [];
    const page = pages[i];
    return [
      ...(withMessages ? [`**${SEVERITY_WORD[severity]}** ${escaped(message)}`] : []),
      ...instead.map(escaped),
      ...(note ? [escaped(note)] : []),
      ...(page === undefined ? [] : [reasonIn(page), ...exampleIn(page)].filter((text) => text !== '')),
      `*${escaped(source)}*${withMessages ? ` · \`${ruleId}\`` : ''}`,
    ].join('\n\n');
  });
  return {
    contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') },
    range: rangeOf(findings.at(-1)!),
  };
}

/** The first paragraph of a rule's page: why the rule is there. */
function reasonIn(page: string): string {
  return /^#[^\n]*\n+([^#\n`][^\n]*(?:\n[^#\n`][^\n]*)*)/u.exec(page)?.[1]?.replace(/\n/gu, ' ') ?? '';
}

/** The first example of a rule's page that is flagged, without what the page says of it. */
function exampleIn(page: string): string[] {
  const block = /^```klarlint\n([\s\S]*?)^```/mu.exec(page)?.[1];
  if (block === undefined || block.startsWith('---')) return [];
  const lines = block.split('\n').filter((line) => line.trim() !== '' && !/^\s*\^|^hela texten:/u.test(line));
  const said = /\^ (.+)$/mu.exec(block)?.[1];
  return lines.length === 0 ? [] : [`Exempel: *${escaped(lines[0]!)}*${said ? ` ${escaped(said)}` : ''}`];
}

/** A word: its basic form and class, and what the guideline says of it. Nothing where no word stands. */
export function wordHover(
  text: Text,
  profile: Profile,
  document: TextDocument,
  position: Position,
): Hover | undefined {
  const offset = document.offsetAt(position);
  const found = wordAt(text, offset);
  if (!found) return undefined;
  const { block, start, end, word, lemma, tag } = found;
  const kind = CLASSES[tag.slice(0, 2)];
  const lines = [
    [
      `**${escaped(word)}**`,
      ...(lemma && lemma !== word.toLowerCase() ? [`(${escaped(lemma)})`] : []),
      ...(kind ? [kind] : []),
    ].join(' '),
    ...saidOf(word, lemma, profile),
  ];
  const { offsets } = block.source;
  return {
    contents: { kind: 'markdown', value: lines.join('\n\n') },
    range: { start: document.positionAt(offsets.start(start)), end: document.positionAt(offsets.end(end)) },
  };
}

interface FoundWord {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly lemma: string;
  readonly tag: string;
}

function wordAt(text: Text, offset: number): FoundWord | undefined {
  for (const block of text.blocks) {
    const { offsets } = block.source;
    if (offset < offsets.start(0) || offset > offsets.end(block.text.length)) continue;
    for (const sentence of block.sentences) {
      const index = sentence.tokens.findIndex(
        ({ kind, start, end }) =>
          kind === 'word' && offsets.start(start) <= offset && offset <= offsets.end(end),
      );
      if (index < 0) continue;
      const { start, end, text: word } = sentence.tokens[index]!;
      const reading = block.core ? sentence.readings[index] : undefined;
      return { block, start, end, word, lemma: reading?.lemma ?? '', tag: reading?.tag ?? '' };
    }
  }
  return undefined;
}

/** What the guideline says of a word: the right form, what to write instead, or that it is a key word. */
function saidOf(word: string, lemma: string, profile: Profile): string[] {
  const forms = new Set([word.toLowerCase(), lemma.toLowerCase()]);
  const has = (list: readonly string[]): boolean => list.some((one) => forms.has(one.toLowerCase()));
  const term = profile.terms.find(({ use, not, formerly = [] }) => has([use, ...not, ...formerly]));
  const avoided = profile.avoid.find(({ not }) => has(not));
  const abbreviation = Object.entries(profile.abbreviations).find(([short]) => short === word);
  return [
    ...(term
      ? [
          `${escaped(profile.title)} skriver ”${escaped(term.use)}”.${term.note ? ` ${escaped(term.note)}` : ''}`,
        ]
      : []),
    ...(avoided
      ? [
          `${escaped(profile.title)} använder inte ordet.${avoided.reason ? ` ${escaped(avoided.reason)}` : ''}`,
        ]
      : []),
    ...(abbreviation ? [`Står för ”${escaped(abbreviation[1])}”.`] : []),
    ...(has(profile.keywords) ? [`Ett ord som hör till budskapet i ${escaped(profile.title)}.`] : []),
  ];
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/gu, '\\$&');
}
