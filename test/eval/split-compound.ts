import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from '../../rules/grammar/split-compound/rule.ts';
import { readCore } from '../../src/cli/core.ts';
import { rows } from '../../src/kinds/rows.ts';
import { OWN_WORDS, type Sentence, Text, type Token, zoneBits } from '../../src/rule.ts';
import { readMarkdown } from '../../src/source/markdown.ts';
import { readPlain } from '../../src/source/plain.ts';

const core = readCore();
const SPLITS = new URL('../../rules/grammar/split-compound/splits.tsv', import.meta.url);
const check = create({ splits: rows(readFileSync(SPLITS, 'utf8')) });
const OWN = zoneBits(OWN_WORDS);
/** At most so many splits of one compound, so that no document decides the figure. */
const MOST_OF_A_WORD = 2;

/** Prints how many compounds of public texts are found once they are split at their joint, one in a fourth sentence. */
export function run(shared: string): void {
  const folder = join(shared, 'data/prose');
  if (!existsSync(folder)) {
    console.log('Särskrivning: texterna saknas, mätningen hoppas över.');
    return;
  }
  const times = new Map<string, number>();
  let split = 0;
  let found = 0;
  let sentences = 0;
  for (const { path } of rows(readFileSync(join(folder, 'INDEX.tsv'), 'utf8'))) {
    if (!/\.(?:md|txt)$/u.test(path!)) continue;
    const content = readFileSync(join(folder, path!), 'utf8');
    const text = new Text(path!.endsWith('.md') ? readMarkdown(content) : readPlain(content), [], core);
    if (text.language !== 'sv' || text.damaged) continue;
    for (const sentence of text.sentences) {
      if (sentences++ % 4 !== 0) continue;
      const token = sentence.tokens.find(
        (one) => isCompound(one) && (times.get(one.text) ?? 0) < MOST_OF_A_WORD,
      );
      if (!token) continue;
      times.set(token.text, (times.get(token.text) ?? 0) + 1);
      split++;
      if (isFound(sentence, token)) found++;
    }
  }
  console.log(
    `Delade sammansättningar: ${found} av ${split} hittade (${((100 * found) / split).toFixed(1)} %)`,
  );
}

function isCompound({ kind, text, zones }: Token): boolean {
  if (kind !== 'word' || (zones & ~OWN) !== 0 || !/^\p{Ll}{7,}$/u.test(text)) return false;
  if (core.lexicon.analyses(text)[0]?.class !== 'NN') return false;
  const parts = core.lexicon.compound(text)?.parts;
  return parts !== undefined && parts.at(-1)!.start === parts.at(-2)!.end;
}

/** Whether the word is found with a space before its head. */
function isFound(sentence: Sentence, token: Token): boolean {
  const joint = token.start - sentence.start + core.lexicon.compound(token.text)!.head.start;
  const source = readPlain(`${sentence.text.slice(0, joint)} ${sentence.text.slice(joint)}`);
  return new Text(source, [], core).sentences.some((one) =>
    [...check(one)].some(({ start, end }) => start! < joint && end! > joint),
  );
}
