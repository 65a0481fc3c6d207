import { describe, expect, test } from 'vitest';
import {
  ahead,
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
  proposes,
  reached,
  responds,
  stateAfter,
  timePasses,
} from '../../../../test/build/case.ts';
import { type PlanChanges, revisionWith } from '../../../../test/build/revision.ts';

const opensOn = (changes: PlanChanges, fields = {}) =>
  opens('Tue 09:00', { revision: revisionWith(changes), ...fields });
const opened = opens('Tue 09:00');
const satisfied = (at: string) => does('satisfied', at);
const closed = [opened, satisfied('Tue 11:10')];

describe('a case closes', () => {
  test("by the customer's word that it is settled", () => {
    given(opened)
      .when(satisfied('Tue 11:10'))
      .then(
        event('Satisfied', { actor: 'customer', by: 'dana' }),
        event('CaseClosed', { reason: 'satisfied' }),
      )
      .leaves();
  });
  test("by the customer's withdrawal", () => {
    given(opened)
      .when(does('withdraw', 'Tue 11:10', { text: 'Ordered elsewhere' }))
      .then(event('CaseClosed', { reason: 'withdrawn', actor: 'customer', text: 'Ordered elsewhere' }))
      .leaves();
  });
  test.each(['openedInError', 'duplicate'] as const)('by oversight as "%s"', (reason) => {
    given(opened)
      .when(does('close', 'Tue 11:10', { reason }))
      .then(event('CaseClosed', { reason, actor: 'oversight' }))
      .leaves();
  });
  test('after what was due by then has fallen due', () => {
    given(opened)
      .when(satisfied('Tue 13:30'))
      .then(fellDue(2, 'Tue 13:00', { late: 30 }), event('Satisfied'), event('CaseClosed'));
  });
  test('and has no deadline, whatever was due', () => {
    given(opened, timePasses('Wed 09:00')).when(satisfied('Wed 10:00')).leaves();
  });
  test.each([
    asks('Wed 10:00'),
    moves('Wed 10:00', 2),
    responds('Wed 10:00'),
    satisfied('Wed 10:00'),
    does('withdraw', 'Wed 10:00'),
    does('changeTrack', 'Wed 10:00', { track: 'billing' }),
  ])('and "$type" is refused from then on', (command) => {
    given(...closed)
      .when(command)
      .refuses('case-closed', { command: command.type, closedAt: 'Tue 11:10' });
  });
  test("and a deadline's own job finds nothing to do", () => {
    given(...closed)
      .when(timePasses('Tue 13:00'))
      .then()
      .leaves();
  });
});

describe('oversight closes', () => {
  test.each(['satisfied', 'withdrawn', 'Silent', ''])('never as "%s"', (reason) => {
    given(opened)
      .when(does('close', 'Tue 10:00', { reason: reason as 'silent' }))
      .refuses('case-close-reason-unknown', { reason });
  });
});

