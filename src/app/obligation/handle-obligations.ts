import { asInstant, type Instant } from '../../core/instant.ts';
import type { ObligationRoadRefusals } from '../../core/message/portal/obligations.ts';
import type { ObligationCommand } from '../../core/obligation/command.ts';
import { obligationDeadlinesByName } from '../../core/obligation/deadlines.ts';
import { decideObligation } from '../../core/obligation/decide.ts';
import { OBLIGATION_NOTICES, type ObligationEvent } from '../../core/obligation/event.ts';
import type { ObligationRefusal } from '../../core/obligation/refusal.ts';
import type { ObligationState } from '../../core/obligation/state.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import { authoriseObligation, type Caller } from '../authorise.ts';
import { type ObligationChange, type ObligationKey, recordKeyOf } from '../ports/obligations.ts';
import type { AnswerKey, RefusedCommand, Store, Transaction } from '../ports/store.ts';
import { changeOfChain, type RunningChain, RunningChains } from '../running-chain.ts';

type Unasked = 'at' | 'occurredAt' | 'actor' | 'onBehalfOf';
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A command to an obligation on its way in. */
export interface ObligationRequest {
  readonly key: ObligationKey;
  readonly command: Without<ObligationCommand, Unasked>;
  /** Who asks; undefined is Ladder itself, for `actor`. */
  readonly caller: Caller | undefined;
  readonly actor?: Party;
  /** The number of the last event the caller has seen; where more happened since, it is told so instead. */
  readonly expected?: number | undefined;
  readonly answerKey?: AnswerKey | undefined;
}

/** A no that is not the obligation's own, with what its sentence names. */
type ObligationRoadRefusal = {
  [C in keyof ObligationRoadRefusals]: { readonly code: C; readonly values: ObligationRoadRefusals[C] };
}[keyof ObligationRoadRefusals];

/** What is answered, now and to whoever repeats the command under the same key. */
export type ObligationAnswer =
  | {
      readonly accepted: true;
      readonly obligationId: string;
      readonly at: Instant;
      readonly from: number;
      readonly to: number;
      /** Of a deadline acted on: how late that was. */
      readonly latenessMs?: number;
    }
  | {
      readonly accepted: false;
      readonly obligationId: string;
      readonly refusal: ObligationRefusal | ObligationRoadRefusal;
    };

type Running = RunningChain<ObligationKey, ObligationState, ObligationEvent>;

/** The only way in which an obligation changes: a batch of commands in one transaction. */
export const handleObligations = (
  store: Store,
  requests: readonly ObligationRequest[],
): Promise<readonly ObligationAnswer[]> => store.transaction((tx) => handleObligationsIn(tx, requests));

interface Handling {
  /** Obligations whose deadline's job is being acted on. */
  readonly taken?: readonly ObligationKey[];
  /** When it is decided, where that is not now: what a demonstration's samples did before it was made. */
  readonly at?: Instant;
}

/** The road itself, inside a transaction: as cases go, locked in order, decided one by one, written together. */
export async function handleObligationsIn(
  tx: Transaction,
  requests: readonly ObligationRequest[],
  { taken = [], at }: Handling = {},
): Promise<readonly ObligationAnswer[]> {
  const now = at ?? (await tx.now());
  const locked = await tx.lockObligations(distinct([...requests.map(({ key }) => key), ...taken]));
  const running = new RunningChains<ObligationKey, ObligationState, ObligationEvent>(locked, taken, nameOf);
  const refused: RefusedCommand[] = [];
  const answers: ObligationAnswer[] = [];
  for (const request of requests)
    answers.push(await answer(tx, request, running.of(request.key), now, refused));
  await tx.recordObligations(running.all().flatMap(changeOf));
  if (refused.length > 0) await tx.recordRefused(refused);
  return answers;
}

