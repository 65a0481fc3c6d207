import { expect, test } from 'vitest';
import { asInstant } from '../instant.ts';
import { handOvers } from './hand-overs.ts';
import type { RotaRules } from './rota.ts';

const at = (text: string) => asInstant(Date.parse(text));
const daily = (turns: readonly (readonly string[])[], changes: Partial<RotaRules> = {}): RotaRules => ({
  ...{ swaps: [], timeOff: [], overrides: [] },
  layers: [
    {
      ...{ timeZone: 'UTC', turns, every: { count: 1, unit: 'day' }, from: '2026-11-02', handOver: 540 },
      hours: undefined,
    },
  ] as unknown as RotaRules['layers'],
  ...changes,
});
const NOON = at('2026-11-24T12:00:00Z');
const MORNING = at('2026-11-25T09:00:00Z');

test('whoever goes off is named at the instant of the hand-over, which belongs to the time that ends with it', () => {
  const rules = daily([['ana'], ['bo']]);
  const [gone, ...more] = handOvers(rules, NOON, MORNING);
  expect([gone?.at, more]).toEqual([MORNING, []]);
  expect([gone?.who, ...(gone?.next ?? [])].sort()).toEqual(['ana', 'bo']);
  expect(handOvers(rules, NOON, asInstant(MORNING - 1))).toEqual([]);
  expect(handOvers(rules, MORNING, asInstant(MORNING + 3_600_000))).toEqual([]);
});

test('whoever goes on in the next turn does not go off', () => {
  const rules = daily([
    ['ana', 'cy'],
    ['bo', 'cy'],
  ]);
  const gone = handOvers(rules, NOON, asInstant(MORNING + 86_400_000));
  expect(gone.map(({ who }) => who).sort()).toEqual(['ana', 'bo']);
  expect(handOvers(daily([['ana'], ['ana']]), NOON, asInstant(NOON + 10 * 86_400_000))).toEqual([]);
});

test('an override ends a duty too, and nobody may take over', () => {
  const from = asInstant(NOON + 3_600_000);
  const until = asInstant(NOON + 7_200_000);
  const rules = daily([['ana']], { overrides: [{ kind: 'remove', people: ['ana'], from, until }] });
  expect(handOvers(rules, NOON, MORNING)).toEqual([{ at: from, who: 'ana', next: [] }]);
});
