import { expect, test } from 'vitest';
import { inCalifornia, layerWith, override, rotaWith } from '../../../test/build/rota.ts';
import { shifts, stretches } from './shifts.ts';

const ten = (text: string): string => `2026-11-${text}`;

test('a shift is cut at the period, and turns of one person that follow each other are one', () => {
  const rules = rotaWith({ layers: [layerWith({ turns: [['ana'], ['ana'], ['bo']] })] });
  const found = shifts(rules, inCalifornia(ten('04T12:00')), inCalifornia(ten('20T12:00')));
  expect(found).toEqual([
    { id: 'ana', from: inCalifornia(ten('04T12:00')), until: inCalifornia(ten('16T09:00')) },
    { id: 'bo', from: inCalifornia(ten('16T09:00')), until: inCalifornia(ten('20T12:00')) },
  ]);
});

test('two who begin together come in the order of their turn', () => {
  const rules = rotaWith({ layers: [layerWith({ turns: [['cy', 'ana']] })] });
  const found = shifts(rules, inCalifornia(ten('04T12:00')), inCalifornia(ten('05T12:00')));
  expect(found.map(({ id }) => id)).toEqual(['cy', 'ana']);
});

test('somebody who goes and comes back has two shifts', () => {
  const rules = rotaWith({
    overrides: [override(ten('03T00:00'), ten('04T00:00'), { kind: 'replace', who: 'ana', by: ['dee'] })],
  });
  const found = shifts(rules, inCalifornia(ten('02T09:00')), inCalifornia(ten('09T09:00')));
  expect(found.map(({ id }) => id)).toEqual(['ana', 'dee', 'ana']);
});

test('an empty period has none', () => {
  const at = inCalifornia(ten('02T09:00'));
  expect([shifts(rotaWith(), at, at), stretches(rotaWith(), at, at)]).toEqual([[], []]);
});

test('a time in which nobody is on duty is a stretch too', () => {
  const found = stretches(rotaWith(), inCalifornia(ten('01T09:00')), inCalifornia(ten('03T09:00')));
  expect(found.map(({ people }) => people)).toEqual([[], ['ana']]);
});
