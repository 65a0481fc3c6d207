import { describe, expect, test } from 'vitest';
import {
  ahead,
  asks,
  does,
  event,
  given,
  historyOf,
  moves,
  opens,
  pauses,
  proposes,
  responds,
  stateAfter,
  timePasses,
} from '../../../test/build/case.ts';
import { type PlanChanges, revisionWith } from '../../../test/build/revision.ts';
import type { Command } from './command.ts';

type Promised = 'acknowledgeWithin' | 'respondWithin' | 'updateEvery' | 'longestAtLevel';

const promise = (kind: Promised, span: string, level = 1) => ({
  ...{ track: 'service', level, calendar: 'always' },
  [kind]: span,
});
const opensOn = (kind: Promised, span: string, changes: PlanChanges = {}) =>
  opens('Tue 09:00', { revision: revisionWith({ promises: [promise(kind, span)], ...changes }) });
/** The promises that run, and until when. */
const running = (...told: readonly Command[]) =>
  ahead(stateAfter(...told)).filter((one) => one.startsWith('promise'));
/** How promises ended, in order. */
const ends = (...told: readonly Command[]) =>
  historyOf(...told).flatMap((one) => (/^Promise/.test(one.type) ? [one.type] : []));
const acknowledges = (at: string, by = 'ana') => does('acknowledge', at, { by });

describe('to acknowledge', () => {
  const opened = opensOn('acknowledgeWithin', '15 minutes');

  test('runs from the first unanswered ask to the level', () => {
    expect(running(opened)).toEqual(['promise service/1/acknowledgeWithin Tue 09:15']);
    expect(running(opened, asks('Tue 09:05'))).toEqual(['promise service/1/acknowledgeWithin Tue 09:15']);
  });
  test.each([acknowledges('Tue 09:10'), responds('Tue 09:10'), proposes('Tue 09:10')])(
    'is kept by "$type"',
    (command) => {
      given(opened)
        .when(command)
        .brings(event('PromiseKept', { promise: 'service/1/acknowledgeWithin', level: 1, start: 0 }));
      expect(running(opened, command)).toEqual([]);
    },
  );
  test('is not kept by news', () => {
    expect(ends(opened, does('update', 'Tue 09:10'))).toEqual([]);
  });
  test('is missed at its instant, with the lateness of the machine', () => {
    given(opened)
      .when(acknowledges('Tue 09:20'))
      .then(event('PromiseMissed', { dueAt: 'Tue 09:15', latenessMs: 300_000 }), event('Acknowledged'));
  });
  test('is missed by a word in the millisecond of its instant', () => {
    expect(ends(opened, acknowledges('Tue 09:15'))).toEqual(['PromiseMissed']);
  });
  test('runs anew from an ask that follows', () => {
    expect(running(opened, acknowledges('Tue 09:10'), asks('Tue 10:00'))).toEqual([
      'promise service/1/acknowledgeWithin Tue 10:15',
    ]);
  });
  test('of another level is not kept by this one', () => {
    const both = [promise('acknowledgeWithin', '15 minutes', 2)];
    const at2 = [opens('Tue 09:00', { revision: revisionWith({ promises: both }) }), moves('Tue 13:00', 2)];
    expect(ends(...at2, acknowledges('Tue 13:05', 'ana'))).toEqual([]);
    expect(ends(...at2, acknowledges('Tue 13:05', 'bo'))).toEqual(['PromiseKept']);
  });
  test('of a level that is not contacted does not run', () => {
    const revision = revisionWith({ promises: [promise('acknowledgeWithin', '15 minutes', 2)] });
    expect(running(opens('Tue 09:00', { revision }))).toEqual([]);
  });
});

describe('to respond', () => {
  const opened = opensOn('respondWithin', '1 hour');

  test('is kept by a response, not by an acknowledgement', () => {
    expect(ends(opened, acknowledges('Tue 09:10'))).toEqual([]);
    expect(ends(opened, responds('Tue 09:10'))).toEqual(['PromiseKept']);
  });
  test('that was missed once runs anew only from an ask that follows an answer', () => {
    const missed = [opened, timePasses('Tue 10:00')];
    expect(running(...missed, asks('Tue 10:30'))).toEqual([]);
    expect(running(...missed, responds('Tue 10:40'), asks('Tue 11:00'))).toEqual([
      'promise service/1/respondWithin Tue 12:00',
    ]);
  });
  test('stands still in a pause', () => {
    const offered = { reasons: ['access refused'], longest: '5 business days', calendar: 'business' };
    const told = [opensOn('respondWithin', '1 hour', { pauses: offered }), ...pauses('Tue 09:30')];
    expect(running(...told, does('resume', 'Tue 10:30'))).toEqual([
      'promise service/1/respondWithin Tue 11:00',
    ]);
  });
});

describe('to give news', () => {
  const opened = opensOn('updateEvery', '2 hours');

  test('begins with the first response, not with the opening', () => {
    expect(running(opened)).toEqual([]);
    expect(running(opened, responds('Tue 09:40'))).toEqual(['promise service/1/updateEvery Tue 11:40']);
  });
  test.each([does('update', 'Tue 11:00'), responds('Tue 11:00')])(
    'is kept by "$type", and runs anew from there',
    (command) => {
      expect(ends(opened, responds('Tue 09:40'), command)).toEqual(['PromiseKept']);
      expect(running(opened, responds('Tue 09:40'), command)).toEqual([
        'promise service/1/updateEvery Tue 13:00',
      ]);
    },
  );
  test('missed once, runs anew from the next news', () => {
    const missed = [opened, responds('Tue 09:40'), timePasses('Tue 11:40')];
    expect(running(...missed)).toEqual([]);
    expect(running(...missed, does('update', 'Tue 12:00'))).toEqual([
      'promise service/1/updateEvery Tue 14:00',
    ]);
  });
  test('stops no clock of the contract', () => {
    expect(ahead(stateAfter(opened, does('update', 'Tue 09:30')))).toContain('step 3 Wed 09:00');
  });
});

