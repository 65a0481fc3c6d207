import { readFile } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { type DeadlineOptions, deadline } from './deadline.ts';
import type { Io } from './io.ts';

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function run(options: DeadlineOptions, input: string | readonly string[] = ''): Promise<Ran> {
  const texts = { out: '', err: '' };
  const into = (name: 'out' | 'err'): Writable =>
    new Writable({
      write: (chunk, _encoding, done) => {
        texts[name] += String(chunk);
        done();
      },
    });
  const io: Io = {
    stdin: Readable.from(typeof input === 'string' ? [input] : input, { objectMode: false }),
    stdout: into('out'),
    stderr: into('err'),
    cwd: '.',
    env: {},
    isTerminal: false,
    readText: (path) => readFile(path, 'utf8'),
  };
  return { exit: await deadline(options, io), ...texts };
}

const WEEK = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '17:00']]]),
);
const LINE = {
  timeZone: 'America/Los_Angeles',
  week: WEEK,
  holidays: ['2026-11-26', '2026-11-27'],
  businessDay: 'same-time',
  from: '2026-11-25T16:30-08:00',
  span: '1 business day',
};
const ROUND = { hours: 'always', from: '2026-11-20T16:30-08:00' };

async function answered(line: unknown, options: DeadlineOptions = {}): Promise<unknown> {
  const text = typeof line === 'string' ? line : JSON.stringify(line);
  const { out } = await run({ stdin: true, ...options }, `${text}\n`);
  expect(out.endsWith('\n')).toBe(true);
  return JSON.parse(out);
}

test.each([
  ['a business day over Thanksgiving', {}, '2026-12-01T00:30:00.000Z'],
  ['hours', { span: '4 hours' }, '2026-11-30T19:30:00.000Z'],
  ['a span in ISO form', { span: 'PT1H30M' }, '2026-11-30T17:00:00.000Z'],
  [
    'seconds and milliseconds',
    { from: '2026-11-25T16:30:00.125-08:00', span: '45 seconds' },
    '2026-11-26T00:30:45.125Z',
  ],
  ['calendar days', { span: '2 days' }, '2026-11-28T00:30:00.000Z'],
  ['the close', { businessDay: 'close' }, '2026-12-01T01:00:00.000Z'],
  ['a business day of hours', { businessDay: 'hours', normalDay: '2 hours' }, '2026-11-30T17:30:00.000Z'],
  [
    'an exception that opens a holiday not',
    { exceptions: { '2026-11-26': [['08:00', '12:00']] }, span: '1 hour' },
    '2026-11-30T16:30:00.000Z',
  ],
  [
    'an exception that shortens a day',
    { exceptions: { '2026-11-30': [['08:00', '12:00']] } },
    '2026-11-30T20:00:00.000Z',
  ],
  ['a pause', { pauses: [['2026-11-25T16:45-08:00', '2026-11-30T09:00-08:00']] }, '2026-12-01T16:45:00.000Z'],
  [
    'windows and days as a plan writes them',
    { week: { 'mon-fri': ['08:00-17:00'] } },
    '2026-12-01T00:30:00.000Z',
  ],
  [
    'hours until midnight',
    { week: { wed: [['12:00', '24:00']] }, span: '8 hours' },
    '2026-12-02T20:30:00.000Z',
  ],
  [
    'hours past midnight, into a holiday',
    { week: { wed: [['22:00', '06:00']] }, span: '8 hours' },
    '2026-11-26T14:00:00.000Z',
  ],
  ['a key left out as null', { normalDay: null, pauses: null }, '2026-12-01T00:30:00.000Z'],
])('%s is counted', async (_title, changed, dueAt) => {
  expect(await answered({ ...LINE, ...changed })).toEqual({ dueAt });
});

test('round the clock needs no zone, and no holiday closes it', async () => {
  const answer = { dueAt: '2026-11-21T04:30:00.000Z' };
  expect(await answered({ ...ROUND, span: '4 hours' })).toEqual(answer);
  expect(await answered({ ...ROUND, holidays: ['2026-11-20'], span: '4 hours' })).toEqual(answer);
});

