/** `npm run bench` times one text; `npm run bench -- scale` many, `-- editor` the language server, `-- document` Word. */
const BENCHES = ['single', 'scale', 'editor', 'document'];
const [name = 'single'] = process.argv.slice(2);
if (BENCHES.includes(name)) await import(`./${name}.ts`);
else {
  console.error(`There is no bench "${name}". Choose ${BENCHES.join(' or ')}.`);
  process.exitCode = 2;
}
