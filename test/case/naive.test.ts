import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/core/plan/revision/revision.ts';
import { tell } from './naive.ts';
import { whatComes } from './naive-clocks.ts';
import type { Memory } from './naive-state.ts';
import type { Happening } from './naive-telling.ts';
import { command, type Line, on, play, sample, span, step } from './naive-world.ts';

const opened = (at: string, track: 'service' | 'bill', fields = {}): Line => [
  at,
  'customer',
  'open',
  { track, ...fields },
];
const job = (at: string): Line => [at, 'contractor', 'deadlineDue'];
const moves = (at: string, level: number, actor: 'customer' | 'oversight' = 'customer'): Line => [
  at,
  actor,
  'escalate',
  { level },
];
const responds = (at: string, by: string, fields = {}): Line => [
  at,
  'contractor',
  'respond',
  { by, ...fields },
];
const asks = (at: string): Line => [at, 'customer', 'ask'];
const pause = (from: string, until: string): Line[] => [
  [from, 'contractor', 'requestPause', { reason: 'away' }],
  [from, 'customer', 'consentToPause'],
  [until, 'customer', 'resume'],
];

/** Level and instant of every step that fell due. */
const fellDue = ({ news }: { readonly news: readonly Happening[] }) =>
  news
    .filter((one) => one.type === 'StepFellDue')
    .map((one) => [one.level, one.dueAt, one.latenessMs, one.computedDueAt]);
const due = (level: number, at: string, lateMinutes = 0, computed?: string) => [
  level,
  on(at),
  lateMinutes * 60_000,
  computed === undefined ? undefined : on(computed),
];
/** Level and instant of every step that will fall due. */
const willFallDue = ({ memory }: { readonly memory: Memory }) =>
  whatComes(memory).flatMap((one) =>
    one.kind === 'step' ? [[one.deadline.step.level, one.reachedAt * 60_000]] : [],
  );
const typesOf = ({ news }: { readonly news: readonly Happening[] }) => news.map((one) => one.type);

