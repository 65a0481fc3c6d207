import { describe, expect, test } from 'vitest';
import {
  ahead,
  does,
  event,
  fellDue,
  given,
  later,
  moves,
  openAfter,
  opens,
  reached,
  responds,
  stateAfter,
  timePasses,
} from '../../../../test/build/case.ts';
import { revisionWith } from '../../../../test/build/revision.ts';

const opened = opens('Tue 09:00');
const onBilling = opens('Tue 09:00', { track: 'billing' });
const changes = (at: string, track: string, fields = {}) => does('changeTrack', at, { track, ...fields });
const movesTo = (at: string, revision = revisionWith(), fields = {}) =>
  does('moveToRevision', at, { revision: later(revision), ...fields });

describe('a change of track', () => {
  test('computes the deadlines anew from the same starts', () => {
    given(onBilling)
      .when(changes('Tue 10:00', 'service'))
      .then(event('TrackChanged', { from: 'billing', track: 'service', actor: 'customer' }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('lets what is over by then fall due at the change, lateness 0, the computed instant beside it', () => {
    given(onBilling)
      .when(changes('Tue 15:00', 'service'))
      .then(event('TrackChanged'), fellDue(2, 'Tue 15:00', { computed: 'Tue 13:00' }));
  });
  test('an automatic move that follows counts from the change', () => {
    given(opens('Tue 09:00', { track: 'billing', automatic: true }), responds('Tue 10:00'))
      .when(changes('Tue 15:00', 'service'))
      .then(
        event('TrackChanged'),
        fellDue(2, 'Tue 15:00', { computed: 'Tue 13:00' }),
        ...reached(2, { automatic: true, occurredAt: 'Tue 15:00' }),
      )
      .leaves('step 3 Wed 15:00');
  });
  test('an untaken step passes from the change on', () => {
    const then = 'then';
    const revision = revisionWith({
      service2: { ifNotTaken: { within: '1 hour', calendar: 'always', [then]: 'oversight' } },
    });
    given(opens('Tue 09:00', { revision, track: 'billing' }))
      .when(changes('Tue 15:00', 'service'))
      .leaves('pass 2 Tue 16:00', 'step 3 Wed 09:00');
  });
  test('is received before it is handled: what it puts into the past falls due when it was received', () => {
    given(onBilling)
      .when(changes('Tue 15:30', 'service', { occurredAt: 'Tue 15:00' }))
      .then(event('TrackChanged'), fellDue(2, 'Tue 15:00', { computed: 'Tue 13:00' }));
  });
  test('what was due stays due where there still is a step to that level', () => {
    given(opened, timePasses('Tue 13:00'))
      .when(changes('Tue 13:10', 'billing'))
      .then(event('TrackChanged'))
      .leaves('step 3 Thu 09:00');
    expect(openAfter(opened, timePasses('Tue 13:00'), changes('Tue 13:10', 'billing')).due).toMatchObject([
      { level: 2, dueAt: expect.any(Number) },
    ]);
  });
  test('what was due is due no longer where there is no step to that level', () => {
    const track = { steps: [{ level: 1, actor: 'customer' as const }] };
    const revision = revisionWith();
    const both = {
      ...revision,
      tracks: { ...revision.tracks, ...revisionWith({ tracks: { flat: track } }).tracks },
    };
    const told = [
      opens('Tue 09:00', { revision: both }),
      timePasses('Tue 13:00'),
      changes('Tue 13:10', 'flat'),
    ];
    expect(openAfter(...told).due).toEqual([]);
    expect(ahead(stateAfter(...told))).toEqual([]);
  });
  test('a step that stays due belongs to the actor of the new track', () => {
    given(opened, timePasses('Wed 09:00'), changes('Wed 09:10', 'billing'))
      .when(moves('Wed 09:20', 3))
      .then(...reached(3, { step: 'billing/3', actor: 'customer' }));
  });
  test('oversight makes it in its own name', () => {
    given(onBilling)
      .when(changes('Tue 10:00', 'service', { actor: 'oversight' }))
      .then(event('TrackChanged', { actor: 'oversight', onBehalfOf: undefined }));
  });
  test('the contractor may propose it, which changes nothing', () => {
    given(onBilling)
      .when(does('proposeTrack', 'Tue 10:00', { track: 'service' }))
      .then(event('TrackProposed', { track: 'service', actor: 'contractor' }))
      .leaves('step 2 Wed 09:00', 'step 3 Thu 09:00');
  });
  test.each(['changeTrack', 'proposeTrack'] as const)('%s needs a track of the plan, another one', (type) => {
    given(opened)
      .when(does(type, 'Tue 10:00', { track: 'repairs' }))
      .refuses('case-track-unknown', { track: 'repairs', tracks: ['service', 'billing'] });
    given(opened)
      .when(does(type, 'Tue 10:00', { track: 'constructor' }))
      .refuses('case-track-unknown', { track: 'constructor', tracks: ['service', 'billing'] });
    given(opened)
      .when(does(type, 'Tue 10:00', { track: 'service' }))
      .refuses('case-track-unchanged', { track: 'service' });
  });
});

describe('a change of revision', () => {
  const slower = revisionWith({
    service2: { when: { unsatisfiedFor: '6 hours', calendar: 'always', since: 'opened' } },
  });

  test('computes the deadlines anew from the same starts', () => {
    given(opened)
      .when(movesTo('Tue 10:00', slower))
      .then(event('MovedToRevision', { actor: 'customer' }))
      .leaves('step 2 Tue 15:00', 'step 3 Wed 09:00');
  });
  test('lets what is over by then fall due at the change', () => {
    given(opens('Tue 09:00', { revision: slower }))
      .when(movesTo('Tue 14:00'))
      .then(event('MovedToRevision'), fellDue(2, 'Tue 14:00', { computed: 'Tue 13:00' }));
  });
  test('what was due stays due', () => {
    given(opened, timePasses('Tue 13:00'))
      .when(movesTo('Tue 13:10', slower, { actor: 'oversight' }))
      .then(event('MovedToRevision'))
      .leaves('step 3 Wed 09:00');
  });
  test('the contractor may propose it, which changes nothing', () => {
    given(opened)
      .when(does('proposeRevision', 'Tue 10:00', { revision: later(slower) }))
      .then(event('RevisionProposed'))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });

  const flat = (id: string) => ({ [id]: { steps: [{ level: 1, actor: 'customer' as const }] } });
  test.each([
    [
      'with fewer levels than contacted',
      { ...later(revisionWith()), levels: revisionWith().levels.slice(0, 1) },
      'case-revision-too-few-levels',
      { levels: 1, contacted: 2 },
    ],
    [
      "without the case's track",
      later(revisionWith({ tracks: flat('repairs') })),
      'case-revision-without-track',
      { track: 'service' },
    ],
    [
      'of another contract',
      { ...later(revisionWith()), contract: 'other' },
      'case-revision-other-contract',
      { contract: 'other', expected: 'sample' },
    ],
    ['that it runs on already', revisionWith(), 'case-revision-unchanged', { number: 1 }],
  ] as const)('to a revision %s is refused', (_, revision, code, values) => {
    const told = [opened, moves('Tue 13:00', 2)];
    given(...told)
      .when(does('moveToRevision', 'Tue 14:00', { revision }))
      .refuses(code, values);
    given(...told)
      .when(does('proposeRevision', 'Tue 14:00', { revision }))
      .refuses(code, values);
  });
});

describe('handing over', () => {
  test('names who has the case now, and stops no clock', () => {
    given(opened)
      .when(does('handOver', 'Tue 10:00', { to: 'bo' }))
      .then(event('HandedOver', { to: 'bo' }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('is to somebody the plan knows', () => {
    given(opened)
      .when(does('handOver', 'Tue 10:00', { to: 'zoe' }))
      .refuses('case-contact-unknown', { contact: 'zoe' });
    given(opened)
      .when(does('handOver', 'Tue 10:00', { to: 'toString' }))
      .refuses('case-contact-unknown', { contact: 'toString' });
  });
  test('may be to whom the directory names for this customer', () => {
    given(opens('Tue 09:00', { directory: { manager: 'dee' } }))
      .when(does('handOver', 'Tue 10:00', { to: 'dee' }))
      .then(event('HandedOver', { to: 'dee' }));
  });
});
