import { describe, expect, test } from 'vitest';
import {
  asks,
  does,
  event,
  fellDue,
  given,
  moves,
  openAfter,
  opens,
  responds,
  timePasses,
} from '../../../../test/build/case.ts';
import { type PlanChanges, revisionWith } from '../../../../test/build/revision.ts';

const opened = opens('Tue 09:00');
const at2 = [opened, moves('Tue 13:00', 2)];
const opensOn = (changes: PlanChanges, fields = {}) =>
  opens('Tue 09:00', { revision: revisionWith(changes), ...fields });

describe('a response counts for the highest contacted level at which its author stands', () => {
  test.each<[string, string, number[], number]>([
    ['the contact of level 1', 'ana', [], 1],
    ['the desk that is reached otherwise', 'desk', [], 1],
    ['the contact of level 2', 'bo', [], 2],
    ['the deputy of level 2', 'bea', [], 2],
    ['somebody on duty for level 1', 'dee', [1], 1],
    ['somebody on duty for levels 1 and 2', 'dee', [1, 2], 2],
    ['the contact of level 1 on duty for level 2', 'ana', [2], 2],
    ['somebody who stands nowhere', 'dee', [], 2],
    ['the contact of level 3, which nobody has contacted', 'cy', [], 2],
    ['somebody on duty for level 3, which nobody has contacted', 'dee', [3], 2],
  ])('%s', (_, by, stands, level) => {
    given(...at2)
      .when(responds('Tue 14:00', by, { stands }))
      .then(event('Responded', { by, level }));
  });

  test('whom the directory names for this customer', () => {
    const contacts = {
      ...{ manager: { kind: 'directory' as const }, bo: { kind: 'person' as const } },
      cy: { kind: 'person' as const },
    };
    const levels = [{ reach: ['manager'] }, { reach: ['bo'] }, { reach: ['cy'] }];
    given(opensOn({ contacts, levels }, { directory: { manager: 'dee' } }), moves('Tue 13:00', 2))
      .when(responds('Tue 14:00', 'dee'))
      .then(event('Responded', { level: 1 }));
  });
  test.each(['acknowledge', 'update', 'proposeResolution'] as const)('so does what "%s" says', (type) => {
    const { events } = given(...at2).when(does(type, 'Tue 14:00', { by: 'ana' }));
    expect(events[0]).toMatchObject({ level: 1 });
  });
});

describe('a response received in time and handled too late', () => {
  const silent = { allSilent: [1], for: '4 hours', calendar: 'always' };
  const bySilence = opensOn({ service2: { when: silent } });
  const inTime = responds('Tue 13:05', 'ana', { occurredAt: 'Tue 12:59:30' });

  test('withdraws the step that fell due by that silence', () => {
    given(bySilence, timePasses('Tue 13:00'))
      .when(inTime)
      .then(event('Responded'), event('StepWithdrawn', { step: 'service/2', level: 2, reason: 'responded' }))
      .leaves();
  });
  test('comes too late where the step was taken meanwhile', () => {
    given(bySilence, timePasses('Tue 13:00'), moves('Tue 13:01', 2)).when(inTime).then(event('Responded'));
  });
  test('leaves a step that fell due by a satisfaction clock', () => {
    given(opened, timePasses('Tue 13:00')).when(inTime).then(event('Responded'));
    expect(openAfter(opened, timePasses('Tue 13:00'), inTime).due).toMatchObject([{ level: 2 }]);
  });
  test('withdraws nothing where it was received in the millisecond of the deadline', () => {
    given(bySilence, timePasses('Tue 13:00'))
      .when(responds('Tue 13:05', 'ana', { occurredAt: 'Tue 13:00' }))
      .then(event('Responded'));
  });
  test('withdraws nothing where another level of the silence was meant', () => {
    const other = opensOn({ service3: { when: { anySilent: [1], for: '5 hours', calendar: 'always' } } });
    const told = [other, moves('Tue 13:00', 2), timePasses('Tue 14:00')];
    given(...told)
      .when(responds('Tue 14:05', 'bo', { occurredAt: 'Tue 13:30' }))
      .then(event('Responded', { level: 2 }));
  });
  test('leaves the deadline to the later asks', () => {
    given(bySilence, asks('Tue 12:59:40'), timePasses('Tue 13:00'))
      .when(inTime)
      .then(event('Responded'), event('StepWithdrawn'))
      .leaves('step 2 Tue 16:59:40', 'step 3 Wed 12:59:40');
  });
  test('leaves the deadline to the other conditions, by which it falls due at their instant', () => {
    const when = [silent, { unsatisfiedFor: '4 hours', calendar: 'always', since: 'opened' as const }];
    const told = [opensOn({ service2: { when } }), timePasses('Tue 13:00'), inTime];
    given(...told)
      .when(timePasses('Tue 13:05'))
      .then(event('StepFellDue', { level: 2, condition: 1, dueAt: 'Tue 13:00', latenessMs: 300_000 }));
  });
  test('withdraws the step also when the customer confirms that it came earlier', () => {
    const stated = responds('Tue 13:30', 'ana', { statedAt: 'Tue 12:00' });
    given(bySilence, timePasses('Tue 13:00'), stated)
      .when(does('confirmResponse', 'Tue 14:00', { response: 0 }))
      .then(event('ResponseConfirmed'), event('StepWithdrawn', { level: 2 }))
      .leaves();
  });
  test('withdraws the step also where the track has changed meanwhile', () => {
    const revision = revisionWith({ service2: { when: silent } });
    const told = [opens('Tue 09:00', { revision }), timePasses('Tue 13:00')];
    given(...told, does('changeTrack', 'Tue 13:02', { track: 'billing' }))
      .when(inTime)
      .then(event('Responded'), event('StepWithdrawn', { level: 2 }))
      .leaves('step 2 Wed 09:00');
  });
  test('handled before the deadline it simply stops the clock', () => {
    given(bySilence).when(responds('Tue 12:59:59.999')).then(event('Responded')).leaves();
  });
  test('received after the deadline it changes nothing, although nothing ran then', () => {
    given(bySilence)
      .when(responds('Tue 13:05', 'ana', { occurredAt: 'Tue 13:04' }))
      .then(fellDue(2, 'Tue 13:00', { late: 5 }), event('Responded'));
  });
});

describe('an acknowledgement', () => {
  test('names the level and the person', () => {
    given(opened)
      .when(does('acknowledge', 'Tue 09:05', { over: 'text' }))
      .then(event('Acknowledged', { level: 1, by: 'ana', actor: 'contractor', over: 'text' }));
  });
  test("of a second person is recorded and changes nothing in the case's clocks", () => {
    const once = openAfter(opened, does('acknowledge', 'Tue 09:05'));
    given(opened, does('acknowledge', 'Tue 09:05'))
      .when(does('acknowledge', 'Tue 09:06', { by: 'desk' }))
      .then(event('Acknowledged', { by: 'desk', level: 1 }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
    expect(once.due).toEqual([]);
  });
  test('of the same person by another road is one', () => {
    given(opened, does('acknowledge', 'Tue 09:05', { over: 'text' }))
      .when(does('acknowledge', 'Tue 09:06', { over: 'portal' }))
      .then();
  });
  test('is given anew when the customer has asked again', () => {
    given(opened, does('acknowledge', 'Tue 09:05'), asks('Tue 09:30'))
      .when(does('acknowledge', 'Tue 09:31'))
      .then(event('Acknowledged', { level: 1 }));
  });
});
