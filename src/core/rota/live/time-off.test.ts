import { describe, expect, test } from 'vitest';
import { inCalifornia, rotaWith } from '../../../../test/build/rota.ts';
import { onCall } from '../on-call.ts';
import { evolveLive, NO_CHANGES } from './evolve-live.ts';
import type { LiveRotas } from './live-rotas.ts';
import { decideTimeOff } from './time-off.ts';
import { withLive } from './with-live.ts';

/** Ana, Bo and Cy hand over each Monday at nine; Ana is on duty, it is her first Wednesday. */
const RULES = rotaWith();

type Times = readonly (readonly [from: string, until: string])[];

function read(state: LiveRotas, at: string, who: string, times: Times): LiveRotas {
  const event = decideTimeOff(state, {
    ...{ at: inCalifornia(at), by: who, who },
    times: times.map(([from, until]) => ({ from: inCalifornia(from), until: inCalifornia(until) })),
  });
  return event ? evolveLive(state, event) : state;
}

const on = (state: LiveRotas, at: string): readonly string[] =>
  onCall(
    withLive(RULES, state, () => true),
    inCalifornia(at),
  );

const THURSDAY: Times = [['2026-11-05T00:00', '2026-11-06T00:00']];

describe('time off by a calendar', () => {
  test('takes somebody off duty from its beginning to its end', () => {
    const state = read(NO_CHANGES, '2026-11-04T12:00', 'ana', THURSDAY);
    expect(on(state, '2026-11-04T23:59')).toEqual(['ana']);
    expect(on(state, '2026-11-05T00:00')).toEqual([]);
    expect(on(state, '2026-11-06T00:00')).toEqual(['ana']);
  });

  test('that says the same once more is no event, also while it holds', () => {
    const state = read(NO_CHANGES, '2026-11-04T12:00', 'ana', THURSDAY);
    expect(read(state, '2026-11-04T12:30', 'ana', THURSDAY)).toBe(state);
    expect(read(state, '2026-11-05T12:00', 'ana', THURSDAY)).toBe(state);
    expect(read(state, '2026-11-07T12:00', 'ana', [])).toBe(state);
  });

  test('that is said to have begun already begins now: who was on duty stays who it was', () => {
    const state = read(NO_CHANGES, '2026-11-05T10:00', 'ana', THURSDAY);
    expect(on(state, '2026-11-05T09:59')).toEqual(['ana']);
    expect(on(state, '2026-11-05T10:00')).toEqual([]);
  });

  test('that is taken back while it holds, held until then', () => {
    const state = read(read(NO_CHANGES, '2026-11-04T12:00', 'ana', THURSDAY), '2026-11-05T10:00', 'ana', []);
    expect(on(state, '2026-11-05T09:59')).toEqual([]);
    expect(on(state, '2026-11-05T10:00')).toEqual(['ana']);
  });

  test('is of one seat, and that of others stays', () => {
    const both = read(read(NO_CHANGES, '2026-11-04T12:00', 'ana', THURSDAY), '2026-11-04T12:00', 'bo', [
      ['2026-11-10T00:00', '2026-11-11T00:00'],
    ]);
    const state = read(both, '2026-11-04T13:00', 'ana', []);
    expect(on(state, '2026-11-05T12:00')).toEqual(['ana']);
    expect(on(state, '2026-11-10T12:00')).toEqual([]);
  });

  test('of somebody who is never on duty by a rota changes nothing of it', () => {
    const state = read(NO_CHANGES, '2026-11-04T12:00', 'eve', THURSDAY);
    expect(withLive(RULES, state, () => true)).toBe(RULES);
  });

  test('goes on the record as times alone, in UTC, those that touch made one', () => {
    const event = decideTimeOff(NO_CHANGES, {
      ...{ at: inCalifornia('2026-11-04T12:00'), by: 'p1', who: 'ana' },
      times: [
        { from: inCalifornia('2026-11-06T00:00'), until: inCalifornia('2026-11-07T00:00') },
        { from: inCalifornia('2026-11-05T00:00'), until: inCalifornia('2026-11-06T00:00') },
      ],
    });
    expect(event).toEqual({
      ...{ type: 'TimeOffRead', at: inCalifornia('2026-11-04T12:00'), by: 'p1', who: 'ana' },
      times: ['2026-11-05T08:00:00.000Z/2026-11-07T08:00:00.000Z'],
    });
  });
});
