import type { CaseState } from '../core/case/state.ts';
import type { Request } from './handle.ts';
import type { Transaction } from './ports/store.ts';

/**
 * The person a command names who is none of the customer's own people, and with whom its case is therefore not
 * shared; undefined where everybody named is. Who is one is known today and by nobody but the directory.
 */
export async function namedStranger(
  tx: Transaction,
  { key, command }: Request,
  state: CaseState,
): Promise<string | undefined> {
  if (command.type !== 'addWatcher' && command.type !== 'nameStandIn') return undefined;
  if (state.status === 'none') return undefined;
  const { customer } = state.status === 'closed' ? state.last : state;
  const { person } = command;
  return (await tx.isOfCustomer(key.contract, customer, person)) ? undefined : person;
}