test.each([
  ['open time', {}, 3_600_000],
  ['open time without pauses', { pauses: [['2026-11-20T16:45-08:00', '2026-11-20T16:55-08:00']] }, 3_000_000],
  ['nothing where the end comes first', { until: '2026-11-20T09:00-08:00' }, 0],
])('between two instants %s is measured', async (_title, changed, elapsedMs) => {
  const until = '2026-11-23T08:30-08:00';
  const line = { ...LINE, span: undefined, from: '2026-11-20T16:30-08:00', until, ...changed };
  expect(await answered(line)).toEqual({ elapsedMs });
});

test.each([
  ['no JSON', '{"from":', 'deadline-line-not-json'],
  ['no object', '[1]', 'deadline-line-not-object'],
  ['null', 'null', 'deadline-line-not-object'],
  ['a mistyped key', { ...LINE, bussinessDay: 'close' }, 'deadline-key-unknown'],
  ['a mistyped weekday', { ...LINE, week: { mond: [['08:00', '17:00']] } }, 'deadline-key-unknown'],
  [
    'a key of every object',
    '{"hours":"always","from":"2026-11-20T16:30Z","span":"1 hour","__proto__":{}}',
    'deadline-key-unknown',
  ],
  ['no start', { ...LINE, from: undefined }, 'deadline-key-missing'],
  ['no span and no end', { ...LINE, span: undefined }, 'deadline-key-missing'],
  ['no hours', { ...LINE, week: undefined }, 'deadline-key-missing'],
  ['no zone', { ...LINE, timeZone: undefined }, 'deadline-key-missing'],
  ['no zone for dates', { ...ROUND, span: '1 day' }, 'deadline-key-missing'],
  ['a span and an end', { ...LINE, until: '2026-12-01T00:00Z' }, 'deadline-keys-conflict'],
  ['two kinds of hours', { ...LINE, hours: 'always' }, 'deadline-keys-conflict'],
  ['a local start', { ...LINE, from: '2026-11-25T16:30' }, 'deadline-value-malformed'],
  ['a start that is no date', { ...LINE, from: '2026-02-30T16:30Z' }, 'deadline-value-malformed'],
  ['a start that is a number', { ...LINE, from: 5 }, 'deadline-value-malformed'],
  ['a span of nothing', { ...LINE, span: '0 hours' }, 'deadline-value-malformed'],
  ['a span below nothing', { ...LINE, span: '-4 hours' }, 'deadline-value-malformed'],
  ['a span of another unit', { ...LINE, span: '4 fortnights' }, 'deadline-value-malformed'],
  [
    'a window that begins at midnight of the end',
    { ...LINE, week: { mon: [['24:00', '08:00']] } },
    'deadline-value-malformed',
  ],
  ['a window without an end', { ...LINE, week: { mon: [['08:00']] } }, 'deadline-value-malformed'],
  ['a window at 25:00', { ...LINE, week: { mon: [['08:00', '25:00']] } }, 'deadline-value-malformed'],
  ['another meaning of a business day', { ...LINE, businessDay: 'next' }, 'deadline-value-malformed'],
  ['a normal day of days', { ...LINE, normalDay: '1 business day' }, 'deadline-value-malformed'],
  ['a pause without an end', { ...LINE, pauses: [['2026-11-26T00:00Z', null]] }, 'deadline-value-malformed'],
  ['pauses that are no pairs', { ...LINE, pauses: ['2026-11-26T00:00Z'] }, 'deadline-value-malformed'],
  [
    'a pause that ends first',
    { ...LINE, pauses: [['2026-11-26T00:00Z', '2026-11-25T00:00Z']] },
    'deadline-pause-reversed',
  ],
  ['a start in another age', { ...LINE, from: '1815-06-18T11:00Z' }, 'deadline-instant-out-of-range'],
  [
    'windows that overlap',
    {
      ...LINE,
      week: {
        mon: [
          ['08:00', '12:00'],
          ['11:00', '13:00'],
        ],
      },
    },
    'calendar-windows-overlap',
  ],
  ['a zone that is none', { ...LINE, timeZone: 'Mars/Olympus' }, 'calendar-zone-unknown'],
  ['a holiday that is no date', { ...LINE, holidays: ['2026-02-29'] }, 'calendar-date-malformed'],
  ['business days round the clock', { ...ROUND, span: '1 business day' }, 'calendar-business-day-on-always'],
  [
    'business days without a meaning',
    { ...LINE, businessDay: undefined },
    'calendar-business-day-meaning-missing',
  ],
  [
    'business days of hours and unequal days',
    { ...LINE, businessDay: 'hours', week: { ...WEEK, fri: [['08:00', '12:00']] } },
    'calendar-normal-day-missing',
  ],
  ['a calendar that never opens', { ...LINE, week: {}, span: '1 hour' }, 'deadline-not-found'],
  [
    'one opening, then none',
    { ...LINE, week: {}, exceptions: { '2026-12-01': [['08:00', '09:00']] }, span: '2 hours' },
    'deadline-not-found',
  ],
])('%s is answered by an error that says what to do', async (_title, line, code) => {
  const { error } = (await answered(line)) as { error: { code: string; message: string } };
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/\w.*[.?]$/);
});

