import {
  type DrillCommand,
  type DrillFacts,
  type DrillRefusal,
  decideDrill,
} from '../../core/drill/decide.ts';
import { DRILL_NOTICES, type DrillEvent } from '../../core/drill/event.ts';
import { begunSince, type OtherDrill } from '../../core/drill/limits.ts';
import { nextStart } from '../../core/drill/next-start.ts';
import { type DrillState, drillDeadlines, type LiveDrill } from '../../core/drill/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import { type DrillGround, type DrillKey, drillRecordKey } from '../ports/drills.ts';
import type { RefusedCommand, Store, Transaction } from '../ports/store.ts';
import {
  type ChainAnswer,
  changesOf,
  decideOn,
  distinctKeys,
  instantFor,
  type OnItsWay,
  type RunningChain,
  RunningChains,
  refusedLine,
} from '../running-chain.ts';
import { drillFacts } from './drill-facts.ts';

/** A command to a drill on its way in; what is known beside it is found out on the road. */
interface DrillRequest {
  readonly key: DrillKey;
  readonly actor: Party;
  readonly command: OnItsWay<DrillCommand, 'at' | 'occurredAt' | 'onBehalfOf' | 'actor' | 'facts'>;
}

type DrillAnswer = ChainAnswer<DrillState, DrillRefusal>;

type Running = RunningChain<DrillKey, DrillState, DrillEvent>;

/** What is known of the contracts of a batch, and what the batch itself has begun since. */
interface Known {
  readonly now: Instant;
  readonly grounds: ReadonlyMap<string, DrillGround>;
  readonly running: RunningChains<DrillKey, DrillState, DrillEvent>;
}

/**
 * The only way in which a drill changes, inside a transaction: locked in order, decided one by one, written together. One
 * that comes again plans the one after it as soon as it has begun or was skipped.
 */
export async function handleDrillsIn(
  tx: Transaction,
  requests: readonly DrillRequest[],
  taken: readonly DrillKey[] = [],
): Promise<readonly DrillAnswer[]> {
  const keys = distinctKeys([...requests.map(({ key }) => key), ...taken], bare);
  const contracts = [...new Set(keys.map(({ contract }) => contract))].sort();
  await tx.drills.serialise(contracts);
  const now = await tx.now();
  const locked = await tx.drills.lock(keys);
  const running = new RunningChains<DrillKey, DrillState, DrillEvent>(locked, taken, bare);
  const grounds = new Map<string, DrillGround>();
  for (const contract of contracts)
    if (requests.some((request) => request.key.contract === contract && needsFacts(request, running)))
      grounds.set(contract, await tx.drills.ground(contract, begunSince(now)));
  const refused: RefusedCommand[] = [];
  const known: Known = { now, grounds, running };
  const answers = requests.map((request) => decided(request, running.of(request.key), known, refused));
  await tx.drills.record(
    changesOf(running, (state, events) => ({
      deadlines: drillDeadlines(state),
      tells: events.some(({ type }) => DRILL_NOTICES[type]),
    })),
  );
  if (refused.length > 0) await tx.recordRefused(refused);
  for (const one of running.all()) await planNext(tx, one, now);
  return answers;
}

const needsFacts = ({ key, command }: DrillRequest, running: Known['running']): boolean =>
  command.type === 'plan' || (command.type === 'deadlineDue' && running.of(key).state.status === 'planned');

function factsFor({ key, command }: DrillRequest, state: DrillState, known: Known): DrillFacts | undefined {
  const ground = known.grounds.get(key.contract);
  const level =
    command.type === 'plan' ? command.level : state.status === 'planned' ? state.level : undefined;
  if (!ground || level === undefined) return undefined;
  const found = drillFacts(ground, key, level, known.now);
  return { ...found, others: withBatch(found.others as DrillGround['others'], key, known) };
}

/** Of several that are due in one batch the second finds the first running. */
function withBatch(others: DrillGround['others'], key: DrillKey, { running }: Known): readonly OtherDrill[] {
  const ours = running
    .all()
    .filter(({ before, events }) => events.length > 0 && before.key.contract === key.contract)
    .filter(({ before }) => before.key.drill !== key.drill);
  return [
    ...others.filter(({ drill }) => !ours.some(({ before }) => before.key.drill === drill)),
    ...ours.flatMap(({ state }) => otherOf(state)),
  ];
}

