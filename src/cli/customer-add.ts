import { addCustomer } from '../app/customers.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { accepted, say } from './contract-answer.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';

interface CustomerAddOptions {
  readonly name?: string;
  readonly accountManager?: string;
  readonly contract?: string;
  readonly json?: true;
}

/** `ladder customer add`: a customer, and who keeps its account. */
export function customerAdd(
  [customerId = '']: readonly string[],
  { json, ...options }: CustomerAddOptions,
  operations: Operations,
  io: Io,
): Promise<number> {
  return refusedBy(io, async () => {
    const added = accepted(
      await operations.within(io, ({ contracts }) => addCustomer(contracts, { customerId, ...options })),
    );
    const { news } = catalogue('en').people;
    const { name = '', accountManager: personId = '' } = options;
    say(io, json, added, [
      added.isNew ? news['customer-added']({ customerId, name }) : news['customer-kept']({ customerId }),
      ...(added.accountChanged ? [news['account-manager-set']({ customerId, personId })] : []),
    ]);
    return 0;
  });
}
