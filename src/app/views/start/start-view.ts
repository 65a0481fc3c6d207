import type { Instant } from '../../../core/instant.ts';
import type { Plan } from '../../../core/plan/format/schema.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { type Caller, RIGHTS } from '../../authorise.ts';
import type { ListedCustomer, ReachedPerson, Reading } from '../../ports/reading.ts';
import { agreedPlan } from '../plan/agreed-plan.ts';

/** What somebody needs to see before they open a case. */
export interface StartView {
  readonly contract: string;
  readonly contractTitle: string;
  readonly now: Instant;
  readonly rules: Revision;
  readonly written: Plan | undefined;
  /** The desk records it for a caller. */
  readonly isOnBehalf: boolean;
  /** For whom it may be opened. */
  readonly customers: readonly ListedCustomer[];
  /** Undefined as long as it is not chosen among several. */
  readonly customer: ListedCustomer | undefined;
  /** Of a case for a caller: the customer's people, of whom one is calling. */
  readonly reporters: readonly ReachedPerson[];
  /** How whoever opens it for themselves is reached. */
  readonly self: ReachedPerson | undefined;
}

/** What a case can be opened on and for; undefined where nothing of the plan is in force. */
export async function startView(
  reading: Reading,
  caller: Caller,
  chosen: string,
): Promise<StartView | undefined> {
  const { contract, personId } = caller;
  const agreed = await agreedPlan(reading, contract);
  if (!agreed) return undefined;
  const { rules, written } = agreed;
  const isOnBehalf = caller.grants.some(({ role }) => RIGHTS[role].onBehalf);
  const customers = isOnBehalf ? await reading.customers(contract) : await ownCustomers(reading, caller);
  const [only, ...others] = customers;
  const customer = others.length === 0 ? only : customers.find(({ customerId }) => customerId === chosen);
  const [now, people, reporters] = await Promise.all([
    reading.now(),
    reading.standing(contract, [personId]),
    isOnBehalf && customer ? reading.peopleOfCustomer(contract, customer.customerId) : [],
  ]);
  const self = isOnBehalf ? undefined : people.get(personId);
  const { title: contractTitle } = agreed.contract;
  return { contract, contractTitle, now, rules, written, isOnBehalf, customers, customer, reporters, self };
}

async function ownCustomers(
  reading: Reading,
  { contract, grants }: Caller,
): Promise<readonly ListedCustomer[]> {
  const ids = [...new Set(grants.flatMap(({ customerId }) => customerId ?? []))];
  const found = await Promise.all(ids.map((id) => reading.customer(contract, id)));
  return found.filter((one) => one !== undefined);
}
