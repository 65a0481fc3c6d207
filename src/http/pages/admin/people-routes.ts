import type { FastifyInstance } from 'fastify';
import { ROLES } from '../../../app/authorise.ts';
import { listCustomers } from '../../../app/customers.ts';
import { addPerson, listPeople } from '../../../app/people.ts';
import type { Person } from '../../../app/ports/contracts.ts';
import type { Refused } from '../../../app/refuse.ts';
import { renamePerson } from '../../../app/rename.ts';
import { isId } from '../../../app/text-field.ts';
import { withdrawRole } from '../../../app/withdraw-role.ts';
import { catalogue, languageOf } from '../../../core/message/catalogue.ts';
import { confirmPage, type Refusing } from '../../../portal/admin/admin-frame.tsx';
import {
  nameOf,
  newPersonPage,
  peoplePage,
  personPage,
  roleWords,
} from '../../../portal/admin/people-pages.tsx';
import type { PageParts } from '../page-parts.ts';
import type { PageAnswer } from '../visit.ts';
import { type AdminVisit, administratorPage, LINES_MAX, paged, placeIn } from './administrator-page.ts';

/** Who takes part in a contract, and in which roles. */
export function peopleRoutes(server: FastifyInstance, parts: PageParts): void {
  const page = (method: 'GET' | 'POST', path: string, answer: (visit: AdminVisit) => Promise<PageAnswer>) =>
    administratorPage(server, parts, { method, path: `/people${path}` }, answer);
  // Whoever has to prove again who they are does so before they fill in a form.
  const form = (path: string, answer: (visit: AdminVisit) => Promise<PageAnswer>) =>
    administratorPage(server, parts, { method: 'GET', path: `/people${path}`, isDangerous: true }, answer);
  page('GET', '', list);
  form('/new', (visit) => newPerson(visit, undefined));
  page('POST', '/new', add);
  page('GET', '/:person', onePerson);
  page('POST', '/:person/roles', grant);
  page('POST', '/:person/names', rename);
  page('POST', '/:person/language', setLanguage);
  form('/:person/roles/:role/withdraw', askWithdrawal);
  page('POST', '/:person/roles/:role/withdraw', withdraw);
}

async function list(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, contracts, page } = visit;
  const found = await listPeople(contracts, contract, { after: placeIn(visit), max: LINES_MAX + 1 });
  if ('refusal' in found) return 'missing';
  const { shown, older } = paged(found, `${page.base}/people`, ({ personId }) => personId);
  return { html: peoplePage({ frame: page, people: shown, older }) };
}

/** More customers than a contract has. */
const CUSTOMERS_MAX = 10_000;

async function formParts({ contract, contracts, page }: AdminVisit) {
  const found = await listCustomers(contracts, contract, { after: '', max: CUSTOMERS_MAX });
  const customers = 'refusal' in found ? [] : found;
  return {
    frame: page,
    contractLanguage: await contracts.transaction((tx) => tx.contractLanguage(contract)),
    roles: ROLES,
    customers: customers.map(({ customerId, name }) => ({ value: customerId, label: name })),
  };
}

async function newPerson(visit: AdminVisit, refusing: Refusing | undefined): Promise<PageAnswer> {
  const html = newPersonPage({ ...(await formParts(visit)), refusing });
  return { html, status: refusing ? 422 : 200 };
}

async function add(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, contracts, form, page } = visit;
  const given = (name: string): string | undefined => form.text(name).trim() || undefined;
  const personId = form.text('personId').trim();
  const added = await addPerson(contracts, {
    contract,
    personId,
    role: form.text('role'),
    customer: given('customer'),
    name: given('name'),
    email: given('email'),
    title: given('title'),
    office: given('office'),
    mobile: given('mobile'),
    language: given('language'),
  });
  if ('refusal' in added) return newPerson(visit, { refusal: added.refusal, typed: form });
  const done = added.outcome === 'person' ? 'added' : added.outcome === 'role' ? 'granted' : 'unchanged';
  return { seeOther: personPath(page.base, personId, { done, role: form.text('role') }) };
}

/** The page of a person, told what has just been done there. */
export const personPath = (
  base: string,
  personId: string,
  told: Readonly<Record<string, string>> = {},
): string => {
  const query = new URLSearchParams(told).toString();
  return `${base}/people/${encodeURIComponent(personId)}${query === '' ? '' : `?${query}`}`;
};

/** The person a page is about; undefined where the contract has none such. */
export async function personFound({ contract, contracts, params }: AdminVisit): Promise<Person | undefined> {
  const { person: personId = '' } = params;
  if (!isId(personId)) return undefined;
  const [person] = await contracts.transaction((tx) => tx.people(contract, [personId]));
  return person;
}

