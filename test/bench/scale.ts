import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aims, measure, median, type Sample } from './process.ts';
import { draft } from './text.ts';

/**
 * Many texts: 1,000 newsletters of 1,000 words, fresh and from the cache, beside textlint with its English rule on the
 * same files; and small pages by the thousand, to see that memory does not grow with their number.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const RUNS = 3;
const NEWSLETTERS = 1000;
const PAGES = [10_000, 100_000] as const;

const folder = mkdtempSync(join(tmpdir(), 'klarlint-bench-'));
try {
  const brev = join(folder, 'brev');
  mkdirSync(brev);
  for (let i = 0; i < NEWSLETTERS; i++) writeFileSync(join(brev, `${i}.md`), draft(1000, i));
  const klarlint = join(root, 'dist/klarlint.cjs');
  const cache = ['--cache', '--cache-location', join(folder, 'cache')];
  const commands: Readonly<Record<string, readonly string[]>> = {
    'klarlint fresh': [klarlint, '--format', 'json', brev],
    'klarlint fresh, one thread': [klarlint, '--format', 'json', '--concurrency', '1', brev],
    'klarlint cached': [klarlint, '--format', 'json', ...cache, brev],
    textlint: [
      join(root, 'node_modules/textlint/bin/textlint.js'),
      '--rule',
      'write-good',
      '-f',
      'json',
      brev,
    ],
  };
  measure(commands['klarlint cached']!);
  const samples = new Map<string, Sample[]>(Object.keys(commands).map((name) => [name, []]));
  for (let run = 0; run < RUNS; run++)
    for (const [name, command] of Object.entries(commands)) samples.get(name)!.push(measure(command));
  const ms = (name: string): number => median(samples.get(name)!.map((sample) => sample.ms));
  console.log(`${NEWSLETTERS} newsletters of 1,000 words, median of ${RUNS} runs in turns\n`);
  for (const [name, all] of samples)
    console.log(
      `${name.padEnd(28)} ${ms(name).toFixed(0).padStart(7)} ms ${median(all.map(({ mib }) => mib))
        .toFixed(0)
        .padStart(6)} MiB`,
    );

  console.log('\nSmall pages, one run each\n');
  const peaks = PAGES.map((pages) => {
    const sider = join(folder, `sidor-${pages}`);
    for (let i = 0; i < pages; i++) {
      const part = join(sider, String(i % 100));
      if (i < 100) mkdirSync(part, { recursive: true });
      writeFileSync(join(part, `${i}.md`), `${draft(20, i)}`);
    }
    const { ms: time, mib } = measure([klarlint, '--format', 'ndjson', sider]);
    console.log(
      `${String(pages).padStart(7)} pages ${time.toFixed(0).padStart(9)} ms ${mib.toFixed(0).padStart(6)} MiB`,
    );
    return mib;
  });
  console.log();
  aims([
    ['klarlint fresh / textlint', ms('klarlint fresh') / ms('textlint'), 0.5],
    ['klarlint cached / fresh', ms('klarlint cached') / ms('klarlint fresh'), 0.1],
    ['memory, 100,000 pages / 10,000 pages', peaks[1]! / peaks[0]!, 1.3],
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
