import { entries } from '../generated/rules.ts';
import type { Fields, Shape } from './shape.ts';

/** What may stand for a rule in place of its own severity. */
export const LEVELS: readonly string[] = ['off', 'info', 'warning', 'error'];

const TEXT: Shape = { is: 'text' };
const TEXTS: Shape = { is: 'list', of: TEXT };
const LEVEL: Shape = { is: 'choice', of: LEVELS };
const SEVERITY: Shape = { is: 'choice', of: LEVELS.filter((level) => level !== 'off') };

/** What a `klarlint.yml` may hold. */
export function configShape(): Shape {
  return {
    is: 'fields',
    of: {
      root: { is: 'boolean' },
      title: TEXT,
      extends: { is: 'some', of: TEXT },
      rules: { is: 'fields', of: ruleShapes(), noun: 'Regeln' },
      terms: {
        is: 'list',
        of: { is: 'fields', of: { use: TEXT, not: TEXTS, note: TEXT }, required: ['use', 'not'] },
      },
      avoid: {
        is: 'list',
        of: {
          is: 'fields',
          of: { not: TEXTS, use: { is: 'some', of: TEXT }, reason: TEXT, severity: SEVERITY },
          required: ['not'],
        },
      },
      keywords: TEXTS,
      vocabulary: TEXTS,
      exempt: {
        is: 'fields',
        of: Object.fromEntries(entries.map(({ id }) => [id, TEXTS])),
        noun: 'Regeln',
      },
      abbreviations: { is: 'record', of: TEXT },
      umbrellaTerm: TEXT,
      financing: { is: 'choice', of: ['esf'] },
      address: { is: 'choice', of: ['du', 'ni', 'none'] },
      targets: { is: 'record', of: { is: 'record', of: { is: 'number' } } },
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
