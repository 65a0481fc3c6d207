import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readScenario, scenarioOf, type WrittenScenario } from '../../src/core/case/play/scenario.ts';
import { simulate } from '../../src/core/case/play/simulate.ts';
import { formatInstant } from '../../src/core/instant.ts';
import type { Plan } from '../../src/core/plan/format/schema.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { compile } from '../../src/core/plan/revision/compile.ts';

const planOf = (name: string): Plan => parse(readFileSync(`plans/${name}.plan.yaml`, 'utf8')).value;
const cured = planOf('calnet-3-category-9.1');
const uncured = planOf('calnet-3-category-9.1.uncured');

const SERVICE = 'service-impacting';
const BILL = 'bill-or-contract-impacting';

/** The steps that fall due in a case, as step, due instant, and the instant at which it was acted on. */
function dueSteps(plan: Plan, written: WrittenScenario): string[] {
  const { revision } = compile(plan, 1);
  if (!revision) throw new Error('the sample does not compile');
  const read = readScenario(
    JSON.stringify({ customer: 'agency', until: '2026-12-09T00:00-08:00', ...written }),
  );
  expect(read.findings).toEqual([]);
  const made = scenarioOf(read.written, revision);
  if ('problem' in made) throw new Error(JSON.stringify(made.problem));
  const { lines } = simulate(revision, made.scenario);
  expect(lines.filter((line) => 'refused' in line)).toEqual([]);
  return lines.flatMap((line) => {
    if (!('event' in line) || line.event.type !== 'StepFellDue') return [];
    const { step, dueAt, at } = line.event;
    return [`${step} ${dueAt === undefined ? '' : formatInstant(dueAt)} ${formatInstant(at)}`];
  });
}

type Entry = NonNullable<WrittenScenario['then']>[number];
const entry = (at: string, as: string, command: Entry['do'], more: Entry = {}): Entry => ({
  at: `${at}-08:00`,
  as,
  do: command,
  ...more,
});
const moved = (at: string, level: number, as = 'customer') => entry(at, as, 'escalate', { level });
const opened = (track: string, at: string, ...entries: Entry[]): WrittenScenario => ({
  track,
  openedAt: `${at}-08:00`,
  // The format's own key.
  ...Object.fromEntries([['then', entries]]),
});
const down = { engineDown: [['2026-11-20T20:00-08:00', '2026-11-20T21:10-08:00'] as [string, string]] };
const paused = (asked: string, from: string, until: string): Entry[] => [
  entry(asked, 'level-1', 'requestPause', { reason: 'access refused' }),
  entry(from, 'customer', 'consentToPause'),
  entry(until, 'customer', 'resume'),
];

test.each<[string, WrittenScenario]>([
  [
    'nobody answers, and oversight is late',
    opened(
      SERVICE,
      '2026-11-20T16:30',
      moved('2026-11-20T20:31', 2),
      entry('2026-11-23T17:00', 'level-1', 'respond'),
      entry('2026-11-24T09:00', 'customer', 'ask'),
    ),
  ],
  [
    'answered at level 1, silent at level 2',
    opened(
      SERVICE,
      '2026-11-17T09:00',
      entry('2026-11-17T09:40', 'level-1', 'respond'),
      moved('2026-11-17T13:05', 2),
    ),
  ],
  [
    'a proposal that is refused',
    opened(
      SERVICE,
      '2026-11-17T09:00',
      entry('2026-11-17T09:40', 'level-1', 'respond'),
      entry('2026-11-17T12:00', 'level-1', 'proposeResolution', { text: 'new card' }),
      entry('2026-11-17T12:30', 'customer', 'notSatisfied'),
      moved('2026-11-17T13:05', 2),
    ),
  ],
  [
    'a bill, answered by level 2 and asked again',
    opened(
      BILL,
      '2026-11-16T10:00',
      moved('2026-11-17T10:00', 2),
      entry('2026-11-18T09:59:59.999', 'level-2', 'respond'),
      entry('2026-11-18T15:00', 'customer', 'ask'),
    ),
  ],
  ['a late machine', { ...opened(SERVICE, '2026-11-20T16:30', moved('2026-11-20T21:12', 2)), ...down }],
  ['a late machine, automatic', { ...opened(SERVICE, '2026-11-20T16:30'), automatic: true, ...down }],
  [
    'a change of track',
    opened(
      BILL,
      '2026-11-17T09:00',
      entry('2026-11-17T15:00', 'customer', 'changeTrack', { track: SERVICE }),
    ),
  ],
])('what the cured sample adds moves no step: %s', (_case, scenario) => {
  const steps = dueSteps(cured, scenario);
  expect(steps.length).toBeGreaterThan(0);
  expect(steps).toEqual(dueSteps(uncured, scenario));
});

test.each<[string, WrittenScenario]>([
  [
    'by the hour',
    opened(
      SERVICE,
      '2026-11-17T09:00',
      ...paused('2026-11-17T11:05', '2026-11-17T11:10', '2026-11-17T14:10'),
    ),
  ],
  [
    'over a weekend',
    opened(BILL, '2026-11-20T10:00', ...paused('2026-11-20T15:55', '2026-11-20T16:00', '2026-11-23T09:00')),
  ],
  [
    'by satisfaction, and reopened',
    opened(
      SERVICE,
      '2026-11-17T09:00',
      entry('2026-11-17T11:10', 'customer', 'satisfied'),
      entry('2026-11-18T08:00', 'customer', 'reopen'),
    ),
  ],
])('and none with a case that stood still %s', (_case, scenario) => {
  const { pauses, reopening } = cured;
  const bare = { ...uncured, pauses, reopening };
  expect(dueSteps(cured, scenario)).toEqual(dueSteps(bare, scenario));
});

test.each([
  [SERVICE, '2026-11-17T09:00', '2026-11-17T13:05', '2026-11-19T21:05:00.000Z'],
  [BILL, '2026-11-16T10:00', '2026-11-17T10:00', '2026-11-24T18:00:00.000Z'],
])(
  'on %s a customer who is answered but never satisfied reaches level 3 in the cured sample alone',
  (track, open, move, due) => {
    const answered = entry(move.replace(/:\d\d$/, ':59'), 'level-2', 'respond');
    const scenario = opened(track, open, entry(open, 'level-1', 'respond'), moved(move, 2), answered);
    expect(dueSteps(cured, scenario).at(-1)).toBe(`${track}/3 ${due} ${due}`);
    expect(dueSteps(uncured, scenario).filter((step) => step.includes('/3'))).toEqual([]);
  },
);
