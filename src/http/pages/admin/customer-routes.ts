import type { FastifyInstance } from 'fastify';
import { addCustomer, listCustomers } from '../../../app/customers.ts';
import { listPeople } from '../../../app/people.ts';
import type { Customer } from '../../../app/ports/contracts.ts';
import { renameCustomer } from '../../../app/rename.ts';
import { partiesOf } from '../../../app/seat-roles.ts';
import { isId } from '../../../app/text-field.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { Refusing } from '../../../portal/admin/admin-frame.tsx';
import { customerPage, customersPage, newCustomerPage } from '../../../portal/admin/customer-pages.tsx';
import type { CustomerDomains } from '../../../portal/admin/domains-part.tsx';
import type { PageParts } from '../page-parts.ts';
import type { PageAnswer } from '../visit.ts';
import { type AdminVisit, administratorPage, LINES_MAX, paged, placeIn } from './administrator-page.ts';

/** Who buys under a contract, and who keeps their accounts. */
export function customerRoutes(server: FastifyInstance, parts: PageParts): void {
  const page = (method: 'GET' | 'POST', path: string, answer: (visit: AdminVisit) => Promise<PageAnswer>) =>
    administratorPage(server, parts, { method, path: `/customers${path}` }, answer);
  page('GET', '', list);
  page('GET', '/new', async ({ page: frame }) => ({ html: newCustomerPage({ frame, refusing: undefined }) }));
  page('POST', '/new', add);
  page('GET', '/:customer', oneCustomer);
  page('POST', '/:customer/name', rename);
  page('POST', '/:customer/account', setAccount);
}

async function list(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, contracts, page } = visit;
  const found = await listCustomers(contracts, contract, { after: placeIn(visit), max: LINES_MAX + 1 });
  if ('refusal' in found) return 'missing';
  const { shown, older } = paged(found, `${page.base}/customers`, ({ customerId }) => customerId);
  const keepers = [...new Set(shown.flatMap(({ accounts }) => Object.values(accounts)))];
  const people = await contracts.transaction((tx) => tx.people(contract, keepers));
  const names = new Map(people.map(({ personId, name }) => [personId, name ?? personId]));
  return { html: customersPage({ frame: page, customers: shown, names, older }) };
}

async function add({ contract, contracts, form, page }: AdminVisit): Promise<PageAnswer> {
  const customerId = form.text('customerId').trim();
  const name = form.text('name').trim() || undefined;
  const added = await addCustomer(contracts, { contract, customerId, name });
  if ('refusal' in added) {
    return {
      status: 422,
      html: newCustomerPage({ frame: page, refusing: { refusal: added.refusal, typed: form } }),
    };
  }
  return { seeOther: customerPath(page.base, customerId, 'added') };
}

/** The page of a customer, told what has just been done there. */
export const customerPath = (base: string, customerId: string, done?: string): string =>
  `${base}/customers/${encodeURIComponent(customerId)}${done === undefined ? '' : `?${new URLSearchParams({ done })}`}`;

/** The customer a page is about; undefined where the contract has none such. */
export async function customerFound({
  contract,
  contracts,
  params,
}: AdminVisit): Promise<Customer | undefined> {
  const { customer = '' } = params;
  return isId(customer) ? contracts.transaction((tx) => tx.customer(contract, customer)) : undefined;
}

async function oneCustomer(visit: AdminVisit): Promise<PageAnswer> {
  const customer = await customerFound(visit);
  return customer ? shownCustomer(visit, customer, {}) : 'missing';
}

/** More people than are chosen among in a list. */
const PEOPLE_MAX = 1000;

/** The page of a customer, with what was refused of it. */
export async function shownCustomer(
  visit: AdminVisit,
  customer: Customer,
  { refusing, domain }: { readonly refusing?: Refusing; readonly domain?: CustomerDomains['refused'] },
): Promise<PageAnswer> {
  const { parts, contract, contracts, page } = visit;
  const isRefused = refusing !== undefined || domain !== undefined;
  const allowed = await parts.accountKeeping.domains(contract);
  const listed = await listPeople(contracts, contract, { after: '', max: PEOPLE_MAX });
  const people = 'refusal' in listed ? [] : listed;
  const managers = people.filter(({ roles, erasedAt }) => {
    const parties = partiesOf(roles.map(({ role }) => role));
    return erasedAt === undefined && !parties.has('customer') && !parties.has('oversight');
  });
  const revision = await contracts.transaction(
    async (tx) => (await tx.publishedRevision(contract)) ?? (await tx.newestRevision(contract)),
  );
  const html = customerPage({
    frame: { ...page, done: isRefused ? undefined : doneWords(visit, customer, people) },
    customer,
    managers: managers.map(({ personId, name }) => ({ value: personId, label: name ?? personId })),
    hasSeat: Object.values(revision?.rules.seats ?? {}).some(({ kind }) => kind === 'directory'),
    refusing,
    domains: {
      allowed: allowed.filter((one) => one.customerId === customer.customerId),
      refused: domain,
    },
  });
  return { html, status: isRefused ? 422 : 200 };
}

function doneWords(
  { query, page }: AdminVisit,
  { name, accounts }: Customer,
  people: readonly { readonly personId: string; readonly name?: string }[],
): string | undefined {
  const { customers: words, domains } = catalogue(page.language).admin;
  const [kept] = Object.values(accounts);
  switch (query.text('done')) {
    case 'added':
      return words.added(name);
    case 'renamed':
      return words.renamed;
    case 'domainAllowed':
      return domains.added;
    case 'domainWithdrawn':
      return domains.withdrawn;
    case 'account':
      return kept && words.accountSet(people.find(({ personId }) => personId === kept)?.name ?? kept);
    default:
      return undefined;
  }
}

async function rename(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, contracts, form, page } = visit;
  const customer = await customerFound(visit);
  if (!customer) return 'missing';
  const { customerId } = customer;
  const renamed = await renameCustomer(contracts, { contract, customerId, name: form.text('name').trim() });
  if ('refusal' in renamed)
    return shownCustomer(visit, customer, { refusing: { refusal: renamed.refusal, typed: form } });
  return { seeOther: customerPath(page.base, customerId, 'renamed') };
}

async function setAccount(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, contracts, form, page } = visit;
  const customer = await customerFound(visit);
  if (!customer) return 'missing';
  const { customerId } = customer;
  const set = await addCustomer(contracts, {
    contract,
    customerId,
    accountManager: form.text('accountManager'),
  });
  if ('refusal' in set)
    return shownCustomer(visit, customer, { refusing: { refusal: set.refusal, typed: form } });
  return { seeOther: customerPath(page.base, customerId, 'account') };
}
