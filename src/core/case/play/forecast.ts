import assert from 'node:assert';
import type { Instant } from '../../instant.ts';
import type { Revision, Track } from '../../plan/revision/revision.ts';
import type { Command, Directory } from '../command.ts';
import { given } from '../course.ts';
import type { DeadlineReason } from '../deadline-reason.ts';
import { deadlines } from '../deadlines.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { type CaseState, initial, type OpenState } from '../state.ts';
import { type ForecastRefusal, forecastRefusal } from './forecast-refusal.ts';
import { type ForecastRow, rowsOf } from './forecast-rows.ts';
import { type UnreachedStep, unreachedSteps } from './forecast-unreached.ts';

/** What is supposed: who answers, and when. Whatever is not said does not happen. */
export interface ForecastCourse {
  readonly track: string;
  readonly openedAt: Instant;
  /** Responses, by somebody of that level. */
  readonly answered: readonly SupposedAnswer[];
  /** The customer lets Ladder move in its name; without it each step's own mode counts. */
  readonly automatic?: boolean;
  /** Who fills the plan's directory seats for this customer. */
  readonly directory?: Directory;
}

export interface SupposedAnswer {
  readonly level: number;
  readonly at: Instant;
}

/** The timetable of one course of one case. */
export interface Forecast {
  readonly track: Track;
  readonly timeZone: string;
  readonly openedAt: Instant;
  /** In the order of time; what falls on one instant in the order in which it happens. */
  readonly rows: readonly ForecastRow[];
  /** Levels that this course never reaches, lowest first: where a case would be stuck. */
  readonly unreached: readonly UnreachedStep[];
}

type Forecasted =
  | { readonly forecast: Forecast; readonly refusal?: never }
  | { readonly forecast?: never; readonly refusal: ForecastRefusal };

/** One of these a row at most; a plan has 99 levels, and each has few promises and warnings. */
const TURNS_MAX = 10_000;

/**
 * What would happen if a case were opened then, only those answers came, and every actor moved in the very instant
 * it may. It asks the same `decide` as a real case does, so it cannot be of another opinion.
 *
 * An answer in the millisecond in which something falls due comes after it, as in a real case.
 *
 *     forecast(revision, { track: 'service-impacting', openedAt, answered: [{ level: 1, at }] })
 */
export function forecast(revision: Revision, course: ForecastCourse): Forecasted {
  const refusal = forecastRefusal(revision, course);
  if (refusal) return { refusal };
  const play: Play = { state: initial, rows: [], reasons: new Map() };
  take(play, openingOf(revision, course));
  const answers = [...course.answered].sort((a, b) => a.at - b.at);
  for (let turn = 0; playTurn(play, answers); turn++) assert(turn < TURNS_MAX, 'a course without an end');
  const { track } = openIn(play);
  const { timeZone } = revision;
  const unreached = unreachedSteps(openIn(play));
  return { forecast: { track, timeZone, openedAt: course.openedAt, rows: play.rows, unreached } };
}

/** A course in the making. */
interface Play {
  state: CaseState;
  readonly rows: ForecastRow[];
  /** Why each level's step fell due. */
  readonly reasons: Map<number, DeadlineReason>;
}

/** Lets the next thing happen: what falls due, or the next of the supposed answers; false where nothing is left. */
function playTurn(play: Play, answers: SupposedAnswer[]): boolean {
  const dueAt = deadlines(play.state)[0]?.dueAt;
  const answer = answers[0];
  if (answer && (dueAt === undefined || answer.at < dueAt)) {
    answers.shift();
    take(play, answerOf(answer), answer.level);
    return true;
  }
  if (dueAt === undefined) return false;
  take(play, { at: dueAt, occurredAt: dueAt, actor: 'customer', by: 'ladder', type: 'deadlineDue' });
  moveAtOnce(play, dueAt);
  return true;
}

/** Whoever may move does, the lowest level first: a move to a higher one would pass it over. */
function moveAtOnce(play: Play, at: Instant): void {
  for (let due = openIn(play).due[0]; due; due = openIn(play).due[0]) {
    const { level, actor } = due;
    take(play, { at, occurredAt: at, actor, by: BY, type: 'escalate', level });
  }
}

function take(play: Play, command: Command, answeredBy?: number): void {
  const decision = decide(play.state, command);
  assert(decision.accepted, 'a forecast does only what may be done');
  for (const event of decision.events) {
    const after = evolve(play.state, event);
    assert(after.status === 'open', 'nobody closes a forecast');
    const before = play.state.status === 'open' ? play.state : undefined;
    play.rows.push(...rowsOf({ before, after, reasons: play.reasons, answeredBy }, event));
    play.state = after;
  }
}

function openIn({ state }: Play): OpenState {
  assert(state.status === 'open', 'nobody closes a forecast');
  return state;
}

/** Nobody in particular: an id that no plan can give to a contact, and that stands at no level by itself. */
const BY = 'forecast:nobody';

function openingOf(revision: Revision, course: ForecastCourse): Command {
  const { track, openedAt: at, automatic, directory } = course;
  const base = { at, occurredAt: at, actor: 'customer', by: BY } as const;
  const names = { caseId: 'forecast', customer: 'forecast', practice: true };
  return { type: 'open', ...base, ...names, revision, track, ...given({ automatic, directory }) };
}

function answerOf({ at, level }: SupposedAnswer): Command {
  return { at, occurredAt: at, actor: 'contractor', by: BY, type: 'respond', stands: [level] };
}
