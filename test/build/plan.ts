import { stringify } from 'yaml';
import type { FindingCode, Severity } from '../../src/core/finding.ts';
import { catalogue } from '../../src/core/message/catalogue.ts';
import { findingSentences } from '../../src/core/message/findings.ts';
import { check } from '../../src/core/plan/check.ts';
import type { Facts } from '../../src/core/plan/facts.ts';
import type { Plan } from '../../src/core/plan/format/schema.ts';
import { pathText } from '../../src/core/plan/reading/path.ts';
import { soundPlan } from './sound-plan.ts';

/**
 * A plan with nothing wrong, changed as a test needs it.
 *
 *     planWith((plan) => { plan.levels!.pop(); })
 */
export function planWith(change: (plan: Plan) => void = () => {}): Plan {
  const plan = soundPlan();
  change(plan);
  return plan;
}

/** The text of a plan, as an author would have written it. */
export const planText = (plan: Plan): string => stringify(plan, { aliasDuplicateObjects: false });

/** One finding as a test wants to see it. */
interface Seen {
  /** As people write it: places in lists count from 1. */
  readonly at: string;
  readonly severity: Severity;
  readonly values: unknown;
  readonly message: string;
  readonly advice: string;
}

/**
 * What one rule says about a plan: nothing for a plan that passes.
 *
 *     expect(seen('levels-too-few', planWith((plan) => { plan.levels!.pop(); }))).toMatchObject([{ at: 'levels' }])
 */
export function seen(code: FindingCode, plan: Plan | string, facts: Facts = SOUND_FACTS): readonly Seen[] {
  const { findings } = check(typeof plan === 'string' ? plan : planText(plan), facts);
  return findings
    .filter((finding) => finding.code === code)
    .map((finding) => ({
      at: pathText(finding.path),
      severity: finding.severity,
      values: finding.values,
      ...findingSentences(catalogue('en').findings, finding),
    }));
}

/** Facts with which the sound plan passes every rule. */
export const SOUND_FACTS: Facts = {
  today: '2026-12-01',
  postedOn: '2026-08-20',
  publishedOn: '2026-11-15',
  attestations: [
    { contact: 'desk', on: '2026-11-15' },
    { contact: 'ana', on: '2026-11-15' },
    { contact: 'bo', on: '2026-11-15' },
    { contact: 'cy', on: '2026-11-15' },
    { contact: 'office', on: '2026-11-15' },
  ],
};
