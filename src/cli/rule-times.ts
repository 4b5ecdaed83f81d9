import { performance } from 'node:perf_hooks';
import { number } from '../report/wording.ts';

/** So many rules are shown; the rest take less. */
const SHOWN = 15;

/** How long each rule has taken in a run. */
export class RuleTimes {
  readonly #start = performance.now();
  readonly #byRule = new Map<string, number>();

  /** Takes note of milliseconds that a rule has taken. */
  readonly add = (ruleId: string, milliseconds: number): void => {
    this.#byRule.set(ruleId, (this.#byRule.get(ruleId) ?? 0) + milliseconds);
  };

  /** The rules that took longest, with their share of all the time since the run began. */
  table(): readonly string[] {
    const total = performance.now() - this.#start;
    const rules = [...this.#byRule].sort(([, a], [, b]) => b - a);
    const sum = rules.reduce((all, [, milliseconds]) => all + milliseconds, 0);
    const rows = [
      ...rules.slice(0, SHOWN),
      ...(rules.length > SHOWN
        ? [['övriga regler', rules.slice(SHOWN).reduce((all, [, one]) => all + one, 0)] as const]
        : []),
      ['läsa, dela upp, skriva', total - sum] as const,
      ['hela körningen', total] as const,
    ];
    const widest = Math.max(...rows.map(([name]) => name.length));
    const lines = rows.map(([name, milliseconds]) => {
      const time = number(Math.round(milliseconds)).padStart(9);
      const share = number(Math.round((milliseconds / total) * 100)).padStart(3);
      return `  ${name.padEnd(widest)} ${time} ms ${share} %`;
    });
    return ['Tid för varje regel:', ...lines];
  }
}
