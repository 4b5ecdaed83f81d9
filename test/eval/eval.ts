import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Prints the figures that the README quotes. `npm run eval -- gold parse` prints only the sections that are named. */
const SECTIONS = ['parse', 'tagger', 'measures', 'spelling', 'split-compound', 'grammar', 'gold', 'rules'];

const shared = join(dirname(fileURLToPath(import.meta.url)), '../../../shared');
const wanted = process.argv.slice(2);
const unknown = wanted.find((section) => !SECTIONS.includes(section));
if (unknown !== undefined) {
  console.error(`There is no section "${unknown}". Choose among ${SECTIONS.join(', ')}.`);
  process.exit(2);
}
for (const section of wanted.length > 0 ? wanted : SECTIONS) {
  console.log(`\n== ${section} ==\n`);
  const { run } = (await import(`./${section}.ts`)) as { run: (shared: string) => void | Promise<void> };
  await run(shared);
}
