import { listCustomers } from '../app/customers.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { accepted, allOf, sayList } from './contract-answer.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';

interface ListOptions {
  readonly contract?: string;
  readonly json?: true;
}

/** `ladder customer list`: the customers of a contract with their account managers. */
export function customerList(
  { contract, json }: ListOptions,
  operations: Operations,
  io: Io,
): Promise<number> {
  return refusedBy(io, async () => {
    const { news, labels } = catalogue('en').people;
    const customers = await operations.within(io, ({ contracts }) =>
      allOf(
        async (page) => accepted(await listCustomers(contracts, contract, page)),
        ({ customerId }) => customerId,
      ),
    );
    const keepers = (accounts: Readonly<Record<string, string>>): string =>
      [...new Set(Object.values(accounts))].join(', ') || labels.nothing;
    sayList(
      io,
      json,
      customers,
      [
        ['customerId', (one) => one.customerId],
        ['name', (one) => one.name],
        ['accountManager', (one) => keepers(one.accounts)],
      ],
      news['list-empty']({ of: 'customers' }),
    );
    return 0;
  });
}
