import { describe, expect, test } from 'vitest';
import {
  ahead,
  does,
  event,
  fellDue,
  given,
  moves,
  openAfter,
  opens,
  reached,
  responds,
  stateAfter,
  timePasses,
} from '../../../test/build/case.ts';
import { type PlanChanges, revisionWith } from '../../../test/build/revision.ts';

const opened = opens('Tue 09:00');
const due2 = [opened, timePasses('Tue 13:00')];
const oversight = { actor: 'oversight' } as const;
const opensOn = (changes: PlanChanges, fields = {}) =>
  opens('Tue 09:00', { revision: revisionWith(changes), ...fields });
const declines = (at: string, level: number) => does('decline', at, { level, reason: 'A crew is there' });

describe('automatic', () => {
  const automatic = opens('Fri 16:30', { automatic: true });

  test('the move counts from the deadline, however late the machine', () => {
    given(automatic)
      .when(timePasses('Fri 21:10'))
      .then(
        fellDue(2, 'Fri 20:30', { late: 40 }),
        ...reached(2, {
          ...{ automatic: true, at: 'Fri 21:10', occurredAt: 'Fri 20:30', actor: 'customer', by: 'ladder' },
        }),
      )
      .leaves('step 3 next Mon 16:30');
  });
  test("covers the customer's steps only", () => {
    given(automatic)
      .when(timePasses('next Mon 16:30'))
      .brings(fellDue(2, 'Fri 20:30', { late: 3 * 1440 - 240 }), fellDue(3, 'next Mon 16:30'));
    const state = openAfter(automatic, timePasses('next Mon 16:30'));
    expect(state.contacted.map(({ level }) => level)).toEqual([1, 2]);
  });
  test('chosen late, it moves at once to what is due, and clocks count from the choice', () => {
    given(opened, responds('Tue 09:40'), timePasses('Tue 13:00'))
      .when(does('chooseAutomatic', 'Tue 13:20', { automatic: true }))
      .then(
        event('AutomaticChosen', { automatic: true, by: 'dana' }),
        ...reached(2, { automatic: true, occurredAt: 'Tue 13:20', by: 'ladder' }),
      )
      .leaves('step 3 Wed 13:20');
  });
  test('choosing it takes every step of the customer that is due, lower levels first', () => {
    const all = opensOn({ service3: { actor: 'customer' } });
    given(all, timePasses('Wed 09:00'))
      .when(does('chooseAutomatic', 'Wed 09:20', { automatic: true }))
      .then(event('AutomaticChosen'), ...reached(2), ...reached(3));
  });
  test('choosing it leaves a declined step alone', () => {
    given(...due2, declines('Tue 13:05', 2))
      .when(does('chooseAutomatic', 'Tue 13:20', { automatic: true }))
      .then(event('AutomaticChosen'));
  });
  test('as the plan has it holds when a case opens, and the customer may switch it off', () => {
    const mode = opensOn({ service2: { mode: 'automatic' } });
    given(mode)
      .when(timePasses('Tue 13:00'))
      .then(fellDue(2, 'Tue 13:00'), ...reached(2));
    given(mode, does('chooseAutomatic', 'Tue 10:00', { automatic: false }))
      .when(timePasses('Tue 13:00'))
      .then(fellDue(2, 'Tue 13:00'));
  });
  test('leaves a step whose required level is not contacted, and takes it as soon as it is', () => {
    const required = opensOn({ service3: { actor: 'customer', requires: [2] } });
    const told = [required, does('chooseAutomatic', 'Tue 09:10', { automatic: true })];
    given(...told)
      .when(timePasses('Wed 09:00'))
      .then(
        fellDue(2, 'Tue 13:00', { late: 20 * 60 }),
        ...reached(2, { occurredAt: 'Tue 13:00' }),
        fellDue(3, 'Wed 09:00'),
        ...reached(3, { occurredAt: 'Wed 09:00' }),
      );
  });
  test('takes what a change of track leaves due only once the new track lets it', () => {
    const silent = { allSilent: [1], for: '2 hours', calendar: 'always' };
    const revision = revisionWith({
      service3: { actor: 'customer', when: silent },
      billing3: { requires: [2] },
    });
    const told = [
      ...[opens('Tue 09:00', { revision }), timePasses('Tue 11:00')],
      does('changeTrack', 'Tue 11:10', { track: 'billing' }),
    ];
    const chooses = does('chooseAutomatic', 'Tue 11:30', { automatic: true });
    given(...told)
      .when(chooses)
      .then(event('AutomaticChosen'));
    given(...told, chooses)
      .when(timePasses('Wed 09:00'))
      .then(fellDue(2, 'Wed 09:00'), ...reached(2), ...reached(3, { by: 'ladder', automatic: true }));
  });
  test('chosen twice is chosen once', () => {
    given(automatic)
      .when(does('chooseAutomatic', 'Fri 17:00', { automatic: true }))
      .then();
  });
  test('makes a chain of moves at the instants of their deadlines, though the machine comes once', () => {
    const within = { unsatisfiedFor: '2 hours', calendar: 'always', since: 'levelBelow' } as const;
    const chain = opensOn({ service3: { actor: 'customer', when: within } }, { automatic: true });
    given(chain)
      .when(timePasses('Tue 18:00'))
      .then(
        fellDue(2, 'Tue 13:00', { late: 300 }),
        ...reached(2, { occurredAt: 'Tue 13:00' }),
        fellDue(3, 'Tue 15:00', { late: 180 }),
        ...reached(3, { occurredAt: 'Tue 15:00' }),
      );
  });
});

describe('a step nobody takes', () => {
  const then = 'then';
  const passes = (fields = {}) =>
    opensOn(
      { service2: { ifNotTaken: { within: '1 hour', calendar: 'always', [then]: 'oversight' } } },
      fields,
    );

  test('passes to another actor after its time, counted from the deadline', () => {
    given(passes(), timePasses('Tue 13:00'))
      .when(timePasses('Tue 14:10'))
      .then(
        event('StepPassed', {
          ...{ level: 2, step: 'service/2', to: 'oversight', dueAt: 'Tue 14:00', latenessMs: 600_000 },
        }),
      );
  });
  test('is then taken by the new actor, and no longer by the old one', () => {
    const passed = [passes(), timePasses('Tue 14:00')];
    given(...passed)
      .when(moves('Tue 14:05', 2, oversight))
      .then(...reached(2, oversight));
    given(...passed)
      .when(moves('Tue 14:05', 2))
      .refuses('case-step-not-yours', { actor: 'oversight' });
  });
  test('does not pass where it was declined', () => {
    given(passes(), timePasses('Tue 13:00'), declines('Tue 13:05', 2)).when(timePasses('Tue 15:00')).then();
  });
  test('passes once', () => {
    given(passes(), timePasses('Tue 14:00')).when(timePasses('Tue 18:00')).then();
  });
  test('is not passed where it was taken', () => {
    expect(ahead(stateAfter(passes(), moves('Tue 13:10', 2)))).toEqual(['step 3 Wed 09:00']);
  });
  test('that passes to the customer who chose automatic is taken at that instant', () => {
    const to = opensOn(
      {
        service3: { ifNotTaken: { within: '1 hour', calendar: 'business', [then]: 'customer' } },
      },
      { automatic: true },
    );
    given(to, timePasses('Wed 09:00'))
      .when(timePasses('Wed 10:30'))
      .then(event('StepPassed', { level: 3, to: 'customer' }), ...reached(3, { occurredAt: 'Wed 10:00' }));
  });
});
