import { afterPin, atCase, atSure, caseMenu, caseNumber, pin } from './call-case.ts';
import { connecting, message, reach } from './call-connecting.ts';
import { atPerson, chosenOf, code, description, onwards, opened } from './call-opening.ts';
import { CASE_KEYS, OTHER, over, prompt } from './call-prompt.ts';
import type { Conversation, Facts, Heard, Told, Turn } from './conversation.ts';
import { plainly, say } from './said.ts';

/** Turns in a row without anything that fits after which a call ends. */
const MISSES_MAX = 3;

/**
 * The next turn of a call that came in: what is said to what was heard, and what is waited for. Where the world is to
 * be asked first, the turn says what; its answer is then heard as the next thing.
 */
export function callTurn(before: Conversation, heard: Heard, facts: Facts): Turn {
  if (heard.kind === 'told') return afterTold(before, heard.told, facts);
  if (heard.kind === 'began') return { ...prompt(before, facts), conversation: before };
  const turn = heardAt(before, heard, facts);
  if (turn) return { ...turn, conversation: { ...turn.conversation, misses: 0 } };
  const misses = before.misses + 1;
  if (misses >= MISSES_MAX) return over(before, plainly('goodbye'));
  const again = prompt({ ...before, misses }, facts);
  const said = heard.kind === 'nothing' ? again.said : [...plainly('notUnderstood'), ...again.said];
  return { ...again, said };
}

/** What a place makes of what was heard; undefined where it fits nothing that was offered. */
function heardAt(now: Conversation, heard: Heard, facts: Facts): Turn | undefined {
  const keys = heard.kind === 'keys' ? heard.keys : undefined;
  switch (now.place) {
    case 'menu':
      return keys === undefined ? undefined : atMenu(now, keys, facts);
    case 'contract':
    case 'track':
      return keys === undefined ? undefined : chosenOf(now, keys, facts);
    case 'person':
      return keys === undefined ? undefined : atPerson(now, keys, facts);
    case 'code':
      return keys === undefined && heard.kind !== 'nothing' ? undefined : code(now, keys ?? '');
    case 'description':
      return description(now, heard);
    case 'afterOpening':
      return keys === undefined ? undefined : afterOpening(now, keys, facts);
    case 'afterHeld':
      return keys === '1' ? reach({ ...now, tried: 0 }) : undefined;
    case 'caseNumber':
      return keys === undefined ? undefined : caseNumber(now, keys, facts);
    case 'pin':
      return keys === undefined ? undefined : pin(now, keys);
    case 'case':
      return keys === undefined ? undefined : atCase(now, keys);
    case 'sure':
      return keys === undefined ? undefined : atSure(now, keys);
    case 'connecting':
      return heard.kind === 'connection' ? connecting(now, heard.reached) : undefined;
    case 'message':
      return message(now, heard);
    case 'over':
      return over(now, []);
  }
}

function atMenu(now: Conversation, keys: string, facts: Facts): Turn | undefined {
  switch (keys) {
    case '1':
      return onwards({ ...now, wants: 'open' }, facts);
    case '2':
      return prompt({ ...now, place: 'caseNumber' }, facts);
    case '3':
      return onwards({ ...now, wants: 'connect' }, facts);
    case '9':
      return prompt({ ...now, language: OTHER[now.language] }, facts);
    default:
      return undefined;
  }
}

function afterOpening(now: Conversation, keys: string, facts: Facts): Turn | undefined {
  if (keys === '1') return reach({ ...now, tried: 0 });
  if (!now.offer) return undefined;
  if (keys === CASE_KEYS.again) return { conversation: now, said: [], next: { ask: 'opened' } };
  return keys === '2' ? prompt({ ...now, place: 'case' }, facts) : undefined;
}

/** What the world said to the question of the turn before. */
function afterTold(now: Conversation, told: Told, facts: Facts): Turn {
  switch (told.is) {
    case 'customer':
      return prompt(
        { ...now, customer: told.customer, person: told.person, isChosen: true, place: 'description' },
        facts,
      );
    case 'nobody':
      return now.place === 'code'
        ? prompt({ ...now, misses: now.misses + 1 }, facts, plainly('codeUnknown'))
        : prompt({ ...now, place: 'message' }, facts, plainly('nobodyThere'));
    case 'opened':
      return opened(now, told, facts);
    case 'held':
    case 'heldTooMany':
    case 'heldNoSpeaker':
    case 'heldFull':
      return prompt({ ...now, place: 'afterHeld' }, facts, plainly(told.is));
    case 'heldRefused':
      return prompt({ ...now, place: 'afterHeld' }, facts, [say('heldRefused', { text: told.text })]);
    case 'refused':
      return now.offer
        ? prompt({ ...now, place: 'case', meant: undefined }, facts, [say('refused', { text: told.text })])
        : over(now, [say('notOpened', { text: told.text }), ...plainly('goodbye')]);
    case 'right':
    case 'standing':
    case 'done':
      return caseMenu(now, told);
    case 'wrong':
    case 'locked':
    case 'tooMany':
      return afterPin(now, told.is);
    case 'rings':
      return {
        conversation: { ...now, place: 'connecting', tried: (now.tried ?? 0) + 1 },
        said: now.tried ? [] : plainly('connecting'),
        next: { wait: 'connection', number: told.number },
      };
    case 'kept':
    case 'lost':
      return over(now, plainly(told.is === 'kept' ? 'messageKept' : 'messageLost', 'goodbye'));
  }
}