describe('"satisfied" taken back', () => {
  test('within 24 hours leaves the case as if it had never been said', () => {
    given(...closed)
      .when(does('undoSatisfied', 'Tue 12:00'))
      .then(event('SatisfactionUndone', { actor: 'customer' }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('lets what is over by then fall due at the undo', () => {
    given(...closed)
      .when(does('undoSatisfied', 'Tue 14:00'))
      .then(event('SatisfactionUndone'), fellDue(2, 'Tue 14:00', { computed: 'Tue 13:00' }));
  });
  test('leaves response clocks as they were', () => {
    given(opened, responds('Tue 09:40'), asks('Tue 10:00'), satisfied('Tue 11:10'))
      .when(does('undoSatisfied', 'Tue 12:00'))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 10:00');
  });
  test('leaves due what was due', () => {
    const told = [
      opened,
      timePasses('Tue 13:00'),
      satisfied('Tue 13:10'),
      does('undoSatisfied', 'Tue 13:20'),
    ];
    expect(openAfter(...told).due).toMatchObject([{ level: 2 }]);
    given(...told)
      .when(moves('Tue 13:30', 2))
      .then(...reached(2));
  });
  test('goes on with the pause in which it was said', () => {
    const offered = { reasons: ['access refused'], longest: '5 business days', calendar: 'business' };
    const told = [opensOn({ pauses: offered }), ...pauses('Tue 10:00'), satisfied('Tue 11:00')];
    given(...told)
      .when(does('undoSatisfied', 'Tue 12:00'))
      .leaves('end of pause next Tue 10:00');
  });
  test('is possible to the 24th hour, and not a millisecond longer', () => {
    given(...closed)
      .when(does('undoSatisfied', 'Wed 11:10'))
      .brings(event('SatisfactionUndone'));
    given(...closed)
      .when(does('undoSatisfied', 'Wed 11:10:00.001'))
      .refuses('case-undo-too-late', { until: 'Wed 11:10' });
  });
  test('is possible only where the customer said it', () => {
    given(opened, does('withdraw', 'Tue 11:10'))
      .when(does('undoSatisfied', 'Tue 12:00'))
      .refuses('case-undo-not-satisfied', { reason: 'withdrawn' });
  });
  test('is not possible while the case is open', () => {
    given(opened)
      .when(does('undoSatisfied', 'Tue 12:00'))
      .refuses('case-not-closed', { command: 'undoSatisfied' });
  });
});

describe('reopened', () => {
  const reopening = { reopening: { within: '30 days' } };
  const back = opensOn(reopening);
  const reopens = (at: string, fields = {}) => does('reopen', at, fields);

  test('the time closed is not counted, and every level contacted is asked anew', () => {
    given(back, satisfied('Tue 11:10'))
      .when(reopens('Wed 08:00'))
      .then(event('CaseReopened', { ask: 1, actor: 'customer' }))
      .leaves('step 2 Wed 09:50', 'step 3 Thu 08:00');
  });
  test('what was asked before closing waits for no answer any more', () => {
    const told = [back, asks('Tue 10:00'), satisfied('Tue 11:10'), reopens('Wed 08:00')];
    expect(openAfter(...told).asks).toMatchObject([{ number: 2, levels: [1] }]);
  });
  test('what was due is due again, and does not fall due a second time', () => {
    const told = [back, timePasses('Tue 13:00'), satisfied('Tue 13:10'), reopens('Wed 08:00')];
    expect(openAfter(...told).due).toMatchObject([{ level: 2 }]);
    given(...told)
      .when(timePasses('Thu 08:00'))
      .then(fellDue(3, 'Thu 08:00'));
  });
  test('levels contacted stay contacted', () => {
    given(back, moves('Tue 13:00', 2), satisfied('Tue 14:00'), reopens('Wed 08:00'))
      .when(moves('Wed 08:10', 2))
      .refuses('case-level-contacted', { level: 2, highest: 2 });
  });
  test('by the desk for a caller', () => {
    given(back, satisfied('Tue 11:10'))
      .when(reopens('Wed 08:00', byDesk))
      .then(event('CaseReopened', { actor: 'customer', ...byDesk }));
  });
  test('a case that was withdrawn as well', () => {
    given(back, does('withdraw', 'Tue 11:10')).when(reopens('Wed 08:00')).then(event('CaseReopened'));
  });
  test('a case closed and reopened twice counts neither time', () => {
    const told = [
      back,
      satisfied('Tue 10:00'),
      reopens('Tue 11:00'),
      satisfied('Tue 12:00'),
      reopens('Tue 14:00'),
    ];
    expect(ahead(stateAfter(...told))).toEqual(['step 2 Tue 16:00', 'step 3 Wed 14:00']);
  });
  test('within a span of business days, on the calendar that the plan names for it', () => {
    const within = { reopening: { within: '1 business day', calendar: 'business' } };
    const told = [opensOn(within), satisfied('Tue 11:10')];
    given(...told)
      .when(reopens('Wed 11:10'))
      .brings(event('CaseReopened'));
    given(...told)
      .when(reopens('Wed 11:10:00.001'))
      .refuses('case-reopening-too-late', { until: 'Wed 11:10' });
  });
  test('not once the time for it is over', () => {
    given(back, satisfied('Tue 11:10'))
      .when(reopens('2026-12-18 09:00'))
      .refuses('case-reopening-too-late', { until: expect.any(String) });
  });
  test('never on a plan without reopening: that is a new case', () => {
    given(...closed)
      .when(reopens('Wed 08:00'))
      .refuses('case-reopening-not-offered');
  });
  test('not while it is open', () => {
    given(back).when(reopens('Wed 08:00')).refuses('case-not-closed', { command: 'reopen' });
  });
});

describe('closing for silence', () => {
  const closing = { closing: { silentFor: '4 hours', calendar: 'business' } };
  const quiet = opensOn(closing, { track: 'billing' });
  const proposed = [quiet, proposes('Tue 10:00')];
  const close = (at: string) => does('close', at, { reason: 'silent' });

  test('reminds the customer at a quarter, half and three quarters of the open time', () => {
    expect(ahead(stateAfter(...proposed))[0]).toBe('reminder 1 Tue 11:00');
    given(...proposed)
      .when(timePasses('Tue 13:00'))
      .then(
        event('CustomerReminded', { reminder: 1, dueAt: 'Tue 11:00', latenessMs: 7_200_000 }),
        event('CustomerReminded', { reminder: 2, dueAt: 'Tue 12:00', latenessMs: 3_600_000 }),
        event('CustomerReminded', { reminder: 3, dueAt: 'Tue 13:00', latenessMs: 0 }),
      );
  });
  test('heeds the hours of its calendar', () => {
    const late = [quiet, proposes('Tue 16:00')];
    given(...late)
      .when(timePasses('Wed 08:30'))
      .then(event('CustomerReminded', { dueAt: 'Tue 17:00' }))
      .leaves('step 2 Wed 09:00', 'reminder 2 Wed 09:00');
  });
  test('is possible once the time is over and three reminders are recorded', () => {
    given(...proposed)
      .when(close('Tue 14:00'))
      .brings(
        event('CustomerReminded', { reminder: 1 }),
        event('CustomerReminded', { reminder: 2 }),
        event('CustomerReminded', { reminder: 3 }),
        event('CaseClosed', { reason: 'silent', actor: 'oversight' }),
      );
  });
  test('is not possible before, even by a millisecond', () => {
    given(...proposed, timePasses('Tue 13:00'))
      .when(close('Tue 13:59:59.999'))
      .refuses('case-close-silence-running', { dueAt: 'Tue 14:00', reminders: 3 });
  });
  test.each([
    asks('Tue 11:30'),
    does('notSatisfied', 'Tue 11:30'),
    does('addNote', 'Tue 11:30', { text: 'We are testing it', actor: 'customer' }),
    does('chooseAutomatic', 'Tue 11:30', { automatic: true }),
    does('attach', 'Tue 11:30', { file: 'photo', actor: 'customer' }),
    does('changeTrack', 'Tue 11:30', { track: 'service' }),
  ])('the customer\'s "$type" ends its silence', (command) => {
    given(...proposed, command)
      .when(close('Tue 15:00'))
      .refuses('case-close-nothing-proposed');
  });
  test('a word of the contractor does not end the silence', () => {
    given(...proposed, does('update', 'Tue 11:30'))
      .when(close('Tue 14:00'))
      .brings(event('CaseClosed', { reason: 'silent' }));
  });
  test('a later proposal begins it anew', () => {
    given(...proposed, proposes('Tue 11:30'))
      .when(close('Tue 14:00'))
      .refuses('case-close-silence-running', { dueAt: 'Tue 15:30' });
  });
  test('needs a proposal', () => {
    given(quiet, responds('Tue 10:00')).when(close('Tue 16:00')).refuses('case-close-nothing-proposed');
  });
  test('is not possible on a plan that does not offer it', () => {
    given(opened, proposes('Tue 10:00')).when(close('Fri 10:00')).refuses('case-close-silence-not-offered');
  });
  test('the proposal before a closing says nothing after the reopening', () => {
    const both = opensOn({ ...closing, reopening: { within: '30 days' } });
    given(both, proposes('Tue 10:00'), satisfied('Tue 10:30'), does('reopen', 'Tue 11:00'))
      .when(close('Fri 16:00'))
      .refuses('case-close-nothing-proposed');
  });
});
