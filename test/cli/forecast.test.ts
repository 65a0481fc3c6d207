import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseXml } from '../render/xml.ts';
import { play, ROOT } from './play.ts';

const CURED = 'plans/calnet-3-category-9.1.plan.yaml';
const UNCURED = 'plans/calnet-3-category-9.1.uncured.plan.yaml';
const MINIMAL = 'plans/minimal.plan.yaml';
const FRIDAY = ['--track', 'service-impacting', '--opened', '2026-11-20T16:30'];

interface Row {
  readonly at: string;
  readonly kind: string;
  readonly level: number;
  readonly text: string;
  readonly contacts?: readonly Readonly<Record<string, string>>[];
  readonly reasons?: readonly { readonly code: string; readonly text: string }[];
}

async function rowsOf(...args: readonly string[]): Promise<readonly Row[]> {
  const { exit, out } = await play(['forecast', ...args, '--json']);
  expect(exit).toBe(0);
  return (JSON.parse(out) as { rows: Row[] }).rows;
}

test('for a person: who may act when, whom to reach by what number, and why then', async () => {
  const { exit, out } = await play(['forecast', CURED, ...FRIDAY]);
  expect(exit).toBe(0);
  expect(out).toContain(
    'Fri 20 Nov, 8:30 pm  The customer may contact level 2 (Solutions Architect) by call or e-mail.',
  );
  expect(out).toContain(
    'Reach  Ines Calloway, Lead Solutions Architect/Contract Program Manager · +1 916-555-0142',
  );
  expect(out).toContain('Why    4 hours round the clock after the opening, unless the customer is satisfied');
  expect(out).toContain('Mon 23 Nov, 4:30 pm  Oversight may contact level 3 (Solutions Manager)');
  expect(out).toContain('Sat and Sun are not business days.');
  expect(out).not.toContain('\u001b');
});

test('for a program: instants in UTC, people with their numbers, reasons with code and text', async () => {
  const rows = await rowsOf(CURED, ...FRIDAY);
  const moves = rows.filter(({ kind }) => kind === 'opened' || kind === 'move');
  expect(moves.map(({ at, level }) => [level, at])).toEqual([
    [1, '2026-11-21T00:30:00.000Z'],
    [2, '2026-11-21T04:30:00.000Z'],
    [3, '2026-11-24T00:30:00.000Z'],
  ]);
  expect(moves[1]).toMatchObject({ actor: 'customer', conditionKind: 'unsatisfied', automatic: false });
  expect(moves[1]?.contacts).toMatchObject([{ id: 'solutions-architect', office: '+1 916-555-0142' }]);
  expect(moves[2]?.reasons?.map(({ code }) => code)).toEqual([
    'forecast-clock',
    'explain-days-skipped',
    'explain-due',
  ]);
  for (const { text } of rows) expect(text).toMatch(/^[A-Z].*\.$/);
});

