import type { Check, Passive, Reading, RuleMeta } from '../../../src/rule.ts';

export const meta = {
  title: 'Beslut utan avsändare',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 1.3.3',
  needsCore: true,
  words: [
    'godkänns',
    'avslås',
    'avslogs',
    'beviljas',
    'beslutas',
    'beslöts',
    'antas',
    'antogs',
    'antagits',
    'avvisas',
    'bifalls',
    'bifölls',
    'tillstyrks',
    'avstyrks',
  ],
} satisfies RuleMeta;

/** Verbs that decide something, with their present. */
const DECISIONS = new Map([
  ['godkänna', 'godkänner'],
  ['avslå', 'avslår'],
  ['bevilja', 'beviljar'],
  ['besluta', 'beslutar'],
  ['anta', 'antar'],
  ['avvisa', 'avvisar'],
  ['bifalla', 'bifaller'],
  ['tillstyrka', 'tillstyrker'],
  ['avstyrka', 'avstyrker'],
]);

/** A longer one is no sentence, and to look everywhere in it would cost its length squared. */
const LONGEST_READ = 300;

export function create(): Check<'sentence'> {
  return function* (sentence) {
    const { readings, tokens, block } = sentence;
    if (block.kind === 'table-cell' || block.kind === 'heading' || tokens.length > LONGEST_READ) return;
    const all = sentence.passives;
    if (all.length === 0) return;
    const verbs = sentence.finiteVerbs;
    for (const passive of all) {
      const { kind, verb } = passive;
      const active = kind === 's' ? DECISIONS.get(readings[verb]!.lemma) : undefined;
      if (!active || passive.agent !== undefined) continue;
      if (!decides(readings, passive)) continue;
      // In a subordinate clause it is a condition (”om ansökan avslås”) or news of something known.
      const own = verbs.find((one) => one.verb === verb);
      if (!own || own.subordinator !== undefined || readings.slice(0, verb).some(isSubordinator)) continue;
      const said = readings[verb]!.tag.startsWith('VB|PRT')
        ? readings[verb]!.text.toLowerCase().replace(/s$/, '')
        : active;
      yield {
        start: tokens[verb]!.start,
        end: tokens[verb]!.end,
        message: `Vem ${said}? Skriv ut det.`,
      };
    }
  };
}

function isSubordinator({ tag }: Reading): boolean {
  return /^(?:SN|HP|HA)/.test(tag);
}

/** A decision that is made, not a rule for when one is: no other name in the sentence may be the one who makes it. */
function decides(readings: readonly Reading[], { verb }: Passive): boolean {
  // ”får beviljas”: a rule for when it may be done.
  if (readings[verb]!.tag.startsWith('VB|INF')) return false;
  const rest = readings.slice(verb + 1);
  return (
    !rest.some(({ text }) => /^(?:om|endast|bara|enligt|av|när|hos|genom|till)$/.test(text)) &&
    !readings.some(({ text }) => text === 'det' || text === 'Det')
  );
}
