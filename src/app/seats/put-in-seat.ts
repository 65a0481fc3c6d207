import type { Instant } from '../../core/instant.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { ContractsTransaction } from '../ports/contracts.ts';
import { conflictingRole, seatRoles } from '../seat-roles.ts';
import { tellSubscribers } from '../subscriptions/tell-subscribers.ts';

/** What goes with who fills a seat. */
interface Moved {
  readonly granted: readonly string[];
  readonly withdrawn: readonly string[];
}

interface Moving {
  readonly contract: string;
  readonly plan: Plan;
  readonly seat: string;
  /** Undefined: nobody. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The role of the other side that somebody holds and that keeps them out of a seat; undefined where none does. */
export async function keptOutBy(
  tx: ContractsTransaction,
  { contract, plan, seat, to }: Omit<Moving, 'from'>,
): Promise<string | undefined> {
  const [person] = to === undefined ? [] : await tx.people(contract, [to]);
  const held = (person?.roles ?? []).map(({ role }) => role);
  for (const role of seatRoles(plan).get(seat) ?? []) {
    const conflict = conflictingRole(role, held);
    if (conflict !== undefined) return conflict;
  }
  return undefined;
}

/**
 * Puts somebody, or nobody, into a seat: from now on every notice of it goes there.
 *
 * They get the roles that come with the seat; whoever filled it loses those that no other seat of theirs gives.
 */
export async function putInSeat(
  tx: ContractsTransaction,
  { contract, plan, seat, from, to }: Moving,
  at: Instant,
): Promise<Moved> {
  const roles = seatRoles(plan);
  const own = roles.get(seat) ?? [];
  await goesTo(tx, { contract, seat, holder: to }, at);
  const filled = await tx.seats(contract);
  const rolesBySeats = (personId: string): readonly string[] =>
    [...filled].flatMap(([other, holder]) => (holder === personId ? (roles.get(other) ?? []) : []));
  const people = await tx.people(
    contract,
    [from, to].filter((one) => one !== undefined),
  );
  const heldBy = (id: string | undefined): readonly string[] =>
    (people.find(({ personId }) => personId === id)?.roles ?? []).map(({ role }) => role);
  const granted = to === undefined ? [] : own.filter((role) => !heldBy(to).includes(role));
  const withdrawn =
    from === undefined || from === to
      ? []
      : own.filter((role) => heldBy(from).includes(role) && !rolesBySeats(from).includes(role));
  for (const role of granted) await tx.grant(contract, to ?? '', { role, customerId: undefined });
  for (const role of withdrawn) await tx.withdraw(contract, from ?? '', { role, customerId: undefined });
  return { granted, withdrawn };
}

/** Puts whoever filled a seat before a filling back into it, with the roles as they were. */
export async function putBack(
  tx: ContractsTransaction,
  {
    contract,
    seat,
    holder,
    before,
    granted,
    withdrawn,
  }: {
    readonly contract: string;
    readonly seat: string;
    readonly holder?: string | undefined;
    readonly before?: string | undefined;
  } & Moved,
  at: Instant,
): Promise<void> {
  await goesTo(tx, { contract, seat, holder: before }, at);
  await swapRoles(tx, { contract, off: holder, offRoles: granted, on: before, onRoles: withdrawn });
}

/** Puts the new holder in again after all, with the roles that went with it. */
export async function putInAgain(
  tx: ContractsTransaction,
  { contract, seat, holder, before, granted, withdrawn }: Parameters<typeof putBack>[1],
  at: Instant,
): Promise<void> {
  await goesTo(tx, { contract, seat, holder }, at);
  await swapRoles(tx, { contract, off: before, offRoles: withdrawn, on: holder, onRoles: granted });
}

/** Whoever is told when the plan changes hears of it too. */
async function goesTo(
  tx: ContractsTransaction,
  { contract, seat, holder }: { contract: string; seat: string; holder: string | undefined },
  at: Instant,
): Promise<void> {
  await tx.putSeat(contract, seat, holder, at);
  await tellSubscribers(tx, contract, { kind: 'seatFilled', seat }, at);
}

interface Swap {
  readonly contract: string;
  readonly off: string | undefined;
  readonly offRoles: readonly string[];
  readonly on: string | undefined;
  readonly onRoles: readonly string[];
}

async function swapRoles(
  tx: ContractsTransaction,
  { contract, off, offRoles, on, onRoles }: Swap,
): Promise<void> {
  const people = await tx.people(
    contract,
    [off, on].filter((one) => one !== undefined),
  );
  const holds = (id: string, role: string): boolean =>
    people.find(({ personId }) => personId === id)?.roles.some((one) => one.role === role) ?? false;
  for (const role of offRoles) {
    if (off !== undefined && holds(off, role))
      await tx.withdraw(contract, off, { role, customerId: undefined });
  }
  for (const role of onRoles) {
    if (on !== undefined && !holds(on, role)) await tx.grant(contract, on, { role, customerId: undefined });
  }
}
