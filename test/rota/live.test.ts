import { describe, expect, test } from 'vitest';
import { decideLive } from '../../src/core/rota/live/decide-live.ts';
import { NO_CHANGES } from '../../src/core/rota/live/evolve-live.ts';
import type { LiveAsk, LiveContext } from '../../src/core/rota/live/live-command.ts';
import type { LiveRotas } from '../../src/core/rota/live/live-rotas.ts';
import { withLive } from '../../src/core/rota/live/with-live.ts';
import { onCall } from '../../src/core/rota/on-call.ts';
import { inCalifornia, personTime, rotaWith } from '../build/rota.ts';

/** Ana, Bo and Cy hand over each Monday at nine; Ana is on duty, it is her first Wednesday. */
const WEDNESDAY = '2026-11-04T12:00';
const RULES = rotaWith();
const PETRA = { by: 'petra', manages: true, seats: [] };
const of = (seat: string) => ({ by: seat, manages: false, seats: [seat] });

const context = (who: Pick<LiveContext, 'by' | 'manages' | 'seats'>, at = WEDNESDAY): LiveContext => ({
  ...who,
  at: inCalifornia(at),
  rotas: { duty: RULES },
  people: new Set(['ana', 'bo', 'cy', 'dee']),
});

const replaceAna = {
  type: 'setOverride',
  rota: 'duty',
  kind: 'replace',
  who: 'ana',
  people: ['dee'],
  from: inCalifornia('2026-11-05T00:00'),
  until: inCalifornia('2026-11-06T00:00'),
} as const;

const BO = personTime('bo', '2026-11-09T09:00', '2026-11-16T09:00');
const CY = personTime('cy', '2026-11-16T09:00', '2026-11-23T09:00');
const swap = { type: 'askSwap', rota: 'duty', first: BO, second: CY } as const;

function afterwards(...given: readonly (readonly [LiveAsk, LiveContext])[]): LiveRotas {
  return given.reduce((state, [ask, by]) => {
    const decision = decideLive(state, ask, by);
    if (!decision.accepted) throw new Error(decision.refusal.code);
    return decision.state;
  }, NO_CHANGES);
}

const on = (state: LiveRotas, at: string): readonly string[] =>
  onCall(
    withLive(RULES, state, (who) => who !== 'gone'),
    inCalifornia(at),
  );

const codeOf = (state: LiveRotas, ask: LiveAsk, by: LiveContext): string | undefined => {
  const decision = decideLive(state, ask, by);
  return decision.accepted ? undefined : decision.refusal.code;
};

describe('an override', () => {
  test('holds from its beginning to its end', () => {
    const state = afterwards([replaceAna, context(PETRA)]);
    expect(on(state, '2026-11-04T23:59')).toEqual(['ana']);
    expect(on(state, '2026-11-05T00:00')).toEqual(['dee']);
    expect(on(state, '2026-11-06T00:00')).toEqual(['ana']);
  });

  test('that is said to have begun already begins now: who was on duty stays who it was', () => {
    const state = afterwards([{ ...replaceAna, from: inCalifornia('2026-11-03T00:00') }, context(PETRA)]);
    expect(on(state, '2026-11-04T11:59')).toEqual(['ana']);
    expect(on(state, WEDNESDAY)).toEqual(['dee']);
  });

  test('that is taken back while it holds, held until then', () => {
    const back = [{ type: 'withdraw', entry: 1 }, context(PETRA, '2026-11-05T06:00')] as const;
    const state = afterwards([replaceAna, context(PETRA)], back);
    expect(on(state, '2026-11-05T05:59')).toEqual(['dee']);
    expect(on(state, '2026-11-05T06:00')).toEqual(['ana']);
  });

  test('that is taken back before it begins never holds', () => {
    const state = afterwards([replaceAna, context(PETRA)], [{ type: 'withdraw', entry: 1 }, context(PETRA)]);
    expect(on(state, '2026-11-05T06:00')).toEqual(['ana']);
  });

  test('that is taken back a second time is refused, and stays as it was taken back', () => {
    const back = [{ type: 'withdraw', entry: 1 }, context(PETRA, '2026-11-05T06:00')] as const;
    const state = afterwards([replaceAna, context(PETRA)], back);
    const later = context(PETRA, '2026-11-05T18:00');
    expect(codeOf(state, { type: 'withdraw', entry: 1 }, later)).toBe('rota-entry-withdrawn');
    expect(codeOf(state, { type: 'withdraw', entry: 1 }, context(of('ana')))).toBe('rota-not-allowed');
  });

  test('for somebody whom a later plan does not know is left out', () => {
    const gone = { ...context(PETRA), people: new Set(['ana', 'gone']) };
    const state = afterwards([{ ...replaceAna, people: ['gone'] }, gone]);
    expect(on(state, '2026-11-05T06:00')).toEqual(['ana']);
  });

  test.each<[string, object, object, string]>([
    ['by a contact', {}, of('ana'), 'rota-not-allowed'],
    ['of a rota that is none', { rota: 'no' }, PETRA, 'rota-not-found'],
    ['with nobody', { people: [] }, PETRA, 'rota-people-missing'],
    ['in nobody’s place', { who: undefined }, PETRA, 'rota-people-missing'],
    ['with a stranger', { people: ['zoe'] }, PETRA, 'rota-person-unknown'],
    ['that is over', { until: inCalifornia(WEDNESDAY) }, PETRA, 'rota-times-past'],
    ['turned round', { from: inCalifornia('2026-11-07T00:00') }, PETRA, 'rota-times-turned'],
    ['for half a year', { until: inCalifornia('2027-05-05T00:00') }, PETRA, 'rota-times-long'],
    [
      'two years ahead',
      { from: inCalifornia('2028-11-04T00:00'), until: inCalifornia('2028-11-05T00:00') },
      PETRA,
      'rota-times-far',
    ],
  ])('%s is refused', (_, change, who, code) => {
    const asked = { ...replaceAna, ...change } as LiveAsk;
    expect(codeOf(NO_CHANGES, asked, context(who as typeof PETRA))).toBe(code);
  });

  test('beyond the two hundredth ahead is refused until one is taken back', () => {
    const full = afterwards(...Array.from({ length: 200 }, () => [replaceAna, context(PETRA)] as const));
    expect(codeOf(full, replaceAna, context(PETRA))).toBe('rota-full');
  });
});

