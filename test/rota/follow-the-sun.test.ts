import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asInstant, parseInstant } from '../../src/core/instant.ts';
import { coverage } from '../../src/core/plan/coverage/coverage.ts';
import type { Plan } from '../../src/core/plan/format/schema.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { rotaRulesOf } from '../../src/core/plan/revision/rota-rules-of.ts';
import { onCall } from '../../src/core/rota/on-call.ts';
import { naiveOnCall, walk } from './naive-rota.ts';

const sample = (): Plan => parse(readFileSync('plans/follow-the-sun.plan.yaml', 'utf8')).value;

/** A whole year with every change of clocks of its three zones. */
const YEAR = {
  from: parseInstant('2026-09-01T00:00+01:00')!,
  until: parseInstant('2027-09-01T00:00+01:00')!,
};

const CHANGES = {
  'Europe/Lisbon': ['2026-10-25', '2027-03-28'],
  'America/Vancouver': ['2026-11-01', '2027-03-14'],
  'Pacific/Auckland': ['2026-09-27', '2027-04-04'],
};

test('somebody with two means is on duty at every level at every instant of the year', () => {
  expect(coverage(sample(), YEAR).map(({ level, gaps }) => [level, gaps])).toEqual([
    [1, []],
    [2, []],
    [3, []],
  ]);
});

test('without the layer for holidays nothing but holidays is open: three days that follow each other are no gap, also while clocks change', () => {
  const plan = sample();
  plan.rotas!.engineers!.layers!.pop();
  const gaps = coverage(plan, YEAR)[0]!.gaps;
  expect(gaps.length).toBeGreaterThan(0);
  const days = gaps.map(({ from }) => new Date(from).toISOString().slice(0, 10));
  const near = [
    '2026-12-24',
    '2026-12-25',
    '2026-12-31',
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-06-10',
    '2027-07-01',
  ];
  expect(days.filter((day) => !near.includes(day))).toEqual([]);
  expect(gaps.every(({ from, until, cover }) => until - from < 86_400_000 && cover === 'otherwise')).toBe(
    true,
  );
});

test.each(Object.entries(CHANGES))(
  'over the changes of clocks in %s the walk from hand-over to hand-over agrees',
  (_, dates) => {
    const rules = rotaRulesOf(sample(), 'engineers')!;
    const walked = walk(rules, YEAR.until);
    for (const date of dates) {
      const middle = Date.parse(`${date}T12:00:00Z`);
      for (let at = middle - 36 * 3_600_000; at < middle + 36 * 3_600_000; at += 900_000) {
        const found = onCall(rules, asInstant(at));
        expect(found).toEqual(naiveOnCall(walked, at));
        expect(found.length).toBeGreaterThan(0);
      }
    }
  },
);