describe('the longest time at a level', () => {
  const opened = opensOn('longestAtLevel', '5 hours');

  test('runs from the contact, whatever is answered', () => {
    expect(running(opened, responds('Tue 09:40'))).toEqual(['promise service/1/longestAtLevel Tue 14:00']);
  });
  test('is kept by the contact of a higher level', () => {
    expect(ends(opened, moves('Tue 13:00', 2))).toEqual(['PromiseKept']);
  });
  test('is kept, not void, when the case closes', () => {
    expect(ends(opened, does('satisfied', 'Tue 10:00'))).toEqual(['PromiseKept']);
  });
  test('is missed at its instant', () => {
    expect(ends(opened, timePasses('Tue 14:00'), moves('Tue 15:00', 2))).toEqual(['PromiseMissed']);
  });
});

describe('each start of a promise ends once', () => {
  test.each<[string, Promised, string, string]>([
    ['acknowledgement', 'acknowledgeWithin', '2 hours', 'PromiseVoid'],
    ['response', 'respondWithin', '2 hours', 'PromiseVoid'],
    ['time at a level', 'longestAtLevel', '2 hours', 'PromiseKept'],
  ])('%s: as the closing leaves it where the span was not up', (_, kind, span, end) => {
    expect(ends(opensOn(kind, span), does('satisfied', 'Tue 10:00'))).toEqual([end]);
  });
  test('news: void where the case closes, for nobody waits for it any more', () => {
    const told = [opensOn('updateEvery', '2 hours'), responds('Tue 09:40'), does('satisfied', 'Tue 10:00')];
    expect(ends(...told)).toEqual(['PromiseVoid']);
  });
  test('a reopening is an ask, from which the promise to respond runs anew', () => {
    const told = [opensOn('respondWithin', '1 hour', { reopening: { within: '30 days' } })];
    const again = [...told, does('satisfied', 'Tue 09:30'), does('reopen', 'Tue 10:00')];
    expect(ends(...again)).toEqual(['PromiseVoid']);
    expect(running(...again)).toEqual(['promise service/1/respondWithin Tue 11:00']);
  });
  test('void where the closing comes before its instant, missed where it comes in that millisecond', () => {
    const opened = opensOn('respondWithin', '1 hour');
    expect(ends(opened, does('satisfied', 'Tue 09:59:59.999'))).toEqual(['PromiseVoid']);
    expect(ends(opened, does('satisfied', 'Tue 10:00'))).toEqual(['PromiseMissed']);
  });
  test('void where another track drops it', () => {
    given(opensOn('respondWithin', '1 hour'))
      .when(does('changeTrack', 'Tue 09:30', { track: 'billing' }))
      .then(event('TrackChanged'), event('PromiseVoid', { promise: 'service/1/respondWithin' }))
      .leaves('step 2 Wed 09:00', 'step 3 Thu 09:00');
  });
  test('void where another revision drops it', () => {
    const revision = { ...revisionWith(), number: 2 };
    expect(
      ends(opensOn('respondWithin', '1 hour'), does('moveToRevision', 'Tue 09:30', { revision })),
    ).toEqual(['PromiseVoid']);
  });
  test('what has ended does not end again when the case closes', () => {
    const told = [opensOn('respondWithin', '1 hour'), responds('Tue 09:30'), does('satisfied', 'Tue 09:40')];
    expect(ends(...told)).toEqual(['PromiseKept']);
  });
  test('taking "satisfied" back does not revive what its closing ended', () => {
    const told = [
      ...[opensOn('respondWithin', '2 hours'), does('satisfied', 'Tue 09:30')],
      ...[does('undoSatisfied', 'Tue 09:40'), responds('Tue 10:00')],
    ];
    expect(ends(...told)).toEqual(['PromiseVoid']);
  });
  test('a contest upheld moves its instant, and it is still the same start', () => {
    const stated = opens('Tue 09:30', {
      ...{ revision: revisionWith({ promises: [promise('respondWithin', '1 hour')] }) },
      statedAt: 'Tue 09:00',
    });
    const told = [
      ...[stated, does('contestStatedInstant', 'Tue 09:40', { ask: 0 })],
      does('decideStatedInstant', 'Tue 09:50', { ask: 0, upheld: true }),
    ];
    expect(ends(...told)).toEqual([]);
    expect(running(...told)).toEqual(['promise service/1/respondWithin Tue 10:30']);
  });
  test('promises run on at the top of the ladder', () => {
    const at3 = [
      opens('Tue 09:00', { revision: revisionWith({ promises: [promise('respondWithin', '1 hour', 3)] }) }),
      ...[timePasses('Wed 09:00'), moves('Wed 09:10', 3, { actor: 'oversight' })],
    ];
    expect(ahead(stateAfter(...at3))).toEqual(['promise service/3/respondWithin Wed 10:10']);
  });
});
