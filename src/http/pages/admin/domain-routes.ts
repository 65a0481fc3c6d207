import type { FastifyInstance } from 'fastify';
import type { Customer } from '../../../app/ports/contracts.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { confirmPage } from '../../../portal/admin/admin-frame.tsx';
import type { PageParts } from '../page-parts.ts';
import type { PageAnswer } from '../visit.ts';
import { type AdminVisit, administratorPage } from './administrator-page.ts';
import { customerFound, customerPath, shownCustomer } from './customer-routes.ts';

/** The domains by which a customer's people come by themselves. */
export function domainRoutes(server: FastifyInstance, parts: PageParts): void {
  const path = '/customers/:customer/domains';
  administratorPage(server, parts, { method: 'POST', path }, allow);
  const one = `${path}/:domain/withdraw`;
  administratorPage(server, parts, { method: 'GET', path: one, isDangerous: true }, askWithdrawal);
  administratorPage(server, parts, { method: 'POST', path: one }, withdraw);
}

async function allow(visit: AdminVisit): Promise<PageAnswer> {
  const { parts, contract, by, form, page } = visit;
  const customer = await customerFound(visit);
  if (!customer) return 'missing';
  const { customerId } = customer;
  const typed = form.text('domain').trim();
  const problem = await parts.accountKeeping.allowDomain({ contract, customerId, domain: typed }, by);
  if (problem === 'customerUnknown') return 'missing';
  if (!problem) return { seeOther: customerPath(page.base, customerId, 'domainAllowed') };
  const { message, advice } = catalogue(page.language).admin.domains.refusals[problem](typed);
  return shownCustomer(visit, customer, { domain: { typed, error: `${message} ${advice}` } });
}

/** A domain of this customer's; those of others are as if they were not. */
async function found(
  visit: AdminVisit,
): Promise<{ readonly customer: Customer; readonly domain: string } | undefined> {
  const { parts, contract, params } = visit;
  const customer = await customerFound(visit);
  if (!customer) return undefined;
  const { customerId } = customer;
  const one = (await parts.accountKeeping.domains(contract)).find(
    (allowed) => allowed.customerId === customerId && allowed.domain === params.domain,
  );
  return one && { customer, domain: one.domain };
}

async function askWithdrawal(visit: AdminVisit): Promise<PageAnswer> {
  const { page, request } = visit;
  const asked = await found(visit);
  if (!asked) return 'missing';
  const { customer, domain } = asked;
  const { domains: words } = catalogue(page.language).admin;
  return {
    html: confirmPage({
      frame: page,
      within: 'customers',
      title: words.withdrawSure({ domain, customer: customer.name }),
      about: [words.withdrawAbout],
      button: words.withdraw,
      action: request.url,
      back: customerPath(page.base, customer.customerId),
    }),
  };
}

async function withdraw(visit: AdminVisit): Promise<PageAnswer> {
  const { parts, contract, by, page } = visit;
  const asked = await found(visit);
  if (!asked) return 'missing';
  await parts.accountKeeping.withdrawDomain(contract, asked.domain, by);
  return { seeOther: customerPath(page.base, asked.customer.customerId, 'domainWithdrawn') };
}
