import { describe, expect, test } from 'vitest';
import {
  byDesk,
  does,
  event,
  given,
  historyOf,
  moves,
  openAfter,
  opens,
  timePasses,
} from '../../../../test/build/case.ts';
import { revisionWith } from '../../../../test/build/revision.ts';

const opened = opens('Tue 09:00');

describe('opening', () => {
  test('asks the first level of the track at once', () => {
    given()
      .when(opened)
      .then(
        event('CaseOpened', { track: 'service', customer: 'dana', actor: 'customer', by: 'dana' }),
        event('LevelContacted', { level: 1, contacts: ['ana'] }),
      )
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('keeps the reference numbers of both sides', () => {
    given()
      .when(opens('Tue 09:00', { references: ['TICKET-7', 'circuit 12'] }))
      .brings(event('CaseOpened', { references: ['TICKET-7', 'circuit 12'] }));
  });
  test('marks a drill', () => {
    expect(openAfter(opens('Tue 09:00', { practice: true })).practice).toBe(true);
    expect(openAfter(opened).practice).toBe(false);
  });
  test.each(['repairs', 'constructor', '__proto__'])('needs a track of the plan: %s is none', (track) => {
    given()
      .when(opens('Tue 09:00', { track }))
      .refuses('case-track-unknown', { track, tracks: ['service', 'billing'] });
  });
  test('happens once', () => {
    given(opened).when(opens('Tue 09:01')).refuses('case-already-open', { caseId: 'case-1' });
    given(opened, does('satisfied', 'Tue 10:00'))
      .when(opens('Tue 10:01'))
      .refuses('case-already-open', { caseId: 'case-1' });
  });
  test('comes before everything else', () => {
    given().when(does('ask', 'Tue 09:00')).refuses('case-unknown', { command: 'ask' });
  });
});

describe('whom a level reaches', () => {
  const contacts = {
    ...{ manager: { kind: 'directory' as const }, backup: { kind: 'desk' as const }, eve: {}, bo: {} },
  };
  const levels = [{ reach: ['manager'], otherwise: ['backup'] }, { reach: ['eve', 'bo'] }, { reach: ['bo'] }];
  const revision = revisionWith({ contacts, levels });

  test('whom the directory names for this customer', () => {
    given()
      .when(opens('Tue 09:00', { revision, directory: { manager: 'dee' } }))
      .brings(event('LevelContacted', { contacts: ['dee'] }));
  });
  test('those named otherwise, where the directory has nobody for this customer', () => {
    given()
      .when(opens('Tue 09:00', { revision }))
      .brings(event('LevelContacted', { contacts: ['backup'] }));
  });
  test('every contact of a level that has several', () => {
    given(opens('Tue 09:00', { revision }))
      .when(moves('Tue 13:00', 2))
      .brings(event('LevelContacted', { level: 2, contacts: ['eve', 'bo'] }));
  });
});

describe('every event', () => {
  const events = historyOf(
    ...[opened, timePasses('Tue 13:05'), moves('Tue 13:10', 2, { ...byDesk, over: 'call' })],
    does('satisfied', 'Tue 14:00'),
  );

  test('says when it was decided, from when it counts, whose move it is and who made it', () => {
    for (const { at, occurredAt, actor, by } of events) {
      expect(typeof at).toBe('number');
      expect(occurredAt).toBeLessThanOrEqual(at);
      expect(['customer', 'contractor', 'oversight']).toContain(actor);
      expect(by).toMatch(/^(dana|desk|ladder)$/);
    }
  });
  test('of a deadline names Ladder as who acted, and the party whose move it is', () => {
    expect(events.find(({ type }) => type === 'StepFellDue')).toMatchObject({
      by: 'ladder',
      actor: 'customer',
    });
  });
  test('says on whose behalf and by what means, where that is so', () => {
    expect(events.find(({ type }) => type === 'Escalated')).toMatchObject({ ...byDesk, over: 'call' });
    expect(events[0]).not.toHaveProperty('onBehalfOf');
  });
  test('is plain data that survives being written down', () => {
    expect(JSON.parse(JSON.stringify(events))).toEqual(events);
  });
});