async function onePerson(visit: AdminVisit): Promise<PageAnswer> {
  const person = await personFound(visit);
  return person ? shown(visit, person, undefined, undefined) : 'missing';
}

async function shown(
  visit: AdminVisit,
  person: Person,
  refusing: Refusing | undefined,
  refusedForm: 'names' | 'grant' | 'other' | undefined,
): Promise<PageAnswer> {
  const frame = { ...visit.page, done: refusing ? undefined : doneWords(visit, person) };
  const html = personPage({ ...(await formParts(visit)), frame, person, refusing, refusedForm });
  return { html, status: refusing ? 422 : 200 };
}

/** What was done before this page was asked for: said in our words, from codes, and nothing of the address is repeated. */
function doneWords({ query, page }: AdminVisit, person: Person): string | undefined {
  const { people: words, access } = catalogue(page.language).admin;
  const role = ROLES.find((one) => one === query.text('role'));
  const named = role && roleWords({ role, customerId: undefined }, page);
  switch (query.text('done')) {
    case 'added':
      return words.added(nameOf(person, page));
    case 'granted':
      return named && words.granted(named);
    case 'withdrawn':
      return named && words.withdrawn(named);
    case 'unchanged':
      return words.unchanged;
    case 'renamed':
      return words.renamed;
    case 'language':
      return catalogue(page.language).admin.language.saved;
    case 'invited':
      return person.email && access.invite.done(person.email);
    case 'signedOut':
      return access.sessions.done;
    case 'signedInNowhere':
      return access.sessions.none;
    default:
      return undefined;
  }
}

async function grant(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, contracts, form, page } = visit;
  const person = await personFound(visit);
  if (!person) return 'missing';
  const { personId } = person;
  const role = form.text('role');
  const customer = form.text('customer') || undefined;
  const granted = await addPerson(contracts, { contract, personId, role, customer });
  if ('refusal' in granted) return refusedOn(visit, person, granted, 'grant');
  const done = granted.outcome === 'unchanged' ? 'unchanged' : 'granted';
  return { seeOther: personPath(page.base, personId, { done, role }) };
}

const refusedOn = (
  visit: AdminVisit,
  person: Person,
  { refusal }: Refused,
  form: 'names' | 'grant' | 'other',
): Promise<PageAnswer> => shown(visit, person, { refusal, typed: visit.form }, form);

async function rename(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, contracts, form, page } = visit;
  const person = await personFound(visit);
  if (!person) return 'missing';
  const { personId } = person;
  const names = { name: form.text('name').trim(), title: form.text('title').trim() };
  const renamed = await renamePerson(contracts, { contract, personId, ...names });
  if ('refusal' in renamed) return refusedOn(visit, person, renamed, 'names');
  return { seeOther: personPath(page.base, personId, { done: 'renamed' }) };
}

/** In which they are written to until they choose themselves; the contract's, where none is named. */
async function setLanguage(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, contracts, form, page } = visit;
  const person = await personFound(visit);
  if (!person) return 'missing';
  const { personId } = person;
  const language = languageOf(form.text('language'));
  await contracts.transaction((tx) => tx.setLanguage(contract, personId, language));
  return { seeOther: personPath(page.base, personId, { done: 'language' }) };
}

async function askWithdrawal(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, contracts, params, page, request } = visit;
  const person = await personFound(visit);
  const held = person?.roles.find(({ role }) => role === params.role);
  if (!person || !held) return 'missing';
  const { people: words } = catalogue(page.language).admin;
  const seats = await contracts.transaction((tx) => tx.seats(contract));
  const filled = [...seats].filter(([, filler]) => filler === person.personId).map(([seat]) => seat);
  return {
    html: confirmPage({
      frame: page,
      within: 'people',
      title: words.withdrawSure({ name: nameOf(person, page), role: roleWords(held, page) }),
      about: [words.withdrawAbout, ...(filled.length > 0 ? [words.seats(filled)] : [])],
      button: words.withdraw,
      action: request.url,
      back: personPath(page.base, person.personId),
    }),
  };
}

async function withdraw(visit: AdminVisit): Promise<PageAnswer> {
  const { parts, contract, contracts, params, page } = visit;
  const person = await personFound(visit);
  if (!person) return 'missing';
  const { role = '' } = params;
  const { personId } = person;
  const withdrawn = await withdrawRole(contracts, { contract, personId, role });
  if ('refusal' in withdrawn) return refusedOn(visit, person, withdrawn, 'other');
  if (withdrawn.person.roles.length === 1) await parts.accountKeeping.endInvitations({ contract, personId });
  return { seeOther: personPath(page.base, personId, { done: 'withdrawn', role }) };
}
