import type { CalendarRules } from '../../calendar/calendar.ts';
import { compileCalendar } from '../../calendar/compile-calendar.ts';
import { dueAt } from '../../calendar/due-at.ts';
import type { Instant } from '../../instant.ts';
import { asInstant } from '../../instant.ts';
import type { Revision } from '../../plan/revision/revision.ts';
import { calendarOf } from '../clock.ts';
import type { CommandOf } from '../command.ts';
import { CLOSE_REASONS } from '../command.ts';
import type { Course } from '../course.ts';
import { base, endPromisesAtClose, given, openState, record } from '../course.ts';
import { REMINDERS, silenceRun } from '../deadlines.ts';
import type { EventOf } from '../event.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { ClosedState } from '../state.ts';
import { runningPause } from '../state.ts';

/** How long the customer may take back its word that it is settled, in milliseconds. */
export const UNDO_MS = 24 * 3_600_000;

/** The customer says that it is settled; nobody says so for it. */
export function satisfied(course: Course, command: CommandOf<'satisfied'>): undefined {
  record(course, { type: 'Satisfied', ...base(command), ...given({ text: command.text }) });
  end(course, command, 'satisfied');
}

/** The customer no longer asks for anything. */
export function withdraw(course: Course, command: CommandOf<'withdraw'>): undefined {
  end(course, command, 'withdrawn');
}

/** Oversight ends a case: opened in error, a duplicate, or silent for as long as the plan says. */
export function close(course: Course, command: CommandOf<'close'>): CaseRefusal | undefined {
  // Whoever writes a scenario or calls from outside may have written anything, the customer's own word included.
  if (!CLOSE_REASONS.includes(command.reason)) {
    return refusal('case-close-reason-unknown', { reason: command.reason, reasons: CLOSE_REASONS });
  }
  const no = command.reason === 'silent' ? notSilent(course, command.occurredAt) : undefined;
  if (no) return no;
  end(course, command, command.reason);
  return undefined;
}

function notSilent(course: Course, now: Instant): CaseRefusal | undefined {
  const state = openState(course);
  if (!state.revision.closeWhenSilentFor) return refusal('case-close-silence-not-offered', {});
  if (!state.proposal) return refusal('case-close-nothing-proposed', {});
  const { reminders } = state.proposal;
  const due = runningPause(state) ? undefined : silenceRun(state)?.dueAt;
  if (due !== undefined && due <= now && reminders >= REMINDERS) return undefined;
  return refusal('case-close-silence-running', { dueAt: due, reminders });
}

function end(
  course: Course,
  command: CommandOf<'satisfied' | 'withdraw' | 'close'>,
  reason: EventOf<'CaseClosed'>['reason'],
): void {
  endPromisesAtClose(course, command);
  const said = command.type === 'satisfied' ? {} : given({ text: command.text });
  record(course, { type: 'CaseClosed', ...base(command), reason, ...said });
}

/** Within a day the customer may take "satisfied" back, as if it had never been said. */
export function undoSatisfied(course: Course, command: CommandOf<'undoSatisfied'>): CaseRefusal | undefined {
  const { before, closedAt, reason } = closedState(course);
  if (command.occurredAt < closedAt) return refusal('case-not-closed', { command: 'undoSatisfied' });
  if (!before) return refusal('case-undo-not-satisfied', { reason });
  const until = asInstant(closedAt + UNDO_MS);
  if (command.occurredAt > until) return refusal('case-undo-too-late', { until });
  record(course, { type: 'SatisfactionUndone', ...base(command), ...given({ text: command.text }) });
  return undefined;
}

/** The trouble is back: every level contacted is asked anew, and the time closed counts for nobody. */
export function reopen(course: Course, command: CommandOf<'reopen'>): CaseRefusal | undefined {
  const closed = closedState(course);
  const { last, closedAt } = closed;
  if (command.occurredAt < closedAt) return refusal('case-not-closed', { command: 'reopen' });
  if (!last.revision.reopenWithin) return refusal('case-reopening-not-offered', {});
  const until = reopenableUntil(closed);
  if (until !== undefined && command.occurredAt > until) {
    return refusal('case-reopening-too-late', { until });
  }
  const asked = { ask: last.asksCount, ...given({ text: command.text }) };
  record(course, { type: 'CaseReopened', ...base(command), ...asked });
  return undefined;
}

/** The last instant at which a closed case may be reopened; undefined where its plan knows no reopening, or no end of it. */
export function reopenableUntil({ last, closedAt }: ClosedState): Instant | undefined {
  const { reopenWithin, reopenCalendar } = last.revision;
  if (!reopenWithin) return undefined;
  const calendar =
    reopenCalendar === undefined
      ? compileCalendar(plainTime(last.revision))
      : calendarOf(last.revision, reopenCalendar);
  return dueAt(calendar, closedAt, reopenWithin);
}

function closedState(course: Course): ClosedState {
  if (course.state.status !== 'closed') throw new Error(`the case is ${course.state.status}`);
  return course.state;
}

const plainTimes = new WeakMap<Revision, CalendarRules>();

/** Every hour of the contract's zone: for spans that no calendar of the plan governs. */
function plainTime(revision: Revision): CalendarRules {
  const known = plainTimes.get(revision);
  if (known) return known;
  const rules: CalendarRules = {
    timeZone: revision.timeZone,
    hours: 'always',
    holidays: [],
    exceptions: {},
  };
  plainTimes.set(revision, rules);
  return rules;
}
