import { expect, test } from 'vitest';
import { asInstant, type Instant } from '../core/instant.ts';
import { moveClock } from './move-clock.ts';
import type { ClockStep, MovableClock } from './ports/movable-clock.ts';

const START = asInstant(Date.UTC(2026, 10, 17, 17));
const HOUR_MS = 3_600_000;

/** A clock on which something falls due every hour; `looked` hears of each look. */
function hourly(looked: (looks: number) => void): MovableClock {
  let now: Instant = START;
  let looks = 0;
  return {
    isDemonstration: async () => true,
    now: async () => now,
    stepTowards: async (target): Promise<ClockStep> => {
      looked(++looks);
      if (now === target) return { now, step: 'arrived' };
      now = asInstant(Math.min(now + HOUR_MS, target));
      return { now, step: 'moved' };
    },
  };
}

const wait = async (): Promise<void> => undefined;
const target = asInstant(START + 100 * HOUR_MS);

test('a call that has taken long enough ends where the clock stands, and the next goes on from there', async () => {
  const ended = new AbortController();
  const clock = hourly((looks) => looks === 3 && ended.abort());
  const moved = await moveClock({ clock, wait, enough: ended.signal }, target);
  expect(moved).toEqual({ from: START, now: START + 3 * HOUR_MS, target, stops: 3, isThere: false });
  expect(await moveClock({ clock, wait }, target)).toMatchObject({ now: target, stops: 97, isThere: true });
});

test('however slow the machine, each call makes a step', async () => {
  const clock = hourly(() => undefined);
  const moved = await moveClock({ clock, wait, enough: AbortSignal.abort() }, target);
  expect(moved).toMatchObject({ now: START + HOUR_MS, stops: 1, isThere: false });
});
