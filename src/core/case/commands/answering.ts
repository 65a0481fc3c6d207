import { isInForce, runOf, startOf } from '../clock.ts';
import type { CommandOf } from '../command.ts';
import type { Course } from '../course.ts';
import { base, given, openState, record } from '../course.ts';
import type { EventBase } from '../event.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Acknowledgement, Answer, DueStep, OpenState } from '../state.ts';
import { highestLevel } from '../state.ts';
import { statedProblem } from './stated.ts';

/**
 * The level somebody answers for: the highest contacted one they stand at, by seat, as a deputy, as whom the
 * directory or the rota names; who stands at none answers for the highest contacted one.
 */
export function levelOf(state: OpenState, by: string, stands: readonly number[] = []): number {
  const own = state.contacted.findLast(({ level, contacts }) => {
    return stands.includes(level) || contacts.includes(by) || isSeated(state, by, level);
  });
  return own?.level ?? highestLevel(state);
}

function isSeated({ revision, directory }: OpenState, by: string, level: number): boolean {
  const rules = revision.levels[level - 1];
  if (!rules) return false;
  return [...rules.reach, ...rules.otherwise].some(
    (seat) => seat === by || directory[seat] === by || revision.seats[seat]?.deputy === by,
  );
}

/** A contact has the case: that level's notices stop for a while, the contract's clocks run on. */
export function acknowledge(course: Course, command: CommandOf<'acknowledge'>): undefined {
  const state = openState(course);
  const { by } = command;
  const level = levelOf(state, by, command.stands);
  // The same person by another road: told twice is told once, as long as the first stands.
  const stands = (taken: Acknowledgement): boolean =>
    taken.by === by && taken.level === level && isInForce(state, taken, command.occurredAt);
  if (state.acknowledgements.some(stands)) return;
  record(course, { type: 'Acknowledged', ...base(command), level });
}

/** The contractor's substantive answer, or a resolution it proposes. */
export function respond(
  course: Course,
  command: CommandOf<'respond' | 'proposeResolution'>,
): CaseRefusal | undefined {
  const state = openState(course);
  const problem = statedProblem(command, state.openedFrom);
  if (problem) return problem;
  const { by, stands, statedAt, text } = command;
  record(course, {
    type: command.type === 'respond' ? 'Responded' : 'ResolutionProposed',
    ...base(command),
    response: state.answersCount,
    level: levelOf(state, by, stands),
    ...given({ statedAt, text }),
  });
  withdrawAnswered(course, openState(course).answers.at(-1)!, base(command));
  return undefined;
}

/** News that answers nothing: the promise of news is kept by it, and no clock stops. */
export function update(course: Course, command: CommandOf<'update'>): undefined {
  const state = openState(course);
  const { by, stands, text } = command;
  const said = { response: state.answersCount, level: levelOf(state, by, stands), ...given({ text }) };
  record(course, { type: 'Updated', ...base(command), ...said });
}

/** The customer agrees that an answer came when its author says; from now on it counts from there. */
export function confirmResponse(
  course: Course,
  command: CommandOf<'confirmResponse'>,
): CaseRefusal | undefined {
  const { response } = command;
  const answer = openState(course).answers.find((one) => one.number === response);
  if (answer?.statedAt === undefined) return refusal('case-answer-unknown', { response });
  record(course, { type: 'ResponseConfirmed', ...base(command), response });
  withdrawAnswered(course, { ...answer, from: answer.statedAt }, base(command));
  return undefined;
}

/** Steps that fell due by a silence which, as is learnt only now, had ended before. */
function withdrawAnswered(course: Course, { from }: Answer, by: EventBase): void {
  const state = openState(course);
  for (const due of state.due) {
    if (due.declined || from >= due.dueAt || isStillSilent(state, due)) continue;
    const { level } = due;
    const step = `${state.track.id}/${level}`;
    record(course, { type: 'StepWithdrawn', ...by, by: 'ladder', step, level, reason: 'responded' });
  }
}

/** Whether the clock by which the step fell due still reaches its span by then; satisfaction is not touched. */
function isStillSilent(state: OpenState, { level, dueAt, waitedOn, under }: DueStep): boolean {
  if (waitedOn.kind === 'unsatisfied') return true;
  const start = startOf(state, level, waitedOn);
  const run = start && runOf(state, start.from, waitedOn, under);
  return run !== undefined && run.dueAt <= dueAt;
}
