import type { Command } from '../core/case/command.ts';
import { deadlinesByName } from '../core/case/deadlines-by-name.ts';
import { decide } from '../core/case/decide.ts';
import { tells } from '../core/case/effects.ts';
import type { CaseEvent } from '../core/case/event.ts';
import type { CaseRefusal } from '../core/case/refusal.ts';
import type { CaseState } from '../core/case/state.ts';
import type { Instant } from '../core/instant.ts';
import { asInstant } from '../core/instant.ts';
import { type AttestationRequest, handleAttestationsIn } from './attestation/handle-attestations.ts';
import { authorise, type Caller, type Ownership, ownershipOf } from './authorise.ts';
import { blamed } from './case-failed.ts';
import { levelsOf } from './levels-of.ts';
import { namedStranger } from './named-colleague.ts';
import type {
  AnswerKey,
  CaseChange,
  CaseKey,
  LockedCase,
  RefusedCommand,
  Store,
  Transaction,
} from './ports/store.ts';
import { chained } from './record.ts';
import { rungPerson, saidByCall } from './rung-number.ts';

type Unasked = 'at' | 'occurredAt' | 'actor' | 'onBehalfOf';
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A command on its way in: when it is decided, and for which party, is found out on the road. */
export interface Request {
  readonly key: CaseKey;
  readonly command: Without<Command, Unasked> & { readonly occurredAt?: Instant };
  /** Who asks; undefined is Ladder itself, for `actor`. */
  readonly caller: Caller | undefined;
  readonly onBehalf?: boolean;
  /** Of the commands of Ladder itself: the party whose move it is. */
  readonly actor?: Command['actor'];
  /** The number of the last event the caller has seen; where more was said since, it is told so instead. */
  readonly expected?: number;
  readonly answerKey?: AnswerKey;
  /** Of a case set aside: to be decided all the same, for it is being tried again. */
  readonly retried?: boolean;
}

/** A no that is not the case's own, with what its sentence names. */
interface RoadRefusals {
  'case-not-found': { caseId: string };
  'command-not-allowed': { command: Command['type'] };
  'case-changed': { expected: number; said: number };
  'case-set-aside': { caseId: string };
  'person-not-colleague': { person: string };
  'call-number-unknown': { contact: string; telephone: string };
  'key-used-differently': { key: string };
}

type RoadRefusal = {
  [C in keyof RoadRefusals]: { readonly code: C; readonly values: RoadRefusals[C] };
}[keyof RoadRefusals];

/** What is answered, now and to whoever repeats the command under the same key. */
export type Answer =
  /** The numbers of the events it brought; none where there was nothing new. */
  | {
      readonly accepted: true;
      readonly caseId: string;
      readonly at: Instant;
      readonly from: number;
      readonly to: number;
      /** Of a deadline acted on: how late that was. */
      readonly latenessMs?: number;
    }
  | { readonly accepted: false; readonly caseId: string; readonly refusal: CaseRefusal | RoadRefusal };

/** A case in the course of one batch. */
interface Running {
  readonly before: LockedCase;
  state: CaseState;
  readonly events: CaseEvent[];
  jobTaken: boolean;
  /** Of a case set aside: it is being tried again. */
  isRetried: boolean;
}

/** The only way in which a case changes: a batch of commands in one transaction. */
export const handle = (store: Store, requests: readonly Request[]): Promise<readonly Answer[]> =>
  store.transaction((tx) => handleIn(tx, requests));

interface Handling {
  /** Cases whose deadline's job is being acted on. */
  readonly taken?: readonly CaseKey[];
  /** When it is decided: the transaction's clock, save for what a demonstration's samples did before it was made. */
  readonly at?: Instant;
}

/**
 * The road itself, inside a transaction: cases locked in order, each command decided on what those before it led
 * to, everything written set-wise at the end.
 */
export async function handleIn(
  tx: Transaction,
  requests: readonly Request[],
  { taken = [], at }: Handling = {},
): Promise<readonly Answer[]> {
  const now = at ?? (await tx.now());
  const keys = distinct([...requests.map((request) => request.key), ...taken]);
  const locked = await tx.lockCases(keys).catch((error) => {
    throw keys.length === 1 ? blamed(keys[0]!, error) : error;
  });
  const running = new Map(locked.map((one) => [nameOf(one.key), runningFrom(one)]));
  for (const key of taken) runningOf(running, key).jobTaken = true;
  const refused: RefusedCommand[] = [];
  const saidOf: AttestationRequest[] = [];
  const answers: Answer[] = [];
  for (const request of requests) {
    const one = runningOf(running, request.key);
    if (request.retried) one.isRetried = true;
    answers.push(await answer(tx, request, one, { now, refused, saidOf }));
  }
  await tx.record([...running.values()].flatMap((one) => changeFrom(one, requests, now)));
  if (refused.length > 0) await tx.recordRefused(refused);
  if (saidOf.length > 0) await handleAttestationsIn(tx, saidOf);
  return answers;
}

