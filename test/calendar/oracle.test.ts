import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCalendar } from '../../src/core/calendar/compile-calendar.ts';
import { dueAt } from '../../src/core/calendar/due-at.ts';
import { nextOpening, openBetween } from '../../src/core/calendar/open-between.ts';
import { dueAfterPauses } from '../../src/core/calendar/pauses.ts';
import { asInstant, formatInstant } from '../../src/core/instant.ts';
import { deadline } from './arbitrary.ts';
import { oracleDueAfterPauses, oracleDueAt, oracleNextOpening, oracleOpenBetween } from './oracle.ts';

/** The seed is fixed so that a red run is red for everybody; `LADDER_SEED` tries another, `LADDER_LONG` many more. */
const RUNS = {
  seed: Number(process.env.LADDER_SEED ?? 20261125),
  numRuns: process.env.LADDER_LONG ? 50_000 : 3000,
};
const DAY = 86_400_000;
const TEST_MS_MAX = 600_000;

const shown = (at: number | undefined): string => (at === undefined ? 'never' : formatInstant(asInstant(at)));

test(
  'a deadline is where the walk through the dates finds it',
  () => {
    fc.assert(
      fc.property(deadline, ({ rules, from, span }) => {
        expect(shown(dueAt(compileCalendar(rules), from, span))).toBe(shown(oracleDueAt(rules, from, span)));
      }),
      RUNS,
    );
  },
  TEST_MS_MAX,
);

test(
  'a deadline after pauses is where the walk through the dates finds it',
  () => {
    fc.assert(
      fc.property(deadline, ({ rules, from, span, pauses }) => {
        const found = dueAfterPauses(compileCalendar(rules), from, span, pauses)?.dueAt;
        expect(shown(found)).toBe(shown(oracleDueAfterPauses(rules, from, span, pauses)));
      }),
      RUNS,
    );
  },
  TEST_MS_MAX,
);

test(
  'open time between two instants is what the walk through the dates adds up',
  () => {
    fc.assert(
      fc.property(deadline, fc.integer({ min: -DAY, max: 30 * DAY }), ({ rules, from }, later) => {
        const until = asInstant(from + later);
        expect(openBetween(compileCalendar(rules), from, until)).toBe(oracleOpenBetween(rules, from, until));
      }),
      RUNS,
    );
  },
  TEST_MS_MAX,
);

test(
  'the next opening is the one the walk through the dates meets first',
  () => {
    fc.assert(
      fc.property(deadline, ({ rules, from }) => {
        expect(shown(nextOpening(compileCalendar(rules), from))).toBe(shown(oracleNextOpening(rules, from)));
      }),
      RUNS,
    );
  },
  TEST_MS_MAX,
);

test(
  'a deadline in open time is the first instant by which that much was open',
  () => {
    fc.assert(
      fc.property(deadline, fc.integer({ min: 1, max: 5 * DAY }), ({ rules, from }, ms) => {
        const calendar = compileCalendar(rules);
        const due = dueAt(calendar, from, { unit: 'time', ms });
        if (due === undefined) return;
        expect(openBetween(calendar, from, due)).toBe(ms);
        expect(openBetween(calendar, from, asInstant(due - 1))).toBe(ms - 1);
      }),
      RUNS,
    );
  },
  TEST_MS_MAX,
);
