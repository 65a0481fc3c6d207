import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { OnCallAnswerer } from '../../src/cli/on-call-line.ts';
import { play } from './play.ts';

const answer = (line: object): unknown => new OnCallAnswerer().answer(JSON.stringify(line));
const ROTA = {
  timeZone: 'Europe/Berlin',
  layers: [{ turns: ['ana', 'bo'], every: '1 week', from: '2026-11-02', handOver: '09:00' }],
};

test('the page on rotas shows what lines are answered with', async () => {
  const page = await readFile(new URL('../../docs/reference/rotas.md', import.meta.url), 'utf8');
  const lines = /```json\n([\s\S]*?)```/.exec(page)?.[1]?.trim().split('\n') ?? [];
  expect(lines.length).toBeGreaterThan(6);
  const answerer = new OnCallAnswerer();
  for (let index = 0; index < lines.length; index += 2)
    expect(answerer.answer(lines[index]!)).toEqual(JSON.parse(lines[index + 1]!));
});

test.each<[string, object, string]>([
  ['no rota', { at: '2026-11-10T00:00Z' }, 'deadline-key-missing'],
  ['no instant', { rota: ROTA }, 'deadline-key-missing'],
  ['half a period', { rota: ROTA, from: '2026-11-10T00:00Z' }, 'deadline-key-missing'],
  [
    'an instant and a period',
    { rota: ROTA, at: '2026-11-10T00:00Z', until: '2026-11-10T00:00Z' },
    'deadline-keys-conflict',
  ],
  ['an instant without an offset', { rota: ROTA, at: '2026-11-10T00:00' }, 'deadline-value-malformed'],
  [
    'an instant beyond the years there are',
    { rota: ROTA, at: '2300-11-10T00:00Z' },
    'deadline-instant-out-of-range',
  ],
  ['a mistyped key', { rota: ROTA, ta: '2026-11-10T00:00Z' }, 'deadline-key-unknown'],
  [
    'a mistyped key of the rota',
    { rota: { ...ROTA, layer: [] }, at: '2026-11-10T00:00Z' },
    'plan-key-unknown',
  ],
  ['no zone', { rota: { layers: ROTA.layers }, at: '2026-11-10T00:00Z' }, 'deadline-key-missing'],
  [
    'a zone there is not',
    { rota: { ...ROTA, timeZone: 'Europe/Berln' }, at: '2026-11-10T00:00Z' },
    'plan-value-misshapen',
  ],
  ['a rota that is a list', { rota: [ROTA], at: '2026-11-10T00:00Z' }, 'plan-value-misshapen'],
  ['no layers', { rota: { timeZone: 'UTC' }, at: '2026-11-10T00:00Z' }, 'rota-empty'],
  [
    'too long a period',
    { rota: ROTA, from: '2000-01-01T00:00Z', until: '2021-01-01T00:00Z' },
    'deadline-period-too-long',
  ],
])('a line with %s is refused', (_, line, code) => {
  expect(answer(line)).toMatchObject({ error: { code } });
});

test('a period with more shifts than a second can cut is refused', () => {
  const hourly = { ...ROTA.layers[0], every: '1 hour', from: '2006-01-01' };
  const line = { from: '2007-01-01T00:00Z', until: '2017-01-01T00:00Z' };
  const alone = answer({ ...line, rota: { ...ROTA, layers: [hourly] } }) as { shifts: readonly object[] };
  expect(alone.shifts.length).toBeGreaterThan(87_000);
  const rota = { ...ROTA, layers: Array.from({ length: 40 }, () => hourly) };
  expect(answer({ ...line, rota })).toMatchObject({ error: { code: 'deadline-period-too-long' } });
});

test('null is a key left out, and a period that ends before it begins has no shifts', () => {
  expect(answer({ rota: { ...ROTA, timeOff: null }, at: '2026-11-10T00:00Z', from: null })).toEqual({
    onCall: ['bo'],
  });
  expect(answer({ rota: ROTA, from: '2026-11-10T00:00Z', until: '2026-11-09T00:00Z' })).toEqual({
    shifts: [],
  });
});

const PLAN = 'plans/everything.plan.yaml';

test('a level of a plan names who is on duty, how to reach them, and until when', async () => {
  const { exit, out } = await play(['on-call', PLAN, '--level', '2', '--at', '2026-12-31T20:00']);
  expect([exit, out]).toEqual([
    0,
    expect.stringContaining('Level 2, Duty Engineer, Thu 31 Dec 2026, 8:00 pm Pacific:'),
  ]);
  expect(out).toContain('Mirela Quill');
  expect(out).toContain('until Thu 31 Dec 2026, 10:00 pm Pacific');
});

test('in quiet hours a deputy is there, until they end', async () => {
  const { out } = await play(['on-call', PLAN, '--level', '2', '--at', '2026-11-04T02:10']);
  expect(out).not.toContain('Anneke Solberg');
  expect(out).toContain('until Wed 4 Nov 2026, 6:00 am Pacific');
});

test('as JSON it is one object', async () => {
  const { out } = await play(['on-call', PLAN, '--level', '2', '--at', '2026-11-04T06:30', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    ...{
      level: 2,
      at: '2026-11-04T14:30:00.000Z',
      onCall: ['second-engineer', 'duty-engineer'],
      otherwise: false,
    },
    people: [{ id: 'second-engineer', name: 'Cato Brightwater' }, {}],
  });
});

test.each([
  ['no plan', ['--level', '1', '--at', '2026-11-04T02:10'], 'PLAN'],
  ['no level', [PLAN, '--at', '2026-11-04T02:10'], '--level'],
  ['no time', [PLAN, '--level', '1'], '--at'],
  ['a level there is not', [PLAN, '--level', '9', '--at', '2026-11-04T02:10'], 'It has levels 1 to 3.'],
  ['a time that is none', [PLAN, '--level', '1', '--at', 'noon'], 'noon'],
])('%s is misuse, and says so', async (_, words, says) => {
  const { exit, err } = await play(['on-call', ...words]);
  expect(exit).toBe(2);
  expect(err).toContain(says);
});
