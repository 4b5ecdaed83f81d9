import {
  answersIn,
  type Block,
  type Check,
  type Passive,
  perBlock,
  type Problem,
  type Reading,
  type RuleMeta,
  type RuleOptions,
  type Sentence,
  targetOf,
  type Text,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Passiv utan den som gör',
  scope: 'document',
  severity: 'info',
  source: 'Myndigheternas skrivregler 1.3.3',
  needsCore: true,
  // Per cent of the finite verbs that may be passive (null: the guideline's target `passive`).
  options: { max: null },
} satisfies RuleMeta;

const DEFAULT_MAX = 25;
const LEAST_VERBS = 20;
const MOST_LINES = 4;

/** What is asked of a reader: passive, it leaves open who is to do it. */
const TASKS = new Set(
  (
    'anmäla avboka beställa besvara bifoga boka fylla hämta kontakta lämna meddela rapportera registrera ringa ' +
    'sända skicka underteckna uppge uppvisa komplettera betala'
  ).split(' '),
);
/** Of these the present says as much. */
const REQUESTS = new Set([
  'anmäla',
  'avboka',
  'beställa',
  'bifoga',
  'boka',
  'kontakta',
  'sända',
  'skicka',
  'underteckna',
]);
/** What the writer promises. */
const PROMISES = new Set(['följa', 'utreda', 'utvärdera', 'informera', 'åtgärda', 'förbättra', 'prioritera']);
const MODAL = new Set(['skola', 'måste', 'böra']);

/** A longer one is no sentence, and to look everywhere in it would cost its length squared. */
const LONGEST_READ = 300;

interface Found {
  readonly sentence: Sentence;
  readonly passives: readonly Passive[];
}

/** How many finite verbs a block has in running text. */
const verbsIn = perBlock((block) => [
  proseOf(block).reduce((sum, { finiteVerbs }) => sum + finiteVerbs.length, 0),
]);
const passivesIn = perBlock((block): readonly Found[] =>
  proseOf(block).flatMap((sentence) => {
    const { passives } = sentence;
    return passives.length > 0 ? [{ sentence, passives }] : [];
  }),
);

function proseOf({ kind, sentences }: Block): readonly Sentence[] {
  return kind === 'table-cell' || kind === 'heading' ? [] : sentences;
}

/** What there is to say of single passives of a block. */
const problemsIn = perBlock((block): readonly Problem[] =>
  passivesIn(block).flatMap(({ sentence, passives }) =>
    sentence.readings.length > LONGEST_READ
      ? []
      : passives.flatMap((passive) => {
          const message = advice(sentence.readings, passive) ?? turned(sentence, passive);
          return message ? [{ ...place(sentence, passive), message }] : [];
        }),
  ),
);

export function create(_: unknown, options: RuleOptions): Check<'document'> {
  const max = (options['max'] as number | null) ?? targetOf(options, 'passive') ?? DEFAULT_MAX;
  return function* (text) {
    yield* answersIn(text.blocks, problemsIn);
    const verbs = answersIn(text.blocks, verbsIn).reduce((sum, count) => sum + count, 0);
    yield* share(text, answersIn(text.blocks, passivesIn), verbs, max);
  };
}

function place(
  { block, tokens }: Sentence,
  { verb, participle }: Passive,
): { block: Block; start: number; end: number } {
  return { block, start: tokens[verb]!.start, end: tokens[participle ?? verb]!.end };
}

/** Who does it, where a task is given or something is promised in a main clause. */
function advice(readings: readonly Reading[], { kind, verb, agent }: Passive): string | undefined {
  const { lemma, tag, text } = readings[verb]!;
  if (kind !== 's' || agent !== undefined || readings.slice(0, verb).some(isSubordinator)) return undefined;
  if (tag.startsWith('VB|PRS'))
    return REQUESTS.has(lemma)
      ? `Vem ska göra det? ”${text}” säger det inte. Tala om det, gärna med ”du”.`
      : undefined;
  if (!tag.startsWith('VB|INF')) return undefined;
  const modal = readings.slice(Math.max(0, verb - 6), verb).findLast((one) => /^VB\|PR[ST]/.test(one.tag));
  if (!modal || !MODAL.has(modal.lemma)) return undefined;
  if (TASKS.has(lemma)) return `Vem ${modal.text.toLowerCase()} göra det? Tala om det, gärna med ”du”.`;
  return PROMISES.has(lemma) ? `Vem ${modal.text.toLowerCase()} göra det? Skriv ut det.` : undefined;
}

/** States that nobody brings about. */
const STATES = new Set(
  'föranleda känneteckna reglera beröra prägla dominera omfatta täcka bestämma orsaka skapa'.split(' '),
);
const LONGEST_TO_TURN = 14;

/** ”Arbetet samordnas av kommunen.”: a short sentence with nothing but a subject and the one who does it. */
function turned(sentence: Sentence, { kind, verb, agent }: Passive): string | undefined {
  const { readings, tokens, block } = sentence;
  if (kind !== 's' || agent !== verb + 1 || verb === 0 || tokens.length > LONGEST_TO_TURN) return undefined;
  const { lemma, tag } = readings[verb]!;
  if (STATES.has(lemma) || readings.filter((one) => one.tag.startsWith('VB')).length > 1) return undefined;
  if (!readings.slice(0, verb).every((one) => /^(?:NN|PM|DT|PS|JJ|PC|RG|KN)/.test(one.tag))) return undefined;
  if (!/^(?:NN|PM|JJ|DT|PS)/.test(readings[agent + 1]?.tag ?? '')) return undefined;
  // ”Beslut fattas”: the lemma is then the deponent, but it is fatta that is turned.
  const base = lemma.replace(/s$/u, '');
  const active = block.core!.lexicon.inflect(base, tag.replace('SFO', 'AKT'));
  return active && `Vänd på meningen: skriv först vem som ${active}.`;
}

function isSubordinator({ tag }: Reading): boolean {
  return /^(?:SN|HP|HA)/.test(tag);
}

function* share(text: Text, found: readonly Found[], verbs: number, max: number): Iterable<Problem> {
  const count = found.reduce((sum, one) => sum + one.passives.length, 0);
  const percent = Math.round((100 * count) / verbs);
  if (verbs < LEAST_VERBS || percent <= max) return;
  const worst = found
    .toSorted((a, b) => b.passives.length - a.passives.length)
    .slice(0, MOST_LINES)
    .map(({ sentence }) => sentence);
  yield {
    message: `${percent} procent av verben är passiva, målet är högst ${max}. Flest finns ${text.whereabouts(worst)}.`,
  };
}
