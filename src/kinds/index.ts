import type { AnyCheck, CodeRule, RuleData, RuleMeta, RuleOptions, Scope } from '../rule.ts';
import { type ConsistencySpec, consistency } from './consistency.ts';
import { type IntroduceSpec, introduce } from './introduce.ts';
import { type LimitSpec, limit } from './limit.ts';
import { needsTagger, type PatternSpec, pattern } from './pattern.ts';
import { type PhrasesSpec, phrases } from './phrases.ts';
import { type RequireSpec, requirement } from './require.ts';
import type { Table } from './table.ts';

/** The kinds of rules that are data, with the scope of each. */
export const KINDS = {
  phrases: 'sentence',
  pattern: 'sentence',
  limit: 'document',
  require: 'document',
  consistency: 'corpus',
  introduce: 'document',
} as const satisfies Readonly<Record<string, Scope>>;

/** What a `rule.yml` holds: a rule's meta, the kind, and what the kind wants to know. */
export interface RuleFile extends Omit<RuleMeta, 'scope'> {
  readonly kind: keyof typeof KINDS;
  readonly [key: string]: unknown;
}

/** Makes a rule of a `rule.yml`. Its lists are tables for `phrases`, and rows for other kinds. */
export function ruleOfKind(id: string, file: RuleFile): CodeRule {
  const spec: unknown = file;
  const needsCore = file.kind === 'pattern' && needsTagger(spec as PatternSpec);
  return {
    meta: { ...file, scope: KINDS[file.kind], ...(needsCore && { needsCore }) },
    create(data: RuleData, options: RuleOptions): AnyCheck {
      const exempt = options.profile.exempt[id];
      switch (file.kind) {
        case 'phrases':
          return phrases(spec as PhrasesSpec, Object.values(data) as Table[], exempt);
        case 'pattern':
          return pattern(spec as PatternSpec);
        case 'limit':
          return limit(spec as LimitSpec, options);
        case 'require':
          return requirement(spec as RequireSpec, options);
        case 'consistency':
          return consistency(spec as ConsistencySpec, data, options, exempt);
        case 'introduce':
          return introduce(spec as IntroduceSpec, data, options, exempt);
      }
    },
  };
}
