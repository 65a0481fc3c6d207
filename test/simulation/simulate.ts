import { randomUUID } from 'node:crypto';
import { handle, type Request } from '../../src/app/handle.ts';
import type { Person } from '../../src/app/ports/engine.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import type { Command } from '../../src/core/case/command.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import { deliver } from '../../src/engine/deliver.ts';
import { fireDeadlines } from '../../src/engine/fire-deadlines.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import type { EngineParts } from '../../src/engine/parts.ts';
import { watch } from '../../src/engine/watch.ts';
import { engineParts } from '../build/engine-parts.ts';
import { Chance } from '../case/chance.ts';
import { tell } from '../case/naive.ts';
import { randomCommand } from '../case/random-command.ts';
import { FIRST_DATES, nextRevision, randomRevision } from '../case/random-revision.ts';
import { type Accepted, CaseReplay } from './case-replay.ts';
import { brokenInvariants, leftOver, untold } from './invariants.ts';
import { MemoryStore } from './memory-store.ts';
import { nameOf } from './memory-tables.ts';
import { isLost, Trouble, TroubledCarrier } from './trouble.ts';

/** What became of one seed. */
export interface Simulated {
  readonly problems: readonly string[];
  /** Days of Ladder's time, counted for each case. */
  readonly days: number;
  readonly events: number;
  readonly mails: number;
  readonly faults: number;
}

interface SimulatedCase {
  readonly name: string;
  readonly replay: CaseReplay;
  accepted: Accepted[];
  latest: Instant;
}

/** The whole service in one process, and the days it is given. */
interface Days {
  readonly chance: Chance;
  readonly store: MemoryStore;
  readonly trouble: Trouble;
  readonly carrier: TroubledCarrier;
  /** Two nodes, which differ in nothing. */
  readonly nodes: readonly EngineParts[];
  readonly revision: ReturnType<typeof randomRevision>;
  readonly next: ReturnType<typeof randomRevision>;
  readonly cases: readonly SimulatedCase[];
  readonly problems: string[];
  /** Turns of a node whose carrier hangs. */
  readonly hanging: Promise<void>[];
}

const MINUTE = 60_000;
const TRIES_MAX = 200;
const QUIET_TURNS_MAX = 200;
const PROBLEMS_MAX = 5;

/** Some days of a few cases, everything drawn from the seed; the same seed gives the same days. */
export async function simulate(seed: number): Promise<Simulated> {
  const days = begun(seed);
  const { chance, store, carrier, trouble, problems } = days;
  const from = store.time();
  for (let left = chance.whole(6, 20); left > 0 && problems.length === 0; left--) {
    store.setTime(nextTime(days));
    if (chance.isOneIn(3)) carrier.release();
    await oneStep(days);
    look(days);
  }
  trouble.isOver = true;
  carrier.release();
  await Promise.all(days.hanging);
  await quieten(days);
  look(days);
  const arrived = new Set(carrier.arrived.map(({ id }) => id));
  problems.push(...leftOver(store, store.time()), ...untold(store, arrived));
  for (const { replay } of days.cases) {
    replay.finish(store.time());
    problems.push(...replay.problems);
  }
  return {
    problems: [...new Set(problems)].slice(0, PROBLEMS_MAX),
    days: (days.cases.length * (store.time() - from)) / (1440 * MINUTE),
    events: [...store.tables.cases.values()].reduce((sum, one) => sum + one.events.length, 0),
    mails: carrier.arrived.length,
    faults: trouble.faults,
  };
}

function begun(seed: number): Days {
  const chance = new Chance(seed);
  const revision = randomRevision(chance);
  const next = nextRevision(chance, revision);
  const midnight = Temporal.PlainDate.from(chance.of(FIRST_DATES)).toZonedDateTime(revision.timeZone);
  const revisions = new Map([revision, next].map((one) => [`${one.contract}/${one.number}`, one]));
  const people = new Map(
    ['customer', 'oversight', 'manager-of-customer', ...Object.keys(revision.seats)].map((id) => [
      id,
      person(id),
    ]),
  );
  const store = new MemoryStore({ revisions, people }, asInstant(midnight.epochMilliseconds));
  const trouble = new Trouble(chance);
  store.point = trouble.point;
  const carrier = new TroubledCarrier(trouble);
  const parts = engineParts(store);
  const letters = { ...parts.letters, writer: PLAIN };
  const node = { ...parts, letters, mail: carrier };
  const cases = Array.from({ length: chance.whole(1, 3) }, (_, index) => ({
    name: String(index + 1),
    replay: new CaseReplay(`${index + 1} of LADDER_SEED=${seed}`),
    accepted: [],
    latest: store.time(),
  }));
  return {
    chance,
    store,
    trouble,
    carrier,
    nodes: [node, node],
    revision,
    next,
    cases,
    problems: [],
    hanging: [],
  };
}

/** What the letters say has tests of its own. */
const plain = { subject: 'A case', text: 'Something happened.', html: '<p>Something happened.</p>' };
const PLAIN = {
  ...{ notice: () => plain, system: () => plain, checkpoint: () => plain },
  ...{
    obligation: () => plain,
    attestation: () => plain,
    contactReport: () => plain,
    seat: () => plain,
    drill: () => plain,
  },
};

const person = (personId: string): Person => ({
  personId,
  name: personId,
  title: undefined,
  email: personId === 'desk' ? undefined : `${personId}@ladder.example`,
  office: undefined,
  mobile: undefined,
  timeZone: undefined,
  language: 'en' as const,
  shown: 'customers',
});