async function answer(
  tx: Transaction,
  request: ObligationRequest,
  running: Running,
  now: Instant,
  refused: RefusedCommand[],
): Promise<ObligationAnswer> {
  const { answerKey, key } = request;
  const given = answerKey && (await tx.givenAnswer(answerKey));
  if (answerKey && given) {
    if (given.request === answerKey.request) return given.answer as ObligationAnswer;
    const refusal = { code: 'key-used-differently', values: { key: answerKey.key } } as const;
    return { accepted: false, obligationId: key.obligationId, refusal };
  }
  const answered = decided(request, running, now, refused);
  if (answerKey) await tx.saveAnswer(answerKey, now, answered);
  return answered;
}

function decided(
  request: ObligationRequest,
  running: Running,
  now: Instant,
  refused: RefusedCommand[],
): ObligationAnswer {
  const { key, command } = request;
  const { obligationId } = key;
  const at = asInstant(running.state.status === 'none' ? now : Math.max(now, running.state.lastAt));
  const first = running.before.events + running.events.length;
  const permitted = permit(request, running);
  const no = (refusal: ObligationRefusal | ObligationRoadRefusal): ObligationAnswer => {
    const { type, by, over } = command;
    const actor = 'actor' in permitted ? permitted.actor : 'unknown';
    refused.push({ key: recordKeyOf(key), at, command: type, actor, by, over, code: refusal.code });
    return { accepted: false, obligationId, refusal };
  };
  if ('code' in permitted) return no(permitted);
  const whole = { ...command, ...permitted, at, occurredAt: at } as ObligationCommand;
  const decision = decideObligation(running.state, whole);
  if (!decision.accepted) return no(decision.refusal);
  running.state = decision.state;
  running.events.push(...decision.events);
  const to = first + decision.events.length;
  const late = decision.events.flatMap((event) => ('latenessMs' in event ? [event.latenessMs] : []));
  return {
    ...{ accepted: true, obligationId, at, from: first + 1, to },
    ...(command.type === 'deadlineDue' && late.length > 0 && { latenessMs: Math.max(...late) }),
  };
}

/** That somebody could not be told, as a letter's fate says. */
export const noticeFailed = (
  key: ObligationKey,
  { personId, deliveryId }: { readonly personId: string; readonly deliveryId: string },
): ObligationRequest => ({
  key,
  caller: undefined,
  command: { type: 'noticeFailed', by: 'ladder', whom: personId, delivery: deliveryId },
});

type Permitted = { readonly actor: Party } | ObligationRoadRefusal;

function permit({ key, caller, command, actor, expected }: ObligationRequest, running: Running): Permitted {
  const { before, state, events } = running;
  if (!caller) return { actor: actor ?? 'contractor' };
  const { obligationId } = key;
  if (state.status === 'none' || caller.contract !== key.contract)
    return { code: 'obligation-not-found', values: { obligationId } };
  const party = authoriseObligation(caller, command.type, state);
  if (party === undefined) return { code: 'obligation-not-allowed', values: { command: command.type } };
  const said = before.events + events.length;
  if (expected !== undefined && expected < said)
    return { code: 'obligation-changed', values: { expected, said } };
  return { actor: party };
}

function changeOf(running: Running): ObligationChange[] {
  const { state, events, jobTaken } = running;
  if (state.status === 'none' || (events.length === 0 && !jobTaken)) return [];
  return [
    {
      ...changeOfChain(running, obligationDeadlinesByName(state)),
      state,
      tells: events.some(({ type }) => OBLIGATION_NOTICES[type].length > 0),
    },
  ];
}

const nameOf = ({ contract, obligationId }: ObligationKey): string => `${contract}/${obligationId}`;

function distinct(keys: readonly ObligationKey[]): readonly ObligationKey[] {
  const bare = ({ contract, obligationId }: ObligationKey): ObligationKey => ({ contract, obligationId });
  return [...new Map(keys.map((key) => [nameOf(key), bare(key)])).values()];
}
