import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countsOf, lix, nominalRatioOf, ovix } from '../../src/analyse/measures.ts';
import { readCore } from '../../src/cli/core.ts';
import { rows } from '../../src/kinds/rows.ts';
import { Text } from '../../src/rule.ts';
import { readMarkdown } from '../../src/source/markdown.ts';
import { readPlain } from '../../src/source/plain.ts';

/** The median LIX per document that `data/README.md` gives, by organisation. */
const PUBLISHED: Readonly<Record<string, number>> = {
  'region-halland': 42,
  forsakringskassan: 45,
  digg: 51,
  msb: 54,
  regeringskansliet: 57,
  'lagrummet-sfs': 57,
};

/** What scanning has made of the letters of lines 9–12 of seed 001. */
const MISREAD: Readonly<Record<string, string>> = {
  Malet: 'Målet',
  ar: 'är',
  fa: 'få',
  somlos: 'sömlös',
  vard: 'vård',
  hilsa: 'hälsa',
  forbéttras: 'förbättras',
  pé: 'på',
  jamlikt: 'jämlikt',
  sétt: 'sätt',
  invanarna: 'invånarna',
  lan: 'län',
};

/** Prints the worked examples of `facts/measures.md` and median LIX beside the published; `shared` is the folder of both. */
export function run(shared: string): void {
  console.log('Measures');
  const seeds = join(shared, 'seeds');
  if (existsSync(seeds)) {
    const decision = line(join(seeds, '003_9674161cf9c8acbe.txt'), 28).split(/(?<=\.)\s/u)[0]!;
    example('A, seed 003 line 28', decision, { words: 29, sentences: 1, long: 9, types: 28, lix: 60.0 });
    nominal('A, seed 003 line 28', decision, 1.71);
    const aim = [9, 10, 11, 12, 13]
      .map((number) => line(join(seeds, '001_4690871e21d93bf9.txt'), number))
      .join(' ')
      .replace(/\p{L}+/gu, (word) => MISREAD[word] ?? word)
      .split(/(?<=län\.)/u)[0]!;
    example('C, seed 001 lines 9–13', aim, { words: 42, sentences: 2, long: 12, types: 36, lix: 49.6 });
  } else {
    console.log('  Skipped: there are no seeds.');
  }
  nominal('B, plain version', PLAIN, 1.33);
  const prose = join(shared, 'data/prose');
  if (existsSync(prose)) medians(prose);
  else console.log('  Skipped: there are no public texts.');
}

/** Example B of `facts/measures.md`. */
const PLAIN =
  'Regionstyrelsen har fått en uppföljning av beslutet. Den visar vad som har hänt i hela landet, i Norra ' +
  'sjukvårdsregionen och i Region Jämtland Härjedalen.';

/** A nominal ratio as tagged beside the one tagged by hand. */
function nominal(name: string, text: string, expected: number): void {
  const ratio = nominalRatioOf(new Text(readPlain(text), [], readCore()).blocks)!;
  const verdict = ratio.toFixed(2) === expected.toFixed(2) ? 'right' : 'the tagger differs';
  console.log(`  ${name}: nominal ratio ${ratio.toFixed(2)} (${expected.toFixed(2)} by hand): ${verdict}`);
}

interface Expected {
  readonly words: number;
  readonly sentences: number;
  readonly long: number;
  readonly types: number;
  readonly lix: number;
}

function example(name: string, text: string, expected: Expected): void {
  const { words, sentences, longWords, types } = countsOf(new Text(readPlain(text)).blocks);
  const value = lix(words, sentences, longWords).toFixed(1);
  const right =
    words === expected.words &&
    sentences === expected.sentences &&
    longWords === expected.long &&
    types.size === expected.types &&
    value === expected.lix.toFixed(1);
  console.log(
    `  ${name}: ${words} words, ${sentences} sentences, ${longWords} long, LIX ${value} (${expected.lix.toFixed(1)}), ` +
      `OVIX ${ovix(words, types.size)?.toFixed(1)}: ${right ? 'right' : `WRONG, expected ${JSON.stringify(expected)}`}`,
  );
}

function line(path: string, number: number): string {
  return readFileSync(path, 'utf8').split('\n')[number - 1]!.trim();
}

function medians(prose: string): void {
  const values = new Map<string, number[]>();
  for (const { path, org } of rows(readFileSync(join(prose, 'INDEX.tsv'), 'utf8'))) {
    if (!org || !(org in PUBLISHED) || !/\.(?:md|txt)$/u.test(path!)) continue;
    const content = readFileSync(join(prose, path!), 'utf8');
    const text = new Text(path!.endsWith('.md') ? readMarkdown(content) : readPlain(content));
    const { lix: value } = text.measures;
    if (value !== undefined) values.set(org, [...(values.get(org) ?? []), value]);
  }
  console.log('  Median LIX per document (published)');
  for (const [org, published] of Object.entries(PUBLISHED)) {
    const sorted = (values.get(org) ?? []).sort((a, b) => a - b);
    const median = sorted[sorted.length >> 1];
    console.log(
      `    ${org.padEnd(20)}${median?.toFixed(1) ?? '–'} (${published}), ${sorted.length} documents`,
    );
  }
}
