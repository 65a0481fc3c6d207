import { entryOf } from '../entry-of.ts';
import type { Instant } from '../instant.ts';
import { relievedSeats } from '../plan/revision/relieved.ts';
import type { Revision } from '../plan/revision/revision.ts';
import { onCall } from '../rota/on-call.ts';
import type { Course } from './course.ts';
import { openState, record } from './course.ts';
import { requirementsMet } from './deadlines.ts';
import type { EventBase } from './event.ts';
import type { OpenState } from './state.ts';
import { runningPause } from './state.ts';

/** What a move may carry beside its level. */
interface MoveDetails {
  readonly level: number;
  readonly statedAt?: Instant;
  readonly automatic?: boolean;
  readonly early?: string;
  readonly text?: string;
}

/** Reaches a level: an ask to it, its contacts, and the end of a pause, for who moves has stopped waiting. */
export function move(course: Course, by: EventBase, details: MoveDetails): void {
  const state = openState(course);
  const pause = runningPause(state);
  if (pause) record(course, { type: 'Resumed', ...by, pause: pause.number });
  const { level } = details;
  record(
    course,
    { type: 'Escalated', ...by, step: `${state.track.id}/${level}`, ask: state.asksCount, ...details },
    { type: 'LevelContacted', ...by, level, contacts: contactsOf(state, level, by.at) },
  );
  moveOn(course, by);
}

/** A step that was due and only waited for this level to be contacted is now taken, where Ladder takes it. */
function moveOn(course: Course, { at, occurredAt }: EventBase): void {
  const waiting = openState(course).due.find(({ level }) => isAutomatic(openState(course), level));
  if (!waiting) return;
  move(
    course,
    { at, occurredAt, actor: 'customer', by: 'ladder' },
    { level: waiting.level, automatic: true },
  );
}

/** Whether Ladder itself makes the move to a level that is due: the customer's steps only, as the customer chose. */
export function isAutomatic(state: OpenState, level: number): boolean {
  const due = state.due.find((one) => one.level === level);
  if (due?.actor !== 'customer' || due.declined) return false;
  const step = state.track.steps.find((one) => one.level === level);
  if (!step || !requirementsMet(state, step)) return false;
  return state.automatic ?? step.mode === 'automatic';
}

/**
 * Whom a level's notices go to at an instant: the people of its directory seats, who is on duty by its rotas, and its
 * other seats; where there is none of these, those it names `otherwise`. In somebody's quiet hours their deputy is reached
 * instead; where that would leave nobody at all, quiet hours are not kept.
 */
export function contactsOf(
  { revision, directory }: Pick<OpenState, 'revision' | 'directory'>,
  level: number,
  at: Instant,
): string[] {
  const rules = revision.levels[level - 1];
  if (!rules) return [];
  const resolve = (seats: readonly string[]): string[] =>
    seats.flatMap((id) => (revision.seats[id]?.kind === 'directory' ? (directory[id] ?? []) : id));
  const reached = rules.choices ? onDuty(revision, rules.choices, at) : rules.reach;
  for (const seats of [reached, rules.otherwise]) {
    const there = resolve(relievedSeats(revision, seats, at));
    if (there.length > 0) return there;
  }
  const first = resolve(reached);
  return first.length > 0 ? first : resolve(rules.otherwise);
}

/**
 * Everybody a level tells at an instant if nobody acknowledges, first choice first: who is reached, their deputies, then
 * who is reached otherwise; none of the latter in their quiet hours.
 */
export function levelOrder(
  state: Pick<OpenState, 'revision' | 'directory'>,
  level: number,
  at: Instant,
): readonly string[] {
  const { revision } = state;
  const reached = contactsOf(state, level, at);
  const deputies = reached.flatMap((seat) => revision.seats[seat]?.deputy ?? []);
  const otherwise = revision.levels[level - 1]?.otherwise ?? [];
  return [...new Set([...reached, ...relievedSeats(revision, [...deputies, ...otherwise], at)])];
}

/** The seats named, and in place of a rota who is on duty by it, each once. */
function onDuty({ seats, rotas }: Revision, choices: readonly string[], at: Instant): readonly string[] {
  const found = choices.flatMap((id) => {
    const rota = entryOf(seats, id) ? undefined : entryOf(rotas, id);
    return rota ? onCall(rota, at) : [id];
  });
  return [...new Set(found)];
}
