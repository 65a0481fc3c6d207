import type { FastifyInstance } from 'fastify';
import type { Caller } from '../../app/authorise.ts';
import type { ListedContract, ListedCustomer } from '../../app/ports/reading.ts';
import { contractOut, customerOut, listOf } from '../../app/schemas/replies.ts';
import { id } from '../../app/schemas/values.ts';
import { sightOf } from '../../app/views/sight.ts';
import { contractParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { problem } from '../problem.ts';

const customerParams = contractParams.extend({ customer: id.meta({ examples: ['harbor-safety'] }) });

/** Contracts, what was agreed in them, and who buys under them. */
export function contractRoutes(server: FastifyInstance, parts: HttpParts): void {
  const { reading } = parts;
  const contracts = (only: string | undefined) => reading.contracts(only);
  operation(
    server,
    parts,
    {
      id: 'listContracts',
      method: 'GET',
      path: '/contracts',
      tag: 'contracts',
      replies: { 200: listOf(contractOut) },
    },
    async ({ holder }) => ({ items: (await contracts(holder.contract)).map(contractView) }),
  );
  operation(
    server,
    parts,
    {
      id: 'showContract',
      method: 'GET',
      path: '/contracts/:contract',
      tag: 'contracts',
      params: contractParams,
      replies: { 200: contractOut },
    },
    async ({ params: { contract } }) => {
      const [found] = await contracts(contract);
      if (!found) throw problem('contract-not-found', { contract });
      return contractView(found);
    },
  );
  customerRoutes(server, parts);
}

const contractView = ({ published, ...rest }: ListedContract): object => ({
  ...rest,
  published: published ?? null,
});

function customerRoutes(server: FastifyInstance, parts: HttpParts): void {
  const { reading } = parts;
  const path = '/contracts/:contract/customers';
  const named = async (contract: string, found: readonly ListedCustomer[]): Promise<readonly object[]> => {
    const ids = found.flatMap(({ accounts }) => Object.values(accounts));
    const names = await reading.namesOf(contract, ids);
    return found.map(({ customerId, name, accounts }) => ({
      customer: customerId,
      name,
      accounts: Object.entries(accounts).map(([seat, person]) => {
        return { seat, person, name: names.get(person) ?? null };
      }),
    }));
  };
  const replies = { 200: listOf(customerOut) };
  operation(
    server,
    parts,
    { id: 'listCustomers', method: 'GET', path, tag: 'contracts', params: contractParams, replies },
    async ({ caller, params: { contract } }) => {
      const found = await reading.customers(contract);
      return {
        items: await named(
          contract,
          found.filter((one) => seesCustomer(caller, one)),
        ),
      };
    },
  );
  operation(
    server,
    parts,
    {
      id: 'showCustomer',
      method: 'GET',
      path: `${path}/:customer`,
      tag: 'contracts',
      params: customerParams,
      replies: { 200: customerOut },
    },
    async ({ caller, params: { contract, customer } }) => {
      const found = await reading.customer(contract, customer);
      if (!found || !seesCustomer(caller, found)) throw problem('customer-not-found', { customer });
      return (await named(contract, [found]))[0];
    },
  );
}

function seesCustomer(caller: Caller, { customerId, accounts }: ListedCustomer): boolean {
  const sight = sightOf(caller);
  if (sight.all || sight.customers.includes(customerId) || sight.own.includes(customerId)) return true;
  return sight.accounts && Object.values(accounts).includes(caller.personId);
}
