import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lemmaOf } from '../../src/analyse/lemma.ts';
import { morphologyOf, type Reading } from '../../src/analyse/morphology.ts';
import { Tagger } from '../../src/analyse/tagger/tagger.ts';
import { shippedLexicon } from '../../src/build/tagger/lexicon.ts';

const DEV = 'data/treebank/sv_talbanken-ud-dev.conllu';
const MODEL = fileURLToPath(new URL('../../dictionaries/taggare-sv/taggare-sv.bin', import.meta.url));

/** spaCy's sv_core_news_sm and the 80-line prototype (bare; with lexicon; with gender and clusters), on the same treebank. */
const ANCHORS: Readonly<Record<string, string>> = {
  'word class': 'spaCy 95.1, prototype 95.0 / 96.3 / 96.4',
  'full tag': 'spaCy 93.5, prototype 93.2 / 94.5 / 94.9',
  lemma: 'spaCy 94.9',
};

interface GoldToken {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
}

/** Measures tagger, lemma and features on the dev treebank's own tokens. */
export function run(shared: string): void {
  const sentences = readGold(readFileSync(join(shared, DEV), 'utf8'));
  const bytes = readFileSync(MODEL);
  const lexicon = shippedLexicon();
  const loadStart = performance.now();
  const tagger = new Tagger(bytes, lexicon);
  const load = performance.now() - loadStart;
  const forms = sentences.map((sentence) => sentence.map(({ form }) => form));
  const cold = timed(() => tagAll(tagger, forms));
  for (let round = 0; round < 3; round++) tagAll(tagger, forms);
  const warm = timed(() => tagAll(tagger, forms));

  const right = { 'word class': 0, 'full tag': 0, UPOS: 0, features: 0, lemma: 0 };
  const passive = { both: 0, ours: 0, gold: 0 };
  let tokens = 0;
  for (const sentence of sentences) {
    const tags = tagger.tag(sentence.map(({ form }) => form));
    const reading: Reading[] = sentence.map(({ form }, at) => ({
      text: form,
      tag: tags[at]!,
      lemma: lemmaOf(form, tags[at]!, lexicon),
    }));
    for (const [at, gold] of sentence.entries()) {
      const { tag, lemma } = reading[at]!;
      const { upos, feats } = morphologyOf(reading, at);
      tokens++;
      if (classOf(tag) === classOf(gold.xpos)) right['word class']++;
      if (tag === gold.xpos) right['full tag']++;
      if (upos === gold.upos) right.UPOS++;
      if (feats === gold.feats) right.features++;
      if (lemma === gold.lemma) right.lemma++;
      const ours = isPassive(feats);
      const theirs = isPassive(gold.feats);
      if (ours) passive.ours++;
      if (theirs) passive.gold++;
      if (ours && theirs) passive.both++;
    }
  }

  console.log(`${sentences.length} sentences, ${tokens} tokens`);
  for (const [name, count] of Object.entries(right)) print(name, percent(count, tokens), ANCHORS[name]);
  const precision = passive.both / passive.ours;
  const recall = passive.both / passive.gold;
  const f1 = (2 * precision * recall) / (precision + recall);
  print(
    'passive',
    `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} (${passive.gold} in gold)`,
  );
  print('speed', `${perSecond(tokens, cold)} tokens/s cold, ${perSecond(tokens, warm)} warm`);
  print('load', `${load.toFixed(1)} ms`);
  print('model', `${bytes.length} bytes`);
}

function readGold(text: string): GoldToken[][] {
  return text
    .split(/\n\n+/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([id]) => /^\d+$/.test(id!))
        .map(([, form, lemma, upos, xpos, feats]) => ({
          form: form!,
          lemma: lemma!,
          upos: upos!,
          xpos: xpos!,
          feats: feats!,
        })),
    )
    .filter((sentence) => sentence.length > 0);
}

function tagAll(tagger: Tagger, sentences: readonly (readonly string[])[]): void {
  for (const sentence of sentences) tagger.tag(sentence);
}

/** Milliseconds. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function isPassive(feats: string): boolean {
  return feats.includes('Voice=Pass') && !feats.includes('VerbForm=Part');
}

function classOf(tag: string): string {
  return tag.split('|', 1)[0]!;
}

function percent(count: number, of: number): string {
  return `${((100 * count) / of).toFixed(2)} %`;
}

function perSecond(tokens: number, milliseconds: number): number {
  return Math.round((1000 * tokens) / milliseconds);
}

function print(name: string, value: string, anchor?: string): void {
  console.log(`${name.padEnd(12)}${value}${anchor === undefined ? '' : `   (${anchor})`}`);
}
