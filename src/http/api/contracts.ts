import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Role } from '../../app/authorise.ts';
import { type Caller, RIGHTS } from '../../app/authorise.ts';
import type { ListedContract, ListedCustomer, ListedRevision } from '../../app/ports/reading.ts';
import {
  contractOut,
  customerOut,
  listOf,
  revisionOut,
  revisionWithRulesOut,
} from '../../app/schemas/replies.ts';
import { id, queryNumber } from '../../app/schemas/values.ts';
import { jsonValues } from '../../app/views/json-values.ts';
import { isInside, sightOf } from '../../app/views/sight.ts';
import { contractParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { problem } from '../problem.ts';

const revisionParams = contractParams.extend({
  revision: queryNumber(1, 1_000_000).meta({ examples: [1] }),
});
const planParams = contractParams.extend({
  state: z.enum(['published', 'draft']).meta({ examples: ['published'] }),
});
const customerParams = contractParams.extend({ customer: id.meta({ examples: ['parks'] }) });

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
  revisionRoutes(server, parts);
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
    const people = await reading.reached(contract, [...new Set(ids)]);
    return found.map(({ customerId, name, accounts }) => ({
      customer: customerId,
      name,
      accounts: Object.entries(accounts).map(([seat, person]) => {
        return { seat, person, name: people.get(person)?.name ?? null };
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

function revisionRoutes(server: FastifyInstance, parts: HttpParts): void {
  const { reading } = parts;
  const seen = async (caller: Caller): Promise<readonly ListedRevision[]> => {
    const all = await reading.revisions(caller.contract);
    const whole = isInside(caller) || parts.isDemonstration;
    return whole ? all : all.filter(({ state }) => state === 'published' || state === 'superseded');
  };
  const whole = async ({ contract, ...caller }: Caller, found: ListedRevision): Promise<object> => {
    const rules = await reading.rules(contract, found.number);
    const hasSource = readsSource({ contract, ...caller });
    return { ...revisionView(found), rules: jsonValues(rules), hasSource };
  };
  const path = '/contracts/:contract';
  operation(
    server,
    parts,
    {
      id: 'listRevisions',
      method: 'GET',
      path: `${path}/revisions`,
      tag: 'contracts',
      params: contractParams,
      replies: { 200: listOf(revisionOut) },
    },
    async ({ caller }) => ({ items: (await seen(caller)).map(revisionView) }),
  );
  operation(
    server,
    parts,
    {
      id: 'showRevision',
      method: 'GET',
      path: `${path}/revisions/:revision`,
      tag: 'contracts',
      params: revisionParams,
      replies: { 200: revisionWithRulesOut },
    },
    async ({ caller, params: { revision } }) => {
      const found = (await seen(caller)).find(({ number }) => number === revision);
      if (!found) throw problem('revision-not-found', { revision });
      return whole(caller, found);
    },
  );
  operation(
    server,
    parts,
    {
      id: 'showRevisionSource',
      method: 'GET',
      path: `${path}/revisions/:revision/source`,
      tag: 'contracts',
      params: revisionParams,
      replies: { 200: z.string().meta({ examples: ['ladder: 1\n'] }) },
      type: 'application/yaml',
    },
    async ({ caller, params: { contract, revision }, reply }) => {
      const found = (await seen(caller)).find(({ number }) => number === revision);
      if (!found) throw problem('revision-not-found', { revision });
      if (!readsSource(caller)) throw problem('source-not-shown', {});
      const source = await reading.source(contract, revision);
      if (source === undefined) throw problem('page-not-found', {});
      return reply
        .type('application/yaml; charset=utf-8')
        .serializer((text: unknown) => String(text))
        .send(source);
    },
  );
  planRoutes(server, parts, seen, whole);
}

/** A contract has one plan; what is in force and what is being prepared are two states of it. */
function planRoutes(
  server: FastifyInstance,
  parts: HttpParts,
  seen: (caller: Caller) => Promise<readonly ListedRevision[]>,
  whole: (caller: Caller, found: ListedRevision) => Promise<object>,
): void {
  const path = '/contracts/:contract/plans';
  const planOf = async (caller: Caller): Promise<readonly ListedRevision[]> => {
    const all = await seen(caller);
    const published = all.find(({ state }) => state === 'published');
    const draft = all.find(({ state }) => state === 'draft');
    return [published, draft].filter((one) => one !== undefined);
  };
  operation(
    server,
    parts,
    {
      id: 'listPlans',
      method: 'GET',
      path,
      tag: 'contracts',
      params: contractParams,
      replies: { 200: listOf(revisionOut) },
    },
    async ({ caller }) => ({ items: (await planOf(caller)).map(revisionView) }),
  );
  operation(
    server,
    parts,
    {
      id: 'showPlan',
      method: 'GET',
      path: `${path}/:state`,
      tag: 'contracts',
      params: planParams,
      replies: { 200: revisionWithRulesOut },
    },
    async ({ caller, params: { state } }) => {
      const found = (await planOf(caller)).find((one) => one.state === state);
      if (!found) throw problem('page-not-found', {});
      return whole(caller, found);
    },
  );
}

const revisionView = ({ publishedAt, loadedAt, ...rest }: ListedRevision): object => {
  const at = jsonValues({ loadedAt, publishedAt }) as { readonly publishedAt?: string };
  return { ...rest, ...at, publishedAt: at.publishedAt ?? null };
};

/** Those to whom every number of the plan is known anyway, and those who prove that it is kept. */
const SOURCE_READERS: ReadonlySet<Role> = new Set([
  'programManager',
  'oversight',
  'auditor',
  'administrator',
]);

const readsSource = ({ grants }: Caller): boolean =>
  grants.some(({ role }) => SOURCE_READERS.has(role) && RIGHTS[role].sees === 'contract');
