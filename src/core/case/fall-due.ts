import type { Instant } from '../instant.ts';
import { asInstant } from '../instant.ts';
import type { Course } from './course.ts';
import { openState, record } from './course.ts';
import { byOrder, type Deadline, deadlines } from './deadlines.ts';
import type { EventBase } from './event.ts';
import { isAutomatic, move } from './move.ts';

/** No decision acts on more deadlines than this; each acted on is spent, so more would be an endless loop. */
const DEADLINES_MAX = 10_000;

/** Before a command: whatever was due when it came falls due, in order, with the lateness of the machine. */
export function fallDueFirst(course: Course, occurredAt: Instant): void {
  act(course, { until: occurredAt, floor: asInstant(Number.NEGATIVE_INFINITY), isLate: true });
}

/** After a command: what it put into the past falls due at the command itself, and is nobody's lateness. */
export function fallDueAfter(course: Course, occurredAt: Instant): void {
  act(course, { until: occurredAt, floor: occurredAt, isLate: false });
}

/** `floor` is the instant before which nothing falls due any more: that of the last thing that happened. */
interface Reach {
  readonly until: Instant;
  readonly floor: Instant;
  readonly isLate: boolean;
}

function act(course: Course, { until, floor, isLate }: Reach): void {
  let reached = floor;
  for (let count = 0; count < DEADLINES_MAX; count++) {
    const deadline = next(deadlines(course.state), reached);
    if (!deadline || deadline.dueAt > until) return;
    if (deadline.dueAt > reached) reached = deadline.dueAt;
    fall(course, deadline, {
      dueAt: reached,
      latenessMs: isLate ? course.at - reached : 0,
      ...(deadline.dueAt === reached ? {} : { computedDueAt: deadline.dueAt }),
    });
  }
  throw new Error(`more than ${DEADLINES_MAX} deadlines in one decision`);
}

/** The next to fall due; of those that lie at or before the floor, the first in the order of one instant. */
function next(sorted: readonly Deadline[], floor: Instant): Deadline | undefined {
  const first = sorted[0];
  if (!first || first.dueAt > floor) return first;
  const past = sorted.filter((one) => one.dueAt <= floor && !isOvertaken(one, floor));
  return past.sort((a, b) => byOrder(a, b) || shorterWarning(a, b))[0];
}

/** A warning of what is due already warns nobody. */
const isOvertaken = (one: Deadline, floor: Instant): boolean =>
  one.kind === 'warning' && one.dueAt < floor && one.stepDueAt <= floor;

const shorterWarning = (a: Deadline, b: Deadline): number =>
  a.kind === 'warning' && b.kind === 'warning' ? a.beforeMs - b.beforeMs : 0;

interface Fall {
  readonly dueAt: Instant;
  readonly latenessMs: number;
  readonly computedDueAt?: Instant;
}

function fall(course: Course, deadline: Deadline, late: Fall): void {
  const by: ByLadder = { at: course.at, occurredAt: late.dueAt, by: 'ladder' };
  const { level } = deadline;
  switch (deadline.kind) {
    case 'step':
      fallStep(course, deadline, by, late);
      break;
    case 'warning': {
      const { beforeMs, stepDueAt, condition, start } = deadline;
      const { actor, step } = stepOf(course, level);
      const warning = { step, level, beforeMs, stepDueAt, condition, start };
      record(course, { type: 'StepWarned', ...by, actor, ...warning, ...late });
      break;
    }
    case 'promise': {
      const missed = { promise: deadline.promise.id, level, start: deadline.start };
      record(course, { type: 'PromiseMissed', ...by, actor: 'contractor', ...missed, ...late });
      break;
    }
    case 'pass':
      passStep(course, level, by, late);
      break;
    case 'pauseEnd': {
      const pause = openState(course).pausesCount;
      record(course, { type: 'Resumed', ...by, actor: 'contractor', pause, ...late });
      break;
    }
    case 'reminder': {
      const { reminder } = deadline;
      record(course, { type: 'CustomerReminded', ...by, actor: 'customer', reminder, ...late });
      break;
    }
  }
}

function stepOf(course: Course, level: number) {
  const { track } = openState(course);
  const rules = track.steps.find((one) => one.level === level)!;
  return { rules, actor: rules.actor, step: `${track.id}/${level}` };
}

type ByLadder = Omit<EventBase, 'actor'>;
type StepDeadline = Extract<Deadline, { kind: 'step' }>;

function fallStep(course: Course, { level, condition, start }: StepDeadline, by: ByLadder, late: Fall): void {
  const { rules, actor, step } = stepOf(course, level);
  const conditionKind = rules.when[condition]!.kind;
  const fallen = { step, level, condition, start, conditionKind };
  record(course, { type: 'StepFellDue', ...by, actor, ...fallen, ...late });
  moveIfAutomatic(course, level, by);
}

function passStep(course: Course, level: number, by: ByLadder, late: Fall): void {
  const { rules, step } = stepOf(course, level);
  const due = openState(course).due.find((one) => one.level === level)!;
  const passed = { step, level, to: rules.ifNotTaken!.to };
  record(course, { type: 'StepPassed', ...by, actor: due.actor, ...passed, ...late });
  moveIfAutomatic(course, level, by);
}

/** The customer chose that Ladder moves in its name: the move counts from the deadline, however late the machine. */
function moveIfAutomatic(course: Course, level: number, by: ByLadder): void {
  if (isAutomatic(openState(course), level)) {
    move(course, { ...by, actor: 'customer' }, { level, automatic: true });
  }
}
