import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { plainLetters } from '../../src/build/plain-letters.ts';
import { aims, measure, median, type Sample } from './process.ts';
import { draft } from './text.ts';

/**
 * Whole processes against each other, in one run and in turns: an empty Node, a bare parse with remark and
 * retext-latin (bundled as klarlint is), klarlint, and textlint with its English rule. What counts is the ratios.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'klarlint-bench-'));
const RUNS = 9;

/** The rules of the first version. Small texts are measured against an empty Node with them alone. */
const FIRST_RULES = [
  ...['words/archaic-word', 'words/complex-preposition', 'words/joined-particle-verb', 'words/pleonasm'],
  ...['sentence/too-long', 'readability/lix', 'readability/sentence-mean', 'readability/paragraph-length'],
  ...['readability/hard-sentence', 'tone/hype', 'tone/exclamation', 'terms/deprecated-name'],
  ...['terms/name-form', 'terms/abbreviation-variant', 'terms/required-umbrella-term', 'structure/link-text'],
  ...['typo/quote-style', 'typo/date-format', 'typo/ocr-damage'],
];

const files = { word: 'Hej.\n', small: draft(1000), big: draft(23_000), double: draft(46_000) };
const path = (name: string): string => join(folder, name);

try {
  for (const [name, text] of Object.entries(files)) writeFileSync(path(`${name}.md`), text);
  writeFileSync(path('empty.mjs'), '');
  await build({
    stdin: {
      contents: [
        "import { readFileSync } from 'node:fs';",
        "import remarkParse from 'remark-parse';",
        "import retextLatin from 'retext-latin';",
        "import { unified } from 'unified';",
        "const text = readFileSync(process.argv[2], 'utf8');",
        'unified().use(remarkParse).parse(text);',
        'unified().use(retextLatin).parse(text);',
      ].join('\n'),
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    minify: true,
    outfile: path('bare.mjs'),
  });
  for (const [name, does] of [
    ['words', 'text.sentences;'],
    ['tags', 'for (const sentence of text.sentences) sentence.readings;'],
  ] as const) {
    await build({
      stdin: {
        contents: [
          "import { readFileSync } from 'node:fs';",
          "import { readCore } from './src/cli/core.ts';",
          "import { Text } from './src/rule.ts';",
          "import { readMarkdown } from './src/source/markdown.ts';",
          "const text = new Text(readMarkdown(readFileSync(process.argv[2], 'utf8')), [], readCore());",
          does,
        ].join('\n'),
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      minify: true,
      plugins: [plainLetters],
      // Beside package.json, where the dictionaries are looked for.
      outfile: join(root, `dist/bench-${name}.mjs`),
    });
  }
  const textlint = join(root, 'node_modules/textlint/bin/textlint.js');
  const commands: Record<string, (file: string) => string[]> = {
    'empty Node': () => [path('empty.mjs')],
    'bare parse': (file) => [path('bare.mjs'), file],
    klarlint: (file) => [join(root, 'dist/klarlint.cjs'), '--no-color', file],
    'klarlint, 19 rules': (file) => [
      join(root, 'dist/klarlint.cjs'),
      '--no-color',
      file,
      ...FIRST_RULES.flatMap((rule) => ['--only', rule]),
    ],
    'our parse': (file) => [join(root, 'dist/bench-words.mjs'), file],
    'our parse, tagged': (file) => [join(root, 'dist/bench-tags.mjs'), file],
    textlint: (file) => [textlint, '--rule', 'write-good', file],
  };
  const cases: [string, string][] = [
    ['empty Node', 'small'],
    ['bare parse', 'small'],
    ['klarlint, 19 rules', 'small'],
    ['klarlint', 'small'],
    ['textlint', 'small'],
    ['bare parse', 'big'],
    ['klarlint, 19 rules', 'big'],
    ['klarlint', 'big'],
    ['textlint', 'big'],
    ['klarlint', 'double'],
    ['our parse', 'word'],
    ['our parse, tagged', 'word'],
    ['our parse', 'big'],
    ['our parse, tagged', 'big'],
  ];
  const samples = new Map<string, Sample[]>(cases.map(([tool, size]) => [`${tool} ${size}`, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [tool, size] of cases)
      samples.get(`${tool} ${size}`)!.push(measure(commands[tool]!(path(`${size}.md`))));
  }
  const ms = (key: string): number => median(samples.get(key)!.map((sample) => sample.ms));
  const mib = (key: string): number => median(samples.get(key)!.map((sample) => sample.mib));
  console.log(`Whole processes, median of ${RUNS} runs in turns\n`);
  for (const [tool, size] of cases) {
    const key = `${tool} ${size}`;
    console.log(
      `${key.padEnd(24)} ${ms(key).toFixed(0).padStart(6)} ms ${mib(key).toFixed(0).padStart(6)} MiB`,
    );
  }
  const startup = ms('empty Node small');
  console.log();
  aims([
    ['19 rules, small / empty Node', ms('klarlint, 19 rules small') / startup, 3],
    ['19 rules, big / bare parse big', ms('klarlint, 19 rules big') / ms('bare parse big'), 2],
    ['19 rules, big / textlint big', ms('klarlint, 19 rules big') / ms('textlint big'), 1],
    ['all rules, small / empty Node', ms('klarlint small') / startup, 3],
    ['all rules, big / bare parse big', ms('klarlint big') / ms('bare parse big'), 3],
    ['all rules, big / textlint big', ms('klarlint big') / ms('textlint big'), 1],
    [
      'all rules, twice the big text (less start) / big',
      (ms('klarlint double') - startup) / (ms('klarlint big') - startup),
      2.3,
    ],
    [
      'tagging / bare parse, big (less start)',
      (ms('our parse, tagged big') - ms('our parse big')) / (ms('bare parse big') - startup),
      1,
    ],
    [
      'language core at start / empty Node',
      (ms('our parse, tagged word') - ms('our parse word')) / startup,
      0.5,
    ],
    ['language core, MiB', mib('our parse, tagged big') - mib('our parse big'), 30],
    ['all rules, peak over bare parse, big, MiB', mib('klarlint big') - mib('bare parse big'), 60],
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['words', 'tags']) rmSync(join(root, `dist/bench-${name}.mjs`), { force: true });
}