/** What comes of a batch beside the changes of its cases. */
interface Batch {
  readonly now: Instant;
  readonly refused: RefusedCommand[];
  /** What calls that were recorded say about numbers. */
  readonly saidOf: AttestationRequest[];
}

async function answer(
  tx: Transaction,
  request: Request,
  running: Running,
  { now, refused, saidOf }: Batch,
): Promise<Answer> {
  const { answerKey } = request;
  const given = answerKey && (await tx.givenAnswer(answerKey));
  if (answerKey && given) {
    if (given.request === answerKey.request) return given.answer as Answer;
    const refusal = { code: 'key-used-differently', values: { key: answerKey.key } } as const;
    return { accepted: false, caseId: request.key.caseId, refusal };
  }
  const stranger = await namedStranger(tx, request, running.state);
  const rung = await rungPerson(tx, request, running.state);
  const hasNumber = rung !== 'unknown';
  const before = running.events.length;
  const answered = soundly(
    () => [request],
    running,
    now,
    () => decided(request, running, { now, refused, stranger, hasNumber }),
  );
  if (rung !== undefined && rung !== 'unknown') {
    saidOf.push(...saidByCall(request.key, running.events.slice(before), rung));
  }
  // Whoever repeats what a case set aside could not take means it anew.
  if (answerKey && !isWaiting(answered)) await tx.saveAnswer(answerKey, now, answered);
  return answered;
}

const isWaiting = (answer: Answer): boolean => !answer.accepted && answer.refusal.code === 'case-set-aside';

interface Deciding {
  readonly now: Instant;
  readonly refused: RefusedCommand[];
  readonly stranger: string | undefined;
  /** Whether the number that was rung is known, where one is named. */
  readonly hasNumber: boolean;
}

/**
 * Does what was asked of a case; a bug in it is that case's, to be set aside. Where only what somebody asks fails, the
 * case is sound: its clocks run on, for nobody may stop them by what they send.
 */
function soundly<T>(
  /** Asked for only where something fails: of a whole batch it takes a look at each. */
  asked: () => readonly Request[],
  { before }: Running,
  now: Instant,
  work: () => T,
): T {
  try {
    return work();
  } catch (error) {
    const isOurs = asked().every(({ caller }) => caller === undefined);
    // What is only being opened is not there to be set aside.
    if (before.state.status !== 'none' && (isOurs || !canGoOn(before, now))) throw blamed(before.key, error);
    throw error;
  }
}

/** What is written of a case after everything that was asked of it. */
const changeFrom = (one: Running, requests: readonly Request[], now: Instant): CaseChange[] =>
  soundly(
    () => requests.filter(({ key }) => nameOf(key) === nameOf(one.before.key)),
    one,
    now,
    () => changeOf(one),
  );

/** Whether the clocks of a case, as it was found, can be acted on. */
function canGoOn(before: LockedCase, now: Instant): boolean {
  const { key } = before;
  const alone = runningFrom(before);
  const command = { type: 'deadlineDue', by: 'ladder' } as const;
  try {
    decided({ key, command, caller: undefined }, alone, {
      now,
      refused: [],
      stranger: undefined,
      hasNumber: true,
    });
    changeOf(alone);
    return true;
  } catch {
    return false;
  }
}

function decided(request: Request, running: Running, deciding: Deciding): Answer {
  const { now, refused, stranger } = deciding;
  const { key, command } = request;
  const at = asInstant(running.state.status === 'none' ? now : Math.max(now, running.state.lastAt));
  const first = running.before.events + running.events.length;
  const permitted = permit(request, running, at);
  const no = (refusal: CaseRefusal | RoadRefusal): Answer => {
    const { type, by, over } = command;
    const actor = request.actor ?? ('actor' in permitted ? permitted.actor : 'unknown');
    if (refusal.code !== 'case-set-aside')
      refused.push({ key, at, command: type, actor, by, over, code: refusal.code });
    return { accepted: false, caseId: key.caseId, refusal };
  };
  if ('refusal' in permitted) return no(permitted.refusal);
  if (stranger !== undefined) return no({ code: 'person-not-colleague', values: { person: stranger } });
  if (!deciding.hasNumber && command.type === 'recordCall') {
    const { contact = '', telephone = '' } = command;
    return no({ code: 'call-number-unknown', values: { contact, telephone } });
  }
  const occurredAt = asInstant(Math.min(command.occurredAt ?? at, at));
  const stands = standing(request.caller, running.state);
  const whole = { ...command, ...permitted, at, occurredAt, ...stands } as Command;
  const decision = decide(running.state, whole);
  if (!decision.accepted) return no(decision.refusal);
  running.state = decision.state;
  running.events.push(...decision.events);
  const to = first + decision.events.length;
  const accepted = { accepted: true, caseId: key.caseId, at, from: first + 1, to } as const;
  const latenessMs = command.type === 'deadlineDue' ? latenessOf(decision.events) : undefined;
  return latenessMs === undefined ? accepted : { ...accepted, latenessMs };
}

