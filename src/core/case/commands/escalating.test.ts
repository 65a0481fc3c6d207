import { describe, expect, test } from 'vitest';
import {
  asks,
  byDesk,
  does,
  event,
  fellDue,
  given,
  moves,
  openAfter,
  opens,
  pauses,
  reached,
  responds,
  timePasses,
} from '../../../../test/build/case.ts';
import { type PlanChanges, revisionWith } from '../../../../test/build/revision.ts';

const opened = opens('Tue 09:00');
const opensOn = (changes: PlanChanges, fields = {}) =>
  opens('Tue 09:00', { revision: revisionWith(changes), ...fields });
const due2 = [opened, timePasses('Tue 13:00')];
const due3 = [opened, timePasses('Wed 09:00')];
const oversight = { actor: 'oversight' } as const;
const declines = (at: string, level: number, fields = {}) =>
  does('decline', at, { level, reason: 'A crew is there', ...fields });

describe('a step that is due', () => {
  test('stays due, whatever is answered later', () => {
    const state = openAfter(...due3, responds('Wed 10:00'));
    expect(state.due.map(({ level }) => level)).toEqual([2, 3]);
  });
  test('does not fall due again while it is due', () => {
    given(...due3, responds('Wed 10:00'), asks('Wed 11:00'))
      .when(timePasses('next Fri 09:00'))
      .then();
  });
  test('is taken by its actor, and the level is contacted and asked', () => {
    given(...due2)
      .when(moves('Tue 13:05', 2))
      .then(...reached(2, { step: 'service/2', ask: 1, actor: 'customer', by: 'dana' }));
  });
  test('counts from the move, never from the deadline, where a person takes it', () => {
    given(opened, responds('Tue 09:40'), timePasses('Tue 13:00'))
      .when(moves('Tue 14:30', 2))
      .leaves('step 3 Wed 14:30');
  });
  test('received before it was due is too early, however late it is handled', () => {
    given(opened, responds('Tue 09:40'), timePasses('Tue 13:00'))
      .when(moves('Tue 13:05', 2, { occurredAt: 'Tue 12:59' }))
      .refuses('case-step-too-early', { dueAt: 'Tue 13:00' });
  });
  test('is due no longer once a higher level is contacted', () => {
    const state = openAfter(...due3, moves('Wed 09:10', 3, oversight));
    expect(state.due).toEqual([]);
  });
  test('of a higher level stays due when a lower level is contacted', () => {
    expect(openAfter(...due3, moves('Wed 09:10', 2)).due.map(({ level }) => level)).toEqual([3]);
  });
  test('belongs to its actor alone', () => {
    given(...due3)
      .when(moves('Wed 09:10', 3))
      .refuses('case-step-not-yours', { level: 3, actor: 'oversight' });
  });
  test('is shown with the level it belongs to, wherever the call came from', () => {
    given(...due2)
      .when(moves('Tue 13:05', 2, { ...byDesk, over: 'call' }))
      .then(...reached(2, { actor: 'customer', by: 'desk', onBehalfOf: 'customer', over: 'call' }));
  });
});

describe('declining', () => {
  test('takes the step off the list, with its reason', () => {
    given(...due3)
      .when(declines('Wed 09:10', 3, oversight))
      .then(event('StepDeclined', { step: 'service/3', level: 3, reason: 'A crew is there' }));
    expect(openAfter(...due3, declines('Wed 09:10', 3, oversight)).due).toMatchObject([
      { level: 2, declined: false },
      { level: 3, declined: true },
    ]);
  });
  test('leaves the actor free to take the step after all', () => {
    given(...due3, declines('Wed 09:10', 3, oversight))
      .when(moves('Wed 12:00', 3, oversight))
      .then(...reached(3));
  });
  test('twice is once', () => {
    given(...due3, declines('Wed 09:10', 3, oversight))
      .when(declines('Wed 09:11', 3, oversight))
      .refuses('case-step-not-due', { level: 3 });
  });
  test('needs a reason', () => {
    given(...due2)
      .when(declines('Tue 13:05', 2, { reason: ' ' }))
      .refuses('case-reason-missing', { command: 'decline' });
  });
  test('is for the actor of the step alone', () => {
    given(...due2)
      .when(declines('Tue 13:05', 2, oversight))
      .refuses('case-step-not-yours', { level: 2, actor: 'customer' });
  });
  test('needs a step that is due', () => {
    given(opened).when(declines('Tue 12:00', 2)).refuses('case-step-not-due', { level: 2 });
  });
  test('needs a step there is', () => {
    given(opened)
      .when(declines('Tue 12:00', 7))
      .refuses('case-level-unknown', { level: 7, levels: [1, 2, 3] });
  });
});

describe('levels only rise', () => {
  test('a level contacted already is not reached anew', () => {
    given(opened, moves('Tue 13:00', 2))
      .when(moves('Tue 14:00', 2))
      .refuses('case-level-contacted', { level: 2, highest: 2 });
  });
  test('a level below a contacted one is not reached any more', () => {
    given(...due3, moves('Wed 09:10', 3, oversight))
      .when(moves('Wed 09:11', 2))
      .refuses('case-level-contacted', { level: 2, highest: 3 });
  });
  test('there is no move to a level without a step', () => {
    given(opened).when(moves('Tue 14:00', 4)).refuses('case-level-unknown', { level: 4 });
  });
});

