import { describe, expect, test } from 'vitest';
import {
  ahead,
  asks,
  does,
  event,
  fellDue,
  given,
  moves,
  opens,
  pauses,
  reached,
  responds,
  stateAfter,
  timePasses,
} from '../../../../test/build/case.ts';
import { type PlanChanges, revisionWith } from '../../../../test/build/revision.ts';

const offered = {
  reasons: ['access refused', 'customer away'],
  longest: '5 business days',
  calendar: 'business',
};
const opensOn = (at: string, changes: PlanChanges = {}, fields = {}) =>
  opens(at, { revision: revisionWith({ pauses: offered, ...changes }), ...fields });
const opened = opensOn('Tue 09:00');
const requested = [opened, does('requestPause', 'Tue 11:00', { reason: 'access refused' })];
const paused = [opened, ...pauses('Tue 11:10')];

describe('a pause begins', () => {
  test("with the contractor's request, which stops nothing", () => {
    given(opened)
      .when(does('requestPause', 'Tue 11:00', { reason: 'access refused' }))
      .then(event('PauseRequested', { reason: 'access refused', actor: 'contractor' }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test("by the customer's consent, which stops every clock", () => {
    given(...requested)
      .when(does('consentToPause', 'Tue 11:10'))
      .then(event('Paused', { pause: 1, reason: 'access refused', actor: 'customer' }))
      .leaves('end of pause next Tue 11:10');
  });
  test('not without a request', () => {
    given(opened).when(does('consentToPause', 'Tue 11:10')).refuses('case-pause-not-requested');
  });
  test('not once the customer has said no', () => {
    const refused = [...requested, does('refusePause', 'Tue 11:05')];
    given(...requested)
      .when(does('refusePause', 'Tue 11:05'))
      .then(event('PauseRefused'));
    given(...refused)
      .when(does('consentToPause', 'Tue 11:10'))
      .refuses('case-pause-not-requested');
  });
  test('for a reason of the plan only', () => {
    given(opened)
      .when(does('requestPause', 'Tue 11:00', { reason: 'lunch' }))
      .refuses('case-pause-reason-unknown', { reason: 'lunch', reasons: offered.reasons });
  });
  test('never on a plan without pauses', () => {
    given(opens('Tue 09:00'))
      .when(does('requestPause', 'Tue 11:00', { reason: 'access refused' }))
      .refuses('case-pause-not-offered');
  });
  test('once at a time', () => {
    given(...paused)
      .when(does('requestPause', 'Tue 11:30', { reason: 'customer away' }))
      .refuses('case-pause-running', { since: 'Tue 11:10' });
  });
  test('a request that never came cannot be turned down', () => {
    given(opened).when(does('refusePause', 'Tue 11:10')).refuses('case-pause-not-requested');
  });
});

describe('while paused', () => {
  test('nothing falls due', () => {
    given(...paused)
      .when(timePasses('Fri 12:00'))
      .then();
  });
  test('promises and warnings stand still as well', () => {
    const revision = {
      promises: [{ track: 'service', level: 1, respondWithin: '3 hours', calendar: 'always' }],
      service2: { warn: ['30 minutes'] },
    };
    expect(ahead(stateAfter(opensOn('Tue 09:00', revision), ...pauses('Tue 11:10')))).toEqual([
      'end of pause next Tue 11:10',
    ]);
  });
  test('what was due before stays due, and taking it ends the pause', () => {
    given(opened, timePasses('Tue 13:00'), ...pauses('Tue 13:10'))
      .when(moves('Tue 14:00', 2))
      .then(event('Resumed', { pause: 1, actor: 'customer' }), ...reached(2));
  });
  test('the step that is not due has no instant to wait for', () => {
    given(...paused)
      .when(moves('Tue 14:00', 2))
      .refuses('case-step-clock-still', { level: 2, paused: true });
  });
  test('the customer may ask, and the ask counts from the end of the pause', () => {
    given(opened, responds('Tue 09:40'), ...pauses('Tue 11:10'), asks('Tue 12:00'))
      .when(does('resume', 'Tue 14:10'))
      .leaves('step 2 Tue 16:00', 'step 3 Wed 14:10');
  });
});

describe('a pause ends', () => {
  test.each(['customer', 'contractor'] as const)('by the word of the %s', (actor) => {
    given(...paused)
      .when(does('resume', 'Tue 14:10', { actor }))
      .then(event('Resumed', { pause: 1, actor, dueAt: undefined }))
      .leaves('step 2 Tue 16:00', 'step 3 Wed 12:00');
  });
  test("at the plan's longest, by Ladder", () => {
    given(...paused)
      .when(timePasses('next Tue 11:20'))
      .brings(event('Resumed', { pause: 1, by: 'ladder', dueAt: 'next Tue 11:10', latenessMs: 600_000 }))
      .leaves('step 2 next Tue 13:00', 'step 3 next Wed 09:00');
  });
  test('once', () => {
    given(...paused, does('resume', 'Tue 14:10'))
      .when(does('resume', 'Tue 14:11'))
      .refuses('case-not-paused');
  });
  test('when the case closes', () => {
    const state = stateAfter(...paused, does('satisfied', 'Tue 12:00'));
    expect(state.status).toBe('closed');
    expect(ahead(state)).toEqual([]);
  });
});

describe('on resuming, each clock starts later by the open time of its calendar that the pause took', () => {
  const bill = (at: string) => opensOn(at, {}, { track: 'billing' });
  const resumes = (at: string) => does('resume', at);

  test.each<[string, string, string, string, string]>([
    ['two open hours over a weekend', 'Fri 10:00', 'Fri 16:00', 'next Mon 09:00', 'step 2 next Mon 12:00'],
    [
      'two open hours from Friday 16:30 to Monday 09:30',
      'Fri 16:30',
      'Fri 16:30',
      'next Mon 09:30',
      'step 2 next Tue 09:30',
    ],
    ['not at all where none was open', 'Fri 10:00', 'Fri 17:00', 'next Mon 08:00', 'step 2 next Mon 10:00'],
  ])('%s', (_, at, from, until, due) => {
    expect(ahead(stateAfter(bill(at), ...pauses(from), resumes(until)))).toContain(due);
  });
  test('pauses apply in order', () => {
    const told = [
      opened,
      ...pauses('Tue 10:00'),
      resumes('Tue 10:30'),
      ...pauses('Tue 11:00'),
      resumes('Tue 12:00'),
    ];
    expect(ahead(stateAfter(...told))).toContain('step 2 Tue 14:30');
  });
  test('a pause that began after the deadline moves it no more', () => {
    const told = [opened, timePasses('Tue 13:00'), ...pauses('Tue 13:10'), resumes('Tue 15:00')];
    given(...told)
      .when(timePasses('Wed 12:00'))
      .then(fellDue(3, 'Wed 10:50', { late: 70 }));
  });
  test('it is still the same start: what was declined does not fall due again', () => {
    const declined = [
      ...[opened, timePasses('Tue 13:00'), does('decline', 'Tue 13:01', { level: 2, reason: 'Crew there' })],
      ...[...pauses('Tue 13:10'), resumes('Tue 15:00')],
    ];
    expect(ahead(stateAfter(...declined)).filter((one) => one.startsWith('step 2'))).toEqual([]);
  });
});

describe('a contested pause', () => {
  const over = [...paused, does('resume', 'Tue 12:10')];
  const contested = [...over, does('contestPause', 'Tue 12:20', { pause: 1 })];
  const decides = (at: string, upheld: boolean) => does('decidePauseDispute', at, { pause: 1, upheld });

  test('moves nothing before oversight has decided', () => {
    given(...over)
      .when(does('contestPause', 'Tue 12:20', { pause: 1 }))
      .then(event('PauseContested', { pause: 1, actor: 'customer' }))
      .leaves('step 2 Tue 14:00', 'step 3 Wed 10:00');
  });
  test('upheld, counts as if it had never been', () => {
    given(...contested)
      .when(decides('Tue 12:30', true))
      .then(event('PauseDisputeDecided', { pause: 1, upheld: true, actor: 'oversight' }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test("upheld too late, makes the step due at that decision, and that is nobody's lateness", () => {
    given(...contested)
      .when(decides('Tue 13:30', true))
      .then(event('PauseDisputeDecided'), fellDue(2, 'Tue 13:30', { computed: 'Tue 13:00' }));
  });
  test('dismissed, counts', () => {
    given(...contested)
      .when(decides('Tue 13:30', false))
      .then(event('PauseDisputeDecided', { upheld: false }))
      .leaves('step 2 Tue 14:00', 'step 3 Wed 10:00');
  });
  test('upheld while it lasts, ends', () => {
    given(...paused, does('contestPause', 'Tue 12:20', { pause: 1 }))
      .when(decides('Tue 12:30', true))
      .then(event('PauseDisputeDecided'))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('is contested once', () => {
    given(...contested)
      .when(does('contestPause', 'Tue 12:40', { pause: 1 }))
      .refuses('case-contest-settled', { what: 'pause', number: 1 });
  });
  test('is decided only where it is contested', () => {
    given(...over)
      .when(decides('Tue 12:30', true))
      .refuses('case-contest-missing', { what: 'pause', number: 1 });
  });
  test.each([
    does('contestPause', 'Tue 12:40', { pause: 3 }),
    does('decidePauseDispute', 'Tue 12:40', { pause: 3, upheld: true }),
  ])('$type needs a pause there was', (command) => {
    given(...over)
      .when(command)
      .refuses('case-pause-unknown', { pause: 3 });
  });
});
