import { type Check, OWN_WORDS, type Problem, type RuleMeta, type Sentence } from '../../../src/rule.ts';

export const meta = {
  title: 'Ofullständig mening',
  scope: 'sentence',
  severity: 'warning',
  source: 'Klarspråkstestet, rapporter (meningsbyggnad)',
  needsCore: true,
  inDamagedText: true,
  // The first word of an item has a capital: it is easily taken for a name.
  zones: [...OWN_WORDS, 'name'],
  words: [
    'detta',
    'eftersom',
    'takt',
    'trots',
    'medan',
    'därför',
    'grund',
    'med',
    'besluta',
    'beslöt',
    'riktlinjer',
    'regler',
    'rutiner',
    'principer',
    'anvisningar',
    'planer',
    'strategier',
    'kriterier',
  ],
} satisfies RuleMeta;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const problem = noMainClause(sentence);
    if (problem) yield problem;
    yield* missingAtt(sentence);
    yield* missingFor(sentence);
  };
}

const OPENERS =
  /^(?:eftersom|i takt med att|trots att|medan|därför att|på grund av att|i och med att|detta för att|detta eftersom|detta då) /i;
/** Their first words. */
const OPENING = new Set('eftersom i trots medan därför på detta'.split(' '));
const SHORTEST = 8;

/** ”I takt med att arbetet utvecklas metoder.”: a subordinate clause with no verb left for the main one. */
function noMainClause({ tokens, readings, text, block }: Sentence): Problem | undefined {
  if (block.kind !== 'paragraph' || !OPENING.has(tokens[0]!.lower)) return undefined;
  if (tokens.at(-1)!.text !== '.' || !/^\p{Lu}/u.test(tokens[0]!.text)) return undefined;
  const opener = OPENERS.exec(text.replace(/\s+/gu, ' '))?.[0];
  if (!opener || tokens.length < SHORTEST) return undefined;
  const verbs = readings.filter(({ tag }) => /^VB\|(?:PRS|PRT|IMP)/.test(tag));
  // A comma ends the subordinate clause; the verb after it may have been misread.
  if (verbs.length !== 1 || tokens.slice(1).some((token) => token.text === ',')) return undefined;
  return {
    start: tokens[0]!.start,
    end: tokens.at(-1)!.end,
    message: `Meningen som börjar med ”${opener.trim()}” saknar huvudsats. Skriv ut vad som händer.`,
  };
}

/** ”har beslutat samverka”: att is missing. */
function* missingAtt({ tokens, readings }: Sentence): Iterable<Problem> {
  for (let at = 0; at < readings.length; at++) {
    const { lemma, tag, text } = readings[at]!;
    if (lemma !== 'besluta' || !/^VB\|(?:PRS|PRT|SUP)\|AKT/.test(tag)) continue;
    if (!readings[at + 1]?.tag.startsWith('VB|INF')) continue;
    const start = tokens[at]!.start;
    const end = tokens[at + 1]!.end;
    const expected = `${text} att ${readings[at + 1]!.text}`;
    yield { start, end, message: `”att” saknas. Skriv ”${expected}”.`, expected, severity: 'info' };
  }
}

/** Plurals that say nothing until it is said what they are for: no bare noun follows them. */
const FOR = new Set('riktlinjer regler rutiner principer anvisningar planer strategier kriterier'.split(' '));

/** ”riktlinjer kommunikation fungerar” */
function* missingFor({ tokens, readings }: Sentence): Iterable<Problem> {
  for (let at = 0; at < readings.length; at++) {
    if (!FOR.has(tokens[at]!.lower)) continue;
    const { text } = tokens[at]!;
    const noun = readings[at + 1];
    if (!noun || !/^NN\|\S+\|SIN\|IND\|NOM/.test(noun.tag)) continue;
    const expected = `${text} för ${noun.text}`;
    const message = `”för” saknas. Skriv ”${expected}”.`;
    yield { start: tokens[at]!.start, end: tokens[at + 1]!.end, message, expected };
  }
}
