import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asInstant, formatInstant } from '../../src/core/instant.ts';
import { evolveLive, NO_CHANGES } from '../../src/core/rota/live/evolve-live.ts';
import type { LiveRotas } from '../../src/core/rota/live/live-rotas.ts';
import { decideTimeOff } from '../../src/core/rota/live/time-off.ts';
import { withLive } from '../../src/core/rota/live/with-live.ts';
import { onCall } from '../../src/core/rota/on-call.ts';
import type { PersonTime } from '../../src/core/rota/rota.ts';
import { stretches } from '../../src/core/rota/shifts.ts';
import { instantsIn, ROTA_ZONES, rotaIn } from './arbitrary-rota.ts';
import { naiveOnCall, walk } from './naive-rota.ts';

const SEED = Number(process.env.LADDER_SEED ?? 20261129);
const IS_LONG = process.env.LADDER_LONG !== undefined;
const FROM = Date.UTC(2011, 0, 1);
const UNTIL = Date.UTC(IS_LONG ? 2021 : 2012, 0, 1);
const HOUR = 3_600_000;

/** A look into somebody's calendar at an instant, and all that stood there. */
interface Look {
  readonly at: number;
  readonly who: string;
  readonly times: readonly { readonly from: number; readonly until: number }[];
}

const looksIn = (zone: string): fc.Arbitrary<readonly Look[]> => {
  const instant = instantsIn(zone, FROM, UNTIL);
  const time = fc
    .tuple(instant, fc.integer({ min: -5, max: 60 * 24 }))
    .map(([from, hours]) => ({ from, until: from + hours * HOUR }));
  const look = fc.record({
    at: instant,
    who: fc.constantFrom('ana', 'bo', 'cy'),
    times: fc.array(time, { maxLength: 5 }),
  });
  return fc.array(look, { maxLength: 8 }).map((all) => all.toSorted((a, b) => a.at - b.at));
};

/** Somebody is off at an instant where the calendar says so as it was last looked into before that instant. */
function isOff(looks: readonly Look[], who: string, at: number): boolean {
  const last = looks.findLast((one) => one.who === who && one.at <= at);
  return last?.times.some(({ from, until }) => from <= at && at < until) ?? false;
}

function read(looks: readonly Look[]): LiveRotas {
  return looks.reduce((state, { at, who, times }) => {
    const asked = times.map(({ from, until }) => ({ from: asInstant(from), until: asInstant(until) }));
    const event = decideTimeOff(state, { at: asInstant(at), by: who, who, times: asked });
    return event ? evolveLive(state, event) : state;
  }, NO_CHANGES);
}

test.each(ROTA_ZONES)(
  'whoever is away by their calendar as it was known then is not on duty, in %s',
  (zone) => {
    fc.assert(
      fc.property(
        rotaIn(zone, FROM, UNTIL),
        looksIn(zone),
        fc.array(instantsIn(zone, FROM, UNTIL), { minLength: 30, maxLength: 30 }),
        (rules, looks, some) => {
          const lived = withLive(rules, read(looks), () => true);
          const near = looks.flatMap(({ at, times }) => [at - 1, at, ...times.flatMap(edgesOf)]);
          for (const at of [...some, ...near.filter((one) => one >= FROM && one < UNTIL)]) {
            const off = ['ana', 'bo', 'cy'].filter((who) => isOff(looks, who, at));
            const now = off.map(
              (who): PersonTime => ({ who, from: asInstant(at), until: asInstant(at + 1) }),
            );
            const walked = walk({ ...rules, timeOff: [...rules.timeOff, ...now] }, at + 1);
            const found = [formatInstant(asInstant(at)), ...onCall(lived, asInstant(at))];
            expect(found).toEqual([formatInstant(asInstant(at)), ...naiveOnCall(walked, at)]);
          }
        },
      ),
      { seed: SEED, numRuns: IS_LONG ? 60 : 3 },
    );
  },
  600_000,
);

const edgesOf = ({ from, until }: { from: number; until: number }): number[] => [
  ...[from - 1, from, from + 1],
  ...[until - 1, until, until + 1],
];

test('a period is cut at every edge of time off', () => {
  fc.assert(
    fc.property(rotaIn('Europe/Berlin', FROM, UNTIL), looksIn('Europe/Berlin'), (rules, looks) => {
      const lived = withLive(rules, read(looks), () => true);
      const [from, until] = [asInstant(FROM), asInstant(FROM + 60 * 24 * HOUR)];
      for (const one of stretches(lived, from, until))
        for (const at of [one.from, asInstant(one.until - 1)])
          expect([at, ...onCall(lived, at)]).toEqual([at, ...one.people]);
    }),
    { seed: SEED, numRuns: IS_LONG ? 300 : 20 },
  );
});
