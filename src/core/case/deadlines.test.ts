import { describe, expect, test } from 'vitest';
import {
  ahead,
  asks,
  does,
  given,
  moves,
  openAfter,
  opens,
  proposes,
  reached,
  responds,
  stateAfter,
  timePasses,
} from '../../../test/build/case.ts';
import { type PlanChanges, revisionWith } from '../../../test/build/revision.ts';
import type { Command } from './command.ts';

const opened = opens('Tue 09:00');
const at2 = [opened, moves('Tue 13:00', 2)];
const opensOn = (changes: PlanChanges) => opens('Tue 09:00', { revision: revisionWith(changes) });

/** The deadlines of steps, with all other deadlines left out. */
const steps = (...told: readonly Command[]) =>
  ahead(stateAfter(...told)).filter((one) => one.startsWith('step'));
const step3 = (...told: readonly Command[]) => steps(...told).filter((one) => one.startsWith('step 3'));

describe('the response clock of allSilent', () => {
  test('runs on the asks to the contacted ones of its levels alone', () => {
    expect(step3(opened)).toEqual(['step 3 Wed 09:00']);
  });
  test('a level not yet contacted has not been asked, and does not hold the clock back', () => {
    expect(step3(opened, responds('Tue 09:30'))).toEqual([]);
  });
  test('a response by any of its levels stops it', () => {
    expect(step3(...at2, responds('Tue 14:00', 'ana'))).toEqual([]);
    expect(step3(...at2, responds('Tue 14:00', 'bo'))).toEqual([]);
  });
  test('a move while nobody has answered leaves it where it was', () => {
    expect(step3(...at2)).toEqual(['step 3 Wed 09:00']);
  });
  test('a move after a response starts it', () => {
    expect(step3(opened, responds('Tue 09:40'), moves('Tue 13:05', 2))).toEqual(['step 3 Wed 13:05']);
  });
  test('asking again while unanswered moves nothing', () => {
    expect(step3(opened, asks('Tue 10:00'))).toEqual(['step 3 Wed 09:00']);
  });
  test('asking again after a response starts it anew', () => {
    expect(step3(opened, responds('Tue 09:40'), asks('Tue 10:00'))).toEqual(['step 3 Wed 10:00']);
  });
  test('not satisfied is an ask', () => {
    expect(step3(opened, proposes('Tue 09:40'), does('notSatisfied', 'Tue 10:00'))).toEqual([
      'step 3 Wed 10:00',
    ]);
  });
  test('a proposal is a response', () => {
    expect(step3(opened, proposes('Tue 09:40'))).toEqual([]);
  });
  test('a response by a level that is not one of its own does not stop it', () => {
    const silent = { allSilent: [1], for: '1 business day', calendar: 'business' };
    const onlyFirst = [opensOn({ service3: { when: silent } }), moves('Tue 13:00', 2)];
    expect(step3(...onlyFirst, responds('Tue 14:00', 'bo'))).toEqual(['step 3 Wed 09:00']);
    expect(step3(...onlyFirst, responds('Tue 14:00', 'ana'))).toEqual([]);
  });
  test('asking again asks every level contacted so far', () => {
    const silent = { allSilent: [1], for: '1 business day', calendar: 'business' };
    const onlyFirst = [opensOn({ service3: { when: silent } }), moves('Tue 13:00', 2)];
    expect(step3(...onlyFirst, responds('Tue 14:00', 'ana'), asks('Tue 15:00'))).toEqual([
      'step 3 Wed 15:00',
    ]);
  });
  test('a move asks the level reached only', () => {
    const silent = { allSilent: [1], for: '1 business day', calendar: 'business' };
    const onlyFirst = opensOn({ service3: { when: silent } });
    expect(step3(onlyFirst, responds('Tue 12:00', 'ana'), moves('Tue 13:00', 2))).toEqual([]);
  });
  test('a response in the millisecond of the ask follows it where it was handled after it', () => {
    expect(step3(opened, responds('Tue 09:40'), asks('Tue 10:00'), responds('Tue 10:00'))).toEqual([]);
  });
  test('a response in the millisecond of the ask that was handled before it leaves it unanswered', () => {
    expect(step3(opened, responds('Tue 10:00'), asks('Tue 10:00'))).toEqual(['step 3 Wed 10:00']);
  });
  test('a response received before the ask and handled after it leaves it unanswered', () => {
    const mail = responds('Tue 10:30', 'ana', { occurredAt: 'Tue 09:50' });
    expect(step3(opened, responds('Tue 09:40'), asks('Tue 10:00'), mail)).toEqual(['step 3 Wed 10:00']);
  });
});

