import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planText, planWith, SOUND_FACTS } from '../../../../test/build/plan.ts';
import { catalogue } from '../../message/catalogue.ts';
import { findingSentences } from '../../message/findings.ts';
import { check } from '../check.ts';
import type { Step, WrittenCalendar } from '../format/schema-routes.ts';
import { valueAt } from '../reading/path.ts';
import { compile } from '../revision/compile.ts';

const SEED = 20_261_122;

/** Present more often than not: a plan in which nearly everything is missing is found at the first of its gaps. */
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 6 });
const list = <T>(of: fc.Arbitrary<T>, maxLength = 3) => fc.array(of, { maxLength });

const span = fc.constantFrom('1 hour', '4 hours', 'PT90M', '1 day', '1 business day', '3 business days');
const window = fc.constantFrom('08:00-12:00', '12:00-17:00', '08:00-17:00', '22:00-06:00');
const date = fc.constantFrom('2026-11-26', '2026-12-24', '2026-12-25', '2026-12-31');
const day = fc.constantFrom('mon', 'mon-fri', 'fri', 'sat-sun');
const level = fc.nat({ max: 4 }).map((number) => number + 1);
const party = fc.constantFrom('customer' as const, 'contractor' as const, 'oversight' as const);
const calendarId = fc.constantFrom('always', 'office', 'office', 'night', 'nowhere');
const trackId = fc.constantFrom('service', 'billing', 'nowhere');

const calendar = fc.oneof(
  fc.constant({ hours: 'always' as const }),
  fc.record({
    hours: fc.option(fc.constant('always' as const), { nil: undefined, freq: 1 }),
    week: maybe(fc.dictionary(day, list(window, 2), { maxKeys: 2 })),
    timeZone: maybe(fc.constantFrom('America/Los_Angeles', 'Australia/Lord_Howe')),
    businessDay: maybe(fc.constantFrom('same-time' as const, 'close' as const, 'hours' as const)),
    normalDay: maybe(fc.constantFrom('8 hours', '1 day')),
    holidays: maybe(
      fc.record({
        use: maybe(fc.constantFrom('us-federal', 'us-nowhere')),
        add: list(date),
        remove: list(date),
      }),
    ),
    exceptions: maybe(fc.dictionary(date, list(window, 2), { maxKeys: 2 })),
  }),
);

const condition = fc.oneof(
  fc.record({
    unsatisfiedFor: span,
    since: maybe(fc.constantFrom('opened' as const, 'levelBelow' as const)),
    calendar: calendarId,
  }),
  fc.record({ allSilent: list(level), for: maybe(span), calendar: maybe(calendarId) }),
  fc.record({ anySilent: list(level), for: span, calendar: calendarId }),
  fc.record({
    unsatisfiedFor: maybe(span),
    anySilent: maybe(list(level)),
    for: maybe(span),
    calendar: maybe(calendarId),
  }),
);

/** Under this name because the format says `then`, which the linter takes for a promise's. */
const THEN = 'then';

const step = fc.record({
  level: maybe(level),
  actor: maybe(party),
  means: maybe(list(fc.constantFrom('call' as const, 'email' as const, 'text' as const, 'portal' as const))),
  when: maybe(fc.oneof(condition, list(condition))),
  requires: fc.option(list(level), { nil: undefined, freq: 1 }),
  mode: maybe(fc.constantFrom('offered' as const, 'automatic' as const)),
  warn: maybe(list(span)),
  early: fc.option(fc.record({ reasons: list(fc.constant('danger to life')) }), { nil: undefined, freq: 1 }),
  ifNotTaken: fc.option(
    fc.record({ within: maybe(span), calendar: maybe(calendarId), [THEN]: maybe(party) }),
    { nil: undefined, freq: 1 },
  ),
});

const promise = fc.record({
  track: maybe(trackId),
  level: maybe(level),
  acknowledgeWithin: maybe(span),
  respondWithin: maybe(span),
  calendar: maybe(calendarId),
});

const routes = fc.record({
  calendars: fc.record({ always: calendar, office: calendar, night: calendar }),
  tracks: fc.record({
    service: fc.record({ steps: list(step, 5) }),
    billing: fc.record({ steps: list(step, 5) }),
  }),
  promises: list(promise),
  pauses: maybe(
    fc.record({
      reasons: list(fc.constant('access refused')),
      longest: maybe(span),
      calendar: maybe(calendarId),
    }),
  ),
  reopening: maybe(fc.record({ within: maybe(span), calendar: maybe(calendarId) })),
  closing: maybe(fc.record({ silentFor: maybe(span), calendar: maybe(calendarId) })),
});

const anyPlan = routes.map((changed) => planWith((it) => Object.assign(it, changed)));

test('any routes are checked without a fault, and each finding is said in sentences', () => {
  const words = catalogue('en').findings;
  fc.assert(
    fc.property(anyPlan, (plan) => {
      for (const finding of check(planText(plan), SOUND_FACTS).findings) {
        const { message, advice } = findingSentences(words, finding);
        for (const sentence of [message, advice]) expect(sentence).toMatch(/^["`A-Z0-9].*[.?!]$/s);
        expect(`${message}${advice}`).not.toMatch(/undefined|\[object|null|NaN/);
      }
    }),
    { seed: SEED, numRuns: 100 },
  );
});

/** One thing of a sound plan exchanged: nearly right is where a rule may fail to say what is wrong. */
const nearlySound = fc
  .record({
    rest: fc.record({ key: fc.constantFrom('promises', 'pauses', 'reopening', 'closing'), from: routes }),
    calendar: fc.record({ key: fc.constantFrom('night', 'business'), changed: calendar }),
    step: fc.record({
      track: fc.constantFrom('service', 'billing'),
      at: fc.nat({ max: 2 }),
      changed: fc.oneof(
        step,
        condition.map((when) => ({ when })),
      ),
    }),
    which: fc.constantFrom('rest', 'calendar', 'step'),
  })
  .map(({ rest, calendar: one, step: other, which }) =>
    planWith((it) => {
      it.calendars!.office = { week: { 'mon-fri': ['08:00-17:00'] }, businessDay: 'close' };
      const steps = it.tracks![other.track]!.steps!;
      if (which === 'rest') Object.assign(it, { [rest.key]: valueAt(rest.from, [rest.key]) });
      if (which === 'calendar') it.calendars![one.key] = one.changed as WrittenCalendar;
      if (which === 'step') steps[other.at] = { ...steps[other.at], ...other.changed } as Step;
    }),
  );

test('routes in which nothing blocks can be run', () => {
  let runnable = 0;
  fc.assert(
    fc.property(nearlySound, (plan) => {
      const { findings, plan: read } = check(planText(plan), SOUND_FACTS);
      if (findings.some(({ severity }) => severity === 'blocking')) return;
      runnable += 1;
      expect(compile(read, 1).gaps).toBeUndefined();
    }),
    { seed: SEED, numRuns: 200 },
  );
  expect(runnable).toBeGreaterThan(20);
});
