import { entries } from '../generated/rules.ts';
import type { Measures } from '../rule.ts';
import type { Fields, Shape } from './shape.ts';

/** What can be measured, and so gated. */
export const MEASURES = [
  'words',
  'sentences',
  'lix',
  'rix',
  'sentenceMean',
  'longSentences',
  'longestSentence',
  'wordLength',
  'ovix',
] as const satisfies readonly (keyof Measures)[];

/** What may stand for a rule in place of its own severity. */
export const LEVELS: readonly string[] = ['off', 'info', 'warning', 'error'];

const TEXT: Shape = { is: 'text' };
const TEXTS: Shape = { is: 'list', of: TEXT };
const LEVEL: Shape = { is: 'choice', of: LEVELS };
const SEVERITY: Shape = { is: 'choice', of: LEVELS.filter((level) => level !== 'off') };

/** What a file of configuration may hold. */
export function configShape(): Shape {
  const layer = layerFields();
  return {
    is: 'fields',
    of: {
      root: {
        is: 'boolean',
        about: 'Om sökningen uppåt slutar här, så att filer i mappar ovanför inte gäller.',
      },
      extends: {
        is: 'some',
        of: TEXT,
        about: 'Riktlinjer att utgå från: en som följer med, ett npm-paket eller en fil (./riktlinje.yml).',
      },
      rulePacks: {
        is: 'some',
        of: TEXT,
        about: 'Egna regler: mappar (./regler) eller npm-paket med grupp/regel/rule.yml.',
      },
      ...layer,
      ignore: { ...TEXTS, about: 'Filer som inte ska granskas, med mönster som i .gitignore.' },
      overrides: {
        is: 'list',
        of: {
          is: 'fields',
          of: {
            files: { is: 'some', of: TEXT, about: 'Mönster som i .gitignore, räknade från den här mappen.' },
            profile: { ...TEXT, about: 'Riktlinjen för de här filerna, i stället för filens egen.' },
            ...layer,
          },
          required: ['files'],
        },
        about: 'Det som bara gäller vissa filer.',
      },
    },
  };
}

function layerFields(): Fields {
  return {
    title: { ...TEXT, about: 'Vad riktlinjen heter.' },
    kind: { ...TEXT, about: 'Vilken sorts text det är, till exempel nyhetsbrev. Ett utkast kan säga annat.' },
    rules: {
      is: 'fields',
      of: ruleShapes(),
      // Rules of the user's own; the cascade knows which there are.
      others: { is: 'choice-or-fields', of: LEVELS, fields: { severity: LEVEL } },
      about: 'Varje regels nivå (off, info, warning, error) eller val.',
    },
    audience: { ...TEXTS, about: 'Vilka texterna vänder sig till, de viktigaste först.' },
    terms: {
      is: 'list',
      of: {
        is: 'fields',
        of: { use: TEXT, not: TEXTS, formerly: TEXTS, since: { is: 'date' }, note: TEXT },
        required: ['use', 'not'],
      },
      about:
        'Namn och termer i rätt form (use), med de former som är fel (not) och de namn som gällde förr (formerly) till en dag (since).',
    },
    avoid: {
      is: 'list',
      of: {
        is: 'fields',
        of: { not: TEXTS, use: { is: 'some', of: TEXT }, reason: TEXT, severity: SEVERITY },
        required: ['not'],
      },
      about: 'Ord som ni inte använder (not), och vad ni skriver i stället (use).',
    },
    keywords: { ...TEXTS, about: 'Ord som hör till ert budskap. Reglerna om värdeord låter dem vara.' },
    vocabulary: { ...TEXTS, about: 'Era egna ord, ett på varje rad: ord eller ord/modellord.' },
    exempt: {
      is: 'fields',
      of: Object.fromEntries(entries.map(({ id }) => [id, TEXTS])),
      others: TEXTS,
      about: 'Former som är rätt här fast en regel säger annat.',
    },
    abbreviations: {
      is: 'record',
      of: TEXT,
      about: 'Era förkortningar och vad de står för. De ska förklaras första gången.',
    },
    umbrellaTerm: { ...TEXT, about: 'Ett ord som gemensam kommunikation ska använda.' },
    financing: { is: 'choice', of: ['esf'], about: 'Vem som betalar och ska nämnas.' },
    sections: {
      is: 'record',
      of: TEXTS,
      about: 'De fasta avsnitten i en sorts text, i ordning, till exempel beslut: [Bakgrund, Beslut].',
    },
    mentions: {
      is: 'record',
      of: TEXTS,
      about: 'Det som en sorts text alltid ska nämna, till exempel inbjudan: [anmälan].',
    },
    address: { is: 'choice', of: ['du', 'ni', 'none'], about: 'Hur ni tilltalar läsaren.' },
    targets: {
      is: 'record',
      of: { is: 'record', of: { is: 'number' } },
      about: 'Vad texten jämförs med, efter sorts text (eller default) och mått.',
    },
    gate: {
      is: 'fields',
      of: Object.fromEntries(MEASURES.map((name) => [name, { is: 'number' }])),
      noun: 'Måttet',
      about: 'Det högsta som ett mått får vara. Mer ger felkod 1.',
    },
  };
}

/** What a draft may say of itself under `klarlint` in its front matter. */
export const DRAFT_SHAPE: Shape = { is: 'fields', of: { kind: TEXT, profile: TEXT } };

function ruleShapes(): Fields {
  return Object.fromEntries(
    entries.map(({ id, rule }): [string, Shape] => {
      const options = Object.entries(rule.meta.options ?? {}).map(([name, value]) => [name, shapeOf(value)]);
      return [
        id,
        { is: 'choice-or-fields', of: LEVELS, fields: { severity: LEVEL, ...Object.fromEntries(options) } },
      ];
    }),
  );
}

/** The shape of an option, told by its default; `null` stands for a number that the profile's targets decide. */
function shapeOf(value: unknown): Shape {
  if (value === null) return { is: 'number' };
  if (Array.isArray(value))
    return { is: 'list', of: value.length > 0 ? shapeOf(value[0]) : { is: 'anything' } };
  switch (typeof value) {
    case 'number':
      return { is: 'number' };
    case 'boolean':
      return { is: 'boolean' };
    case 'string':
      return TEXT;
    default:
      return { is: 'anything' };
  }
}
