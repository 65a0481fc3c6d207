import { expect, test } from 'vitest';
import { planWith, SOUND_FACTS, seen } from '../../../../test/build/plan.ts';
import type { Plan } from '../format/schema.ts';

const CODE = 'level-uncovered';

/** A sound plan whose level 1 reaches a rota that is there on working days. */
const plan = (change: (plan: Plan) => void = () => undefined): Plan =>
  planWith((it) => {
    const week = { 'mon-fri': ['00:00-24:00'] };
    it.rotas = {
      duty: { layers: [{ turns: ['ana'], every: '1 week', from: '2026-11-02', handOver: '00:00', week }] },
    };
    it.levels![0]!.reach = ['duty'];
    change(it);
  });

test('a rota with somebody at every instant of the year passes', () => {
  const whole = plan((it) => {
    delete it.rotas!.duty!.layers![0]!.week;
  });
  expect(seen(CODE, whole)).toEqual([]);
});

test('the first gap is named with whom it falls back to, and how many more there are', () => {
  const [found, ...rest] = seen(CODE, plan());
  expect(rest).toEqual([]);
  expect(found).toMatchObject({ at: 'levels.1.reach', severity: 'warning' });
  expect(found?.message).toBe(
    'Level 1 has nobody on duty from Sat 5 Dec 2026, 12:00 midnight Pacific until Mon 7 Dec 2026, 12:00 midnight Pacific, and so 51 times more within a year; Support desk would be reached otherwise.',
  );
});

test('where nobody is reached otherwise it blocks', () => {
  const alone = plan((it) => {
    it.levels![0]!.otherwise = [];
  });
  expect(seen(CODE, alone)).toMatchObject([{ severity: 'blocking', values: { cover: 'nobody' } }]);
});

test('somebody on duty without two means that do not fail together is warned of', () => {
  const thin = plan((it) => {
    delete it.rotas!.duty!.layers![0]!.week;
    Object.assign(it.contacts!.ana!, { mobile: undefined, email: undefined });
  });
  expect(seen(CODE, thin)).toMatchObject([
    { severity: 'warning', values: { cover: 'thin', names: ['Ana Example'] } },
  ]);
});

test('where attestations are given, what nobody has confirmed on that day does not count, and blocks nothing', () => {
  const whole = plan((it) => {
    delete it.rotas!.duty!.layers![0]!.week;
  });
  const found = seen(CODE, whole, { ...SOUND_FACTS, attestations: [] });
  expect(found).toMatchObject([{ severity: 'warning', values: { cover: 'thin', names: ['Ana Example'] } }]);
  expect(found[0]?.message).toContain('without two confirmed ways to be reached');
  expect(seen(CODE, whole, { today: '2026-12-01' })).toEqual([]);
  const lapsed = [{ contact: 'ana', on: '2026-01-01' }];
  expect(seen(CODE, whole, { ...SOUND_FACTS, attestations: lapsed })).toHaveLength(1);
  expect(seen(CODE, plan(), { ...SOUND_FACTS, attestations: [] })).toMatchObject([
    { severity: 'warning', values: { cover: 'nobody' } },
  ]);
});

test('a plan not said to be reachable round the clock may have gaps, and so may the time after its term', () => {
  const office = plan((it) => {
    it.requirements!.availability = 'business-hours';
  });
  expect(seen(CODE, office)).toEqual([]);
  const over = plan((it) => {
    it.contract!.term = { from: '2026-07-01', until: '2026-12-04' };
  });
  expect(seen(CODE, over)).toEqual([]);
});

test('without the day it is not asked', () => {
  expect(seen(CODE, plan(), { ...SOUND_FACTS, today: undefined })).toEqual([]);
});