/** How late the latest of what fell due was acted on. */
function latenessOf(events: readonly CaseEvent[]): number | undefined {
  const found = events.flatMap((event) =>
    'latenessMs' in event && event.latenessMs !== undefined ? [event.latenessMs] : [],
  );
  return found.length === 0 ? undefined : Math.max(...found);
}

/** The levels at which the author stands by the seats filled today; the core knows the plan's own seats. */
export function standing(
  caller: Caller | undefined,
  state: CaseState,
): { readonly stands?: readonly number[] } {
  if (!caller || caller.seats.length === 0 || state.status !== 'open') return {};
  return { stands: levelsOf(state.revision, caller.seats) };
}

type Permitted =
  | { readonly actor: Command['actor']; readonly onBehalfOf?: Command['actor'] }
  | { readonly refusal: RoadRefusal };

function permit(request: Request, running: Running, at: Instant): Permitted {
  const { before, state } = running;
  const { caller, command, expected, onBehalf = false } = request;
  const { caseId } = before.key;
  const setAside = { code: 'case-set-aside', values: { caseId } } as const;
  if (!caller) {
    // Ladder's own commands wait; those it tries again are said to be `retried`.
    if (before.setAside !== undefined && !request.retried) return { refusal: setAside };
    return { actor: request.actor ?? 'contractor' };
  }
  const ownership = ownershipFor(state, command, at);
  if (!ownership) return { refusal: { code: 'case-not-found', values: { caseId } } };
  const right = authorise(caller, command.type, ownership, onBehalf);
  if (!right.allowed) {
    const notAllowed = { code: 'command-not-allowed', values: { command: command.type } } as const;
    const unseen = { code: 'case-not-found', values: { caseId } } as const;
    return { refusal: right.because === 'unseen' ? unseen : notAllowed };
  }
  if (before.setAside !== undefined) return { refusal: setAside };
  const said = saidBy(running);
  if (expected !== undefined && expected < said) {
    return { refusal: { code: 'case-changed', values: { expected, said } } };
  }
  return right.onBehalfOf ? { actor: right.actor, onBehalfOf: right.onBehalfOf } : { actor: right.actor };
}

/** The number of the last event that is more than a carrier's word. */
function saidBy({ before, events }: Running): number {
  const index = events.findLastIndex((event) => event.type !== 'DeliveryRecorded');
  return index === -1 ? before.said : before.events + index + 1;
}

/** Whose the case is; of one that is being opened, whose it will be. */
function ownershipFor(state: CaseState, command: Request['command'], at: Instant): Ownership | undefined {
  if (state.status !== 'none') return ownershipOf(state, at);
  if (command.type !== 'open') return undefined;
  const { customer, reporter = command.by, directory = {} } = command;
  return { customer, reporter, accounts: Object.values(directory), standIn: undefined, watchers: [] };
}

function changeOf({ before, state, events, jobTaken, isRetried }: Running): CaseChange[] {
  if (state.status === 'none' || (events.length === 0 && !jobTaken)) return [];
  // A job that was left over: the case stays as it is until it is tried again.
  if (before.setAside !== undefined && !isRetried) return [];
  const deadlines = deadlinesByName(state);
  const instants = Object.values(deadlines);
  const nextDueAt = instants.length === 0 ? undefined : asInstant(Math.min(...instants));
  return [
    {
      before,
      events: chained(before.head, before.events, events),
      state,
      deadlines,
      nextDueAt,
      renewJob: jobTaken || nextDueAt !== before.nextDueAt,
      tells: events.some(tells),
    },
  ];
}

const runningFrom = (before: LockedCase): Running => ({
  before,
  state: before.state,
  events: [],
  jobTaken: false,
  isRetried: false,
});

const nameOf = ({ contract, caseId }: CaseKey): string => `${contract}/${caseId}`;

function runningOf(running: ReadonlyMap<string, Running>, key: CaseKey): Running {
  const found = running.get(nameOf(key));
  if (!found) throw new Error(`not locked: ${nameOf(key)}`);
  return found;
}

function distinct(keys: readonly CaseKey[]): readonly CaseKey[] {
  // Whatever else the caller's object carries stays behind: a key is written where the case's jobs are.
  const bare = ({ contract, caseId }: CaseKey): CaseKey => ({ contract, caseId });
  return [...new Map(keys.map((key) => [nameOf(key), bare(key)])).values()];
}
