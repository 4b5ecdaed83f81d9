import type { Severity } from '../rule.ts';

/** What a severity is called. */
export const SEVERITY_WORD: Readonly<Record<Severity, string>> = {
  error: 'fel',
  warning: 'varning',
  info: 'råd',
};

/** Most severe first. */
export const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