/** Often a while, often the next instant at which anything starts; whole minutes. */
function nextTime({ chance, store }: Days): Instant {
  const start = store.nextStart();
  const gap = chance.weighted([
    [1, 0],
    [4, chance.whole(0, 10)],
    [6, chance.round(15, 5, 90)],
    [4, chance.round(30, 60, 600)],
    [1, chance.whole(600, 2500)],
  ]);
  const later = store.time() + gap * MINUTE;
  const wanted = start !== undefined && chance.isOneIn(2) ? Math.min(start, later) : later;
  return asInstant(Math.ceil(Math.max(wanted, store.time()) / MINUTE) * MINUTE);
}

/** Everything that happens at one instant, all at once: commands, turns of both nodes, the watch. */
async function oneStep(days: Days): Promise<void> {
  const { chance, nodes, cases } = days;
  const asked = cases.filter(() => !chance.isOneIn(3)).map((one) => command(days, one));
  const turns = nodes.flatMap((node) =>
    chance.isOneIn(4)
      ? []
      : [() => fireDeadlines(node), () => makeLetters(node), () => watch(node)].filter(
          () => !chance.isOneIn(3),
        ),
  );
  for (const node of nodes) if (!chance.isOneIn(3)) days.hanging.push(survived(days, () => deliver(node)));
  await Promise.all([...asked, ...turns.map((turn) => survived(days, turn))]);
}

/** A turn that ends with its connection is taken up by the next; any other end is a bug. */
async function survived({ problems }: Days, turn: () => Promise<unknown>): Promise<void> {
  try {
    await turn();
  } catch (error) {
    if (!isLost(error)) problems.push(`a turn failed: ${error instanceof Error ? error.stack : error}`);
  }
}

/** Asks one thing of a case until there is an answer, under one key, as a caller does who hears nothing. */
async function command(days: Days, one: SimulatedCase): Promise<void> {
  const { store, chance, revision, next } = days;
  const now = store.time() / MINUTE;
  const { memory, isUnsure } = one.replay;
  if (isUnsure) return;
  const day = { chance, revision, next, memory, told: [], now, latest: one.latest / MINUTE };
  const drawn = randomCommand(day);
  const asked = drawn.type === 'open' ? { ...drawn, caseId: one.name } : drawn;
  const expected = tell(memory, asked);
  if (expected.verdict === 'unsure') return;
  const { at: _at, actor, ...rest } = asked;
  const key = { contract: revision.contract, caseId: one.name };
  const request: Request = {
    key,
    caller: undefined,
    actor,
    command: rest as Request['command'],
    answerKey: { contract: key.contract, caller: 'test', key: randomUUID(), request: '00' },
  };
  const before = decidedOf(store, key);
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    try {
      const [answer] = await handle(store, [request]);
      if (!answer) throw new Error('no answer');
      const own = answer.accepted ? answer.to - answer.from + 1 : 0;
      // While it was asked again a deadline may have fallen due, and what was expected before is no longer to be.
      const isAsItWas = decidedOf(store, key) - own === before;
      if (isAsItWas && answer.accepted !== (expected.verdict === 'accepted'))
        days.problems.push(`${asked.type}: ${JSON.stringify(answer)}, expected ${expected.verdict}`);
      if (answer.accepted) {
        one.accepted.push({
          from: answer.from,
          to: answer.to,
          command: { ...asked, at: answer.at } as Command,
        });
        one.latest = asInstant(Math.max(one.latest, asked.occurredAt));
      }
      return;
    } catch (error) {
      if (!isLost(error)) throw error;
    }
  }
  throw new Error('nobody answered');
}

/** How many events of a case change what may be asked of it: what carriers say does not. */
const decidedOf = ({ tables }: MemoryStore, key: CaseKey): number =>
  (tables.cases.get(nameOf(key))?.events ?? []).filter(({ event }) => event.type !== 'DeliveryRecorded')
    .length;

/** Holds what has been committed against the model and against what must hold always. */
function look({ store, cases, revision, problems }: Days): void {
  problems.push(...brokenInvariants(store));
  for (const one of cases) {
    const kept = store.tables.cases.get(`${revision.contract}/${one.name}`);
    one.replay.take(
      (kept?.events ?? []).map(({ event }) => event),
      one.accepted,
    );
    one.accepted = [];
    problems.push(...one.replay.problems);
  }
}

/** Without trouble, until nothing is left to do at this instant and no claim of a dead node is left. */
async function quieten(days: Days): Promise<void> {
  const { store, nodes } = days;
  const [node] = nodes;
  for (let turns = 0; node && turns < QUIET_TURNS_MAX; turns++) {
    await watch(node);
    await fireDeadlines(node);
    await makeLetters(node);
    await deliver(node);
    if (leftOver(store, store.time()).length > 0) {
      const held = [...store.tables.deliveryJobs.values()].some((job) => (job.heldUntil ?? 0) > store.time());
      if (held) store.setTime(asInstant(store.time() + MINUTE));
      continue;
    }
    // A mail that was refused for now waits for its next attempt.
    const waiting = [...store.tables.deliveryJobs.values()].map((job) => job.startAt);
    if (waiting.length === 0) return;
    store.setTime(asInstant(Math.ceil(Math.min(...waiting) / MINUTE) * MINUTE));
  }
}
