import type { Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import { decideFilling, type FillingCommand, type FillingRefusal } from '../../core/seat/decide.ts';
import { FILLING_NOTICES, type FillingEvent } from '../../core/seat/event.ts';
import { type FillingState, fillingDeadlines } from '../../core/seat/state.ts';
import type { FillingKey, FillingsTransaction } from '../ports/seat-fillings.ts';
import {
  type ChainAnswer,
  changesOf,
  decideOn,
  distinctKeys,
  type OnItsWay,
  RunningChains,
} from '../running-chain.ts';

/** A command to a filling on its way in. */
export interface FillingRequest {
  readonly key: FillingKey;
  readonly actor: Party;
  readonly command: OnItsWay<FillingCommand, 'at' | 'occurredAt' | 'onBehalfOf' | 'actor'>;
}

export type FillingAnswer = ChainAnswer<FillingState, FillingRefusal>;

/** What the road needs of a transaction, the engine's or that of contracts. */
interface Within {
  now(): Promise<Instant>;
  readonly fillings: FillingsTransaction;
}

/** The only way in which a filling changes, inside a transaction: locked in order, decided one by one, written together. */
export async function handleFillingsIn(
  tx: Within,
  requests: readonly FillingRequest[],
  taken: readonly FillingKey[] = [],
): Promise<readonly FillingAnswer[]> {
  const now = await tx.now();
  const locked = await tx.fillings.lock(distinctKeys([...requests.map(({ key }) => key), ...taken], bare));
  const chains = new RunningChains<FillingKey, FillingState, FillingEvent>(locked, taken, bare);
  const answers = requests.map(({ key, actor, command }) =>
    decideOn(chains.of(key), { ...command, actor }, now, (state, whole) =>
      decideFilling(state, whole as FillingCommand),
    ),
  );
  await tx.fillings.record(
    changesOf(chains, (state, events) => ({
      deadlines: fillingDeadlines(state),
      tells: events.some(({ type }) => FILLING_NOTICES[type]),
    })),
  );
  return answers;
}

/** That somebody could not be told, as a letter's fate says. */
export const fillingNoticeFailed = (
  key: FillingKey,
  { personId, deliveryId }: { readonly personId: string; readonly deliveryId: string },
): FillingRequest => ({
  key,
  actor: 'contractor',
  command: { type: 'noticeFailed', by: 'ladder', whom: personId, delivery: deliveryId },
});

const bare = ({ contract, filling }: FillingKey): FillingKey => ({ contract, filling });
