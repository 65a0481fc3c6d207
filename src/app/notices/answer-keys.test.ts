import { expect, test } from 'vitest';
import type { AnswerKey } from '../ports/telephone.ts';
import { answerKeys } from './answer-keys.ts';
import type { OfferedAction } from './links.ts';

const said = (keys: readonly AnswerKey[]): readonly string[] =>
  keys.map(({ key, action, level }) => `${key} ${action}${level === undefined ? '' : ` ${level}`}`);

const move = (level: number): OfferedAction => ({ action: 'escalate', level });

test.each<[string, readonly OfferedAction[], readonly string[]]>([
  [
    'a contact acknowledges by 1 and responds by 2',
    [
      { action: 'acknowledge', level: 1 },
      { action: 'respond', level: 1 },
    ],
    ['1 acknowledge 1', '2 respond 1'],
  ],
  [
    'a customer says satisfied by 3 and not satisfied by 4, whatever else is offered',
    [{ action: 'satisfied' }, { action: 'notSatisfied' }],
    ['3 satisfied', '4 notSatisfied'],
  ],
  [
    'moves that are due have digits of their own',
    [move(2), move(3), { action: 'satisfied' }],
    ['5 escalate 2', '7 escalate 3', '3 satisfied'],
  ],
  [
    'more moves than digits are left to other ways',
    [move(2), move(3), move(4), move(5)],
    ['5 escalate 2', '7 escalate 3', '8 escalate 4'],
  ],
  ['a closing is undone by 6', [{ action: 'undoSatisfied' }], ['6 undoSatisfied']],
])('%s', (_rule, offered, keys) => {
  expect(said(answerKeys(offered, 'open/1'))).toEqual(keys);
});
