import { z } from 'zod';
import { date, id, levelNumber, map, party, span, text, timeZone, week, window } from './schema-values.ts';

const holiday = z.union([date, map({ date, name: text })], { error: 'date' });

export const calendarSchema = map({
  hours: z.literal('always'),
  week,
  timeZone,
  businessDay: z.enum(['same-time', 'close', 'hours']),
  normalDay: span,
  holidays: map({ use: text, add: z.array(holiday), remove: z.array(holiday) }),
  exceptions: z.record(date, z.array(window)),
});
/** A calendar as written; `hours: always` and a `week` exclude each other, which a rule says. */
export type WrittenCalendar = z.infer<typeof calendarSchema>;

export const levelSchema = map({
  title: text,
  reach: z.array(id),
  otherwise: z.array(id),
  responsibility: text,
});
export type Level = z.infer<typeof levelSchema>;

/** From when a customer who is not satisfied waits. */
export const since = z.enum(['opened', 'levelBelow']);

/** One of `unsatisfiedFor`, `allSilent`, `anySilent` makes the condition; a rule says so where there are none or two. */
const conditionSchema = map({
  unsatisfiedFor: span,
  since,
  allSilent: z.array(levelNumber),
  anySilent: z.array(levelNumber),
  for: span,
  calendar: id,
});
export type Condition = z.infer<typeof conditionSchema>;

export const means = z.enum(['call', 'email', 'text', 'portal']);
export type Means = z.infer<typeof means>;

/** Under this name because the format says `then`, which the linter takes for a promise's. */
const THEN = 'then';

const stepSchema = map({
  level: levelNumber,
  actor: party,
  means: z.array(means),
  when: z.union([conditionSchema, z.array(conditionSchema)], { error: 'condition' }),
  requires: z.array(levelNumber),
  mode: z.enum(['offered', 'automatic']),
  warn: z.array(span),
  early: map({ reasons: z.array(text) }),
  ifNotTaken: map({ within: span, calendar: id, [THEN]: party }),
});
export type Step = z.infer<typeof stepSchema>;

export const trackSchema = map({
  title: text,
  covers: text,
  examples: z.array(text),
  urgency: z.enum(['high', 'normal']),
  steps: z.array(stepSchema),
});
export type Track = z.infer<typeof trackSchema>;

export const promiseSchema = map({
  track: id,
  level: levelNumber,
  acknowledgeWithin: span,
  respondWithin: span,
  updateEvery: span,
  longestAtLevel: span,
  calendar: id,
});
export type PlanPromise = z.infer<typeof promiseSchema>;

export const pausesSchema = map({ reasons: z.array(text), longest: span, calendar: id });
export const reopeningSchema = map({ within: span, calendar: id });
export const closingSchema = map({ silentFor: span, calendar: id });
export const contactChangesSchema = map({ agreedWithin: span, calendar: id });
export const emergencySchema = map({ number: text, says: text });