describe('the response clock of anySilent', () => {
  const any = opensOn({
    service3: { when: { anySilent: [1, 2], for: '1 business day', calendar: 'business' } },
  });

  test('counts from the earliest ask that its level has not answered itself', () => {
    expect(step3(any, moves('Tue 13:00', 2))).toEqual(['step 3 Wed 09:00']);
  });
  test('a response by another of its levels does not stop it', () => {
    expect(step3(any, moves('Tue 13:00', 2), responds('Tue 14:00', 'bo'))).toEqual(['step 3 Wed 09:00']);
    expect(step3(any, moves('Tue 13:00', 2), responds('Tue 14:00', 'ana'))).toEqual(['step 3 Wed 13:00']);
  });
  test('stops when every contacted one of its levels has answered', () => {
    expect(
      step3(any, moves('Tue 13:00', 2), responds('Tue 14:00', 'bo'), responds('Tue 15:00', 'ana')),
    ).toEqual([]);
  });
  test('a level not yet contacted never counts as silent', () => {
    expect(step3(any, responds('Tue 09:30'))).toEqual([]);
  });
});

test.each<[string, Command]>([
  ['an acknowledgement', does('acknowledge', 'Tue 09:30')],
  ['a note', does('addNote', 'Tue 09:30', { actor: 'contractor', text: 'On it' })],
  ['a file', does('attach', 'Tue 09:30', { actor: 'contractor', file: 'photo' })],
  ['a hand-over', does('handOver', 'Tue 09:30', { to: 'bo' })],
  ['news', does('update', 'Tue 09:30', { text: 'Still looking' })],
  ['a call', does('recordCall', 'Tue 09:30', { level: 1, reached: true, actor: 'contractor' })],
  [
    'a receipt',
    does('deliveryResult', 'Tue 09:30', {
      ...{ delivery: 'd1', contact: 'ana', level: 1, means: 'email', result: 'delivered' },
      actor: 'contractor',
    }),
  ],
])('%s is never a response', (_, command) => {
  const before = openAfter(opened);
  const after = openAfter(opened, command);
  expect(ahead(after)).toEqual(ahead(before));
  expect(after.asks).toEqual(before.asks);
});

describe('the satisfaction clock', () => {
  test.each<[string, Command]>([
    ['a response', responds('Tue 09:40')],
    ['a proposal', proposes('Tue 09:40')],
    ['an acknowledgement', does('acknowledge', 'Tue 09:40')],
    ['news', does('update', 'Tue 09:40')],
    ['a hand-over', does('handOver', 'Tue 09:40', { to: 'bo' })],

    ['an ask', asks('Tue 09:40')],
  ])('%s does not stop it', (_, command) => {
    expect(steps(opened, command)).toContain('step 2 Tue 13:00');
  });
  test('the satisfaction of the customer stops it', () => {
    expect(ahead(stateAfter(opened, does('satisfied', 'Tue 10:00')))).toEqual([]);
  });

  const below = { unsatisfiedFor: '4 hours', calendar: 'always', since: 'levelBelow' } as const;

  test('since the level below does not run before that level is contacted', () => {
    expect(step3(opensOn({ service3: { when: below } }))).toEqual([]);
  });
  test('since the level below counts from its contact', () => {
    expect(step3(opensOn({ service3: { when: below } }), moves('Tue 14:00', 2))).toEqual([
      'step 3 Tue 18:00',
    ]);
  });
  test('since the level below counts from the instant stated for that move', () => {
    const stated = moves('Tue 14:00', 2, { statedAt: 'Tue 13:30' });
    expect(step3(opensOn({ service3: { when: below } }), stated)).toEqual(['step 3 Tue 17:30']);
  });
  test('the level below is the next lower one that has a step on the track', () => {
    const steps13 = {
      service: {
        steps: [
          { level: 1, actor: 'customer' as const },
          { level: 3, actor: 'customer' as const, when: below },
        ],
      },
    };
    expect(step3(opensOn({ tracks: steps13 }))).toEqual(['step 3 Tue 13:00']);
  });
});

test('a move to a level passes the steps below it, which are due no longer', () => {
  given(opened, timePasses('Wed 09:00'))
    .when(moves('Wed 09:05', 3, { actor: 'oversight' }))
    .then(...reached(3))
    .leaves();
});
