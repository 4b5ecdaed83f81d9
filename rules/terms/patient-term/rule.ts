import {
  answersIn,
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
const SETTINGS = new FormIndex<'vård' | 'socialtjänst'>([
  ...'patient* sjukhus* vårdcentral* läkar* sjuksköter* operation* operera* akutmottagning* sjukvård* vårdavdelning*'
    .split(' ')
    .map((form) => [form, 'vård'] as const),
  ...'socialtjänst* hemtjänst* biståndshandlägg* äldreomsorg* socialnämnd* socialsekreterare* boendestöd*'
    .split(' ')
    .map((form) => [form, 'socialtjänst'] as const),
  ['särskilt boende*', 'socialtjänst'],
  ['personlig* assist*', 'socialtjänst'],
]);
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

const settingsIn = perBlock(({ sentences }) =>
  sentences.flatMap((sentence) => SETTINGS.find(sentence).map(({ value }) => value)),
);

function settingOf({ blocks }: Text): 'vård' | 'socialtjänst' | undefined {
  const settings = answersIn(blocks, settingsIn);
  const care = settings.filter((setting) => setting === 'vård').length;
  const social = settings.length - care;
  if (care >= ENOUGH && social === 0) return 'vård';
  return social >= ENOUGH && care === 0 ? 'socialtjänst' : undefined;
}
