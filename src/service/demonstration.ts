import assert from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Caller } from '../app/authorise.ts';
import { addCustomer } from '../app/customers.ts';
import { handleIn, type Request } from '../app/handle.ts';
import { loadPlan } from '../app/load-plan.ts';
import { addPerson } from '../app/people.ts';
import type { Contracts, Person } from '../app/ports/contracts.ts';
import type { CaseKey, Store, Transaction } from '../app/ports/store.ts';
import type { Instant } from '../core/instant.ts';
import { asInstant } from '../core/instant.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { inProject } from '../project.ts';
import {
  DEMONSTRATION_AGREED,
  DEMONSTRATION_CASES,
  DEMONSTRATION_CUSTOMERS,
  DEMONSTRATION_PEOPLE,
  type SampleCase,
  type SampleCommand,
} from './demonstration-samples.ts';

const PLAN = inProject('plans/calnet-3-category-9.1.plan.yaml');

interface Parts {
  readonly store: Store;
  readonly contracts: Contracts;
  /** The installation's clock: the samples happened in the hours before. */
  readonly at: Instant;
}

/**
 * Fills a demonstration: the sample plan published, agencies with their account managers, people of every role, and
 * a few practice cases that were handled by real commands.
 *
 * It may be asked again after a crash, or at each start: what is there stays, and the cases, which come last and all
 * at once, say that everything is.
 */
export async function seedDemonstration(parts: Parts): Promise<{ readonly contract: string }> {
  const { store, contracts, at } = parts;
  const text = await readFile(PLAN, 'utf8');
  // Judged by no date, so that a demonstration can be made when the sample's term is over.
  const loaded = await loadPlan(contracts, {
    text,
    agreed: DEMONSTRATION_AGREED,
    at,
    by: 'ladder',
    facts: {},
  });
  assert(loaded.accepted, 'the sample plan is taken in');
  const { contract } = loaded;
  if (await contracts.transaction((tx) => tx.hasCases(contract))) return { contract };
  for (const { customerId, name } of DEMONSTRATION_CUSTOMERS) {
    sure(await addCustomer(contracts, { contract, customerId, name }));
  }
  for (const person of DEMONSTRATION_PEOPLE) sure(await addPerson(contracts, { contract, ...person }));
  for (const { customerId, accountManager } of DEMONSTRATION_CUSTOMERS) {
    sure(await addCustomer(contracts, { contract, customerId, accountManager }));
  }
  const world = await worldOf(contracts, contract);
  await store.transaction(async (tx) => {
    for (const sample of DEMONSTRATION_CASES) await play(tx, world, sample, at);
  });
  return { contract };
}

/** The samples are our own, so a no to one of them is our mistake. */
function sure(answer: { readonly accepted: boolean; readonly refusal?: { readonly code: string } }): void {
  assert(answer.accepted, `the samples are accepted: ${answer.refusal?.code}`);
}

/** Whom the samples speak of. */
interface World {
  readonly contract: string;
  readonly people: ReadonlyMap<string, Person>;
  /** Who fills a seat → the seats. */
  readonly seats: ReadonlyMap<string, readonly string[]>;
  readonly accounts: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** More people and customers than the samples have. */
const PAGE = { after: '', max: 100 };

function worldOf(contracts: Contracts, contract: string): Promise<World> {
  return contracts.transaction(async (tx) => {
    const people = await tx.peoplePage(contract, PAGE);
    const customers = await tx.customersPage(contract, PAGE);
    const filled = await tx.seats(contract);
    return {
      contract,
      people: new Map(people.map((person) => [person.personId, person])),
      seats: Map.groupBy(filled.keys(), (seat) => filled.get(seat) ?? ''),
      accounts: new Map(customers.map(({ customerId, accounts }) => [customerId, accounts])),
    };
  });
}

/** Each command at its own time, and before it whatever fell due by then: nothing of a sample happened late. */
async function play(tx: Transaction, world: World, sample: SampleCase, at: Instant): Promise<void> {
  const { contract } = world;
  const revision = await tx.publishedRevision(contract);
  assert(revision, 'the sample plan is published');
  const caseId = await tx.newCaseId();
  const requests = [
    openingOf(world, sample, { revision, caseId, at }),
    ...sample.after.map((command) => requestOf(world, command, caseId, at)),
  ];
  for (const request of requests) {
    const then = request.command.occurredAt ?? at;
    await fallDue(tx, request.key, then);
    for (const answer of await handleIn(tx, [request], { at: then })) sure(answer);
  }
  await fallDue(tx, { contract, caseId }, at);
}

/** More deadlines than a sample meets in its hours. */
const DEADLINES_MAX = 100;

async function fallDue(tx: Transaction, key: CaseKey, until: Instant): Promise<void> {
  for (let count = 0; count < DEADLINES_MAX; count++) {
    const [found] = await tx.lockCases([key]);
    const dueAt = found?.nextDueAt;
    if (dueAt === undefined || dueAt > until) return;
    const command = { type: 'deadlineDue', by: 'ladder' } as const;
    for (const answer of await handleIn(tx, [{ key, caller: undefined, command }], { at: dueAt }))
      sure(answer);
  }
}

function openingOf(
  world: World,
  { customer, reporter, track, references, text, minutesAgo }: SampleCase,
  { revision, caseId, at }: { readonly revision: Revision; readonly caseId: string; readonly at: Instant },
): Request {
  const directory = world.accounts.get(customer) ?? {};
  const command = {
    type: 'open',
    by: reporter,
    caseId,
    revision,
    track,
    customer,
    directory,
    references,
    text,
    practice: true,
    occurredAt: before(at, minutesAgo),
  } as const;
  return { key: { contract: world.contract, caseId }, command, caller: callerOf(world, reporter) };
}

function requestOf(world: World, sample: SampleCommand, caseId: string, at: Instant): Request {
  const { by, minutesAgo, ...told } = sample;
  const command = { ...told, by, occurredAt: before(at, minutesAgo) };
  return { key: { contract: world.contract, caseId }, command, caller: callerOf(world, by) };
}

function callerOf({ contract, people, seats }: World, personId: string): Caller {
  const grants = (people.get(personId)?.roles ?? []) as Caller['grants'];
  return { contract, personId, grants, over: 'portal', seats: seats.get(personId) ?? [] };
}

const MINUTE_MS = 60_000;
const before = (at: Instant, minutes: number): Instant => asInstant(at - minutes * MINUTE_MS);
