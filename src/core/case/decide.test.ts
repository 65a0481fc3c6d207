import { describe, expect, test } from 'vitest';
import {
  ahead,
  asks,
  byDesk,
  does,
  event,
  fellDue,
  given,
  historyOf,
  moves,
  opens,
  reached,
  responds,
  stateAfter,
  timePasses,
} from '../../../test/build/case.ts';
import { revisionWith } from '../../../test/build/revision.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';

const opened = opens('Tue 09:00');

describe('instants', () => {
  test('a command handled before the last event of its case is refused', () => {
    given(opened)
      .when(asks('Tue 08:59'))
      .refuses('case-instant-before-last', { at: 'Tue 08:59', lastAt: 'Tue 09:00' });
  });
  test('a command handled in the millisecond of the last event is accepted', () => {
    given(opened).when(asks('Tue 09:00')).then(event('CustomerAsked'));
  });
  test('a command cannot be received after it was handled', () => {
    given(opened)
      .when(asks('Tue 10:00', { occurredAt: 'Tue 10:01' }))
      .refuses('case-instant-ahead', { occurredAt: 'Tue 10:01', at: 'Tue 10:00' });
  });
  test('clocks count from when a command was received, not from when it was handled', () => {
    given()
      .when(opens('Tue 09:10', { occurredAt: 'Tue 09:00' }))
      .then(event('CaseOpened', { at: 'Tue 09:10', occurredAt: 'Tue 09:00' }), event('LevelContacted'))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('a word received before others that were handled first is accepted', () => {
    given(opened, asks('Tue 10:00'))
      .when(responds('Tue 10:05', 'ana', { occurredAt: 'Tue 09:30' }))
      .then(event('Responded', { at: 'Tue 10:05', occurredAt: 'Tue 09:30' }));
  });
});

describe('due first', () => {
  test('a command in the very millisecond of a deadline comes after it', () => {
    given(opened)
      .when(moves('Tue 13:00', 2))
      .then(fellDue(2, 'Tue 13:00'), ...reached(2));
  });
  test('a command a millisecond before the deadline comes too early, and is told when and why', () => {
    given(opened)
      .when(moves('Tue 12:59:59.999', 2))
      .refuses('case-step-too-early', {
        level: 2,
        dueAt: 'Tue 13:00',
        reason: expect.objectContaining({ condition: expect.objectContaining({ kind: 'unsatisfied' }) }),
      });
  });
  test('every deadline up to the command falls due in the same decision, in order, with its lateness', () => {
    given(opened)
      .when(asks('Wed 09:30'))
      .then(
        fellDue(2, 'Tue 13:00', { late: 20.5 * 60 }),
        fellDue(3, 'Wed 09:00', { late: 30 }),
        event('CustomerAsked'),
      );
  });
  test('only what was due when the command was received falls due before it', () => {
    given(opened)
      .when(responds('Tue 13:05', 'ana', { occurredAt: 'Tue 12:59:30' }))
      .then(event('Responded'))
      .leaves('step 2 Tue 13:00');
  });
  test('a job that comes later for that deadline has nothing left to do', () => {
    given(opened, asks('Tue 13:10')).when(timePasses('Tue 13:11')).then();
  });
  test('a job that comes early does nothing', () => {
    given(opened).when(timePasses('Tue 12:59')).then().leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('a repeated job changes nothing', () => {
    given(opened, timePasses('Tue 13:00')).when(timePasses('Tue 13:00')).then();
  });
  test('a refused command records nothing, not even what was due', () => {
    const state = stateAfter(opened);
    const decision = decide(state, does('resume', 'Tue 14:00'));
    expect(decision).toEqual({ accepted: false, refusal: { code: 'case-not-paused', values: {} } });
    given(opened)
      .when(timePasses('Tue 14:00'))
      .then(fellDue(2, 'Tue 13:00', { late: 60 }));
  });
  test('a late machine moves no deadline', () => {
    expect(ahead(stateAfter(opened, moves('Tue 14:00', 2)))).toEqual(
      ahead(stateAfter(opened, timePasses('Tue 13:00'), moves('Tue 14:00', 2))),
    );
  });
  test('a batch of commands sees the events of those before', () => {
    const types = historyOf(opened, moves('Tue 13:00', 2), responds('Tue 13:00', 'bo')).map(
      ({ type }) => type,
    );
    expect(types).toEqual([
      ...['CaseOpened', 'LevelContacted', 'StepFellDue', 'Escalated', 'LevelContacted', 'Responded'],
    ]);
  });
});

describe('on behalf of the customer', () => {
  test.each<[string, readonly Command[], Command, string]>([
    ['an opening', [], opens('Tue 09:00', byDesk), 'CaseOpened'],
    ['an ask', [opened], asks('Tue 09:30', byDesk), 'CustomerAsked'],
    ['not satisfied', [opened], does('notSatisfied', 'Tue 09:30', byDesk), 'NotSatisfied'],
    ['a move', [opened, timePasses('Tue 13:00')], moves('Tue 13:01', 2, byDesk), 'Escalated'],
  ])('the desk records %s for a caller, and the event says so', (_, before, command, type) => {
    const { events } = given(...before).when(command);
    expect(events.find((one) => one.type === type)).toMatchObject({ actor: 'customer', ...byDesk });
  });
  test('the desk records a reopening for a caller', () => {
    const revision = revisionWith({ reopening: { within: '30 days' } });
    given(opens('Tue 09:00', { revision }), does('satisfied', 'Tue 10:00'))
      .when(does('reopen', 'Tue 11:00', byDesk))
      .then(event('CaseReopened', byDesk));
  });
  test.each<Command>([
    does('satisfied', 'Tue 10:00', byDesk),
    does('withdraw', 'Tue 10:00', byDesk),
    does('consentToPause', 'Tue 10:00', byDesk),
    does('chooseAutomatic', 'Tue 10:00', { automatic: true, ...byDesk }),
    does('changeTrack', 'Tue 10:00', { track: 'billing', ...byDesk }),
    does('confirmResponse', 'Tue 10:00', { response: 0, ...byDesk }),
    does('moveToRevision', 'Tue 10:00', { revision: revisionWith(), ...byDesk }),
  ])('nobody records "$type" on the customer\'s behalf', (command) => {
    given(opened).when(command).refuses('case-on-behalf-not-allowed', { command: command.type });
  });
  test('nobody speaks for another party than the customer', () => {
    given(opened)
      .when(asks('Tue 10:00', { by: 'desk', onBehalfOf: 'oversight' }))
      .refuses('case-on-behalf-not-allowed', { command: 'ask' });
  });
  test("the desk cannot move a case for a caller where the step is oversight's", () => {
    given(opened, timePasses('Wed 09:00'))
      .when(moves('Wed 09:05', 3, byDesk))
      .refuses('case-step-not-yours', { level: 3, actor: 'oversight' });
  });
});

describe('who may', () => {
  test.each<Command>([
    asks('Tue 10:00', { actor: 'contractor' }),
    does('satisfied', 'Tue 10:00', { actor: 'contractor' }),
    does('satisfied', 'Tue 10:00', { actor: 'oversight' }),
    does('withdraw', 'Tue 10:00', { actor: 'oversight' }),
    does('respond', 'Tue 10:00', { actor: 'customer' }),
    does('respond', 'Tue 10:00', { actor: 'oversight' }),
    does('consentToPause', 'Tue 10:00', { actor: 'contractor' }),
    does('chooseAutomatic', 'Tue 10:00', { automatic: true, actor: 'oversight' }),
    does('changeTrack', 'Tue 10:00', { track: 'billing', actor: 'contractor' }),
    does('close', 'Tue 10:00', { reason: 'duplicate', actor: 'contractor' }),
  ])('"$type" is not for the $actor', (command) => {
    const { type, actor } = command;
    given(opened).when(command).refuses('case-actor-not-allowed', { command: type, actor });
  });
});
