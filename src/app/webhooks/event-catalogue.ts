import { z } from 'zod';
import { CALL_FAILURES, SEEN_FAILURES, TELEPHONES } from '../../core/case/call.ts';
import type { EventOf, EventType } from '../../core/case/event.ts';

/** What programs are told of cases: everything but what carriers said of letters, of which there is more than of all else. */
type ToldEvent = Exclude<EventType, 'DeliveryRecorded'>;

/** Typed by people, or only of use to whoever holds the whole record: none of it leaves. */
type NeverTold = 'text' | 'references' | 'fileDigest' | 'condition' | 'start' | keyof EventOf<'Satisfied'>;
type FieldOf<T extends ToldEvent> = Exclude<keyof EventOf<T>, NeverTold> | 'occurredAt';

const instant = z.iso.datetime({ precision: 3 });
const id = z.string().max(200);
const count = z.int().min(0);

/** Every field of what is told about an event of a case, by its name: ids, numbers, instants and codes alone. */
const FIELDS = {
  ask: count,
  audience: id,
  automatic: z.boolean(),
  beforeMs: count,
  computedDueAt: instant,
  conditionKind: id,
  contact: id,
  contacts: z.array(id),
  customer: id,
  directory: z.record(z.string(), id),
  dueAt: instant,
  early: z.string(),
  endsAt: instant,
  failure: z.enum([...CALL_FAILURES, ...SEEN_FAILURES]),
  lastedSeconds: z.int().min(0),
  rangAt: instant,
  connectedAt: instant,
  endedAt: instant,
  file: id,
  from: id,
  latenessMs: count,
  level: count,
  pause: count,
  means: id,
  person: id,
  practice: z.boolean(),
  promise: id,
  reached: z.boolean(),
  reason: z.string(),
  reminder: count,
  reporter: id,
  response: count,
  revision: count,
  statedAt: instant,
  step: id,
  stepDueAt: instant,
  telephone: z.enum(TELEPHONES),
  to: id,
  track: id,
  upheld: z.boolean(),
} as const;
type Field = keyof typeof FIELDS;

/** Of each kind of event what is told beside when, by whom and for which party; a `?` behind what may be absent. */
type Told<T extends ToldEvent> = readonly Extract<FieldOf<T>, Field>[];
const LATE = ['dueAt', 'latenessMs', 'computedDueAt'] as const;
const OF_CASES: { readonly [T in ToldEvent]: Told<T> } = {
  CaseOpened: ['customer', 'track', 'reporter', 'directory', 'automatic', 'practice', 'revision', 'statedAt'],
  LevelContacted: ['level', 'contacts'],
  StepWarned: ['step', 'level', 'stepDueAt', 'beforeMs', ...LATE],
  StepFellDue: ['step', 'level', 'conditionKind', ...LATE],
  StepWithdrawn: ['step', 'level'],
  StepDeclined: ['step', 'level'],
  StepPassed: ['step', 'level', 'to', ...LATE],
  Escalated: ['step', 'level', 'ask', 'automatic', 'early', 'statedAt'],
  CustomerAsked: ['ask', 'statedAt'],
  NotSatisfied: ['ask', 'statedAt'],
  Acknowledged: ['level'],
  Responded: ['level', 'response', 'statedAt'],
  ResolutionProposed: ['level', 'response', 'statedAt'],
  Updated: ['level', 'response'],
  ResponseConfirmed: ['response'],
  Satisfied: [],
  SatisfactionUndone: [],
  PauseRequested: ['reason'],
  PauseRefused: [],
  Paused: ['pause', 'reason'],
  Resumed: ['pause', ...LATE],
  PauseContested: ['pause'],
  PauseDisputeDecided: ['pause', 'upheld'],
  StatedInstantContested: ['ask'],
  StatedInstantDecided: ['ask', 'upheld'],
  HandedOver: ['to'],
  TrackChanged: ['from', 'track'],
  TrackProposed: ['track'],
  AutomaticChosen: ['automatic'],
  NoteAdded: ['audience'],
  FileAttached: ['file', 'audience'],
  CallRecorded: [
    ...(['level', 'reached', 'contact', 'telephone', 'failure', 'lastedSeconds', 'statedAt'] as const),
    ...(['rangAt', 'connectedAt', 'endedAt'] as const),
  ],
  MeansLost: ['contact', 'means'],
  MeansRegained: ['contact', 'means'],
  ReachingEnded: ['level'],
  WatcherAdded: ['person'],
  WatcherRemoved: ['person'],
  StandInNamed: ['person', 'endsAt'],
  StandInEnded: ['person'],
  PromiseKept: ['promise', 'level'],
  PromiseMissed: ['promise', 'level', ...LATE],
  PromiseVoid: ['promise', 'level'],
  CustomerReminded: ['reminder', ...LATE],
  CaseClosed: ['reason'],
  CaseReopened: ['ask'],
  RevisionProposed: ['revision'],
  MovedToRevision: ['revision'],
};

