import type { Step } from '../../plan/revision/revision.ts';
import type { CommandOf } from '../command.ts';
import type { Course } from '../course.ts';
import { base, given, openState, record } from '../course.ts';
import { deadlineReason } from '../deadline-reason.ts';
import { deadlines } from '../deadlines.ts';
import { isAutomatic, move } from '../move.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { DueStep, OpenState } from '../state.ts';
import { highestLevel, runningPause } from '../state.ts';
import { statedProblem } from './stated.ts';

/** A party moves the case up: to a level whose step is due, or before its time for a reason the plan names. */
export function escalate(course: Course, command: CommandOf<'escalate'>): CaseRefusal | undefined {
  const state = openState(course);
  const { level, reason, statedAt, text } = command;
  const step = state.track.steps.find((one) => one.level === level);
  if (!step) return unknownLevel(state, level);
  const due = state.due.find((one) => one.level === level);
  const no = notYours(state, command, step, due) ?? statedProblem(command, state.openedFrom);
  if (no) return no;
  if (due && statedAt !== undefined && statedAt < due.dueAt) {
    return refusal('case-stated-before-due', { statedAt, level, dueAt: due.dueAt });
  }
  // By the instant it was received: whether a machine was slow in handling it must not decide.
  const isDue = due !== undefined && due.dueAt <= command.occurredAt;
  if (!isDue && !step.earlyReasons.includes(reason ?? '')) return tooEarly(state, step, reason);
  if (!isDue && statedAt !== undefined) return refusal('case-stated-early', { level });
  const early = isDue ? undefined : reason;
  move(course, base(command), { level, ...given({ statedAt, text, early }) });
  return undefined;
}

function unknownLevel({ track }: OpenState, level: number): CaseRefusal {
  return refusal('case-level-unknown', { level, levels: track.steps.map((step) => step.level) });
}

function notYours(
  state: OpenState,
  { actor }: CommandOf<'escalate'>,
  { level, requires, actor: planned }: Step,
  due: DueStep | undefined,
): CaseRefusal | undefined {
  const highest = highestLevel(state);
  if (level <= highest) return refusal('case-level-contacted', { level, highest });
  const missing = requires.filter((other) => !state.contacted.some((one) => one.level === other));
  if (missing.length > 0) return refusal('case-step-requires-level', { level, missing });
  const expected = due?.actor ?? planned;
  return actor === expected ? undefined : refusal('case-step-not-yours', { level, actor: expected });
}

/** Too early says when and why, so that nobody has to ask twice. */
function tooEarly(state: OpenState, step: Step, reason: string | undefined): CaseRefusal {
  const { level, earlyReasons } = step;
  if (reason !== undefined && earlyReasons.length > 0) {
    return refusal('case-early-reason-unknown', { level, reason, reasons: earlyReasons });
  }
  const due = state.due.find((one) => one.level === level);
  if (due) return refusal('case-step-too-early', { level, dueAt: due.dueAt, reason: undefined });
  const next = deadlines(state).find((one) => one.kind === 'step' && one.level === level);
  if (next?.kind !== 'step') {
    return refusal('case-step-clock-still', { level, paused: runningPause(state) !== undefined });
  }
  return refusal('case-step-too-early', {
    level,
    dueAt: next.dueAt,
    reason: deadlineReason(state, level, next),
  });
}

/** The actor of a step that is due says no, and why; the step leaves its list, and may still be taken. */
export function decline(course: Course, command: CommandOf<'decline'>): CaseRefusal | undefined {
  const state = openState(course);
  const { level, reason } = command;
  if (!state.track.steps.some((step) => step.level === level)) return unknownLevel(state, level);
  const due = state.due.find((one) => one.level === level);
  if (!due || due.declined) return refusal('case-step-not-due', { level });
  if (command.actor !== due.actor) return refusal('case-step-not-yours', { level, actor: due.actor });
  if (reason.trim() === '') return refusal('case-reason-missing', { command: 'decline' });
  record(course, {
    type: 'StepDeclined',
    ...base(command),
    step: `${state.track.id}/${level}`,
    level,
    reason,
  });
  return undefined;
}

/** The customer lets Ladder move in its name, or stops that; what is due already is taken at once. */
export function chooseAutomatic(course: Course, command: CommandOf<'chooseAutomatic'>): undefined {
  const { automatic, at, occurredAt } = command;
  if (openState(course).automatic === automatic) return;
  record(course, { type: 'AutomaticChosen', ...base(command), automatic });
  for (const { level } of openState(course).due) {
    if (!isAutomatic(openState(course), level)) continue;
    move(course, { at, occurredAt, actor: 'customer', by: 'ladder' }, { level, automatic });
  }
}
