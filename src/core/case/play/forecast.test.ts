import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  forecastOf,
  pacific,
  revisionOf,
  rowTexts,
  samplePlan,
  type WrittenCourse,
} from '../../../../test/render/sample-forecast.ts';
import { asInstant } from '../../instant.ts';
import { forecast } from './forecast.ts';

const CURED = revisionOf(samplePlan('calnet-3-category-9.1'));
const UNCURED = revisionOf(samplePlan('calnet-3-category-9.1.uncured'));
const EVERYTHING = revisionOf(samplePlan('everything'));
const SERVICE = 'service-impacting';
const BILL = 'bill-or-contract-impacting';
const FRIDAY: WrittenCourse = { track: SERVICE, openedAt: '2026-11-20T16:30' };

const COURSES: readonly (readonly [title: string, course: WrittenCourse, moves: readonly string[]])[] = [
  [
    'nobody answers, on a Friday afternoon',
    FRIDAY,
    [
      '2026-11-20T16:30 opened 1 customer',
      '2026-11-20T20:30 move 2 customer',
      '2026-11-23T16:30 move 3 oversight',
      '2026-11-23T16:30 top 3',
    ],
  ],
  [
    'level 1 answers and the customer is not satisfied: level 3 counts from the move to level 2',
    { track: SERVICE, openedAt: '2026-11-17T09:00', answered: [[1, '2026-11-17T09:40']] },
    [
      '2026-11-17T09:00 opened 1 customer',
      '2026-11-17T09:40 answered 1',
      '2026-11-17T13:00 move 2 customer',
      '2026-11-18T13:00 move 3 oversight',
      '2026-11-18T13:00 top 3',
    ],
  ],
  [
    'both levels answer: the second condition of the cured plan carries the case on',
    {
      track: SERVICE,
      openedAt: '2026-11-17T09:00',
      answered: [
        [2, '2026-11-17T14:00'],
        [1, '2026-11-17T09:40'],
      ],
    },
    [
      '2026-11-17T09:00 opened 1 customer',
      '2026-11-17T09:40 answered 1',
      '2026-11-17T13:00 move 2 customer',
      '2026-11-17T14:00 answered 2',
      '2026-11-19T13:00 move 3 oversight',
      '2026-11-19T13:00 top 3',
    ],
  ],
  [
    'a bill, on a Monday: every move is the customer’s',
    { track: BILL, openedAt: '2026-11-16T10:00' },
    [
      '2026-11-16T10:00 opened 1 customer',
      '2026-11-17T10:00 move 2 customer',
      '2026-11-18T10:00 move 3 customer',
      '2026-11-18T10:00 top 3',
    ],
  ],
  [
    'a bill, the afternoon before Thanksgiving: the holiday, the day after it and the weekend do not count',
    { track: BILL, openedAt: '2026-11-25T16:30' },
    [
      '2026-11-25T16:30 opened 1 customer',
      '2026-11-30T16:30 move 2 customer',
      '2026-12-01T16:30 move 3 customer',
      '2026-12-01T16:30 top 3',
    ],
  ],
];

test.each(COURSES)('%s', (_title, course, moves) => {
  const found = forecastOf(CURED, course);
  expect(rowTexts(found, 'opened', 'move', 'answered', 'top')).toEqual(moves);
  expect(found.unreached).toEqual([]);
});

test('a move names its condition, where its clock started, and the days that did not count', () => {
  const move = forecastOf(CURED, FRIDAY).rows.find(({ kind, level }) => kind === 'move' && level === 3);
  expect(move).toMatchObject({
    contacts: ['solutions-manager'],
    means: ['call', 'email'],
    automatic: false,
    reason: { condition: { kind: 'allSilent', levels: [1, 2] }, from: pacific('2026-11-20T16:30') },
  });
  const codes = move?.kind === 'move' ? move.reason.explanation.reasons.map(({ code }) => code) : [];
  expect(codes).toContain('explain-days-skipped');
});

test('promises that nobody keeps are listed where they run out', () => {
  expect(rowTexts(forecastOf(CURED, FRIDAY), 'promiseDue')).toEqual([
    '2026-11-20T16:45 promiseDue 1',
    '2026-11-20T17:30 promiseDue 1',
    '2026-11-20T20:45 promiseDue 2',
    '2026-11-20T21:30 promiseDue 2',
    '2026-11-23T17:00 promiseDue 3',
    '2026-11-23T18:30 promiseDue 3',
  ]);
});

