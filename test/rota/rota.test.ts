import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asInstant, formatInstant } from '../../src/core/instant.ts';
import { onCall } from '../../src/core/rota/on-call.ts';
import { edges, shifts, stretches } from '../../src/core/rota/shifts.ts';
import { instantsIn, ROTA_ZONES, rotaIn } from './arbitrary-rota.ts';
import { naiveOnCall, walk } from './naive-rota.ts';

/** The seed is fixed so that a red run is red for everybody; `LADDER_SEED` tries another, `LADDER_LONG` many more. */
const SEED = Number(process.env.LADDER_SEED ?? 20261128);
const IS_LONG = process.env.LADDER_LONG !== undefined;
const TEST_MS_MAX = 600_000;

/** Ten years in the long form, with the date that Samoa left out; the short one keeps to the first two of them. */
const FROM = Date.UTC(2011, 0, 1);
const UNTIL = Date.UTC(IS_LONG ? 2021 : 2013, 0, 1);
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const shown = (at: number): string => formatInstant(asInstant(at));

test.each(ROTA_ZONES)(
  'who is on duty is who the walk from hand-over to hand-over finds, in %s',
  (zone) => {
    fc.assert(
      fc.property(
        rotaIn(zone, FROM, UNTIL),
        fc.array(instantsIn(zone, FROM, UNTIL), { minLength: 40, maxLength: 40 }),
        (rules, instants) => {
          const walked = walk(rules, UNTIL);
          for (const at of instants)
            expect([shown(at), ...onCall(rules, asInstant(at))]).toEqual([
              shown(at),
              ...naiveOnCall(walked, at),
            ]);
        },
      ),
      { seed: SEED, numRuns: IS_LONG ? 300 : 6 },
    );
  },
  TEST_MS_MAX,
);

test.each(ROTA_ZONES)(
  'minute by minute over a change of clocks the two agree, in %s',
  (zone) => {
    fc.assert(
      fc.property(
        rotaIn(zone, FROM, UNTIL),
        instantsIn(zone, FROM + 400 * DAY, UNTIL - DAY),
        (rules, middle) => {
          const from = Math.floor(middle / MINUTE) * MINUTE;
          const until = from + (IS_LONG ? 3000 : 600) * MINUTE;
          const walked = walk(rules, until);
          const cut = stretches(rules, asInstant(from), asInstant(until));
          let index = 0;
          for (let at = from; at < until; at += MINUTE) {
            while (cut[index]!.until <= at) index++;
            expect([shown(at), ...cut[index]!.people]).toEqual([shown(at), ...naiveOnCall(walked, at)]);
          }
        },
      ),
      { seed: SEED, numRuns: IS_LONG ? 60 : 3 },
    );
  },
  TEST_MS_MAX,
);

test.each(ROTA_ZONES)(
  'a period is cut exactly where the people change, and nothing of it is left out, in %s',
  (zone) => {
    fc.assert(
      fc.property(
        rotaIn(zone, FROM, UNTIL),
        instantsIn(zone, FROM, UNTIL - 60 * DAY),
        fc.integer({ min: 1, max: 60 * DAY }),
        (rules, begin, length) => {
          const [from, until] = [asInstant(begin), asInstant(begin + length)];
          const found = stretches(rules, from, until);
          expect(found.map((one) => one.from)).toEqual([from, ...found.slice(0, -1).map((one) => one.until)]);
          expect(found.at(-1)?.until).toBe(until);
          const walked = walk(rules, until);
          for (const one of found) {
            expect(one.people).toEqual(naiveOnCall(walked, one.from));
            expect(one.people).toEqual(naiveOnCall(walked, one.until - 1));
          }
          for (const [index, one] of found.entries())
            if (index > 0) expect(one.people).not.toEqual(found[index - 1]!.people);
        },
      ),
      { seed: SEED, numRuns: IS_LONG ? 100 : 5 },
    );
  },
  TEST_MS_MAX,
);

test('whoever has a shift at an instant is on duty then, and nobody else is', () => {
  fc.assert(
    fc.property(
      rotaIn('America/Los_Angeles', FROM, UNTIL),
      instantsIn('America/Los_Angeles', FROM, UNTIL - 30 * DAY),
      (rules, begin) => {
        const [from, until] = [asInstant(begin), asInstant(begin + 30 * DAY)];
        const found = shifts(rules, from, until);
        for (const at of edges(rules, from, until)) {
          const there = found.filter((one) => one.from <= at && at < one.until).map(({ id }) => id);
          expect(there.toSorted()).toEqual([...onCall(rules, at)].sort());
        }
        for (const one of found) expect(one.from).toBeLessThan(one.until);
        const begins = found.map((one) => one.from);
        expect(begins).toEqual(begins.toSorted((a, b) => a - b));
      },
    ),
    { seed: SEED, numRuns: IS_LONG ? 1000 : 30 },
  );
});
