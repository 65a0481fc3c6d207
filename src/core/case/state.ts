import type { Pause } from '../calendar/calendar.ts';
import { entryOf } from '../entry-of.ts';
import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { Condition, Revision, Track } from '../plan/revision/revision.ts';
import type { Directory } from './command.ts';
import type { EventOf } from './event.ts';

/** The customer's side wanting an answer. The opening is ask 0. */
export interface Ask {
  readonly number: number;
  readonly levels: readonly number[];
  /** What clocks count from: the stated instant, unless a contest of it was upheld. */
  readonly from: Instant;
  readonly occurredAt: Instant;
  readonly statedAt: Instant | undefined;
  readonly contest: 'none' | 'open' | 'upheld' | 'dismissed';
  /** Its place in the order in which the case learned of things. */
  readonly order: number;
}

/** Word from the contractor: an answer, or an update that is none. */
export interface Answer {
  readonly number: number;
  readonly kind: 'response' | 'proposal' | 'update';
  readonly level: number;
  readonly from: Instant;
  readonly statedAt: Instant | undefined;
  readonly order: number;
}

export interface Acknowledgement {
  readonly level: number;
  readonly by: string;
  readonly from: Instant;
  readonly order: number;
}

/** A level that was contacted, by which ask, and from when; it outlives a reopening, which ends the ask. */
interface Contacted {
  readonly level: number;
  readonly ask: number;
  readonly from: Instant;
  readonly contacts: readonly string[];
}

/** A step that is due, or was and its actor said no. */
export interface DueStep {
  readonly level: number;
  readonly actor: Party;
  readonly dueAt: Instant;
  /** What it had waited for, and under which rules: a change of track or revision does not change the past. */
  readonly waitedOn: Condition;
  readonly under: Revision;
  readonly declined: boolean;
  readonly passed: boolean;
}

/** One start of the clock of a step's condition; the same start never makes a step due twice. */
interface SpentStart {
  readonly track: string;
  readonly level: number;
  readonly condition: number;
  readonly start: number;
}

/** One start of a promise that is over, by the rule's id. */
interface PromiseEnd {
  readonly promise: string;
  readonly start: number;
  /** It ended before its time while its start stands: void, or as a case closed that was taken up again. Nothing is late of it. */
  readonly isOver?: true;
}

/** A time in which every clock stood still. */
export interface Stop {
  readonly kind: 'pause' | 'closed';
  /** The pause's number; 0 for time closed. */
  readonly number: number;
  readonly reason: string;
  readonly from: Instant;
  readonly until: Instant | undefined;
  readonly contest: 'none' | 'open' | 'upheld' | 'dismissed';
}

/** Who acts for the customer beside the reporter; from `endsAt` on nobody does. */
interface StandIn {
  readonly person: string;
  readonly endsAt: Instant | undefined;
}

/** Everything about one running case that a decision may depend on. */
export interface OpenState {
  readonly status: 'open';
  readonly caseId: string;
  readonly customer: string;
  /** The customer's person who is told of everything and may answer. */
  readonly reporter: string;
  readonly directory: Directory;
  readonly revision: Revision;
  readonly track: Track;
  readonly automatic: boolean | undefined;
  /** How many events there were; the order of things. */
  readonly order: number;
  readonly lastAt: Instant;
  /** When the opening was received; nothing about the case can have happened before. */
  readonly openedAt: Instant;
  /** Where the satisfaction clock starts; the opening's ask ends with a reopening, this does not. */
  readonly openedFrom: Instant;
  readonly asks: readonly Ask[];
  readonly asksCount: number;
  readonly answers: readonly Answer[];
  readonly answersCount: number;
  readonly acknowledgements: readonly Acknowledgement[];
  /** In ascending order of level; the last is the highest. */
  readonly contacted: readonly Contacted[];
  readonly due: readonly DueStep[];
  /** Starts that have made a step due. */
  readonly spent: readonly SpentStart[];
  /** By `track/level/condition/start`, the shortest `beforeMs` warned of: longer ones are over. */
  readonly warned: Readonly<Record<string, number>>;
  /** Starts of each promise that have ended, kept, missed or void: each ends once. */
  readonly promiseEnds: readonly PromiseEnd[];
  readonly stops: readonly Stop[];
  readonly pausesCount: number;
  readonly pauseRequest: { readonly reason: string; readonly from: Instant } | undefined;
  /** When the customer last said anything itself, by when it came. */
  readonly wordAt: Instant;
  /** Where a proposal waits for the customer's word: since when, and how often it was reminded. */
  readonly proposal: { readonly from: Instant; readonly reminders: number } | undefined;
  readonly owner: string | undefined;
  /** The customer's people who look on; undefined where nobody ever did. */
  readonly watchers: readonly string[] | undefined;
  readonly standIn: StandIn | undefined;
  /** How many files were attached; undefined for none. */
  readonly filesCount: number | undefined;
  readonly practice: boolean;
  /** Between the customer's word that it is settled and the closing it brings: what an undo returns to. */
  readonly beforeSatisfied: OpenState | undefined;
}

/** What is kept of a case that has ended. */
export interface ClosedState {
  readonly status: 'closed';
  readonly reason: EventOf<'CaseClosed'>['reason'];
  readonly closedAt: Instant;
  /** The case as it closed, and, where the customer's word closed it, as it was just before: for the undo. */
  readonly last: OpenState;
  readonly before: OpenState | undefined;
  readonly lastAt: Instant;
  readonly order: number;
}

/** No case yet: only `open` is understood. */
interface NoState {
  readonly status: 'none';
}

export type CaseState = NoState | OpenState | ClosedState;

/** Where every case starts. */
export const initial: CaseState = { status: 'none' };

/** The stop that lasts, where the case is paused. */
export const runningPause = (state: OpenState): Stop | undefined =>
  state.stops.find((stop) => stop.until === undefined);

/** Who acts in the reporter's place at an instant. */
export const standInAt = ({ standIn }: OpenState, at: Instant): string | undefined =>
  standIn && (standIn.endsAt === undefined || at < standIn.endsAt) ? standIn.person : undefined;

/** The highest level reached so far; levels only rise. */
export const highestLevel = (state: OpenState): number => state.contacted.at(-1)?.level ?? 0;

/** Whether this start of a promise fell due unkept. */
export const wasMissed = ({ promiseEnds }: OpenState, promise: string, start: number): boolean =>
  promiseEnds.some((end) => end.start === start && end.promise === promise && !end.isOver);

/** Whether this start of a promise has ended already. */
export function hasEnded({ promiseEnds }: OpenState, promise: string, start: number): boolean {
  for (const end of promiseEnds) if (end.start === start && end.promise === promise) return true;
  return false;
}

const NO_STOPS: readonly Pause[] = [];

/** The times that move clocks: what was contested with success counts as if it had never been. */
export function countedStops({ stops }: OpenState): readonly Pause[] {
  if (stops.length === 0) return NO_STOPS;
  const counted: Pause[] = [];
  for (const { from, until, contest } of stops) {
    if (until !== undefined && contest !== 'upheld') counted.push({ from, until });
  }
  return counted;
}

/** Whether an id means one of the plan's seats, or somebody who keeps the customer's account or has been contacted. */
export const isContact = ({ revision, directory, contacted }: OpenState, id: string): boolean =>
  entryOf(revision.seats, id) !== undefined ||
  Object.values(directory).includes(id) ||
  contacted.some(({ contacts }) => contacts.includes(id));
