import { expect, test } from 'vitest';
import { deadlineText } from './case-text.ts';

const dueAt = '2026-11-17T17:00:00.000Z';

test.each([
  ['step/2', 'step', 'level 2 may be contacted'],
  ['promise/service/2/respondWithin', 'promise', 'level 2 promised to answer by then'],
  ['promise/service/2/somethingNew', 'promise', 'a promise of level 2 runs out'],
  ['somethingNew/2', 'somethingNew', 'somethingNew'],
])('the deadline %s is said in words, or by its name where a newer service has it', (name, kind, says) => {
  expect(deadlineText({ name, kind, level: 2, dueAt })).toBe(says);
});
