import {
  type Check,
  FormIndex,
  inCaseOf,
  perBlock,
  type Row,
  type RuleData,
  type RuleMeta,
  type Text,
} from '../../../src/rule.ts';

export const meta = {
  title: 'Patient eller brukare',
  scope: 'document',
  severity: 'info',
  source: 'Socialstyrelsens termbank',
} satisfies RuleMeta;

/** Words that tell where a text belongs. */
const CARE =
  /(?<!\p{L})(?:patient|sjukhus|vårdcentral|läkar|sjuksköter|operation|operera|akutmottagning|sjukvård|vårdavdelning)/giu;
const SOCIAL =
  /(?<!\p{L})(?:socialtjänst|hemtjänst|biståndshandlägg|äldreomsorg|särskilt boende|socialnämnd|socialsekreterare|boendestöd|personlig assist)/giu;
/** So many such words, and none of the other kind, settle it. */
const ENOUGH = 3;

export function create(data: RuleData): Check<'document'> {
  const rows = data['roles'] as Row[];
  const indexFor = (setting: string): FormIndex<Row> =>
    new FormIndex(rows.filter((row) => row['in'] === setting).map((row) => [row['not']!, row] as const));
  const indexes = { vård: indexFor('vård'), socialtjänst: indexFor('socialtjänst') };
  return function* (text) {
    const setting = settingOf(text);
    if (!setting) return;
    for (const sentence of text.sentences) {
      for (const { value, start, end } of indexes[setting].find(sentence)) {
        const actual = sentence.block.text.slice(start, end);
        const use = value['use']!;
        const expected = inCaseOf(actual, use);
        const where = setting === 'vård' ? 'I hälso- och sjukvården' : 'I socialtjänsten';
        yield {
          block: sentence.block,
          start,
          end,
          message: `${where} är ordet ”${expected}”, inte ”${actual}”.`,
          expected,
        };
      }
    }
  };
}

const wordsIn = perBlock(({ text }) => ({
  care: text.match(CARE)?.length ?? 0,
  social: text.match(SOCIAL)?.length ?? 0,
}));

function settingOf({ blocks }: Text): 'vård' | 'socialtjänst' | undefined {
  let care = 0;
  let social = 0;
  for (const block of blocks) {
    const words = wordsIn(block);
    care += words.care;
    social += words.social;
  }
  if (care >= ENOUGH && social === 0) return 'vård';
  return social >= ENOUGH && care === 0 ? 'socialtjänst' : undefined;
}