describe('the naive model comes to the instants of the cases worked by hand', () => {
  const nobodyAnswers = [opened('Fri 16:30', 'service'), job('Fri 20:30'), moves('Fri 20:31', 2)];

  test('A: nobody answers', () => {
    const told = play([
      ...nobodyAnswers,
      job('Mon2 16:30'),
      moves('Mon2 16:45', 3, 'oversight'),
      responds('Mon2 17:10', 'three'),
      ['Mon2 18:00', 'customer', 'satisfied'],
    ]);
    expect(fellDue(told)).toEqual([due(2, 'Fri 20:30'), due(3, 'Mon2 16:30')]);
    expect(whatComes(told.memory)).toEqual([]);
  });

  test('B: answered, not satisfied', () => {
    const told = play([opened('Tue 09:00', 'service'), responds('Tue 09:40', 'one'), moves('Tue 13:05', 2)]);
    expect(fellDue(told)).toEqual([due(2, 'Tue 13:00', 5)]);
    expect(willFallDue(told)).toEqual([[3, on('Wed 13:05')]]);
  });

  test('C: a proposal refused', () => {
    const told = play([
      opened('Tue 09:00', 'service'),
      responds('Tue 09:40', 'one'),
      ['Tue 12:00', 'contractor', 'proposeResolution', { by: 'one' }],
      ['Tue 12:30', 'customer', 'notSatisfied'],
      moves('Tue 13:05', 2),
    ]);
    expect(fellDue(told)).toEqual([due(2, 'Tue 13:00', 5)]);
    expect(willFallDue(told)).toEqual([[3, on('Wed 12:30')]]);
  });

  test('D: a response just before', () => {
    const told = play([
      opened('Mon 10:00', 'bill'),
      moves('Tue 10:00', 2),
      responds('Wed 09:59', 'two'),
      job('Wed 10:00'),
      asks('Wed 15:00'),
    ]);
    expect(fellDue(told)).toEqual([due(2, 'Tue 10:00')]);
    expect(typesOf(told).slice(2, 4)).toEqual(['StepFellDue', 'Escalated']);
    expect(willFallDue(told)).toEqual([[3, on('Fri 15:00')]]);
  });

  test('E: a late machine moves nothing', () => {
    const told = play([
      opened('Fri 16:30', 'service'),
      ['Fri 21:10', 'contractor', 'respond', { by: 'one', occurredAt: on('Fri 20:40') }],
      job('Fri 21:10'),
    ]);
    expect(fellDue(told)).toEqual([due(2, 'Fri 20:30', 40)]);
    expect(typesOf(told)).not.toContain('StepWithdrawn');
    const silent = play([opened('Fri 16:30', 'service'), job('Fri 21:10'), moves('Fri 21:11', 2)]);
    expect(willFallDue(silent)).toEqual([[3, on('Mon2 16:30')]]);
  });

  test('F: automatic', () => {
    const told = play([opened('Fri 16:30', 'service', { automatic: true }), job('Fri 21:10')]);
    const moved = told.news.find((one) => one.type === 'Escalated');
    expect(moved).toMatchObject({ level: 2, automatic: true, occurredAt: on('Fri 20:30') });
    expect(willFallDue(told)).toEqual([[3, on('Mon2 16:30')]]);
  });

  test('G: a pause', () => {
    const service = play([opened('Tue 09:00', 'service'), ...pause('Tue 11:10', 'Tue 14:10')]);
    expect(willFallDue(service)).toContainEqual([2, on('Tue 16:00')]);
    const lines: Line[] = [opened('Fri 10:00', 'bill'), ...pause('Fri 16:00', 'Mon2 09:00')];
    expect(willFallDue(play(lines))).toContainEqual([2, on('Mon2 12:00')]);
    const contested = play([
      ...lines,
      ['Mon2 10:30', 'customer', 'contestPause', { pause: 1 }],
      ['Mon2 11:00', 'oversight', 'decidePauseDispute', { pause: 1, upheld: true }],
    ]);
    expect(fellDue(contested)).toEqual([due(2, 'Mon2 11:00', 0, 'Mon2 10:00')]);
  });

  test('H: a dead end has no deadline', () => {
    const told = play([
      opened('Tue 09:00', 'service'),
      moves('Tue 13:00', 2),
      responds('Tue 13:10', 'one'),
      responds('Tue 13:20', 'two'),
    ]);
    expect(whatComes(told.memory)).toEqual([]);
  });

  test('I: still due', () => {
    const told = play([
      ...nobodyAnswers,
      job('Mon2 16:30'),
      responds('Mon2 17:00', 'one'),
      asks('Tue2 09:00'),
      job('Wed2 09:00'),
    ]);
    expect(fellDue(told)).toEqual([due(2, 'Fri 20:30'), due(3, 'Mon2 16:30')]);
    expect(told.memory.due.map((one) => one.level)).toEqual([3]);
  });

  test('J: reopened', () => {
    const told = play([
      opened('Tue 09:00', 'service'),
      ['Tue 11:10', 'customer', 'satisfied'],
      ['Wed 08:00', 'customer', 'reopen'],
    ]);
    expect(willFallDue(told)).toEqual([
      [2, on('Wed 09:50')],
      [3, on('Thu 08:00')],
    ]);
  });

  test('K: the track changed', () => {
    const told = play([
      opened('Tue 09:00', 'bill'),
      ['Tue 15:00', 'customer', 'changeTrack', { track: 'service' }],
    ]);
    expect(fellDue(told)).toEqual([due(2, 'Tue 15:00', 0, 'Tue 13:00')]);
  });

  test('L: an early mail', () => {
    const early: Line = ['Tue 13:05', 'contractor', 'respond', { by: 'one', occurredAt: on('Tue 12:59') }];
    const lines: Line[] = [opened('Tue 09:00', 'service'), job('Tue 13:00'), early];
    expect(play(lines).memory.due.map((one) => one.level)).toEqual([2]);
    const silence: Condition = { kind: 'allSilent', levels: [1], span: span('4 hours'), calendar: 'always' };
    const service = {
      ...sample.tracks.service!,
      steps: [step(1, 'customer', []), step(2, 'customer', [silence])],
    };
    const silent = { ...sample, tracks: { service } };
    expect(typesOf(play(lines, silent))).toContain('StepWithdrawn');
    const moved = [lines[0]!, moves('Tue 13:00', 2), early];
    expect(typesOf(play(moved, silent))).not.toContain('StepWithdrawn');
  });
});

test('the naive model refuses what comes too early, from the wrong party, or to a closed case', () => {
  const { memory } = play([opened('Tue 09:00', 'service')]);
  const refused: Line[] = [
    moves('Tue 12:59', 2),
    moves('Tue 13:00', 2, 'oversight'),
    moves('Tue 13:00', 3, 'oversight'),
    ['Tue 10:00', 'contractor', 'satisfied'],
    ['Tue 10:00', 'customer', 'satisfied', { onBehalfOf: 'customer' }],
    ['Tue 10:00', 'customer', 'consentToPause'],
    ['Tue 10:00', 'customer', 'reopen'],
  ];
  expect(refused.map((line) => tell(memory, command(line)).verdict)).toEqual(refused.map(() => 'refused'));
});
