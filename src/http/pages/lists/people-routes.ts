import type { FastifyInstance } from 'fastify';
import { confirmPath, readinessPath } from '../../../app/attestation/attestation-paths.ts';
import {
  CONTACT_RIGHTS,
  REPORT_RIGHTS,
  RIGHTS,
  ROLES,
  type Role,
  SEAT_RIGHTS,
  seesReadiness,
} from '../../../app/authorise.ts';
import { reportPath, reportsPath } from '../../../app/contact-reports/report-paths.ts';
import { seatsPath } from '../../../app/seats/seat-paths.ts';
import { customerViews, seatViews } from '../../../app/views/people-lists.ts';
import { contactsPage } from '../../../portal/lists/contacts-page.tsx';
import { customersPage } from '../../../portal/lists/customers-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import {
  CUSTOMER_TABLE_ROLES,
  contactChangesPath,
  customersPath as customersPlace,
  customerTablePath,
  ownContactPath,
} from '../places.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { baseOf, readerOf } from './list-reader.ts';

/** The contract's own parties: customers find whom to reach in the plan and on their cases. */
const roles = ROLES.filter((role) => RIGHTS[role].party !== 'customer');

/** Who is reached, and who keeps whose account. */
export function peopleRoutes(server: FastifyInstance, parts: PageParts): void {
  signedPage(server, parts, { method: 'GET', path: '/contracts/:contract/contacts', roles }, showContacts);
  signedPage(server, parts, { method: 'GET', path: '/contracts/:contract/customers', roles }, showCustomers);
}

async function rulesInForce({ parts: { reading }, visitor: { caller } }: SignedVisit) {
  const [found] = await reading.contracts(caller.contract);
  if (!found) return undefined;
  const { published, timeZone } = found;
  const rules = published === undefined ? undefined : await reading.agreedRules(caller.contract, published);
  return { rules, timeZone };
}

async function showContacts(visit: SignedVisit): Promise<PageAnswer> {
  const inForce = await rulesInForce(visit);
  if (!inForce) return 'missing';
  const { rules, timeZone } = inForce;
  const filled = await visit.parts.lists.seats(visit.visitor.caller.contract);
  const reader = await readerOf(visit);
  const seats = rules ? seatViews(rules, filled) : [];
  const levels = rules?.levels ?? [];
  const { contract, grants } = visit.visitor.caller;
  const isOf = (held: readonly Role[]) => grants.some(({ role }) => held.includes(role));
  const paths = {
    ownPath: isOf(CONTACT_RIGHTS.own) ? ownContactPath(contract) : undefined,
    confirmPath: isOf(CONTACT_RIGHTS.own) ? confirmPath(contract) : undefined,
    readinessPath: seesReadiness({ grants }) && readinessPath(contract),
    changesPath: isOf(CONTACT_RIGHTS.see) ? contactChangesPath(contract) : undefined,
    reportsPath: isOf(REPORT_RIGHTS.see) ? reportsPath(contract) : undefined,
    reportPath: reportPath(contract),
    seatsPath: isOf(SEAT_RIGHTS.see) ? seatsPath(contract) : undefined,
  };
  return { html: contactsPage({ frame: visit.frame, reader, timeZone, levels, seats, ...paths }) };
}

async function showCustomers(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, frame } = visit;
  const { contract } = visitor.caller;
  const inForce = await rulesInForce(visit);
  if (!inForce) return 'missing';
  const seats = Object.values(inForce.rules?.seats ?? {}).filter(({ kind }) => kind === 'directory');
  const customers = await parts.reading.customers(contract);
  const keepers = new Set(customers.flatMap(({ accounts }) => Object.values(accounts)));
  const people = await parts.reading.reachedThemselves(contract, [...keepers]);
  const mayTake = visitor.caller.grants.some(({ role }) => CUSTOMER_TABLE_ROLES.includes(role));
  const taken = visit.query.text('taken');
  const html = customersPage({
    frame,
    casesPath: `${baseOf(visit)}/cases`,
    path: customersPlace(contract),
    tablePath: mayTake ? customerTablePath(contract) : undefined,
    taken: /^[1-9]\d{0,3}$/.test(taken) ? Number(taken) : undefined,
    isWithout: visit.query.text('manager') === 'none',
    seats,
    customers: customerViews(
      customers,
      seats.map(({ id }) => id),
      people,
    ),
  });
  return { html };
}
