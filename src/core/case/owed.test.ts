import { expect, test } from 'vitest';
import {
  does,
  moves,
  on,
  opens,
  pauses,
  proposes,
  responds,
  stateAfter,
  timePasses,
} from '../../../test/build/case.ts';
import { revisionWith } from '../../../test/build/revision.ts';
import type { Command } from './command.ts';
import { type OversightTask, oversightTasks } from './oversight-tasks.ts';
import { owed, owesWord } from './owed.ts';

const revision = revisionWith({
  pauses: { reasons: ['access refused'], longest: '5 business days', calendar: 'business' },
  promises: [
    {
      track: 'service',
      level: 1,
      acknowledgeWithin: '15 minutes',
      respondWithin: '1 hour',
      calendar: 'always',
    },
  ],
  closing: { silentFor: '4 business days', calendar: 'business' },
});
const opened = opens('Tue 09:00', { revision });

const names = (...commands: readonly Command[]): readonly string[] =>
  owed(stateAfter(...commands)).map((one) =>
    one.kind === 'promise' ? one.promise.kind : `${one.isDue ? 'due' : 'coming'} ${one.level} ${one.party}`,
  );

test('what runs is owed, the earliest first', () => {
  expect(names(opened)).toEqual([
    'acknowledgeWithin',
    'respondWithin',
    'coming 2 customer',
    'coming 3 oversight',
  ]);
});

test('a promise that was missed is owed at its instant until it is kept', () => {
  const missed = [opened, timePasses('Tue 10:00')];
  expect(names(...missed)).toContain('respondWithin');
  expect(owed(stateAfter(...missed))[0]?.dueAt).toBe(on('Tue 09:15'));
  expect(names(...missed, responds('Tue 10:30'))).toEqual(['coming 2 customer']);
});

test('what became void at closing is not late once that is undone, and what was missed before still is', () => {
  const undone = [does('satisfied', 'Tue 09:30'), does('undoSatisfied', 'Tue 10:30')];
  expect(names(opened, ...undone)).toEqual(['acknowledgeWithin', 'coming 2 customer', 'coming 3 oversight']);
  expect(owed(stateAfter(opened, ...undone))[0]?.dueAt).toBe(on('Tue 09:15'));
  const early = [does('satisfied', 'Tue 09:05'), does('undoSatisfied', 'Tue 10:30')];
  expect(names(opened, ...early, timePasses('Tue 11:00'))).toEqual([
    'coming 2 customer',
    'coming 3 oversight',
  ]);
});

test('what was dropped with its track is not late when the case is back on it', () => {
  const there = does('changeTrack', 'Tue 09:05', { track: 'billing' });
  const back = does('changeTrack', 'Tue 11:00', { track: 'service' });
  expect(names(opened, there, back, timePasses('Tue 11:30'))).toEqual([
    'coming 2 customer',
    'coming 3 oversight',
  ]);
});

test('a step that is due is owed at its instant until it is taken or declined', () => {
  const due = [opened, responds('Tue 09:10'), timePasses('Tue 13:00')];
  expect(names(...due)).toEqual(['due 2 customer']);
  expect(
    names(...due, does('decline', 'Tue 14:00', { level: 2, reason: 'wait', actor: 'customer' })),
  ).toEqual([]);
  expect(names(...due, moves('Tue 14:00', 2))).toEqual(['coming 3 oversight']);
});

test('nothing is owed in a pause, nor once the case is closed', () => {
  expect(names(opened, ...pauses('Tue 09:05'))).toEqual([]);
  expect(names(opened, does('satisfied', 'Tue 09:05'))).toEqual([]);
});

test('the contractor owes a word until it has proposed something after the last ask', () => {
  expect(owesWord(stateAfter(opened))).toBe(true);
  expect(owesWord(stateAfter(opened, timePasses('Tue 13:00')))).toBe(true);
  expect(owesWord(stateAfter(opened, responds('Tue 09:10')))).toBe(true);
  expect(owesWord(stateAfter(opened, proposes('Tue 09:10')))).toBe(false);
  expect(owesWord(stateAfter(opened, proposes('Tue 09:10'), does('notSatisfied', 'Tue 09:20')))).toBe(true);
  expect(owesWord(stateAfter(opened, ...pauses('Tue 09:05')))).toBe(false);
  expect(owesWord(stateAfter(opened, does('satisfied', 'Tue 09:05')))).toBe(false);
});

const tasks = (...commands: readonly Command[]): readonly OversightTask[] =>
  oversightTasks(stateAfter(...commands));

test('a step of oversight that is due is its task, somebody else’s is not', () => {
  expect(tasks(opened, timePasses('Tue 13:00'))).toEqual([]);
  expect(tasks(opened, timePasses('Wed 09:00'))).toEqual([{ work: 'step', at: on('Wed 09:00'), level: 3 }]);
});

test('a contested pause and a contested instant wait for oversight until it has decided', () => {
  const paused = [opened, ...pauses('Tue 09:05'), does('resume', 'Tue 09:30')];
  const contested = [...paused, does('contestPause', 'Tue 10:00', { pause: 1 })];
  expect(tasks(...paused)).toEqual([]);
  expect(tasks(...contested)).toMatchObject([{ work: 'dispute', at: on('Tue 09:05') }]);
  const decided = does('decidePauseDispute', 'Tue 11:00', { pause: 1, upheld: false });
  expect(tasks(...contested, decided)).toEqual([]);
  const stated = [opens('Tue 09:00', { revision, statedAt: 'Tue 08:00' })];
  const doubted = [...stated, does('contestStatedInstant', 'Tue 09:10', { ask: 0 })];
  expect(tasks(...doubted)).toMatchObject([{ work: 'dispute', at: on('Tue 08:00') }]);
  expect(tasks(...doubted, does('decideStatedInstant', 'Tue 11:00', { ask: 0, upheld: true }))).toEqual([]);
});

test('a case whose customer stays silent after three reminders may be closed, from the instant it may', () => {
  const proposed = [opened, proposes('Tue 09:10')];
  expect(tasks(...proposed, timePasses('Thu 09:10'))).toEqual([]);
  expect(tasks(...proposed, timePasses('Fri 12:00'))).toContainEqual({
    work: 'silent',
    at: on('next Mon 09:10'),
    level: undefined,
  });
});

test('at the top of the ladder oversight sees the case until it is answered', () => {
  const top = [opened, timePasses('Wed 09:00'), moves('Wed 09:30', 3, { actor: 'oversight' })];
  expect(tasks(...top)).toEqual([{ work: 'top', at: on('Wed 09:30'), level: 3 }]);
  expect(tasks(...top, responds('Wed 09:40', 'cy'))).toEqual([]);
});
