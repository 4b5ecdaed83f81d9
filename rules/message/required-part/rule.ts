import {
  type Block,
  type Check,
  FormIndex,
  isTitled,
  nearest,
  type Problem,
  type RuleData,
  type RuleMeta,
  type RuleOptions,
  type Text,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Fast del saknas',
  scope: 'document',
  severity: 'warning',
  source: 'organisationens riktlinjer',
} satisfies RuleMeta;

/** What a text of a kind must hold: a section under a heading, or a mention anywhere. */
interface Part {
  /** What it is called, for people. */
  readonly name: string;
  readonly forms: FormIndex<true>;
}

export function create(_: RuleData, { profile, textKind }: RuleOptions): Check<'document'> {
  const { sections, mentions } = profile;
  const kinds = [...new Set([...Object.keys(sections), ...Object.keys(mentions)])].map((kind) => ({
    kind,
    heading: indexOf([`${kind}*`]),
    sections: (sections[kind] ?? []).map(partOf),
    mentions: (mentions[kind] ?? []).map(partOf),
  }));
  return function* (text) {
    for (const { kind, heading, ...wanted } of kinds) {
      if (kind !== textKind && !isTitled(text, heading)) continue;
      yield* sectionProblems(text, wanted.sections);
      const missing = wanted.mentions.filter(
        ({ forms }) => !text.sentences.some((sentence) => forms.find(sentence).length > 0),
      );
      if (missing.length > 0)
        yield { message: `Texten nämner inte ${listed(missing)}. Riktlinjen vill ha med det.` };
    }
  };
}

/** A part as the profile has it: ways to write it with `|` between, the first for people. */
function partOf(written: string): Part {
  const forms = written.split('|').map((form) => form.trim());
  return { name: forms[0]!.replaceAll('*', ''), forms: indexOf(forms) };
}

/** In any case: headings have capitals of their own. */
function indexOf(forms: readonly string[]): FormIndex<true> {
  return new FormIndex(forms.map((form) => [form.toLowerCase(), true] as const));
}

/** The sections that are missing, and the first that stands before one that it should follow. */
function* sectionProblems({ blocks }: Text, sections: readonly Part[]): Generator<Problem> {
  // The first heading is the title.
  const headings = blocks.filter(({ kind }) => kind === 'heading').slice(1);
  const missing: Part[] = [];
  let before: { readonly name: string; readonly index: number } | undefined;
  let inOrder = true;
  for (const section of sections) {
    const heading = headingOf(section, headings);
    if (!heading) {
      missing.push(section);
      continue;
    }
    if (inOrder && before && heading.index < before.index) {
      inOrder = false;
      const message = `”${section.name}” ska stå efter ”${before.name}”. Riktlinjen har en fast ordning.`;
      yield { block: heading, start: 0, end: heading.text.length, message };
    }
    before = { name: section.name, index: heading.index };
  }
  if (missing.length === 0) return;
  const noun = missing.length === 1 ? 'Avsnittet' : 'Avsnitten';
  yield { message: `${noun} ${listed(missing)} saknas. Riktlinjen har fasta avsnitt.` };
}

/** The heading of a section: the one that is named just so, or else the first that has the words, or is misspelt. */
function headingOf({ name, forms }: Part, headings: readonly Block[]): Block | undefined {
  const bare = ({ text }: Block): string => text.replace(/^[\p{N}.\s]+|[\s:.]+$/gu, '').toLowerCase();
  return (
    headings.find((heading) => bare(heading) === name.toLowerCase()) ??
    headings.find(({ sentences }) => sentences.some((sentence) => forms.find(sentence).length > 0)) ??
    headings.find((heading) => nearest(bare(heading), [name]) !== undefined)
  );
}

function listed(parts: readonly Part[]): string {
  const names = parts.map(({ name }) => `”${name}”`);
  const last = names.pop()!;
  return names.length > 0 ? `${names.join(', ')} och ${last}` : last;
}
