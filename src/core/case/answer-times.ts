import type { Calendar } from '../calendar/compile-calendar.ts';
import { openBetweenPauses } from '../calendar/pauses.ts';
import type { Instant } from '../instant.ts';
import type { Revision, Track } from '../plan/revision/revision.ts';
import { calendarOf } from './clock.ts';
import type { EventType } from './event.ts';
import { type ClosedState, countedStops, type OpenState } from './state.ts';

/** What is measured of a case, each from its opening on. */
export const ANSWERS = ['acknowledged', 'responded', 'satisfied'] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** How long something took: by every clock there is, and in the hours that the plan's calendar has open. */
interface Taken {
  readonly at: Instant;
  readonly plainMs: number;
  /** Undefined where the track counts nothing in hours that open and close. */
  readonly openMs: number | undefined;
}

/** When a case was opened and what it has had since; what has not come is undefined. */
export interface AnswerTimes extends Readonly<Record<AnswerKind, Taken | undefined>> {
  /** What the contract's clocks count from. */
  readonly from: Instant;
}

/** As much of an event as measuring wants. */
export interface MeasuredEvent {
  readonly type: EventType;
  readonly occurredAt: Instant;
  readonly statedAt?: Instant | undefined;
  /** The number of the response that it is, or confirms. */
  readonly response?: number | undefined;
}

/** The events after which answers are measured anew: what answers, takes an answer back, or moves what clocks count. */
export const MEASURED_EVENTS: ReadonlySet<EventType> = new Set<EventType>([
  'CaseOpened',
  'Acknowledged',
  'Responded',
  'ResolutionProposed',
  'ResponseConfirmed',
  'Satisfied',
  'SatisfactionUndone',
  'CaseClosed',
  'CaseReopened',
  'PauseDisputeDecided',
  'StatedInstantDecided',
  'TrackChanged',
  'MovedToRevision',
]);

/**
 * The first acknowledgement, the first response and the customer's satisfaction, out of a case's events of these
 * kinds in their order, and how long each took.
 *
 * A response counts from when it came, and from when its author says only once the customer has confirmed that. A word
 * of satisfaction that was undone, or that a reopening has overtaken, is none. Pauses and time closed are left out of
 * the open time, but not of the plain hours: the customer waited through them.
 */
export function answerTimes(state: OpenState | ClosedState, events: readonly MeasuredEvent[]): AnswerTimes {
  const open = state.status === 'closed' ? state.last : state;
  const { openedFrom: from } = open;
  const calendar = countingCalendar(open.track, open.revision);
  const stops = countedStops(open);
  const taken = (at: Instant | undefined): Taken | undefined => {
    if (at === undefined) return undefined;
    // A customer may state an instant before the contest of it is decided: nothing is answered before it is asked.
    const until = at > from ? at : from;
    const openMs = calendar && openBetweenPauses(calendar, from, until, stops);
    return { at: until, plainMs: until - from, openMs };
  };
  return {
    from,
    acknowledged: taken(events.find(({ type }) => type === 'Acknowledged')?.occurredAt),
    responded: taken(firstResponse(events)),
    satisfied: taken(satisfiedAt(state, events)),
  };
}

/** The first calendar with hours that a track counts anything in, its promises before its steps. */
function countingCalendar({ promises, steps }: Track, revision: Revision): Calendar | undefined {
  const limits = [...promises, ...steps.flatMap(({ when }) => when)];
  return limits.map(({ calendar }) => calendarOf(revision, calendar)).find(({ always }) => !always);
}

/** The earliest response by what counts, whichever was handled first. */
function firstResponse(events: readonly MeasuredEvent[]): Instant | undefined {
  const confirmed = new Set(
    events.filter(({ type }) => type === 'ResponseConfirmed').map(({ response }) => response),
  );
  let earliest: Instant | undefined;
  for (const { type, occurredAt, statedAt, response } of events) {
    if (type !== 'Responded' && type !== 'ResolutionProposed') continue;
    const at = statedAt !== undefined && confirmed.has(response) ? statedAt : occurredAt;
    if (earliest === undefined || at < earliest) earliest = at;
  }
  return earliest;
}

/** When the customer said the word that closed the case, where that still stands. */
function satisfiedAt(state: OpenState | ClosedState, events: readonly MeasuredEvent[]): Instant | undefined {
  if (state.status === 'open' || state.reason !== 'satisfied') return undefined;
  return events.findLast(({ type }) => type === 'Satisfied')?.occurredAt;
}
