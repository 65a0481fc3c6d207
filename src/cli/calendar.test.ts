import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CalendarOptions, calendar } from './calendar.ts';
import { suggestCalendar } from './calendar-suggest.ts';
import type { Io } from './io.ts';

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type Command = (words: readonly string[], options: CalendarOptions, io: Io) => Promise<number>;

async function answer(
  command: Command,
  words: readonly string[],
  options: CalendarOptions = {},
): Promise<Answer> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const readText = () => Promise.reject(new Error('no file is read'));
  const code = await command(words, options, {
    stdin,
    stdout,
    stderr,
    cwd: '/',
    env: {},
    isTerminal: false,
    readText,
  });
  return { code, out: await said(stdout), err: await said(stderr) };
}

const said = (stream: PassThrough): Promise<string> => text(stream.end());

test('closed dates come as date, name and source, both years included', async () => {
  const { code, out, err } = await answer(calendar, ['us-ca-state-offices'], {
    from: '2019',
    to: '2027',
    json: true,
  });
  const entries: { date: string }[] = JSON.parse(out);
  expect([code, err]).toEqual([0, '']);
  expect(Object.keys(entries[0] ?? {})).toEqual(['date', 'name', 'source']);
  expect(entries[0]?.date).toBe('2019-01-01');
  expect(entries.at(-1)?.date).toBe('2027-12-25');
  expect(entries.map(({ date }) => date)).toContain('2023-11-10');
});

test('no other date stands in the answer than the closed ones', async () => {
  for (const json of [true, false]) {
    const { out } = await answer(calendar, ['us-ca-gov-code-6700'], { json });
    const dates = out.match(/\d{4}-\d\d-\d\d/g) ?? [];
    expect(dates).toHaveLength(out.split('\n').filter((line) => line.includes('§')).length);
    expect(dates).toEqual([...dates].sort());
  }
});

test('dates may be asked for by the day', async () => {
  const { out } = await answer(calendar, ['us-federal'], { from: '2026-07-03', to: '2026-09-07' });
  expect(out).toBe(
    '2026-07-03  Independence Day (observed)  5 U.S.C. § 6103(a), § 6103(b)(1)\n' +
      '2026-09-07  Labor Day                    5 U.S.C. § 6103(a)\n',
  );
});

test('a range without a closed date says so beside the empty answer', async () => {
  const asked = { from: '2026-08-01', to: '2026-08-31' };
  expect(await answer(calendar, ['us-federal'], asked)).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringContaining('2026-08-31'),
  });
  expect(await answer(calendar, ['us-federal'], { ...asked, json: true })).toMatchObject({
    out: '[]\n',
    err: '',
  });
});

test('without a name the calendars are listed', async () => {
  const { code, out } = await answer(calendar, []);
  expect(code).toBe(0);
  expect(out.split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/^us-ca-state-offices .*2015 to 2035$/),
    expect.stringMatching(/^us-ca-gov-code-6700 /),
    expect.stringMatching(/^us-federal /),
  ]);
  expect(JSON.parse((await answer(calendar, [], { json: true })).out)).toHaveLength(3);
});

test.each([
  ['an unknown name', ['us-ca-state-ofices'], {}, 2, 'Did you mean "us-ca-state-offices"?'],
  ['dates without a name', [], { from: '2026' }, 2, 'us-federal'],
  ['what is no date', ['us-federal'], { from: 'soon' }, 2, '2026-11-26'],
  ['a date that does not exist', ['us-federal'], { to: '2026-02-30' }, 2, '"--to"'],
  ['a year before the data', ['us-federal'], { from: '2014' }, 1, '2015-01-01 to 2035-12-31'],
  ['a year after the data', ['us-federal'], { to: '2036' }, 1, '2035'],
  ['a start after the data', ['us-federal'], { from: '2040' }, 1, '2040'],
  ['an end before the data', ['us-federal'], { to: '1999' }, 1, '1999'],
  ['an end before the start', ['us-federal'], { from: '2027', to: '2026' }, 2, '2026-12-31'],
] as const)('%s is refused', async (_what, words, options, code, says) => {
  const refused = await answer(calendar, words, options);
  expect(refused).toMatchObject({ code, out: '' });
  expect(refused.err).toContain(says);
  expect(refused.err).toMatch(/^ladder: .+\n {2}.+\n$/);
});

test('a suggestion is plan lines under a heading that asks for a person', async () => {
  const { code, out } = await answer(suggestCalendar, ['de-by'], { from: '2026', to: '2027' });
  expect(code).toBe(0);
  expect(out).toMatch(/^# .*DE-BY, 2026 to 2027/);
  expect(out).toMatch(/# .*[Aa] person must read/);
  const lines: { date: string; name: string }[] = parse(out);
  expect(lines).toContainEqual({ date: '2026-01-06', name: 'Epiphany' });
  expect(lines.every(({ date }) => date.startsWith('2026') || date.startsWith('2027'))).toBe(true);
  expect(out).toMatch(/date: 2026-12-24, name: "Christmas Eve" } # bank holiday, not for whole days/);
});

test('a holiday of several days is a line each', async () => {
  const { out } = await answer(suggestCalendar, ['SA'], { from: '2026', to: '2026' });
  const dates = out.match(/^- .*Eid al-Adha.*$/gm) ?? [];
  expect(dates).toHaveLength(4);
});

test.each([
  ['a country by its name', ['Germny'], 'Did you mean "DE"?'],
  ['letters that are no country', ['ZZ'], 'two letters'],
  ['a part that is none', ['DE-XX'], 'DE-BY'],
  ['a part of a part that is none', ['US-LA-XX'], 'US-LA-NO'],
  ['a country without parts', ['VA-XX'], 'calendar suggest VA'],
])('%s is no region, and the refusal says what to type', async (_what, words, says) => {
  const refused = await answer(suggestCalendar, words);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain(says);
});

test('years that no library knows are refused', async () => {
  expect(await answer(suggestCalendar, ['US'], { from: '1800' })).toMatchObject({ code: 1, out: '' });
});