test('a bad line is answered in its place and the rest goes on', async () => {
  const lines = [
    JSON.stringify(LINE),
    'nonsense',
    '',
    '  ',
    JSON.stringify({ ...ROUND, span: '1 hour' }),
  ].join('\r\n');
  const { out, exit } = await run({ stdin: true }, lines);
  expect(out.split('\n').map((line) => Object.keys(JSON.parse(line || '{}')))).toEqual([
    ['dueAt'],
    ['error'],
    ['dueAt'],
    [],
  ]);
  expect(exit).toBe(0);
  expect((await run({ stdin: true, strict: true }, lines)).exit).toBe(1);
  expect((await run({ stdin: true, strict: true }, JSON.stringify(LINE))).exit).toBe(0);
});

test('a line may be explained, and past the holiday data it says so', async () => {
  const answer = (await answered({ ...LINE, dataUntil: '2026-11-27' }, { explain: true })) as {
    pastData: boolean;
    reasons: { code: string; text: string }[];
  };
  expect(answer.pastData).toBe(true);
  expect(answer.reasons.map((reason) => reason.code)).toEqual([
    'explain-opened',
    'explain-days-skipped',
    'explain-due',
    'explain-past-data',
  ]);
  expect(answer.reasons[1]?.text).toBe(
    'Thu 26 Nov is a holiday, Fri 27 Nov is a holiday; Sat and Sun are not business days.',
  );
});

const BY_HAND = {
  plan: 'plans/calnet-3-category-9.1.plan.yaml',
  calendar: 'business',
  from: '2026-11-25T16:30',
  span: '1 business day',
};

test('by hand a deadline is counted by a calendar of a plan, from a local time of its zone', async () => {
  expect(await run(BY_HAND)).toEqual({
    exit: 0,
    out: 'Mon 30 Nov 2026, 4:30 pm Pacific (2026-12-01T00:30:00.000Z)\n',
    err: '',
  });
  expect((await run({ ...BY_HAND, json: true })).out).toBe('{"dueAt":"2026-12-01T00:30:00.000Z"}\n');
  expect((await run({ ...BY_HAND, explain: true })).out).toBe(
    'Opened Wed 25 Nov 2026, 4:30 pm Pacific. Thu 26 Nov is Thanksgiving Day, Fri 27 Nov the day after; Sat and Sun are not business days. 1 business day later, same time: Mon 30 Nov, 4:30 pm.\n',
  );
});

test.each([
  ['a time shown twice', '2026-11-01T01:30', 'twice', '2026-11-01T08:30:00.000Z'],
  ['a time never shown', '2026-03-08T02:30', 'skipped', '2026-03-08T10:30:00.000Z'],
])('by hand %s is taken as one instant, and that is said', async (_title, from, word, taken) => {
  const { err } = await run({ ...BY_HAND, from, span: '1 hour' });
  expect(err).toContain(word);
  expect(err).toContain(taken);
});

test.each([
  ['a missing option', { span: undefined }, 2, '"--span" is missing'],
  ['a mistyped calendar', { calendar: 'busines' }, 2, 'Did you mean "business"?'],
  ['a date without a time', { from: '2026-11-25' }, 2, '"--from" cannot be "2026-11-25"'],
  ['business days round the clock', { calendar: 'always' }, 1, 'round the clock'],
])('by hand %s is refused', async (_title, changed, exit, words) => {
  const ran = await run({ ...BY_HAND, ...changed } as DeadlineOptions);
  expect(ran.err).toContain(words);
  expect({ exit: ran.exit, out: ran.out }).toEqual({ exit, out: '' });
});
