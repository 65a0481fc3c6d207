import { describe, expect, test } from 'vitest';
import {
  ahead,
  does,
  event,
  given,
  openAfter,
  opens,
  proposes,
  stateAfter,
} from '../../../../test/build/case.ts';
import { revisionWith } from '../../../../test/build/revision.ts';
import { standInAt } from '../state.ts';
import { WATCHERS_MAX } from './sharing.ts';

const opened = opens('Tue 09:00', { revision: revisionWith({ reopening: { within: '30 days' } }) });
const watches = (at: string, person: string) => does('addWatcher', at, { person });
const standsIn = (at: string, person: string, endsAt?: string) =>
  does('nameStandIn', at, endsAt === undefined ? { person } : { person, endsAt });

describe('a watcher', () => {
  test('is added, and added again is no news', () => {
    given(opened)
      .when(watches('Tue 10:00', 'lee'))
      .then(event('WatcherAdded', { person: 'lee', actor: 'customer', by: 'dana' }));
    given(opened, watches('Tue 10:00', 'lee')).when(watches('Tue 10:01', 'lee')).then();
  });
  test('is not the reporter, who is told of everything anyway', () => {
    given(opened).when(watches('Tue 10:00', 'dana')).refuses('case-person-reporter', { person: 'dana' });
  });
  test('is removed once', () => {
    const watched = [opened, watches('Tue 10:00', 'lee')];
    const removal = does('removeWatcher', 'Tue 11:00', { person: 'lee' });
    given(...watched)
      .when(removal)
      .then(event('WatcherRemoved', { person: 'lee' }));
    given(...watched, removal)
      .when(does('removeWatcher', 'Tue 12:00', { person: 'lee' }))
      .refuses('case-watcher-unknown', { person: 'lee' });
  });
  test('is one of twenty at most', () => {
    const all = Array.from({ length: WATCHERS_MAX }, (_, index) => watches('Tue 10:00', `lee-${index}`));
    given(opened, ...all)
      .when(watches('Tue 10:01', 'kim'))
      .refuses('case-watchers-too-many', { watchersMax: WATCHERS_MAX });
  });
  test('moves no deadline', () => {
    const before = ahead(stateAfter(opened));
    given(opened)
      .when(watches('Tue 10:00', 'lee'))
      .leaves(...before);
  });
  test('is the customer’s to name, and nobody else’s', () => {
    given(opened)
      .when(does('addWatcher', 'Tue 10:00', { person: 'lee', actor: 'contractor' }))
      .refuses('case-actor-not-allowed');
    given(opened)
      .when(does('addWatcher', 'Tue 10:00', { person: 'lee', by: 'desk', onBehalfOf: 'customer' }))
      .refuses('case-on-behalf-not-allowed');
  });
  test('can be added to a closed case, and is there when it is open again', () => {
    const closed = [opened, does('satisfied', 'Tue 10:00')];
    const watched = [...closed, watches('Tue 10:05', 'lee')];
    expect(openAfter(...watched, does('undoSatisfied', 'Tue 10:10')).watchers).toEqual(['lee']);
    expect(openAfter(...watched, does('reopen', 'Tue 10:10')).watchers).toEqual(['lee']);
  });
  test('named by the customer is a word of the customer’s: it ends a silence', () => {
    expect(openAfter(opened, proposes('Tue 09:30')).proposal).toBeDefined();
    expect(openAfter(opened, proposes('Tue 09:30'), watches('Tue 10:00', 'lee')).proposal).toBeUndefined();
  });
});

describe('a stand-in', () => {
  test('acts until taken back', () => {
    given(opened)
      .when(standsIn('Tue 10:00', 'lee'))
      .then(event('StandInNamed', { person: 'lee', endsAt: undefined }));
    const named = [opened, standsIn('Tue 10:00', 'lee')];
    given(...named)
      .when(does('endStandIn', 'Tue 11:00'))
      .then(event('StandInEnded', { person: 'lee' }));
    given(...named, does('endStandIn', 'Tue 11:00'))
      .when(does('endStandIn', 'Tue 11:01'))
      .refuses('case-stand-in-missing');
  });
  test('acts until the instant given, and from that very millisecond on no longer', () => {
    const state = openAfter(opened, standsIn('Tue 10:00', 'lee', 'Wed 17:00'));
    const end = state.standIn?.endsAt ?? 0;
    expect(standInAt(state, (end - 1) as typeof state.lastAt)).toBe('lee');
    expect(standInAt(state, end as typeof state.lastAt)).toBeUndefined();
    given(opened, standsIn('Tue 10:00', 'lee', 'Wed 17:00'))
      .when(does('endStandIn', 'Wed 17:00'))
      .refuses('case-stand-in-missing');
  });
  test('whose time would be over already is refused', () => {
    given(opened)
      .when(standsIn('Tue 10:00', 'lee', 'Tue 10:00'))
      .refuses('case-stand-in-over', { endsAt: 'Tue 10:00' });
  });
  test('takes the place of the one before, who is told that it is over', () => {
    given(opened, standsIn('Tue 10:00', 'lee'))
      .when(standsIn('Tue 11:00', 'kim'))
      .then(event('StandInEnded', { person: 'lee' }), event('StandInNamed', { person: 'kim' }));
  });
  test('whose time was over before ends for nobody when another is named', () => {
    given(opened, standsIn('Tue 10:00', 'lee', 'Tue 12:00'))
      .when(standsIn('Tue 12:30', 'kim'))
      .then(event('StandInNamed', { person: 'kim' }));
  });
  test('named again with the same end is no news, with another is', () => {
    const named = [opened, standsIn('Tue 10:00', 'lee', 'Wed 17:00')];
    given(...named)
      .when(standsIn('Tue 11:00', 'lee', 'Wed 17:00'))
      .then();
    given(...named)
      .when(standsIn('Tue 11:00', 'lee', 'Thu 17:00'))
      .then(event('StandInNamed', { person: 'lee', endsAt: 'Thu 17:00' }));
  });
  test('is not the reporter', () => {
    given(opened).when(standsIn('Tue 10:00', 'dana')).refuses('case-person-reporter');
  });
});

describe('files', () => {
  const attach = (at: string, index: number) => does('attach', at, { file: `file-${index}` });
  test('of one case are twenty at most, also where it is closed', () => {
    const all = Array.from({ length: 20 }, (_, index) => attach('Tue 10:00', index));
    given(opened, ...all)
      .when(attach('Tue 10:01', 20))
      .refuses('case-files-too-many', { filesMax: 20 });
    given(opened, ...all, does('satisfied', 'Tue 11:00'))
      .when(attach('Tue 11:01', 20))
      .refuses('case-files-too-many');
  });
});
