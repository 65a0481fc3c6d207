import { parseSpan } from '../../span.ts';
import { type PlanClock, planClock } from '../asked/plan-clock.ts';
import { clearConditions, conditionSpan, laterSteps } from '../asked/track-steps.ts';
import type { Rule } from '../rule.ts';

const DAY_MS = 24 * 60 * 60_000;

/** A warning comes as long before the deadline as the clock may last, or longer: then it is not given. */
export const stepWarningEarly: Rule<'step-warning-early'> = {
  code: 'step-warning-early',
  severity: 'warning',
  find: (plan) =>
    laterSteps(plan).flatMap((on) => {
      const clocks = clearConditions(on).flatMap(({ condition }) => {
        const span = conditionSpan(condition);
        const clock = planClock(plan, span, condition.calendar);
        return clock && span !== undefined ? [{ span, ms: shortestMs(clock) }] : [];
      });
      return (on.step.warn ?? []).flatMap((warn, index) => {
        const before = parseSpan(warn);
        const short = clocks.find(({ ms }) => before?.unit === 'time' && before.ms >= ms);
        if (!short) return [];
        const values = { track: on.trackId, level: on.level, warn, span: short.span };
        return [{ path: [...on.path, 'warn', index], values }];
      });
    }),
};

/** What a clock lasts at least, near enough to tell a warning that cannot be: a business day of no hours is a day. */
function shortestMs({ calendar, span }: PlanClock): number {
  if (span.unit === 'time') return span.ms;
  const isCounted = span.unit === 'businessDay' && calendar.rules.businessDay === 'hours';
  return span.days * (isCounted ? (calendar.normalDayMs ?? DAY_MS) : DAY_MS);
}
