import type { Check, RuleMeta, RuleOptions } from '../../../src/rule.ts';

export const meta = {
  title: 'Rubrik som inte säger något',
  scope: 'paragraph',
  severity: 'info',
  source: 'Myndigheternas skrivregler 1.5.2 och 3.5.5',
  options: {
    /** Headings that could stand over any text. */
    headings: [
      'allmän information',
      'allmänna upplysningar',
      'allmänt',
      'diskussion',
      'diverse',
      'historik',
      'information',
      'undersökning',
      'övrig information',
      'övriga upplysningar',
      'övrigt',
      'övriga frågor',
    ],
    /** Such as a report or a guideline is expected to have, but not a text to the public. */
    formal: ['bakgrund', 'inledning', 'introduktion', 'metod', 'resultat', 'slutsats', 'slutsatser', 'syfte'],
    /** The kinds of text in which those are flagged too. */
    kinds: ['nyhetsbrev', 'webb', 'pressmeddelande', 'inbjudan', 'brev'],
    /** Kinds of text that have their headings by custom. */
    exceptKinds: ['avtal', 'dagordning', 'kallelse', 'minnesanteckning', 'protokoll'],
  },
} satisfies RuleMeta;

/** The number of a heading: ”2.1 Bakgrund”. */
const NUMBER = /^[\p{N}.]+\s+/u;

export function create(_: unknown, options: RuleOptions): Check<'paragraph'> {
  const lists = options as unknown as Readonly<Record<keyof typeof meta.options, readonly string[]>>;
  const kind = options.textKind;
  const empty = new Set(lists.headings);
  if (kind && lists.kinds.includes(kind)) for (const heading of lists.formal) empty.add(heading);
  const silent = kind !== undefined && lists.exceptKinds.includes(kind);
  return function* (block) {
    if (silent || block.kind !== 'heading') return;
    const start = NUMBER.exec(block.text)?.[0].length ?? 0;
    const heading = block.text.slice(start);
    if (!empty.has(heading.toLowerCase())) return;
    const message = `”${heading}” kan stå över vad som helst. Skriv vad avsnittet säger, gärna med verb.`;
    yield { start, end: block.text.length, message };
  };
}
