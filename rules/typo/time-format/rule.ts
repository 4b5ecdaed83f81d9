import {
  answersIn,
  type Block,
  type Check,
  expression,
  matchesIn,
  OWN_WORDS,
  perBlock,
  type Problem,
  type RuleMeta,
  signBits,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Klockslag',
  scope: 'document',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 12.2',
  zones: [...OWN_WORDS, 'name'],
} satisfies RuleMeta;

const FIGURES = signBits('0');
const AFTER_CLOCK = '(?=\\d)(?<=(?<!\\p{L})(?:kl\\.?|klockan)\\s)';
/** ”kl. 1430”, ”kl. 14,30” */
const ODD = expression(`${AFTER_CLOCK}([01]?\\d|2[0-4]),?([0-5]\\d)(?!\\d|,\\d)`, 'giu');
/** ”kl. 13:00”, ”13:00–15:00” */
const TIME = expression(`${AFTER_CLOCK}([01]?\\d|2[0-4])([.:])([0-5]\\d)(?!\\d|[.:]\\d)`, 'giu');

export function create(): Check<'document'> {
  return function* (text) {
    yield* answersIn(text.blocks, oddIn);
    const times = answersIn(text.blocks, timesIn);
    // Either mark will do, but one of them throughout.
    const colons = times.filter(({ match }) => match[2] === ':');
    if (colons.length === times.length) return;
    for (const { block, match } of colons) yield mixed(block, match);
  };
}

const oddIn = perBlock((block) => clocksIn(block, ODD).map((match) => odd(block, match)));
const timesIn = perBlock((block) => clocksIn(block, TIME).map((match) => ({ block, match })));

function clocksIn({ text, lower, signs }: Block, form: RegExp): readonly RegExpExecArray[] {
  return (signs & FIGURES) === 0 || !lower.includes('kl') ? [] : matchesIn(text, form);
}

function odd(block: Block, { index: start, 0: actual, 1: hours, 2: minutes }: RegExpExecArray): Problem {
  const expected = `${hours}.${minutes}`;
  const message = `Punkt mellan timmar och minuter. Skriv ”${expected}”.`;
  return { block, start, end: start + actual.length, message, expected };
}

function mixed(block: Block, { index: start, 0: actual, 1: hours, 3: minutes }: RegExpExecArray): Problem {
  const expected = `${hours}.${minutes}`;
  const message = `Klockslag skrivs på två sätt i texten. Skriv ”${expected}”, som på andra ställen.`;
  return { block, start, end: start + actual.length, message, expected, fix: 'safe', severity: 'info' };
}
