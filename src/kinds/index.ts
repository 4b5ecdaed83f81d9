import type { AnyCheck, CodeRule, RuleData, RuleMeta, RuleOptions, Scope } from '../rule.ts';
import { type LimitSpec, limit } from './limit.ts';
import { type PhrasesSpec, phrases } from './phrases.ts';
import type { Table } from './table.ts';

/** What a `rule.yml` holds: a rule's meta, the kind, and what the kind wants to know. */
export interface RuleFile extends Omit<RuleMeta, 'scope'> {
  readonly kind: 'phrases' | 'limit';
  readonly [key: string]: unknown;
}

const SCOPE: Readonly<Record<RuleFile['kind'], Scope>> = { phrases: 'sentence', limit: 'document' };

/** Makes a rule of a `rule.yml`. */
export function ruleOfKind(id: string, file: RuleFile): CodeRule {
  return {
    meta: { ...file, scope: SCOPE[file.kind] },
    create(data: RuleData, options: RuleOptions): AnyCheck {
      switch (file.kind) {
        case 'phrases':
          return phrases(
            file as unknown as PhrasesSpec,
            Object.values(data) as Table[],
            options.profile.exempt[id],
          );
        case 'limit':
          return limit(file as unknown as LimitSpec, options);
      }
    },
  };
}