describe('a step that requires another level', () => {
  const required = opensOn({ service3: { requires: [2] } });

  test('is not taken before that level is contacted', () => {
    given(required)
      .when(moves('Wed 10:00', 3, oversight))
      .refuses('case-step-requires-level', { level: 3, missing: [2] });
  });
  test('falls due at the move that meets it where its instant is over by then', () => {
    given(required, timePasses('Tue 13:00'))
      .when(moves('Wed 10:00', 2))
      .then(...reached(2), fellDue(3, 'Wed 10:00', { computed: 'Wed 09:00' }));
  });
});

describe('early', () => {
  const early = opensOn({ service2: { early: { reasons: ['danger to life'] } } });

  test('a move before its time needs one of the reasons of the step, and counts from its own instant', () => {
    given(early, responds('Tue 09:10'))
      .when(moves('Tue 10:00', 2, { reason: 'danger to life' }))
      .then(...reached(2, { early: 'danger to life' }))
      .leaves('step 3 Wed 10:00');
  });
  test('a reason the plan does not name is refused', () => {
    given(early)
      .when(moves('Tue 10:00', 2, { reason: 'in a hurry' }))
      .refuses('case-early-reason-unknown', { reason: 'in a hurry', reasons: ['danger to life'] });
  });
  test('without a reason it is too early', () => {
    given(early).when(moves('Tue 10:00', 2)).refuses('case-step-too-early', { dueAt: 'Tue 13:00' });
  });
  test('a step without reasons is never taken early', () => {
    given(opened)
      .when(moves('Tue 10:00', 2, { reason: 'danger to life' }))
      .refuses('case-step-too-early', { dueAt: 'Tue 13:00' });
  });
  test('a step that is due is not early, whatever reason is given', () => {
    given(early, timePasses('Tue 13:00'))
      .when(moves('Tue 13:05', 2, { reason: 'danger to life' }))
      .then(...reached(2, { early: undefined }));
  });
  test('is for the actor of the step alone', () => {
    given(early)
      .when(moves('Tue 10:00', 2, { reason: 'danger to life', ...oversight }))
      .refuses('case-step-not-yours', { level: 2, actor: 'customer' });
  });
  test('where no clock runs towards a level there is no "from when"', () => {
    given(opened, responds('Tue 09:10'))
      .when(moves('Tue 10:00', 3, oversight))
      .refuses('case-step-clock-still', { level: 3, paused: false });
  });
});

test('a call somebody made is recorded beside the case, and moves nothing', () => {
  given(...due2)
    .when(does('recordCall', 'Tue 13:10', { level: 2, reached: true, statedAt: 'Tue 13:05' }))
    .then(event('CallRecorded', { level: 2, reached: true, statedAt: 'Tue 13:05' }));
  const state = openAfter(...due2, does('recordCall', 'Tue 13:10', { level: 2, reached: true }));
  expect(state.contacted.map(({ level }) => level)).toEqual([1]);
  expect(state.due.map(({ level }) => level)).toEqual([2]);
});

describe('a call that reached nobody', () => {
  const rang = (said: object) => does('recordCall', 'Tue 13:10', { level: 2, reached: false, ...said });
  test.each([
    [{}, 'telephone'],
    [{ telephone: 'mobile' }, 'failure'],
    [{ telephone: 'mobile', failure: 'noAnswer' }, 'contact'],
    [{ contact: 'bo', failure: 'noAnswer' }, 'telephone'],
  ])('says whose number was rung, which, and why: %o', (said, lacking) => {
    given(...due2)
      .when(rang(said))
      .refuses('case-call-incomplete', { lacking });
  });
  test('is recorded with that, of a number that does not stand here without whose it is', () => {
    const whole = { contact: 'bo', telephone: 'mobile', failure: 'notInService' };
    given(...due2)
      .when(rang(whole))
      .then(event('CallRecorded', { level: 2, reached: false, ...whole } as never));
    const other = { telephone: 'other', failure: 'noAnswer' };
    given(...due2)
      .when(rang(other))
      .then(event('CallRecorded', { level: 2, reached: false, ...other } as never));
  });
  test('was to somebody the plan knows, and one that reached them has not failed', () => {
    given(...due2)
      .when(rang({ contact: 'zoe', telephone: 'mobile', failure: 'noAnswer' }))
      .refuses('case-contact-unknown', { contact: 'zoe' });
    given(...due2)
      .when(rang({ reached: true, failure: 'noAnswer' }))
      .refuses('case-call-failure-unfit', { failure: 'noAnswer' });
  });
});

test('a step taken while the case is paused ends the pause', () => {
  const revision = revisionWith({
    pauses: { reasons: ['access refused'], longest: '10 business days', calendar: 'business' },
  });
  given(opens('Tue 09:00', { revision }), timePasses('Tue 13:00'), ...pauses('Tue 14:00'))
    .when(moves('Tue 15:00', 2))
    .then(event('Resumed', { pause: 1, actor: 'customer' }), ...reached(2));
});
