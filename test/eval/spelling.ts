import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nspell from 'nspell';
import { readCore } from '../../src/cli/core.ts';
import { settingsOf } from '../../src/config/profile.ts';
import { entries } from '../../src/generated/rules.ts';
import { Linter } from '../../src/lint.ts';
import { readPlain } from '../../src/source/plain.ts';

const core = readCore();
const RULE = 'spelling/unknown-word';

/** Prints how well misspelled words are found and put right. */
export function run(shared: string): void {
  if (!existsSync(join(shared, 'data/errors'))) {
    console.log('Stavning: underlaget saknas, mätningen hoppas över.');
    return;
  }
  runningText(shared);
  namedWords();
  learnerErrors(shared);
  syntheticErrors(shared);
}

/** Findings of the rule on edited Swedish: what should be none. */
function runningText(shared: string): void {
  const conllu = readFileSync(join(shared, 'data/treebank/sv_talbanken-ud-dev.conllu'), 'utf8');
  const paragraphs = conllu.split(/^# newpar.*$/mu).map((part) => {
    return [...part.matchAll(/^# text = (.*)$/gmu)].map(([, sentence]) => sentence).join(' ');
  });
  const tokens = [...conllu.matchAll(/^\d+\t/gmu)].length;
  const { findings } = linter().lint(readPlain(paragraphs.join('\n\n')));
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const per = (count: number): string => ((1000 * count) / tokens).toFixed(2);
  console.log(
    `Talbanken dev, löpande text: ${per(findings.length)} fynd per 1 000 ord, ${per(warnings.length)} varningar`,
  );
  console.log(
    `  ${findings.map(({ actual, expected }) => `${actual}${expected[0] ? ` → ${expected[0]}` : ''}`).join(', ')}`,
  );
}

/** A linter with only this rule on. */
function linter(): Linter {
  const off = Object.fromEntries(entries.map(({ id }) => [id, { severity: 'off' as const }]));
  return new Linter({ ...settingsOf('klarsprak'), core, rules: { ...off, [RULE]: {} } });
}

const WRONG =
  'xqzzwk Kommuniera ménga utvärdring samverkansöverenskomelse processstöd ansvarsfördelningn säkerhetsställer';
const RIGHT =
  'samverkansöverenskommelse processtöd kunskapsstyrning länsövergripande e-hälsa vårdgivare dialogseminarier';

function namedWords(): void {
  const shown = WRONG.split(' ').map((word) => {
    const [best] = core.suggester.suggest(word);
    return `${word} ${core.lexicon.has(word) ? 'KÄND' : '→'} ${best?.word ?? '(inget)'}`;
  });
  console.log(`Ska flaggas: ${shown.join(', ')}`);
  const unknown = RIGHT.split(' ').filter((word) => !core.lexicon.has(word));
  console.log(`Ska vara kända, okända är: ${unknown.join(', ') || 'inga'}`);
}

/** A wrong word and the right one. */
export interface Pair {
  readonly wrong: string;
  readonly right: string;
  /** The sentence that the wrong word stands in. */
  readonly sentence: string;
}

/** DaLAJ's spelling errors of one word. */
export function learnerPairs(shared: string): Pair[] {
  const pairs: Pair[] = [];
  for (const line of readFileSync(join(shared, 'data/errors/dalaj-ged_dev.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue;
    const { sentence, meta } = JSON.parse(line);
    const { error_label: label, confusion_pair: pair } = meta;
    if (label !== 'O') continue;
    const { incorrect_span: wrong, correction: right } = pair as {
      incorrect_span: string;
      correction: string;
    };
    if (/^[\p{L}-]+$/u.test(wrong) && /^[\p{L}-]+$/u.test(right)) pairs.push({ wrong, right, sentence });
  }
  return pairs;
}

function learnerErrors(shared: string): void {
  const pairs = learnerPairs(shared);
  const found = pairs.filter(({ wrong }) => !core.lexicon.has(wrong));
  const letters = pairs.filter(({ wrong, right }) => wrong.toLowerCase() !== right.toLowerCase());
  const wrongLetters = letters.filter(({ wrong }) => !core.lexicon.has(wrong));
  console.log(
    `DaLAJ dev, etikett O, ett ord: hittade ${share(found.length, pairs.length)} av ${pairs.length}, ` +
      `utan versalfel ${share(wrongLetters.length, letters.length)} av ${letters.length}`,
  );
  const all = new Linter({ ...settingsOf('klarsprak'), core });
  const seen = pairs.filter(
    ({ wrong, sentence }) =>
      !core.lexicon.has(wrong) ||
      all
        .lint(readPlain(sentence))
        .findings.some(
          ({ ruleId, actual, whole }) =>
            !whole && /^(?:spelling|grammar|typo)\//u.test(ruleId) && actual.split(/\s+/u).includes(wrong),
        ),
  );
  console.log(`  med alla regler, i sin mening: ${share(seen.length, pairs.length)}`);
  score('  klarlint', found, own);
  for (const [name, suggest] of others()) score(`  ${name}`, found, suggest);
}

type Suggest = (wrong: string) => readonly string[];

const own: Suggest = (wrong) => core.suggester.suggest(wrong).map(({ word }) => word);

/** Other spelling checkers over the same dictionary, those that are there; nspell without the rules that let all pass. */
function others(): [string, Suggest][] {
  const folder = dirname(createRequire(import.meta.url).resolve('dictionary-sv'));
  const aff = readFileSync(join(folder, 'index.aff'), 'utf8').replace(/^COMPOUNDRULE.*$/gmu, '');
  const spell = nspell(aff, readFileSync(join(folder, 'index.dic'), 'utf8'));
  const list: [string, Suggest][] = [['nspell', (wrong) => spell.suggest(wrong)]];
  try {
    execFileSync('hunspell', ['--version'], { stdio: 'ignore' });
    list.push(['Hunspell', (wrong) => hunspell(join(folder, 'index'), wrong)]);
  } catch {
    console.log('  Hunspell är inte installerat och jämförs inte.');
  }
  return list;
}

/** Times are of little use: the dictionary is read anew for each word. */
function hunspell(dictionary: string, wrong: string): string[] {
  const out = execFileSync('hunspell', ['-a', '-i', 'utf-8', '-d', dictionary], {
    input: `^${wrong}\n`,
    encoding: 'utf8',
  });
  return /^& .*?: (.*)$/mu.exec(out)?.[1]?.split(', ') ?? [];
}

/** Prints where the right word stands among the suggestions, and what they cost. */
function score(name: string, pairs: readonly Pair[], suggest: Suggest = own): void {
  const ranks: number[] = [];
  const times: number[] = [];
  for (const { wrong, right } of pairs) {
    const before = process.cpuUsage().user;
    const words = suggest(wrong);
    times.push((process.cpuUsage().user - before) / 1000);
    ranks.push(words.findIndex((word) => word.toLowerCase() === right.toLowerCase()));
  }
  const within = (most: number): string =>
    share(ranks.filter((rank) => rank >= 0 && rank < most).length, ranks.length);
  times.sort((a, b) => a - b);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const p99 = times[Math.floor(times.length * 0.99)]!;
  console.log(
    `${name.padEnd(36)} n ${String(pairs.length).padStart(5)}  först ${within(1)}  i tre ${within(3)}  i fem ${within(5)}` +
      `  ${mean.toFixed(1)} ms (p99 ${p99.toFixed(1)})`,
  );
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function syntheticErrors(shared: string): void {
  const words = treebankWords(shared).filter((word) => word.length >= 5 && core.lexicon.has(word));
  score('  påhittade fel, vanliga ord', misspell(words, 3_000, 20251121));
  const statutes = readFileSync(join(shared, 'data/lexicon/statute-frequencies.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0]!)
    .filter((word) => word.length >= 12 && core.lexicon.has(word));
  const whole = (word: string): boolean => (core.lexicon.dictionary.flags(word) & 1) !== 0;
  score('  långa ord i ordlistan', misspell(statutes.filter(whole), 600, 424242));
  score(
    '  sammansättningar som saknas där',
    misspell(
      statutes.filter((word) => !whole(word)),
      600,
      424243,
    ),
  );
}

function treebankWords(shared: string): string[] {
  const counts = new Map<string, number>();
  for (const file of ['sv_talbanken-train.conllu', 'sv_talbanken-ud-dev.conllu']) {
    for (const line of readFileSync(join(shared, 'data/treebank', file), 'utf8').split('\n')) {
      const [, form = '', , pos = ''] = line.split('\t');
      if (/^\p{Ll}+$/u.test(form) && !/PROPN|X|PUNCT|SYM/.test(pos))
        counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= 3).map(([word]) => word);
}

const LETTERS = 'abcdefghijklmnoprstuvyåäö';

/** Words with one error each, of six kinds in equal parts; what happens to be a word is left out. */
export function misspell(words: readonly string[], count: number, seed: number): Pair[] {
  const random = randomFrom(seed);
  const any = (limit: number): number => Math.floor(random() * limit);
  const pairs: Pair[] = [];
  for (let tries = 0; pairs.length < count && tries < 40 * count; tries++) {
    const right = words[any(words.length)]!;
    const at = any(right.length);
    const [before, letter, after] = [right.slice(0, at), right[at]!, right.slice(at + 1)];
    const wrong = [
      () => before + after,
      () => before + letter + LETTERS[any(LETTERS.length)] + after,
      () => before + LETTERS[any(LETTERS.length)] + after,
      () => before + letter.replace(/[åä]/, 'a').replace('ö', 'o') + after,
      () => before + (after[0] ?? '') + letter + after.slice(1),
      () =>
        before +
        (letter === after[0] ? '' : letter + letter) +
        (letter === after[0] ? letter + after.slice(1) : after),
    ][any(6)]!();
    if (wrong !== right && !core.lexicon.has(wrong)) pairs.push({ wrong, right, sentence: wrong });
  }
  return pairs;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
