import { describe, expect, test } from 'vitest';
import {
  ahead,
  asks,
  does,
  event,
  fellDue,
  given,
  historyOf,
  moves,
  opens,
  responds,
  stateAfter,
  timePasses,
} from '../../../test/build/case.ts';
import { type PlanChanges, revisionWith } from '../../../test/build/revision.ts';
import type { Command } from './command.ts';

const opened = opens('Tue 09:00');
const opensOn = (changes: PlanChanges) => opens('Tue 09:00', { revision: revisionWith(changes) });
/** The deadlines of the step to level 3. */
const step3 = (...told: readonly Command[]) =>
  ahead(stateAfter(...told)).filter((one) => one.startsWith('step 3'));

describe('a step falls due', () => {
  const both = opensOn({
    service3: {
      when: [
        { allSilent: [1, 2], for: '1 business day', calendar: 'business' },
        { unsatisfiedFor: '6 hours', calendar: 'always', since: 'levelBelow' },
      ],
    },
  });

  test('at the earliest instant of its conditions, which it names', () => {
    given(both, moves('Tue 13:00', 2))
      .when(timePasses('Tue 19:00'))
      .then(
        event('StepFellDue', { level: 3, condition: 1, conditionKind: 'unsatisfied', dueAt: 'Tue 19:00' }),
      );
  });
  test('by another condition where the first does not run', () => {
    given(both)
      .when(timePasses('Wed 09:00'))
      .brings(
        fellDue(2, 'Tue 13:00', { late: 20 * 60 }),
        event('StepFellDue', { level: 3, condition: 0, conditionKind: 'allSilent', dueAt: 'Wed 09:00' }),
      );
  });
  test('once for one start of its clock, also when its actor declines', () => {
    given(
      opened,
      timePasses('Tue 13:00'),
      does('decline', 'Tue 13:30', { level: 2, reason: 'They are here' }),
    )
      .when(timePasses('next Mon 12:00'))
      .brings(fellDue(3, 'Wed 09:00', { late: 5 * 24 * 60 + 180 }));
  });
  test('again, after it was declined, by a later start of its clock', () => {
    const declined = [
      ...[opened, timePasses('Wed 09:00')],
      does('decline', 'Wed 09:10', { level: 3, reason: 'A crew is there', actor: 'oversight' }),
      ...[responds('Wed 10:00'), asks('Wed 11:00')],
    ];
    given(...declined)
      .when(timePasses('Thu 11:00'))
      .then(fellDue(3, 'Thu 11:00'));
  });
  test('never to a level contacted already, nor to one below it', () => {
    const early = { service3: { early: { reasons: ['danger'] } } };
    const danger = moves('Tue 10:00', 3, { reason: 'danger', actor: 'oversight' });
    given(opensOn(early), danger).when(timePasses('next Mon 09:00')).then();
  });
  test('without waiting for the step below it', () => {
    given(opened, timePasses('Tue 13:00')).when(timePasses('Wed 09:00')).then(fellDue(3, 'Wed 09:00'));
  });
  test('after the levels it requires have been contacted, not before', () => {
    const required = opensOn({ service3: { requires: [2] } });
    expect(step3(required)).toEqual([]);
    expect(step3(required, moves('Tue 13:00', 2))).toEqual(['step 3 Wed 09:00']);
  });
  test('exactly at closing where its open time is used up then', () => {
    const hours = { unsatisfiedFor: '8 hours', calendar: 'business', since: 'opened' } as const;
    given(opensOn({ service2: { when: hours } }))
      .when(timePasses('Tue 17:00'))
      .then(fellDue(2, 'Tue 17:00'));
  });
});

describe('warnings', () => {
  const warned = opensOn({ service2: { warn: ['30 minutes', '2 hours'] } });

  test('come a plain time before the deadline, to be seen with it', () => {
    expect(ahead(stateAfter(warned))).toEqual([
      ...['warning 2 Tue 11:00', 'warning 2 Tue 12:30', 'step 2 Tue 13:00', 'step 3 Wed 09:00'],
    ]);
    given(warned)
      .when(timePasses('Tue 11:00'))
      .then(event('StepWarned', { level: 2, dueAt: 'Tue 11:00', stepDueAt: 'Tue 13:00', latenessMs: 0 }));
  });
  test('come once for each start and each time before', () => {
    const types = historyOf(
      warned,
      timePasses('Tue 11:00'),
      timePasses('Tue 12:30'),
      timePasses('Tue 12:45'),
    );
    expect(types.filter(({ type }) => type === 'StepWarned')).toHaveLength(2);
  });
  test('are plain time, also before a deadline on business hours', () => {
    const monday = { unsatisfiedFor: '1 business day', calendar: 'business', since: 'opened' } as const;
    const revision = revisionWith({ service2: { when: monday, warn: ['2 hours'] } });
    expect(ahead(stateAfter(opens('Fri 09:00', { revision })))).toContain('warning 2 next Mon 07:00');
  });
  test('at or before the start of the clock there is none', () => {
    given()
      .when(opensOn({ service2: { warn: ['4 hours', '5 hours'] } }))
      .then(event('CaseOpened'), event('LevelContacted'))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('a later start of the clock is warned of anew', () => {
    const silent = opensOn({ service3: { warn: ['1 hour'] } });
    expect(ahead(stateAfter(silent, responds('Tue 09:40'), asks('Tue 10:00')))).toContain(
      'warning 3 Wed 09:00',
    );
  });
  test('that a command puts into the past are one, the nearest to the deadline', () => {
    const revision = revisionWith({
      service2: { warn: ['30 minutes', '2 hours', '3 hours'] },
      billing2: { warn: [] },
    });
    given(opens('Tue 09:00', { revision, track: 'billing' }))
      .when(does('changeTrack', 'Tue 12:00', { track: 'service' }))
      .then(
        event('TrackChanged'),
        event('StepWarned', {
          beforeMs: 2 * 3_600_000,
          dueAt: 'Tue 12:00',
          latenessMs: 0,
          computedDueAt: 'Tue 11:00',
        }),
      )
      .leaves('warning 2 Tue 12:30', 'step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('of a step that a command makes due at once there is none', () => {
    const revision = revisionWith({ service2: { warn: ['30 minutes'] } });
    given(opens('Tue 09:00', { revision, track: 'billing' }))
      .when(does('changeTrack', 'Tue 15:00', { track: 'service' }))
      .then(event('TrackChanged'), fellDue(2, 'Tue 15:00', { computed: 'Tue 13:00' }));
  });
});

test('what shares an instant falls due as promises, warnings, steps by level', () => {
  const within = (span: string) => ({ unsatisfiedFor: span, calendar: 'always', since: 'opened' }) as const;
  const customer = 'customer' as const;
  const service = {
    steps: [
      { level: 1, actor: customer },
      { level: 4, actor: customer, when: within('3 hours'), warn: ['1 hour'] },
      { level: 3, actor: customer, when: within('2 hours') },
      { level: 2, actor: customer, when: within('2 hours') },
    ],
  };
  const levels = ['ana', 'bo', 'cy', 'desk'].map((id) => ({ title: id, reach: [id] }));
  const promises = [{ track: 'service', level: 1, respondWithin: '2 hours', calendar: 'always' }];
  given(opensOn({ levels, tracks: { service }, promises }))
    .when(timePasses('Tue 11:00'))
    .then(
      event('PromiseMissed', { level: 1 }),
      event('StepWarned', { level: 4 }),
      fellDue(2, 'Tue 11:00'),
      fellDue(3, 'Tue 11:00'),
    );
});
