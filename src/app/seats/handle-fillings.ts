import { asInstant, type Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import { decideFilling, type FillingCommand, type FillingRefusal } from '../../core/seat/decide.ts';
import { FILLING_NOTICES, type FillingEvent } from '../../core/seat/event.ts';
import { type FillingState, fillingDeadlines } from '../../core/seat/state.ts';
import type { FillingChange, FillingKey, FillingsTransaction } from '../ports/seat-fillings.ts';
import { changeOfChain, type RunningChain, RunningChains } from '../running-chain.ts';

type Unasked = 'at' | 'occurredAt' | 'onBehalfOf' | 'actor';
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A command to a filling on its way in. */
export interface FillingRequest {
  readonly key: FillingKey;
  readonly actor: Party;
  readonly command: Without<FillingCommand, Unasked>;
}

export type FillingAnswer =
  | {
      readonly accepted: true;
      readonly state: FillingState;
      /** Of a deadline acted on: how late that was. */
      readonly latenessMs?: number;
    }
  | { readonly accepted: false; readonly refusal: FillingRefusal };

type Running = RunningChain<FillingKey, FillingState, FillingEvent>;

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
  const locked = await tx.fillings.lock(distinct([...requests.map(({ key }) => key), ...taken]));
  const running = new RunningChains<FillingKey, FillingState, FillingEvent>(locked, taken, nameOf);
  const answers = requests.map((request) => decided(request, running.of(request.key), now));
  await tx.fillings.record(running.all().flatMap(changeOf));
  return answers;
}

function decided({ key: _, actor, command }: FillingRequest, running: Running, now: Instant): FillingAnswer {
  const at = asInstant(running.state.status === 'none' ? now : Math.max(now, running.state.lastAt));
  const decision = decideFilling(running.state, {
    ...command,
    ...{ actor, at, occurredAt: at },
  } as FillingCommand);
  if (!decision.accepted) return decision;
  running.state = decision.state;
  running.events.push(...decision.events);
  const late = decision.events.flatMap((event) => ('latenessMs' in event ? [event.latenessMs] : []));
  return {
    ...{ accepted: true, state: decision.state },
    ...(command.type === 'deadlineDue' && late.length > 0 && { latenessMs: Math.max(...late) }),
  };
}

function changeOf(running: Running): FillingChange[] {
  const { state, events, jobTaken } = running;
  if (state.status === 'none' || (events.length === 0 && !jobTaken)) return [];
  const tells = events.some(({ type }) => FILLING_NOTICES[type]);
  return [{ ...changeOfChain(running, fillingDeadlines(state)), state, tells }];
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

const nameOf = ({ contract, filling }: FillingKey): string => `${contract}/${filling}`;

const distinct = (keys: readonly FillingKey[]): readonly FillingKey[] => [
  ...new Map(keys.map((key) => [nameOf(key), key])).values(),
];
