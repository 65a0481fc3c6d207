import { describe, expect, test } from 'vitest';
import {
  asks,
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
import { caseSentences } from '../message/case.ts';
import { catalogue } from '../message/catalogue.ts';
import type { Command } from './command.ts';
import { WAITING_KINDS, waitingFor } from './waiting-for.ts';

const offered = { reasons: ['access refused'], longest: '5 business days', calendar: 'business' };
const revision = revisionWith({ pauses: offered });
const opened = opens('Tue 09:00', { revision });
const due = [opened, timePasses('Tue 13:00')];
const oversight = { actor: 'oversight' } as const;

/** One row for each thing a case can wait for. */
const ROWS: readonly (readonly [string, readonly Command[], object])[] = [
  ['no case waits for its opening', [], { kind: 'opening', party: 'customer' }],
  [
    'an open case waits for an answer of the contractor',
    [opened],
    { kind: 'answer', party: 'contractor', level: 1, since: on('Tue 09:00') },
  ],
  [
    'a step that is due waits for the move of its actor',
    due,
    { kind: 'move', party: 'customer', level: 2, since: on('Tue 13:00') },
  ],
  [
    "a proposal waits for the customer's verdict",
    [opened, proposes('Tue 09:40')],
    { kind: 'verdict', party: 'customer' },
  ],
  [
    'an answered case waits for the contractor to settle it',
    [opened, responds('Tue 09:40')],
    { kind: 'settlement', party: 'contractor', since: on('Tue 09:40') },
  ],
  [
    'a paused case waits to go on',
    [opened, ...pauses('Tue 11:00')],
    { kind: 'resumption', since: on('Tue 11:00') },
  ],
  [
    'a closed case waits for nothing',
    [opened, does('satisfied', 'Tue 10:00')],
    { kind: 'nothing', party: undefined },
  ],
];

test.each(ROWS)('%s', (_, commands, expected) => {
  expect(waitingFor(stateAfter(...commands))).toMatchObject(expected);
});

test('these are all the things a case waits for', () => {
  const kinds = ROWS.map(([, commands]) => waitingFor(stateAfter(...commands)).kind);
  expect(kinds.sort()).toEqual([...WAITING_KINDS].sort());
});

test.each(ROWS)('%s, and one sentence says so', (_, commands) => {
  const { waiting } = caseSentences(catalogue('en').case, revision);
  const sentence = waiting(waitingFor(stateAfter(...commands)));
  expect(sentence).toMatch(/^[A-Z].+\.$/);
  expect(sentence).not.toMatch(/undefined|NaN|\[object/);
});

describe('beside what it waits for, a case says', () => {
  test('which level comes next, from when, and by whom', () => {
    expect(waitingFor(stateAfter(opened)).next).toEqual({
      ...{ level: 2, dueAt: on('Tue 13:00'), actor: 'customer' },
    });
  });
  test('every step that is due, for all may be taken', () => {
    expect(waitingFor(stateAfter(opened, timePasses('Wed 09:00'))).due).toMatchObject([
      { level: 2, actor: 'customer' },
      { level: 3, actor: 'oversight' },
    ]);
  });
  test('nothing of a step that was declined', () => {
    const declined = does('decline', 'Tue 13:10', { level: 2, reason: 'A crew is there' });
    expect(waitingFor(stateAfter(...due, declined))).toMatchObject({ kind: 'answer', due: [] });
  });
  test('that the contractor asks for a pause', () => {
    const asked = does('requestPause', 'Tue 10:00', { reason: 'access refused' });
    expect(waitingFor(stateAfter(opened)).pauseAsked).toBe(false);
    expect(waitingFor(stateAfter(opened, asked)).pauseAsked).toBe(true);
  });
  test('that nothing is left above', () => {
    const top = [opened, timePasses('Wed 09:00'), moves('Wed 09:10', 3, oversight)];
    expect(waitingFor(stateAfter(opened)).atTop).toBe(false);
    expect(waitingFor(stateAfter(...top))).toMatchObject({
      kind: 'answer',
      level: 3,
      atTop: true,
      next: undefined,
    });
  });
});

test('an ask that no level has answered counts from when it was asked, not from when it was asked again', () => {
  expect(waitingFor(stateAfter(opened, asks('Tue 10:00'))).since).toBe(on('Tue 09:00'));
});
