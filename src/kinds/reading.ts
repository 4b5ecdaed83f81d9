import type { Sentence, Token } from '../rule.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** After these a verb stands in the infinitive, with nothing but adverbs between. */
const MODALS = words(
  'att ska skall skulle kan kunna kunde kunnat måste bör böra borde får få fick fått vill vilja ville behöver ' +
    'behövde behöva brukar må låter låta lät lär tänker avser',
);
const HAVE = words('har hade ha haft');
/** After these a participle stands. */
const COPULAS = words('är var vara varit blir bli blev blivit anses');
const DETERMINERS = words(
  'den det de dessa denna detta en ett alla våra vår vårt era er ert sina sin sitt deras dess några vissa samtliga ' +
    'nya olika flera många',
);
/** Adverbs that stand between the verbs of a clause, or after the finite one. */
const ADVERBS = words(
  'inte ej aldrig alltid också även dock därför därmed då nu ofta normalt vanligen endast bara redan alltså således ' +
    'därefter sedan snarast heller istället dessutom',
);
/** Pronouns that are subjects wherever they stand. */
const SUBJECTS = words('jag du vi ni man han hon hen de');
/** Words that a sentence may begin with before its verb and then its subject. */
const OPENERS = words(
  'i på under efter före vid för av med om när då nu här där därför därefter därmed sedan dessutom enligt genom från ' +
    'till inom utöver utan även också därutöver således eftersom medan innan sen vidare samtidigt senast trots hos ' +
    'mellan mot varje nästa förra som ofta normalt vanligen varefter varvid',
);
/** Words that begin a clause whose subject stands before its verb. */
const SUBORDINATORS = words('om när där innan eftersom medan tills');
/** Words after which a noun is in the plural, or a noun or an adjective in the singular of a gender. */
const PLURALS = words(
  'dessa många flera några alla vissa vilka samtliga olika båda två tre våra era sina mina dina',
);
const NEUTERS = words('ett detta vilket något inget vårt ert sitt mitt ditt');
const UTERS = words('en denna vilken någon ingen vår er sin min din');
/** Words that an imperative may follow; otherwise it begins a clause. */
const BEFORE_IMPERATIVES = words('och eller men samt så vänligen god sedan');
const FINITE = new Set(['pres', 'past', 'imp', 'pres_s', 'past_s']);

/**
 * Which of several grammatical forms a word is in: the index of the likeliest of `keys`, and whether its neighbours
 * show it. `index` is the word's place in the sentence.
 */
export function readingOf(
  keys: readonly string[],
  { tokens }: Sentence,
  index: number,
): { reading: number; certain: boolean } {
  const pick = (...wanted: string[]): number => keys.findIndex((key) => wanted.includes(key));
  let at = index - 1;
  while (at >= 0 && ADVERBS.has(tokens[at]!.lower)) at--;
  const before = tokens[at]?.lower ?? '';
  const evidence = MODALS.has(before)
    ? pick('inf', 'inf_s')
    : HAVE.has(before)
      ? pick('sup', 'sup_s')
      : COPULAS.has(before)
        ? pick('ptc_u', 'ptc_n', 'ptc_pl')
        : DETERMINERS.has(tokens[index - 1]?.lower ?? '')
          ? pick('ptc_pl', 'ptc_n', 'ptc_u')
          : index === 0
            ? pick('imp')
            : -1;
  if (evidence >= 0) return { reading: evidence, certain: true };
  const last = tokens[index - 1];
  const number =
    PLURALS.has(last?.lower ?? '') || last?.kind === 'number'
      ? pick('pl', 'pl_gen')
      : NEUTERS.has(last?.lower ?? '')
        ? pick('n', 'sg', 'sg_gen')
        : UTERS.has(last?.lower ?? '')
          ? pick('u', 'sg', 'sg_gen')
          : -1;
  if (number >= 0) return { reading: number, certain: true };
  if (keys.length === 2 && last?.kind === 'word' && !BEFORE_IMPERATIVES.has(last.lower)) {
    const infinitive = pick('imp') < 0 ? -1 : pick('inf');
    if (infinitive >= 0) return { reading: infinitive, certain: true };
  }
  // "ska medel nyttjas": the modal verb stands before the subject.
  if (modalBefore(tokens, at)) {
    const infinitive = pick('inf', 'inf_s');
    if (infinitive >= 0) return { reading: infinitive, certain: false };
  }
  for (const key of ['pres_s', 'past', 'past_s', 'pres', 'inf', 'sup']) {
    const reading = keys.indexOf(key);
    if (reading >= 0) return { reading, certain: false };
  }
  return { reading: 0, certain: false };
}

/** Whether a modal verb, not the conjunction or mark of another clause, stands up to five words back. */
function modalBefore(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at >= Math.max(0, from - 5); at--) {
    const { kind, lower } = tokens[at]!;
    if (kind !== 'word' || lower === 'som' || lower === 'att') return false;
    if (MODALS.has(lower)) return true;
  }
  return false;
}

/**
 * Where the parts of a finite verb of several words go: ”tillser inte” → ”ser inte till”. Gives the number of words
 * after the verb that go between its first word and the rest, or `undefined` when that can't be told.
 */
export function wordsInside(key: string, { tokens }: Sentence, index: number): number | undefined {
  if (!FINITE.has(key)) return 0;
  let at = index + 1;
  while (at < tokens.length && (ADVERBS.has(tokens[at]!.lower) || SUBJECTS.has(tokens[at]!.lower))) at++;
  if (at > index + 1) return at - index - 1;
  return key !== 'imp' && isInverted(tokens, index) ? undefined : 0;
}

/** Whether the subject may stand after the verb: ”I maj mottar nämnden …”. */
function isInverted(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.lower ?? '';
  if (SUBJECTS.has(before) || before === 'som' || ADVERBS.has(before)) return false;
  const conjunction = tokens[index - 2];
  if (conjunction?.lower === 'att') return false;
  if (conjunction && SUBORDINATORS.has(conjunction.lower) && tokens[index - 3]?.kind !== 'word') return false;
  return index === 0 || OPENERS.has(tokens[0]!.lower) || tokens[index - 1]?.text === ',';
}
