import { type Instant, parseLocal } from '../../src/core/instant.ts';
import type { LayerRules, Override, PersonTime, RotaRules } from '../../src/core/rota/rota.ts';

const ZONE = 'America/Los_Angeles';

/** The instant of a time of day in California, `2026-11-20T16:30`. */
export function inCalifornia(text: string): Instant {
  const at = parseLocal(text, ZONE);
  if (at === undefined) throw new Error(`not a local time: ${text}`);
  return at;
}

/** A layer of three people who hand over each Monday at nine, changed as a test needs it. */
export const layerWith = (change: Partial<LayerRules> = {}): LayerRules => ({
  timeZone: ZONE,
  turns: [['ana'], ['bo'], ['cy']],
  every: { count: 1, unit: 'week' },
  from: '2026-11-02',
  handOver: 9 * 60,
  hours: undefined,
  ...change,
});

/** A rota of that one layer, changed as a test needs it. */
export const rotaWith = (change: Partial<RotaRules> = {}): RotaRules => ({
  layers: [layerWith()],
  swaps: [],
  timeOff: [],
  overrides: [],
  ...change,
});

/** A half-open time in California. */
const during = (from: string, until: string): { from: Instant; until: Instant } => ({
  from: inCalifornia(from),
  until: inCalifornia(until),
});

export const personTime = (who: string, from: string, until: string): PersonTime => ({
  who,
  ...during(from, until),
});

type Change<T> = T extends unknown ? Omit<T, 'from' | 'until'> : never;

export const override = (from: string, until: string, change: Change<Override>): Override =>
  ({ ...during(from, until), ...change }) as Override;