/** The type under which an event of a case is told: `case.opened`, `case.step-fell-due`. */
const typeOf = (event: string): string =>
  `case.${event
    .replace(/^Case/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()}`;

/** What stands on every event of a case. */
const OF_EVERY_CASE = {
  contract: id,
  case: id,
  /** In its case, from 1 and without gaps but for what is not told. */
  number: z.int().min(1),
  at: instant,
  occurredAt: instant,
  actor: z.enum(['customer', 'contractor', 'oversight']),
  by: id,
  onBehalfOf: z.literal('customer').optional(),
  over: id.optional(),
};

const caseData = (fields: readonly Field[]): z.ZodObject =>
  z.strictObject({
    ...OF_EVERY_CASE,
    ...Object.fromEntries(fields.map((field) => [field, FIELDS[field].optional()])),
  });

const published = z.strictObject({ contract: id, revision: z.int().min(1), at: instant, plan: z.url() });
const seatFilled = z.strictObject({
  ...{ contract: id, seat: id, at: instant, plan: z.url() },
  /** Null: nobody. */
  person: id.nullable(),
});

/** An event that programs are told of. */
interface CataloguedEvent {
  readonly type: string;
  /** Of a case: the event in its record. */
  readonly event: ToldEvent | undefined;
  readonly data: z.ZodObject;
}

/** Everything that programs are told of, by type: the one place that says what leaves. */
export const EVENT_CATALOGUE: readonly CataloguedEvent[] = [
  { type: 'plan.published', event: undefined, data: published },
  { type: 'plan.seat-filled', event: undefined, data: seatFilled },
  ...Object.entries(OF_CASES).map(([event, fields]) => ({
    type: typeOf(event),
    event: event as ToldEvent,
    data: caseData(fields),
  })),
];

const TYPES: ReadonlyMap<string, CataloguedEvent> = new Map(EVENT_CATALOGUE.map((one) => [one.type, one]));

/** What somebody who reads a plan may be told of: what subscribers hear by mail. */
export const PLAN_TYPES: readonly string[] = ['plan.published', 'plan.seat-filled'];

/** Whether a type is of the catalogue. */
export const isEventType = (type: string): boolean => TYPES.has(type);

/** The type of each event of a case that is told. */
export const TYPE_OF_EVENT: Readonly<Record<string, string>> = Object.fromEntries(
  EVENT_CATALOGUE.flatMap(({ type, event }) => (event ? [[event, type]] : [])),
);

/** An event of a case as the record keeps it. */
interface RecordedCaseEvent {
  readonly contract: string;
  readonly caseId: string;
  readonly number: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is told of an event of a case: of its body what the catalogue lists, and nothing else. */
export function caseEventData({ contract, caseId, number, body }: RecordedCaseEvent): object {
  const fields = OF_CASES[body.type as ToldEvent] as readonly Field[];
  const told = Object.fromEntries(
    ['at', 'occurredAt', 'actor', 'by', 'onBehalfOf', 'over', ...fields]
      .filter((field) => body[field] !== undefined)
      .map((field) => [field, field === 'revision' ? revisionNumber(body[field]) : body[field]]),
  );
  return { contract, case: caseId, number, ...told };
}

/** The rules are named by their number alone. */
const revisionNumber = (revision: unknown): unknown =>
  typeof revision === 'object' && revision !== null ? (revision as { number?: unknown }).number : revision;

/** The whole of a request's body: the same bytes at each attempt. Data that is none of the catalogue's throws. */
export function eventBody(type: string, at: string, data: object): string {
  const found = TYPES.get(type);
  if (!found) throw new TypeError(`no type of the catalogue: ${type}`);
  return JSON.stringify({ type, timestamp: at, data: found.data.parse(data) });
}
