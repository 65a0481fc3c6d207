import { describe, expect, test } from 'vitest';
import {
  asks,
  byDesk,
  does,
  historyOf,
  opens,
  pauses,
  proposes,
  responds,
  stateAfter,
} from '../../../test/build/case.ts';
import { revisionWith } from '../../../test/build/revision.ts';
import { type AnswerKind, answerTimes } from './answer-times.ts';
import type { Command } from './command.ts';

const MINUTE_MS = 60_000;
const OPEN = opens('Tue 09:00', { track: 'billing' });

/** What was taken, in minutes: by every clock, and in the hours of the calendar (weekdays 08:00–17:00). */
function minutes(kind: AnswerKind, ...told: readonly Command[]): readonly (number | undefined)[] | undefined {
  const state = stateAfter(...told);
  if (state.status === 'none') throw new Error('there is no case');
  const taken = answerTimes(state, historyOf(...told))[kind];
  return (
    taken && [taken.plainMs / MINUTE_MS, taken.openMs === undefined ? undefined : taken.openMs / MINUTE_MS]
  );
}

describe('the first acknowledgement', () => {
  test('counts from the opening, and a second one changes nothing', () => {
    const first = does('acknowledge', 'Tue 09:20', { by: 'ana' });
    expect(minutes('acknowledged', OPEN, first, does('acknowledge', 'Tue 11:00', { by: 'desk' }))).toEqual([
      20, 20,
    ]);
  });
  test('counts from the stated instant of the opening', () => {
    const stated = opens('Tue 09:00', { track: 'billing', statedAt: 'Tue 08:40' });
    expect(minutes('acknowledged', stated, does('acknowledge', 'Tue 09:20', { by: 'ana' }))).toEqual([
      40, 40,
    ]);
  });
  test('is none as long as nobody has the case', () => {
    expect(minutes('acknowledged', OPEN, responds('Tue 09:20'))).toBeUndefined();
  });
});

describe('the first response', () => {
  test('is timed in plain hours and in open time', () => {
    expect(minutes('responded', OPEN, responds('Wed 10:00'))).toEqual([25 * 60, 10 * 60]);
  });
  test('of a proposed resolution is one too', () => {
    expect(minutes('responded', OPEN, proposes('Tue 10:00'))).toEqual([60, 60]);
  });
  test('is no update, and no acknowledgement', () => {
    const more = [
      does('update', 'Tue 09:10', { by: 'ana' }),
      does('acknowledge', 'Tue 09:20', { by: 'ana' }),
    ];
    expect(minutes('responded', OPEN, ...more)).toBeUndefined();
  });
  test('counts from when its author says only once the customer has confirmed that', () => {
    const stated = responds('Tue 11:00', 'ana', { statedAt: 'Tue 09:30' });
    expect(minutes('responded', OPEN, stated)).toEqual([120, 120]);
    expect(minutes('responded', OPEN, stated, does('confirmResponse', 'Tue 12:00', { response: 0 }))).toEqual(
      [30, 30],
    );
  });
  test('leaves a pause out of the open time alone', () => {
    const resumed = does('resume', 'Tue 11:00', { actor: 'customer', by: 'dana' });
    const revision = revisionWith({
      pauses: { reasons: ['access refused'], longest: '2 business days', calendar: 'business' },
    });
    const open = opens('Tue 09:00', { track: 'billing', revision });
    expect(minutes('responded', open, ...pauses('Tue 09:30'), resumed, responds('Tue 12:00'))).toEqual([
      180, 90,
    ]);
  });
  test('has no open time on a track that counts in no hours', () => {
    const always = { unsatisfiedFor: '4 hours', calendar: 'always', since: 'opened' } as const;
    const silent = { allSilent: [1, 2], for: '4 hours', calendar: 'always' };
    const revision = revisionWith({ service2: { when: always }, service3: { when: silent } });
    expect(minutes('responded', opens('Tue 09:00', { revision }), responds('Tue 09:30'))).toEqual([
      30,
      undefined,
    ]);
  });
  test('stays the first one after a reopening', () => {
    const revision = revisionWith({ reopening: { within: '30 days' } });
    const open = opens('Tue 09:00', { track: 'billing', revision });
    const told = [open, responds('Tue 09:30'), does('satisfied', 'Tue 10:00'), does('reopen', 'Tue 12:00')];
    expect(minutes('responded', ...told, responds('Tue 13:00'))).toEqual([30, 30]);
  });
});

describe('satisfaction', () => {
  const settled = [OPEN, responds('Tue 09:30'), does('satisfied', 'Tue 10:00')];
  test('is timed to the word that closed the case', () => {
    expect(minutes('satisfied', ...settled)).toEqual([60, 60]);
  });
  test('that was undone was never said', () => {
    expect(minutes('satisfied', ...settled, does('undoSatisfied', 'Tue 10:30'))).toBeUndefined();
    const again = [does('undoSatisfied', 'Tue 10:30'), does('satisfied', 'Tue 12:00')];
    expect(minutes('satisfied', ...settled, ...again)).toEqual([180, 180]);
  });
  test('is not what a withdrawal or a closing by oversight says', () => {
    expect(minutes('satisfied', OPEN, does('withdraw', 'Tue 10:00'))).toBeUndefined();
    expect(minutes('satisfied', OPEN, does('close', 'Tue 10:00', { reason: 'duplicate' }))).toBeUndefined();
  });
  test('after a reopening counts to the last word, the time closed left out of the open time', () => {
    const revision = revisionWith({ reopening: { within: '30 days' } });
    const open = opens('Tue 09:00', { track: 'billing', revision });
    const reopened = [open, does('satisfied', 'Tue 10:00'), does('reopen', 'Tue 12:00')];
    expect(minutes('satisfied', ...reopened)).toBeUndefined();
    expect(minutes('satisfied', ...reopened, does('satisfied', 'Tue 13:00'))).toEqual([240, 120]);
  });
});

test('an opening whose stated instant is not upheld counts from when it was received', () => {
  const told = [
    opens('Tue 09:00', { track: 'billing', statedAt: 'Tue 08:00' }),
    does('contestStatedInstant', 'Tue 09:10', { ask: 0 }),
    responds('Tue 10:00'),
    asks('Tue 10:30', byDesk),
  ];
  expect(minutes('responded', ...told)).toEqual([120, 120]);
  const upheld = does('decideStatedInstant', 'Tue 11:00', { ask: 0, upheld: true });
  expect(minutes('responded', ...told, upheld)).toEqual([60, 60]);
});