function otherOf(state: DrillState): readonly OtherDrill[] {
  if (state.status === 'none' || state.status === 'planned' || state.begunAt === undefined) return [];
  const { level, begunAt, endAt = begunAt, status } = state;
  return [{ level, startAt: begunAt, endAt, status: status === 'running' ? 'running' : 'begun' }];
}

function decided(
  request: DrillRequest,
  running: Running,
  known: Known,
  refused: RefusedCommand[],
): DrillAnswer {
  const { key, actor, command } = request;
  const facts = factsFor(request, running.state, known);
  const given = { ...command, actor, ...(facts && { facts }) };
  const answer = decideOn(running, given, known.now, (state, whole) =>
    decideDrill(state, whole as DrillCommand),
  );
  if (!answer.accepted) {
    const { code } = answer.refusal;
    const at = instantFor(running.state, known.now);
    refused.push(refusedLine({ key: drillRecordKey(key), at, actor, command, code }));
  }
  return answer;
}

async function planNext(tx: Transaction, { before, events, state }: Running, now: Instant): Promise<void> {
  if (state.status === 'none' || state.every === undefined) return;
  if (!events.some(({ type }) => type === 'DrillBegun' || type === 'DrillSkipped')) return;
  const { contract } = before.key;
  const { every, anchorAt, level, answerWithinMs } = state as LiveDrill & { every: 'month' | 'quarter' };
  const { timeZone } = await tx.drills.ground(contract, now);
  const after = asInstant(Math.max(now, state.startAt));
  const startAt = nextStart({ anchorAt, every }, timeZone, after);
  await handleDrillsIn(tx, [
    {
      key: { contract, drill: await tx.drills.next(contract) },
      actor: 'contractor',
      command: { type: 'plan', by: 'ladder', level, startAt, answerWithinMs, every, anchorAt },
    },
  ]);
}

interface Planning {
  readonly by: string;
  readonly actor: Party;
  readonly level: number;
  /** Undefined: now. */
  readonly startAt: Instant | undefined;
  readonly answerWithinMs: number;
  readonly every: LiveDrill['every'];
}

/** Plans a drill, or begins it at once; its number where it may be. */
export const planDrill = (
  store: Store,
  contract: string,
  { by, actor, level, startAt, answerWithinMs, every }: Planning,
): Promise<DrillAnswer & { readonly drill: number }> =>
  store.transaction(async (tx) => {
    await tx.drills.serialise([contract]);
    const drill = await tx.drills.next(contract);
    const command = { type: 'plan', by, over: 'portal', level, startAt, answerWithinMs, every } as const;
    const [given] = await handleDrillsIn(tx, [{ key: { contract, drill }, actor, command }]);
    return { ...given!, drill };
  });

/** Calls a drill off, planned or running. */
export const stopDrill = (
  store: Store,
  key: DrillKey,
  { by, actor }: Pick<Planning, 'by' | 'actor'>,
): Promise<DrillAnswer> =>
  store.transaction(async (tx) => {
    const [given] = await handleDrillsIn(tx, [{ key, actor, command: { type: 'stop', by, over: 'portal' } }]);
    return given!;
  });

/** A planned drill is to begin, or a running one is over. */
export const drillIsDue = (key: DrillKey): DrillRequest => ({
  key,
  actor: 'contractor',
  command: { type: 'deadlineDue', by: 'ladder' },
});

/** That somebody could not be told, as a letter's fate says. */
export const drillNoticeFailed = (
  key: DrillKey,
  { personId, deliveryId }: { readonly personId: string; readonly deliveryId: string },
): DrillRequest => ({
  key,
  actor: 'contractor',
  command: { type: 'noticeFailed', by: 'ladder', whom: personId, delivery: deliveryId },
});

const bare = ({ contract, drill }: DrillKey): DrillKey => ({ contract, drill });