test('on the uncured plan a customer who is answered is stuck below level 3, and the forecast says why', () => {
  const answered = [
    [1, '2026-11-17T09:40'],
    [2, '2026-11-17T14:00'],
  ] as const;
  const found = forecastOf(UNCURED, { track: SERVICE, openedAt: '2026-11-17T09:00', answered });
  expect(rowTexts(found, 'move')).toEqual(['2026-11-17T13:00 move 2 customer']);
  expect(found.unreached).toEqual([
    { level: 3, actor: 'oversight', causes: [{ code: 'answered', levels: [1, 2] }] },
  ]);
});

test('an answer in the very millisecond in which a step falls due comes too late to stop it', () => {
  const answered = [[1, '2026-11-23T16:30']] as const;
  expect(rowTexts(forecastOf(UNCURED, { ...FRIDAY, answered }), 'move', 'answered')).toEqual([
    '2026-11-20T20:30 move 2 customer',
    '2026-11-23T16:30 move 3 oversight',
    '2026-11-23T16:30 answered 1',
  ]);
});

test('somebody of a level that is not reached yet answers for the highest one that is', () => {
  const rows = forecastOf(CURED, { ...FRIDAY, answered: [[3, '2026-11-20T17:00']] }).rows;
  expect(rows.find(({ kind }) => kind === 'answered')).toMatchObject({ level: 1, by: 3 });
});

test('a move that Ladder makes by itself is marked, and warnings come before it', () => {
  const found = forecastOf(EVERYTHING, { track: 'outage', openedAt: '2026-11-20T16:30' });
  expect(rowTexts(found, 'warning', 'move')).toEqual([
    '2026-11-20T17:30 warning 2 customer',
    '2026-11-20T18:15 warning 2 customer',
    '2026-11-20T18:30 move 2 customer',
    '2026-11-20T22:00 warning 3 oversight',
    '2026-11-20T22:30 move 3 oversight',
  ]);
  expect(found.rows.flatMap((row) => (row.kind === 'move' ? [row.automatic] : []))).toEqual([true, false]);
});

test('the customer’s own choice counts before the step’s mode', () => {
  const course: WrittenCourse = { track: 'outage', openedAt: '2026-11-20T16:30', automatic: false };
  const moves = forecastOf(EVERYTHING, course).rows.flatMap((row) => (row.kind === 'move' ? [row] : []));
  expect(moves.map(({ automatic }) => automatic)).toEqual([false, false]);
});

test('who fills a directory seat for this customer is reached instead of those named otherwise', () => {
  const directory = { 'account-manager': 'mara' };
  expect(forecastOf(CURED, { ...FRIDAY, directory }).rows[0]).toMatchObject({ contacts: ['mara'] });
  expect(forecastOf(CURED, FRIDAY).rows[0]).toMatchObject({ contacts: ['customer-support'] });
});

const at = pacific('2026-11-20T16:30');
const REFUSED = [
  ['a track the plan does not have', { track: 'outages' }, 'forecast-track-unknown'],
  ['a name that every object inherits', { track: 'constructor' }, 'forecast-track-unknown'],
  ['a level the track does not have', { answered: [{ level: 4, at }] }, 'forecast-level-unknown'],
  [
    'an answer before the question',
    { answered: [{ level: 1, at: asInstant(at - 1) }] },
    'forecast-answer-early',
  ],
  [
    'an opening in years no calendar knows',
    { openedAt: pacific('2300-01-01T00:00') },
    'forecast-instant-out-of-range',
  ],
] as const;

test.each(REFUSED)('%s is refused', (_title, change, code) => {
  const { refusal } = forecast(CURED, { track: SERVICE, openedAt: at, answered: [], ...change });
  expect(refusal?.code).toBe(code);
});

test('whenever a case opens and whoever answers, time never runs back and a level is reached once', () => {
  const minutes = fc.integer({ min: 0, max: 30 * 24 * 60 });
  const answers = fc.array(fc.record({ level: fc.integer({ min: 1, max: 3 }), after: minutes }), {
    maxLength: 6,
  });
  const property = fc.property(fc.constantFrom(SERVICE, BILL), minutes, answers, (track, start, given) => {
    const openedAt = asInstant(at + start * 60_000);
    const answered = given.map(({ level, after }) => ({ level, at: asInstant(openedAt + after * 60_000) }));
    const { rows = [], unreached } = forecast(CURED, { track, openedAt, answered }).forecast ?? {};
    expect(rows.every((row, index) => row.at >= (rows[index - 1]?.at ?? openedAt))).toBe(true);
    const reached = rows.flatMap((row) => (row.kind === 'move' || row.kind === 'opened' ? [row.level] : []));
    expect(reached).toEqual([1, 2, 3]);
    expect(unreached).toEqual([]);
  });
  fc.assert(property, { seed: 20_261_120, numRuns: 200 });
});
