import {
  type Check,
  inCaseOf,
  type LanguageCore,
  type Problem,
  type Reading,
  type Row,
  type RuleData,
  type RuleMeta,
  type Sentence,
  type Token,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Substantivsjuka',
  scope: 'sentence',
  severity: 'warning',
  source: 'Myndigheternas skrivregler 1.4.11',
  needsCore: true,
} satisfies RuleMeta;

/** A verbal noun with what must stand around it, and the verb that says the same. */
interface Phrase {
  /** The words after the verb and its article; each may be one of several. */
  readonly words: readonly (readonly string[])[];
  /** In the infinitive; what follows its first word stays as it is. */
  readonly to: string;
  readonly severity: 'warning' | 'info';
}

export function create(data: RuleData): Check<'sentence'> {
  const phrases = new Map<string, Phrase[]>();
  for (const { verbs, noun, to, level } of data['phrases'] as readonly Row[]) {
    const words = noun!.split(' ').map((word) => word.split('|'));
    for (const verb of verbs!.split('|')) {
      const known = phrases.get(verb) ?? [];
      known.push({ words, to: to!, severity: level === 'info' ? 'info' : 'warning' });
      phrases.set(verb, known);
    }
  }
  const nouns = [...phrases.values()].flat().flatMap(({ words }) => words[0]!);
  const check: Check<'sentence'> = function* (sentence) {
    const { readings } = sentence;
    for (let at = 0; at < readings.length; at++) {
      const { tag, lemma } = readings[at]!;
      if (!tag.startsWith('VB|') || !tag.endsWith('|AKT')) continue;
      const own = phrases.get(lemma);
      const problem = own && firstMatch(sentence, at, own);
      if (problem) yield problem;
    }
  };
  return Object.assign(check, { words: nouns });
}

/** Longest first. */
function firstMatch(sentence: Sentence, verb: number, phrases: readonly Phrase[]): Problem | undefined {
  const { readings, tokens, block } = sentence;
  const subject = isSubject(readings[verb + 1]) ? verb + 1 : undefined;
  const next = subject === undefined ? verb + 1 : subject + 1;
  const afterArticle = /^ett?$|^en$/.test(tokens[next]?.lower ?? '') ? next + 1 : next;
  let best: { readonly phrase: Phrase; readonly last: number } | undefined;
  for (const phrase of phrases) {
    for (let first = next; first <= afterArticle; first++) {
      const last = first + phrase.words.length - 1;
      if ((!best || last > best.last) && stands(phrase, tokens, first)) best = { phrase, last };
    }
  }
  if (!best) return undefined;
  const { phrase, last } = best;
  // ”göra en bedömning av” and then a mark: what is judged stands elsewhere. ”bedriva forskning och utveckling”: two things.
  const after = readings[last + 1]?.tag ?? 'MAD';
  if (phrase.words.length === 1 ? after !== 'KN' : !/^(?:VB|MAD|MID|PAD)/.test(after)) {
    const form = inflected(phrase.to, readings[verb]!.tag, block.core!);
    const start = tokens[verb]!.start;
    const end = tokens[last]!.end;
    const between = subject === undefined ? '' : ` ${tokens[subject]!.text}`;
    const written = block.text.slice(start, end).replace(/\s+/gu, ' ');
    const said = form && `${inCaseOf(tokens[verb]!.text, form.head)}${between}${form.tail}`;
    return {
      start,
      end,
      message: said
        ? `”${written}” är en omväg. Skriv ”${said}”.`
        : `”${written}” är en omväg. Använd verbet: ”${phrase.to}”.`,
      severity: phrase.severity,
      ...(said && { expected: said }),
    };
  }
  return undefined;
}

/** Whether the words of a phrase stand there. */
function stands({ words }: Phrase, tokens: readonly Token[], first: number): boolean {
  for (let i = 0; i < words.length; i++)
    if (!words[i]!.includes(tokens[first + i]?.lower ?? '')) return false;
  return true;
}

/** ”då gör vi en bedömning”: a pronoun that can only be a subject. */
function isSubject(reading: Reading | undefined): boolean {
  return (
    reading !== undefined &&
    /^(?:vi|du|ni|jag|de|han|hon|man)$/.test(reading.lemma) &&
    reading.tag.startsWith('PN')
  );
}

/** The first word in the form of the verb that it replaces, and the words after it. */
function inflected(
  phrase: string,
  tag: string,
  core: LanguageCore,
): { head: string; tail: string } | undefined {
  const [verb, ...rest] = phrase.split(' ') as [string, ...string[]];
  const passive = verb.endsWith('s') ? tag.replace('AKT', 'SFO') : tag;
  const head = core.lexicon.inflect(passive === tag ? verb : verb.slice(0, -1), passive);
  return head === undefined ? undefined : { head, tail: rest.length > 0 ? ` ${rest.join(' ')}` : '' };
}
