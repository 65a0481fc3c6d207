import { expect, test } from 'vitest';
import { play } from './play.ts';

const SUN = 'plans/follow-the-sun.plan.yaml';
const LIBRARY = 'plans/calnet-3-category-9.1.uncured.plan.yaml';
const year = ['--from', '2026-09-01', '--to', '2027-08-31'];

test('a plan that is covered is said to be, level by level, and ends with 0', async () => {
  const { exit, out } = await play(['coverage', SUN, ...year]);
  expect(exit).toBe(0);
  expect(out).toContain('Tue 1 Sep 2026, 12:00 midnight');
  expect(out).toContain('until Wed 1 Sep 2027, 12:00 midnight');
  expect(out.match(/covered at every instant/g)).toHaveLength(3);
});

test('one that is not names each gap with how long it is, and ends with 1', async () => {
  const { exit, out } = await play([
    'coverage',
    LIBRARY,
    '--from',
    '2026-11-01T00:00',
    '--to',
    '2026-11-02T12:30',
  ]);
  expect(exit).toBe(1);
  expect(out).toContain(
    'Level 2, Solutions Architect: not covered once, 1 day, 13 hours and 30 minutes in all',
  );
  expect(out).toContain('nobody on duty, and nobody is reached otherwise');
});

test('as JSON it is one object with every gap in UTC', async () => {
  const { out } = await play(['coverage', LIBRARY, '--from', '2026-11-01', '--to', '2026-11-01', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    ...{
      from: '2026-11-01T07:00:00.000Z',
      until: '2026-11-02T08:00:00.000Z',
      confirmed: false,
      covered: false,
    },
    levels: [
      { level: 1 },
      {
        ...{ level: 2, covered: false },
        gaps: [
          {
            from: '2026-11-01T07:00:00.000Z',
            until: '2026-11-02T08:00:00.000Z',
            cover: 'nobody',
            people: [],
          },
        ],
      },
      { level: 3 },
    ],
  });
});

test('with facts only what was attested counts', async () => {
  const facts = 'attestations: [{ contact: manager-birk, on: 2026-08-31 }]';
  const { exit, out } = await play(
    ['coverage', SUN, '--from', '2026-09-01', '--to', '2026-09-14', '--facts', '-'],
    {
      stdin: facts,
    },
  );
  expect(exit).toBe(1);
  expect(out).not.toContain('With --facts');
  expect(out).toContain(
    'Noemi Tavares on duty, without two confirmed ways to be reached that do not fail together',
  );
  expect(out).toContain('Level 2, Duty Manager: not covered 2 times, 7 days in all');
});

test.each([
  ['no first date', [SUN, '--to', '2026-09-14'], '--from'],
  ['no last date', [SUN, '--from', '2026-09-14'], '--to'],
  ['a date there is not', [SUN, '--from', '2026-02-30', '--to', '2026-09-14'], '2026-02-30'],
  [
    'a period that ends before it begins',
    [SUN, '--from', '2026-09-14', '--to', '2026-09-12'],
    'before it begins',
  ],
  ['a period of centuries', [SUN, '--from', '1950-01-01', '--to', '2150-01-01'], '7320 days at most'],
])('%s is misuse, and says so', async (_, words, says) => {
  const { exit, err } = await play(['coverage', ...words]);
  expect(exit).toBe(2);
  expect(err).toContain(says);
});