test('as a picture: one SVG and nothing else', async () => {
  const { exit, out, err } = await play(['forecast', MINIMAL, '--opened', '2026-11-20T16:30', '--svg']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(parseXml(out).name).toBe('svg');
});

test('a time without an offset is on the contract’s clocks, one with an offset is that instant', async () => {
  const local = await play(['forecast', CURED, ...FRIDAY]);
  const zoned = await play([
    'forecast',
    CURED,
    '--track',
    'service-impacting',
    '--opened',
    '2026-11-21T00:30Z',
  ]);
  expect(zoned.out).toBe(local.out);
});

test('a local time that the clocks show twice, or never, is taken and said', async () => {
  const twice = await play(['forecast', MINIMAL, '--opened', '2026-11-01T01:30']);
  expect(twice).toMatchObject({ exit: 0, err: expect.stringContaining('twice') });
  const never = await play(['forecast', MINIMAL, '--opened', '2026-03-08T02:30']);
  expect(never).toMatchObject({ exit: 0, err: expect.stringContaining('skipped') });
});

test('answers are given one by one or several at once, by number or by name of the level', async () => {
  const answers = ['1@2026-11-20T17:00', 'level-2@2026-11-20T21:00'];
  const several = await rowsOf(CURED, ...FRIDAY, '--answered', ...answers);
  const single = await rowsOf(CURED, ...FRIDAY, ...answers.flatMap((answer) => ['--answered', answer]));
  expect(single).toEqual(several);
  expect(several.filter(({ kind }) => kind === 'answered').map(({ level }) => level)).toEqual([1, 2]);
});

test('the uncured plan is forecast with a warning, and its dead end is named', async () => {
  const answered = ['--answered', '1@2026-11-20T17:00', '2@2026-11-20T21:00'];
  const { exit, out, err } = await play(['forecast', UNCURED, ...FRIDAY, ...answered]);
  expect(exit).toBe(0);
  expect(err).toMatch(
    /^ladder: \d+ findings would stop this plan from being published: type "ladder check plans/,
  );
  expect(out).toContain(
    'Level 3 (Solutions Manager) is never reached in this course, so oversight cannot contact it',
  );
  expect(out).toContain('it waits on the silence of level 1 or 2, and there is an answer.');
});

test('a plan with one track needs no name of it, one with several lists them', async () => {
  expect((await play(['forecast', MINIMAL, '--opened', '2026-11-20T16:30'])).exit).toBe(0);
  const { exit, out, err } = await play(['forecast', CURED, '--opened', '2026-11-20T16:30']);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('service-impacting, bill-or-contract-impacting');
});

const MISUSED = [
  [
    'an unknown track',
    ['--track', 'service-impactin', '--opened', '2026-11-20T16:30'],
    'Did you mean "service-impacting"?',
  ],
  ['no instant', ['--track', 'service-impacting'], '--opened'],
  [
    'a date without a time',
    ['--track', 'service-impacting', '--opened', '2026-11-20'],
    '"2026-11-20" is none',
  ],
  ['an unknown level', [...FRIDAY, '--answered', '7@2026-11-20T17:00'], 'Its levels are: 1, 2, 3.'],
  ['an answer without a level', [...FRIDAY, '--answered', '2026-11-20T17:00'], '--answered 1@'],
  ['an answer at no time', [...FRIDAY, '--answered', '1@noon'], '"noon" is none'],
  [
    'an answer before the opening',
    [...FRIDAY, '--answered', '1@2026-11-20T16:00'],
    'before the case is opened',
  ],
  ['years that no calendar knows', ['--track', 'service-impacting', '--opened', '2300-01-01T00:00'], '2200'],
  ['two forms at once', [...FRIDAY, '--json', '--svg'], '--svg'],
] as const;

test.each(MISUSED)('%s is refused, with what was typed or what there is', async (_title, args, says) => {
  const { exit, out, err } = await play(['forecast', CURED, ...args]);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(says);
});

test('a plan whose clocks cannot be counted is refused with its gaps and where to read about them', async () => {
  const { exit, err } = await play(['forecast', '-', '--opened', '2026-11-20T16:30'], {
    stdin: 'ladder: 1\n',
  });
  expect(exit).toBe(1);
  expect(err).toMatch(/contract\.timeZone.*\n {2}.*ladder check/);
});

test('a name in a plan cannot steer the terminal', async () => {
  const stdin = readFileSync(`${ROOT}/${MINIMAL}`, 'utf8').replace(
    'Petra Lindqvist',
    'Petra \u202eLindqvist',
  );
  const { out } = await play(['forecast', '-', '--opened', '2026-11-20T16:30'], { stdin });
  expect(out).toContain('Petra \ufffdLindqvist');
});

test('with rules of notices: whom Ladder would try on Christmas morning, when and by what', async () => {
  const rules = (text: string) =>
    play(['forecast', MINIMAL, '--opened', '2026-12-25T02:10', '--reaching', '-'], { stdin: text });
  const night = `
carriers: [email, call]
people:
  lead: { rules: [{ from: "22:00", until: "06:00", tries: [{ means: call, afterMinutes: 0 }], againMinutes: 10 }] }
`;
  const { exit, out } = await rules(night);
  expect(exit).toBe(0);
  expect(out).toContain('Tries  Fri 25 Dec, 2:10 am: Corin Ashdown, by call\n');
  expect(out).toContain('Fri 25 Dec, 2:20 am: Corin Ashdown, by call\n');
  expect(out).toContain('Fri 25 Dec, 2:25 am: Harbor Lines service desk, by mail\n');
  expect(out).not.toContain('3:10 am: Corin');
  // By day the usual rule counts, and texts are carried by nobody.
  expect(out).toContain('Tries  Fri 25 Dec, 6:10 am: Petra Lindqvist, by mail\n');
  expect(out).not.toContain('by text');
  expect((await rules('{}')).out).toContain('Tries  Fri 25 Dec, 2:10 am: Corin Ashdown, by mail\n');
});

test('an answer ends what is tried, and as JSON each try has its instant, its person and its means', async () => {
  const { out } = await play(
    [
      'forecast',
      MINIMAL,
      '--opened',
      '2026-12-25T02:10',
      '--answered',
      '1@2026-12-25T02:12',
      '--json',
      '--reaching',
      '-',
    ],
    { stdin: '{}' },
  );
  const { rows } = JSON.parse(out) as { rows: { kind: string; tries?: unknown }[] };
  expect(rows.find(({ kind }) => kind === 'opened')?.tries).toEqual([
    { at: '2026-12-25T10:10:00.000Z', id: 'lead', means: ['email'] },
  ]);
  expect(rows.filter(({ kind, tries }) => kind !== 'opened' && kind !== 'move' && tries)).toEqual([]);
});

test.each([
  ['a stranger', 'people: { zoe: {} }', 'people.zoe'],
  ['a zone that is none', 'people: { lead: { timeZone: Nowhere/Land } }', 'people.lead.timeZone'],
  [
    'a first try that comes too late',
    'people: { lead: { rules: [{ tries: [{ means: call, afterMinutes: 11 }] }] } }',
    'The first try would come after 11 minutes.',
  ],
  ['a key that is none', 'persons: {}', 'cannot be read as rules of notices'],
])('rules of notices with %s are refused', async (_, text, why) => {
  const { exit, err } = await play(['forecast', MINIMAL, '--opened', '2026-12-25T02:10', '--reaching', '-'], {
    stdin: text,
  });
  expect([exit, err.includes(why)]).toEqual([2, true]);
});