describe('a swap', () => {
  const asked = afterwards([swap, context(of('bo'))]);

  test('holds once the other has accepted it, in the time of each', () => {
    expect(on(asked, '2026-11-10T12:00')).toEqual(['bo']);
    const state = afterwards(
      [swap, context(of('bo'))],
      [{ type: 'acceptSwap', entry: 1 }, context(of('cy'))],
    );
    expect(on(state, '2026-11-10T12:00')).toEqual(['cy']);
    expect(on(state, '2026-11-17T12:00')).toEqual(['bo']);
    expect(on(state, '2026-11-24T12:00')).toEqual(['ana']);
  });

  test('is accepted once, and accepted again changes nothing', () => {
    const accept = [{ type: 'acceptSwap', entry: 1 }, context(of('cy'))] as const;
    expect(afterwards([swap, context(of('bo'))], accept, accept).events).toBe(2);
  });

  test('that is declined never holds and cannot be accepted any more', () => {
    const state = afterwards(
      [swap, context(of('bo'))],
      [{ type: 'declineSwap', entry: 1 }, context(of('cy'))],
    );
    expect(on(state, '2026-11-10T12:00')).toEqual(['bo']);
    expect(codeOf(state, { type: 'acceptSwap', entry: 1 }, context(of('cy')))).toBe('rota-entry-over');
  });

  test('that waits is taken back by who asked, one that holds by the program manager', () => {
    const back = { type: 'withdraw', entry: 1 } as const;
    expect(codeOf(asked, back, context(of('cy')))).toBe('rota-not-allowed');
    expect(codeOf(asked, back, context(of('bo')))).toBeUndefined();
    const holds = afterwards(
      [swap, context(of('bo'))],
      [{ type: 'acceptSwap', entry: 1 }, context(of('cy'))],
    );
    expect(codeOf(holds, back, context(of('bo')))).toBe('rota-not-allowed');
    expect(codeOf(holds, back, context(PETRA))).toBeUndefined();
  });

  test.each<[string, LiveAsk, LiveContext, string]>([
    ['asked for by another', swap, context(of('ana')), 'rota-swap-others'],
    ['with oneself', { ...swap, second: { ...CY, who: 'bo' } }, context(of('bo')), 'rota-swap-alone'],
    [
      'of a time in which one has no duty',
      { ...swap, first: { ...CY, who: 'bo' } },
      context(of('bo')),
      'rota-swap-idle',
    ],
    ['of a duty that has begun', swap, context(of('bo'), '2026-11-09T09:01'), 'rota-times-past'],
  ])('%s is refused', (_, ask, by, code) => {
    expect(codeOf(NO_CHANGES, ask, by)).toBe(code);
  });

  test.each([
    ['by who asked', of('bo'), undefined, 'rota-swap-others'],
    ['after the first of the two has begun', of('cy'), '2026-11-09T09:01', 'rota-times-past'],
    ['after both are over', of('cy'), '2026-11-23T09:00', 'rota-entry-over'],
  ])('accepted %s is refused', (_, who, at, code) => {
    expect(codeOf(asked, { type: 'acceptSwap', entry: 1 }, context(who, at))).toBe(code);
  });

  test('whose duty somebody else has by now is refused when it is accepted', () => {
    const times = { from: BO.from, until: BO.until };
    const given = { type: 'setOverride', rota: 'duty', kind: 'only', people: ['dee'], ...times } as const;
    const state = afterwards([swap, context(of('bo'))], [given, context(PETRA)]);
    expect(codeOf(state, { type: 'acceptSwap', entry: 1 }, context(of('cy')))).toBe('rota-swap-idle');
  });
});

test('a change that is not there is unknown to all', () => {
  for (const type of ['acceptSwap', 'declineSwap', 'withdraw'] as const)
    expect(codeOf(NO_CHANGES, { type, entry: 7 }, context(PETRA))).toBe('rota-entry-unknown');
});
