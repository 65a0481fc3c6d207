import { check } from '../../src/core/plan/check.ts';
import { planText, planWith, SOUND_FACTS } from '../build/plan.ts';
import { atMost, type BenchRow } from './bench-row.ts';

export const CONTACTS = 2000;
const ROUNDS = 15;
const MS_MAX = 300;

/** A plan of two thousand contacts read and checked by every rule; at most 300 ms are allowed. */
export function benchPlan(): BenchRow[] {
  const text = bigPlan();
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = performance.now();
    const { findings, notChecked } = check(text, SOUND_FACTS);
    took.push(performance.now() - before);
    if (notChecked.length > 0 || findings.length > 0)
      throw new Error('the plan of the benchmark is not sound');
  }
  const [first = 0] = took;
  const median = took.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  const notes = `${median.toFixed(0)} ms a plan of ${CONTACTS} contacts, ${first.toFixed(0)} ms the first`;
  const limits = [atMost('a plan', median, MS_MAX, 'ms')];
  return [{ name: 'plans read and checked', perSecond: Math.round(10_000 / median) / 10, notes, limits }];
}

/** A sound plan with so many contacts. */
export function bigPlan(): string {
  const plan = planWith((it) => {
    const ids = Array.from({ length: CONTACTS }, (_, n) => `contact-${n}`);
    for (const [n, id] of ids.entries()) {
      const line = String(1000 + n);
      it.contacts![id] = {
        kind: 'person',
        name: `Person ${n}`,
        title: 'Engineer',
        office: `+1 916-555-${line}`,
        mobile: `+1 707-555-${line}`,
        email: `person-${n}@lantern.example`,
        deputy: 'bo',
      };
    }
    it.levels![1]!.reach!.push(...ids);
  });
  return planText(plan);
}
