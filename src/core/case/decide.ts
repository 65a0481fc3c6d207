import { notAllowed } from './authority.ts';
import type { Command } from './command.ts';
import { acknowledge, confirmResponse, respond, update } from './commands/answering.ts';
import { ask } from './commands/asking.ts';
import { close, reopen, satisfied, undoSatisfied, withdraw } from './commands/closing.ts';
import {
  contestPause,
  contestStatedInstant,
  decidePauseDispute,
  decideStatedInstant,
} from './commands/disputing.ts';
import { chooseAutomatic, decline, escalate } from './commands/escalating.ts';
import { changeTrack, handOver, moveToRevision, proposeRevision } from './commands/framing.ts';
import { open } from './commands/opening.ts';
import { consentToPause, refusePause, requestPause, resume } from './commands/pausing.ts';
import { addNote, attach, deliveryResult, endReaching, noteMeans, recordCall } from './commands/recording.ts';
import { addWatcher, endStandIn, nameStandIn, removeWatcher } from './commands/sharing.ts';
import type { Course } from './course.ts';
import type { CaseEvent } from './event.ts';
import { fallDueAfter, fallDueFirst } from './fall-due.ts';
import type { CaseRefusal } from './refusal.ts';
import { refusal } from './refusal.ts';
import type { CaseState } from './state.ts';

/** Yes, with what happened (perhaps nothing new), or no, with nothing. `state` is what the events lead to. */
export type Decision =
  | { readonly accepted: true; readonly events: readonly CaseEvent[]; readonly state: CaseState }
  | { readonly accepted: false; readonly refusal: CaseRefusal };

/**
 * What a command does to a case. First everything due by the command's instant falls due, then the command is
 * decided, then what it put into the past falls due at its own instant: one decision, one list of events.
 */
export function decide(state: CaseState, command: Command): Decision {
  const disorder = outOfOrder(state, command);
  if (disorder) return { accepted: false, refusal: disorder };
  const course: Course = { state, events: [], at: command.at };
  fallDueFirst(course, command.occurredAt);
  const no = notAllowed(course.state, command) ?? apply(course, command);
  if (no) return { accepted: false, refusal: no };
  fallDueAfter(course, command.occurredAt);
  return { accepted: true, events: course.events, state: course.state };
}

function outOfOrder(state: CaseState, { type, at, occurredAt }: Command): CaseRefusal | undefined {
  if (occurredAt > at) return refusal('case-instant-ahead', { occurredAt, at });
  if (state.status === 'none') return undefined;
  if (at < state.lastAt) return refusal('case-instant-before-last', { at, lastAt: state.lastAt });
  const { openedAt } = state.status === 'closed' ? state.last : state;
  if (occurredAt < openedAt && type !== 'deadlineDue') {
    return refusal('case-instant-before-opening', { occurredAt, openedAt });
  }
  return undefined;
}

function apply(course: Course, command: Command): CaseRefusal | undefined {
  switch (command.type) {
    case 'open':
      return open(course, command);
    case 'escalate':
      return escalate(course, command);
    case 'ask':
    case 'notSatisfied':
      return ask(course, command);
    case 'acknowledge':
      return acknowledge(course, command);
    case 'respond':
    case 'proposeResolution':
      return respond(course, command);
    case 'update':
      return update(course, command);
    case 'confirmResponse':
      return confirmResponse(course, command);
    case 'satisfied':
      return satisfied(course, command);
    case 'undoSatisfied':
      return undoSatisfied(course, command);
    case 'decline':
      return decline(course, command);
    case 'chooseAutomatic':
      return chooseAutomatic(course, command);
    case 'withdraw':
      return withdraw(course, command);
    case 'close':
      return close(course, command);
    case 'reopen':
      return reopen(course, command);
    case 'deadlineDue':
      return undefined;
    default:
      return applyAround(course, command);
  }
}

type Handled =
  | ('open' | 'escalate' | 'ask' | 'notSatisfied' | 'acknowledge' | 'respond' | 'proposeResolution')
  | ('update' | 'confirmResponse' | 'satisfied' | 'undoSatisfied' | 'decline' | 'chooseAutomatic')
  | ('withdraw' | 'close' | 'reopen' | 'deadlineDue');

/** What surrounds the conversation: pauses and disputes, the frame, the record. */
function applyAround(course: Course, command: Exclude<Command, { type: Handled }>): CaseRefusal | undefined {
  switch (command.type) {
    case 'requestPause':
      return requestPause(course, command);
    case 'consentToPause':
      return consentToPause(course, command);
    case 'refusePause':
      return refusePause(course, command);
    case 'resume':
      return resume(course, command);
    case 'contestPause':
      return contestPause(course, command);
    case 'decidePauseDispute':
      return decidePauseDispute(course, command);
    case 'contestStatedInstant':
      return contestStatedInstant(course, command);
    case 'decideStatedInstant':
      return decideStatedInstant(course, command);
    case 'changeTrack':
    case 'proposeTrack':
      return changeTrack(course, command);
    case 'moveToRevision':
      return moveToRevision(course, command);
    case 'proposeRevision':
      return proposeRevision(course, command);
    case 'handOver':
      return handOver(course, command);
    case 'addNote':
      return addNote(course, command);
    case 'attach':
      return attach(course, command);
    case 'recordCall':
      return recordCall(course, command);
    case 'addWatcher':
      return addWatcher(course, command);
    case 'removeWatcher':
      return removeWatcher(course, command);
    case 'nameStandIn':
      return nameStandIn(course, command);
    case 'endStandIn':
      return endStandIn(course, command);
    case 'deliveryResult':
      return deliveryResult(course, command);
    case 'noteMeans':
      return noteMeans(course, command);
    case 'endReaching':
      return endReaching(course, command);
  }
}
