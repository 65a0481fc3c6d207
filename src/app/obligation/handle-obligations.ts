import type { Instant } from '../../core/instant.ts';
import type { ObligationRoadRefusals } from '../../core/message/portal/obligations.ts';
import type { ObligationCommand } from '../../core/obligation/command.ts';
import { obligationDeadlinesByName } from '../../core/obligation/deadlines.ts';
import { decideObligation } from '../../core/obligation/decide.ts';
import { OBLIGATION_NOTICES, type ObligationEvent } from '../../core/obligation/event.ts';
import type { ObligationRefusal } from '../../core/obligation/refusal.ts';
import type { ObligationState } from '../../core/obligation/state.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import { authoriseObligation, type Caller } from '../authorise.ts';
import { type ObligationKey, recordKeyOf } from '../ports/obligations.ts';
import type { AnswerKey, RefusedCommand, Store, Transaction } from '../ports/store.ts';
import {
  changesOf,
  decideOn,
  distinctKeys,
  instantFor,
  type OnItsWay,
  type RunningChain,
  RunningChains,
  refusedLine,
} from '../running-chain.ts';

/** A command to an obligation on its way in. */
export interface ObligationRequest {
  readonly key: ObligationKey;
  readonly command: OnItsWay<ObligationCommand, 'at' | 'occurredAt' | 'actor' | 'onBehalfOf'>;
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
  const locked = await tx.lockObligations(distinctKeys([...requests.map(({ key }) => key), ...taken], bare));
  const running = new RunningChains<ObligationKey, ObligationState, ObligationEvent>(locked, taken, bare);
  const refused: RefusedCommand[] = [];
  const answers: ObligationAnswer[] = [];
  for (const request of requests)
    answers.push(await answer(tx, request, running.of(request.key), now, refused));
  await tx.recordObligations(
    changesOf(running, (state, events) => ({
      deadlines: obligationDeadlinesByName(state),
      tells: events.some(({ type }) => OBLIGATION_NOTICES[type].length > 0),
    })),
  );
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
  const at = instantFor(running.state, now);
  const first = running.before.events + running.events.length;
  const permitted = permit(request, running);
  const no = (refusal: ObligationRefusal | ObligationRoadRefusal): ObligationAnswer => {
    const actor = 'actor' in permitted ? permitted.actor : 'unknown';
    refused.push(refusedLine({ key: recordKeyOf(key), at, actor, command, code: refusal.code }));
    return { accepted: false, obligationId, refusal };
  };
  if ('code' in permitted) return no(permitted);
  const answer = decideOn(running, { ...command, ...permitted }, now, (state, whole) =>
    decideObligation(state, whole as ObligationCommand),
  );
  if (!answer.accepted) return no(answer.refusal);
  const { latenessMs } = answer;
  const to = running.before.events + running.events.length;
  return {
    ...{ accepted: true, obligationId, at, from: first + 1, to },
    ...(latenessMs !== undefined && { latenessMs }),
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

const bare = ({ contract, obligationId }: ObligationKey): ObligationKey => ({ contract, obligationId });
