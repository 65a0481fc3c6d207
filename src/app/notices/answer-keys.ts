import type { MailAction } from '../../core/message/mail.ts';
import type { AnswerKey } from '../ports/telephone.ts';
import type { OfferedAction } from './links.ts';

/**
 * By which digit each action is chosen, always the same: an answer that comes late, or for another message, is never
 * taken for another action. Moves that are due beside the first have digits after the others.
 */
const KEYS: Readonly<Record<MailAction, readonly string[]>> = {
  acknowledge: ['1'],
  respond: ['2'],
  satisfied: ['3'],
  notSatisfied: ['4'],
  escalate: ['5', '7', '8'],
  undoSatisfied: ['6'],
};

/** The digits for what is offered, for the case as it stands; of more moves than there are digits, the first. */
export function answerKeys(offered: readonly OfferedAction[], stamp: string): readonly AnswerKey[] {
  const taken = new Set<string>();
  return offered.flatMap(({ action, level }) => {
    const key = KEYS[action].find((one) => !taken.has(one));
    if (key === undefined) return [];
    taken.add(key);
    return [{ key, action, level, stamp }];
  });
}
