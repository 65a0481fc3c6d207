import { reach } from './call-connecting.ts';
import { CASE_KEYS, over, prompt } from './call-prompt.ts';
import type { Conversation, Facts, Told, Turn } from './conversation.ts';
import { WRONG_OF_ONE_MAX } from './pin-line.ts';
import { plainly, say } from './said.ts';

const NO_FACTS: Facts = { contracts: [], likely: undefined };

/** The number of a case, as it is keyed in; whether there is such a case is said with its PIN. */
export function caseNumber(now: Conversation, keys: string, facts: Facts): Turn | undefined {
  if (!/^\d{1,18}$/.test(keys)) return undefined;
  return prompt({ ...now, caseId: keys, place: 'pin' }, facts);
}

export function pin(now: Conversation, keys: string): Turn | undefined {
  const { caseId } = now;
  if (caseId === undefined || !/^\d{1,18}$/.test(keys)) return undefined;
  return { conversation: now, said: [], next: { ask: 'pin', caseId, pin: keys } };
}

/** After a PIN that opened nothing: the fifth in a call ends it. */
export function afterPin(before: Conversation, why: 'wrong' | 'locked' | 'tooMany'): Turn {
  if (why === 'locked') return over(before, plainly('lineLocked', 'goodbye'));
  if (why === 'tooMany') return over(before, plainly('tooManyWrong', 'notHeard', 'goodbye'));
  const now = { ...before, wrongPins: before.wrongPins + 1, place: 'caseNumber', caseId: undefined } as const;
  if (now.wrongPins >= WRONG_OF_ONE_MAX) return over(now, plainly('tooManyWrong', 'goodbye'));
  return prompt(now, NO_FACTS, plainly('wrongPin'));
}

/** Where the case stands, and what may be done; before it, what was done just now. */
export function caseMenu(
  now: Conversation,
  { is, offer, contract }: Extract<Told, { is: 'right' | 'standing' | 'done' }>,
): Turn {
  const { meant } = now;
  const { caseId } = offer;
  const done = is === 'done' && meant ? [say('done', { act: meant.act, caseId, level: meant.level })] : [];
  return prompt({ ...now, contract, caseId, offer, meant: undefined, place: 'case' }, NO_FACTS, done);
}

/** What is done with a case. What ends it, or wakes the next level, is asked once more. */
export function atCase(now: Conversation, keys: string): Turn | undefined {
  const { offer } = now;
  if (!offer) return undefined;
  const { acts, moves } = offer;
  const [level] = moves;
  switch (keys) {
    case CASE_KEYS.again:
      return { conversation: now, said: [], next: { ask: 'standing' } };
    case CASE_KEYS.ask:
      return acts.includes('ask') ? give(now, { act: 'ask', level: undefined }) : undefined;
    case CASE_KEYS.escalate:
      return level === undefined ? undefined : sure(now, { act: 'escalate', level });
    case CASE_KEYS.satisfied:
      return acts.includes('satisfied') ? sure(now, { act: 'satisfied', level: undefined }) : undefined;
    case CASE_KEYS.notSatisfied:
      return acts.includes('notSatisfied') ? give(now, { act: 'notSatisfied', level: undefined }) : undefined;
    case CASE_KEYS.undoSatisfied:
      return acts.includes('undoSatisfied')
        ? give(now, { act: 'undoSatisfied', level: undefined })
        : undefined;
    case CASE_KEYS.connect:
      return reach({ ...now, tried: 0 });
    default:
      return undefined;
  }
}

type Meant = NonNullable<Conversation['meant']>;

const give = (now: Conversation, meant: Meant): Turn => ({
  conversation: { ...now, meant },
  said: [],
  next: { ask: 'give', ...meant },
});

const sure = (now: Conversation, meant: Meant): Turn => prompt({ ...now, meant, place: 'sure' }, NO_FACTS);

/** 1 is yes; with 2 the case is as it was. */
export function atSure(now: Conversation, keys: string): Turn | undefined {
  if (keys === '2') return prompt({ ...now, meant: undefined, place: 'case' }, NO_FACTS);
  return keys === '1' && now.meant ? give({ ...now, place: 'case' }, now.meant) : undefined;
}
