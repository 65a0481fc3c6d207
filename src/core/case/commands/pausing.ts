import type { CommandOf } from '../command.ts';
import type { Course } from '../course.ts';
import { base, given, openState, record } from '../course.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { runningPause } from '../state.ts';

/** The contractor asks for the clocks to stand still, for a reason the plan knows. */
export function requestPause(course: Course, command: CommandOf<'requestPause'>): CaseRefusal | undefined {
  const state = openState(course);
  const { reason, text } = command;
  const { pauses } = state.revision;
  if (!pauses) return refusal('case-pause-not-offered', {});
  if (!pauses.reasons.includes(reason)) {
    return refusal('case-pause-reason-unknown', { reason, reasons: pauses.reasons });
  }
  const running = runningPause(state);
  if (running) return refusal('case-pause-running', { since: running.from });
  record(course, { type: 'PauseRequested', ...base(command), reason, ...given({ text }) });
  return undefined;
}

/** Only the customer's word stops a clock. */
export function consentToPause(
  course: Course,
  command: CommandOf<'consentToPause'>,
): CaseRefusal | undefined {
  const state = openState(course);
  const { pauseRequest } = state;
  if (!pauseRequest || command.occurredAt < pauseRequest.from) return refusal('case-pause-not-requested', {});
  const { reason } = pauseRequest;
  record(course, { type: 'Paused', ...base(command), pause: state.pausesCount + 1, reason });
  return undefined;
}

/** The customer says no to a pause: nothing stands still. */
export function refusePause(course: Course, command: CommandOf<'refusePause'>): CaseRefusal | undefined {
  if (!openState(course).pauseRequest) return refusal('case-pause-not-requested', {});
  record(course, { type: 'PauseRefused', ...base(command), ...given({ text: command.text }) });
  return undefined;
}

/** Either side ends the pause. */
export function resume(course: Course, command: CommandOf<'resume'>): CaseRefusal | undefined {
  const pause = runningPause(openState(course));
  if (!pause || command.occurredAt < pause.from) return refusal('case-not-paused', {});
  record(course, { type: 'Resumed', ...base(command), pause: pause.number });
  return undefined;
}
