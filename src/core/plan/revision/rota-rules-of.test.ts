import { expect, test } from 'vitest';
import { inCalifornia } from '../../../../test/build/rota.ts';
import { soundPlan } from '../../../../test/build/sound-plan.ts';
import type { WrittenRota } from '../format/schema-rotas.ts';
import { compile } from './compile.ts';
import { rotaRulesOf } from './rota-rules-of.ts';

const LAYER = { turns: ['ana', ['bo', 'cy']], every: '2 weeks', from: '2026-11-02', handOver: '09:30' };
const TIME = { from: '2026-12-24T18:00', until: '2026-12-26T09:00-05:00' };

const planOf = (rota: WrittenRota) => ({ ...soundPlan(), rotas: { duty: rota } });
const rulesOf = (rota: WrittenRota) => rotaRulesOf(planOf(rota), 'duty');

test('times are read on the clocks of the rota, in their absence on the contract’s, and by their offset where they have one', () => {
  expect(rulesOf({ layers: [LAYER], timeOff: [{ who: 'ana', ...TIME }] })).toEqual({
    layers: [
      {
        ...{
          timeZone: 'America/Los_Angeles',
          turns: [['ana'], ['bo', 'cy']],
          from: '2026-11-02',
          handOver: 570,
        },
        ...{ every: { count: 2, unit: 'week' }, hours: undefined },
      },
    ],
    timeOff: [
      { who: 'ana', from: inCalifornia('2026-12-24T18:00'), until: inCalifornia('2026-12-26T06:00') },
    ],
    swaps: [],
    overrides: [],
  });
  const eastern = rulesOf({
    timeZone: 'America/New_York',
    layers: [LAYER],
    timeOff: [{ who: 'ana', ...TIME }],
  });
  expect(eastern?.layers[0]?.timeZone).toBe('America/New_York');
  expect(eastern?.timeOff[0]?.from).toBe(inCalifornia('2026-12-24T15:00'));
});

test('windows of a layer that overlap or touch are one, and a calendar brings its holidays', () => {
  const week = { 'mon,tue': ['08:00-12:00', '11:00-13:00', '13:00-14:00'] };
  expect(rulesOf({ layers: [{ ...LAYER, week }] })?.layers[0]?.hours?.hours).toMatchObject({
    mon: [{ from: 480, until: 840 }],
    wed: [],
  });
  const hours = rulesOf({ layers: [{ ...LAYER, calendar: 'business' }] })?.layers[0]?.hours;
  expect(hours?.holidays.length).toBeGreaterThan(10);
});

test.each<[string, WrittenRota]>([
  ['no layer', {}],
  ['a layer without a length', { layers: [{ ...LAYER, every: undefined }] }],
  ['a calendar that cannot be counted in', { layers: [{ ...LAYER, calendar: 'nights' }] }],
  ['half a swap', { layers: [LAYER], swaps: [{ first: { who: 'ana', ...TIME } }] }],
  ['an override that does nothing', { layers: [LAYER], overrides: [TIME] }],
])('a rota with %s is no rules but a gap', (_, rota) => {
  expect(rulesOf(rota)).toBeUndefined();
  expect(compile(planOf(rota), 1).gaps).toEqual(['rotas.duty']);
});

test('a level that reaches a rota has its people as seats, and the rota as its choice', () => {
  const plan = planOf({ layers: [LAYER], overrides: [{ ...TIME, add: ['office'] }] });
  plan.levels![0]!.reach = ['duty', 'desk'];
  const level = compile(plan, 1).revision?.levels[0];
  expect(level?.choices).toEqual(['duty', 'desk']);
  expect(level?.reach).toEqual(['ana', 'bo', 'cy', 'office', 'desk']);
});

test('a plan without rotas compiles to what it always did', () => {
  const { revision } = compile(soundPlan(), 1);
  expect(Object.keys(revision ?? {})).not.toContain('rotas');
  expect(revision?.levels.flatMap((level) => Object.keys(level))).not.toContain('choices');
});
