import { describe, expect, test } from 'vitest';
import { on } from '../../../test/build/case.ts';
import { revisionWith } from '../../../test/build/revision.ts';
import type { Plan } from '../plan/format/schema.ts';
import { contactsOf, levelOrder } from './move.ts';

const NIGHTS = { 'mon-sun': ['22:00-06:00'] };

const contacts = (changes: Partial<Record<string, object>> = {}): NonNullable<Plan['contacts']> => ({
  desk: { kind: 'desk', ...changes.desk },
  ana: { kind: 'person', ...changes.ana },
  bo: { kind: 'person', deputy: 'bea', ...changes.bo },
  bea: { kind: 'person', ...changes.bea },
  cy: { kind: 'person', ...changes.cy },
});

const state = (changes: Parameters<typeof contacts>[0]) => ({
  revision: revisionWith({ contacts: contacts(changes) }),
  directory: {},
});

describe('in somebody’s quiet hours', () => {
  test.each([
    ['Tue 21:59', ['bo']],
    ['Tue 22:00', ['bea']],
    ['Wed 05:59', ['bea']],
    ['Wed 06:00', ['bo']],
  ])('their deputy is reached instead: %s', (at, reached) => {
    expect(contactsOf(state({ bo: { quietHours: NIGHTS } }), 2, on(at))).toEqual(reached);
  });

  test('without a deputy those who are reached otherwise are', () => {
    const quiet = state({ ana: { quietHours: NIGHTS } });
    expect(contactsOf(quiet, 1, on('Tue 23:00'))).toEqual(['desk']);
    expect(levelOrder(quiet, 1, on('Tue 23:00'))).toEqual(['desk']);
    expect(levelOrder(quiet, 1, on('Tue 12:00'))).toEqual(['ana', 'desk']);
  });

  test('a deputy whose hours are quiet too is nobody’s deputy then', () => {
    const both = { bo: { quietHours: NIGHTS }, bea: { quietHours: NIGHTS, deputy: 'cy' } };
    expect(contactsOf(state(both), 2, on('Tue 23:00'))).toEqual(['bo']);
  });

  test('they are reached all the same where nobody else is left', () => {
    expect(contactsOf(state({ cy: { quietHours: NIGHTS } }), 3, on('Tue 23:00'))).toEqual(['cy']);
  });
});

test('without quiet hours a revision says nothing of them, so that its digest stays what it was', () => {
  expect(Object.keys(state({}).revision.seats.bo!)).toEqual(['id', 'kind', 'title', 'deputy']);
});
