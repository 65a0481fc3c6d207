import { DRILL_EVERY, type DrillEvery } from '../../../core/drill/event.ts';
import type { Instant } from '../../../core/instant.ts';
import type { DrillFormProblem } from '../../../core/message/portal/drills.ts';
import type { DrillField, TypedDrill } from '../../../portal/drills/drills-page.tsx';
import { momentAsked } from '../moment-asked.ts';
import type { Fields } from '../visit.ts';

const MINUTE_MS = 60_000;
/** What is offered where nothing was typed yet. */
const WITHIN = '60';

/** A drill as a form asks for it, or what is wrong with the form. */
export type AskedDrill =
  | {
      readonly level: number;
      readonly startAt: Instant | undefined;
      readonly every: DrillEvery | undefined;
      readonly answerWithinMs: number;
    }
  | { readonly problem: DrillFormProblem; readonly field: DrillField };

export const typedIn = (form: Fields): TypedDrill => ({
  level: form.text('level'),
  when: form.text('when'),
  date: form.text('start-date').slice(0, 40),
  time: form.text('start-time').slice(0, 40),
  every: form.text('every'),
  within: form.text('within') || WITHIN,
});

const NUMBER = /^[1-9]\d{0,5}$/;

/** What a form asks for; whether it may be is decided on the road. */
export function drillAsked(form: Fields, timeZone: string): AskedDrill {
  const typed = typedIn(form);
  if (!NUMBER.test(typed.level)) return { problem: 'levelMissing', field: 'level' };
  if (!NUMBER.test(typed.within)) return { problem: 'timeMissing', field: 'within' };
  const asked = { level: Number(typed.level), answerWithinMs: Number(typed.within) * MINUTE_MS };
  if (typed.when === 'now') return { ...asked, startAt: undefined, every: undefined };
  if (typed.when !== 'later') return { problem: 'whenMissing', field: 'when' };
  const start = momentAsked(form, 'start', timeZone);
  if (start.is === 'none') return { problem: 'startMissing', field: 'start' };
  if (start.is === 'problem') return { problem: 'startInvalid', field: 'start' };
  return { ...asked, startAt: start.at, every: DRILL_EVERY.find((every) => every === typed.every) };
}
