import type { Plan } from '../../src/core/plan/format/schema.ts';
import type { PlanPromise, Step, Track, WrittenCalendar } from '../../src/core/plan/format/schema-routes.ts';
import type { Party } from '../../src/core/plan/format/schema-values.ts';

/** The step of a sound plan's track to a level, to be changed: `stepOf(it, 'service', 2).means = ['call']`. */
export const stepOf = (plan: Plan, track: string, level: number): Step =>
  trackIn(plan, track).steps![level - 1]!;

export const trackIn = (plan: Plan, track: string): Track => plan.tracks![track]!;

/** The calendar `business` of the sound plan, to be changed. */
export const business = (plan: Plan): WrittenCalendar => plan.calendars!.business!;

/** The promise of the sound plan for a level of a track, to be changed. */
export const promiseOf = (plan: Plan, track: string, level: number): PlanPromise =>
  plan.promises!.find((promise) => promise.track === track && promise.level === level)!;

/** Under this name because the format says `then`, which the linter takes for a promise's. */
const THEN = 'then';

/** What passes a step on after four hours: `stepOf(it, 'service', 3).ifNotTaken = passedTo('customer')`. */
export const passedTo = (party: Party): NonNullable<Step['ifNotTaken']> => ({
  within: '4 hours',
  calendar: 'always',
  [THEN]: party,
});
