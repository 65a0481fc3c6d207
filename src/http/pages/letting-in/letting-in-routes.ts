import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { LETTING_IN, mayLetIn, ROLES } from '../../../app/authorise.ts';
import { type LetInPerson, letGo, letIn, peopleLetIn, personLetIn } from '../../../app/let-in.ts';
import type { Contracts } from '../../../app/ports/contracts.ts';
import { isId } from '../../../app/text-field.ts';
import { catalogue, languageOf } from '../../../core/message/catalogue.ts';
import { roleWords } from '../../../portal/admin/people-pages.tsx';
import {
  invitePage,
  letGoPage,
  letInPersonPage,
  lettingInPage,
} from '../../../portal/letting-in/letting-in-pages.tsx';
import { LINES_MAX, paged, placeIn } from '../admin/administrator-page.ts';
import { browserOf } from '../browser.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { lettingInPath } from '../places.ts';
import type { PageAnswer, PageRoute, SignedVisit } from '../visit.ts';

/** Whoever manages a party's people lets them in and out: a customer's manager, the program manager, oversight. */
export function lettingInRoutes(server: FastifyInstance, parts: PageParts): void {
  const at = (
    { method, path, isDangerous }: Omit<PageRoute, 'roles'>,
    answer: (visit: SignedVisit) => Promise<PageAnswer>,
  ) => {
    const route = { method, path: `/contracts/:contract/people${path}`, roles: LETTING_IN };
    signedPage(server, parts, isDangerous ? { ...route, isDangerous } : route, answer);
  };
  at({ method: 'GET', path: '' }, list);
  at({ method: 'GET', path: '/new', isDangerous: true }, (visit) => askInvitation(visit, undefined));
  at({ method: 'POST', path: '/new', isDangerous: true }, invite);
  at({ method: 'GET', path: '/:person' }, (visit) => onePerson(visit, (person) => shown(visit, person)));
  at({ method: 'POST', path: '/:person/invite', isDangerous: true }, inviteAgain);
  at({ method: 'GET', path: '/:person/roles/:role/withdraw', isDangerous: true }, askWithdrawal);
  at({ method: 'POST', path: '/:person/roles/:role/withdraw', isDangerous: true }, withdraw);
}

/** What they change is recorded as theirs. */
const contractsOf = ({ parts, visitor }: SignedVisit): Contracts =>
  parts.contractsFor({ kind: 'person', personId: visitor.caller.personId });

const frameOf = ({ frame, visitor }: SignedVisit) => ({
  ...frame,
  base: lettingInPath(visitor.caller.contract),
});

const pathTold = (base: string, personId: string, told: Readonly<Record<string, string>>): string =>
  `${base}/${encodeURIComponent(personId)}?${new URLSearchParams(told)}`;

async function list(visit: SignedVisit): Promise<PageAnswer> {
  const { visitor, query } = visit;
  const { caller } = visitor;
  const frame = frameOf(visit);
  const found = await peopleLetIn(contractsOf(visit), caller, { after: placeIn(visit), max: LINES_MAX + 1 });
  const { shown: people, older } = paged(found, frame.base, ({ personId }) => personId);
  const done = query.text('done') === 'out' ? catalogue(frame.language).lettingIn.out : undefined;
  return { html: lettingInPage({ frame: { ...frame, done }, people, older }) };
}

const contractLanguage = (visit: SignedVisit) =>
  contractsOf(visit).transaction((tx) => tx.contractLanguage(visit.visitor.caller.contract));

async function askInvitation(
  visit: SignedVisit,
  wrong: Parameters<typeof invitePage>[0]['wrong'],
): Promise<PageAnswer> {
  const html = invitePage({
    frame: frameOf(visit),
    grants: mayLetIn(visit.visitor.caller),
    contractLanguage: await contractLanguage(visit),
    typed: visit.form,
    wrong,
  });
  return { html, status: wrong ? 422 : 200 };
}

async function invite(visit: SignedVisit): Promise<PageAnswer> {
  const { form, visitor } = visit;
  const { caller } = visitor;
  const grant = mayLetIn(caller).find(({ role }) => role === form.text('role'));
  if (!grant) return askInvitation(visit, { problem: 'roleMissing' });
  const found = await letIn(contractsOf(visit), caller, {
    personId: `p-${randomUUID()}`,
    name: form.text('name').trim(),
    email: form.text('email').trim(),
    grant,
    language: languageOf(form.text('language')),
  });
  if ('refusal' in found) return askInvitation(visit, found);
  if ('known' in found) {
    return askInvitation(
      visit,
      found.known === 'theirs' ? { problem: 'theirs', personId: found.personId } : { problem: 'elsewhere' },
    );
  }
  return written(visit, found.personId);
}

/** Mails the invitation, and leads to the page of whoever is invited. */
async function written(visit: SignedVisit, personId: string): Promise<PageAnswer> {
  const { parts, visitor, session, request } = visit;
  const { contract } = visitor.caller;
  const [person] = await contractsOf(visit).transaction((tx) => tx.people(contract, [personId]));
  const language = person?.language ?? (await contractLanguage(visit));
  const keeper = { accountId: session.accountId, browser: browserOf(request) };
  await parts.accountKeeping.invite({ contract, personId }, language, keeper);
  return { seeOther: pathTold(lettingInPath(contract), personId, { done: 'invited' }) };
}

/** Of somebody whom the visitor lets in and out; nobody else is there. */
async function onePerson(
  visit: SignedVisit,
  answer: (person: LetInPerson) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const { person: personId = '' } = visit.params;
  const person = isId(personId)
    ? await personLetIn(contractsOf(visit), visit.visitor.caller, personId)
    : undefined;
  return person ? answer(person) : 'missing';
}

async function shown(visit: SignedVisit, person: LetInPerson): Promise<PageAnswer> {
  const frame = { ...frameOf(visit), done: doneWords(visit, person) };
  return { html: letInPersonPage({ frame, person, contractLanguage: await contractLanguage(visit) }) };
}

/** What was done before this page was asked for: said in our words, from codes, and nothing of the address is repeated. */
function doneWords(
  { query, frame }: SignedVisit,
  { name, personId, email }: LetInPerson,
): string | undefined {
  const words = catalogue(frame.language).lettingIn;
  const role = ROLES.find((one) => one === query.text('role'));
  if (query.text('done') === 'invited') return email && words.invite.done({ name: name ?? personId, email });
  if (query.text('done') !== 'withdrawn' || role === undefined) return undefined;
  return words.withdrawn({ role: roleWords({ role, customerId: undefined }, frame) });
}

const inviteAgain = (visit: SignedVisit): Promise<PageAnswer> =>
  onePerson(visit, async ({ personId, email }) => {
    if (email === undefined) return 'missing';
    const { contract } = visit.visitor.caller;
    const language = languageOf(visit.form.text('language'));
    await contractsOf(visit).transaction((tx) => tx.setLanguage(contract, personId, language));
    return written(visit, personId);
  });

const heldIn = ({ params }: SignedVisit, { held }: LetInPerson) =>
  held.find(({ role }) => role === params.role);

const askWithdrawal = (visit: SignedVisit): Promise<PageAnswer> =>
  onePerson(visit, async (person) => {
    const held = heldIn(visit, person);
    if (!held) return 'missing';
    return { html: letGoPage({ frame: frameOf(visit), person, held, action: visit.request.url }) };
  });

const withdraw = (visit: SignedVisit): Promise<PageAnswer> =>
  onePerson(visit, async (person) => {
    const { parts, visitor, params } = visit;
    const { personId } = person;
    const { contract } = visitor.caller;
    const gone = await letGo(contractsOf(visit), visitor.caller, { personId, role: params.role ?? '' });
    if (!gone) return 'missing';
    const { base } = frameOf(visit);
    if ('refusal' in gone) {
      const frame = frameOf(visit);
      const refused = { person, refused: gone.refusal, contractLanguage: await contractLanguage(visit) };
      return { html: letInPersonPage({ frame, ...refused }), status: 422 };
    }
    if (gone.isOut) await parts.accountKeeping.endInvitations({ contract, personId });
    const isStillTheirs = await personLetIn(contractsOf(visit), visitor.caller, personId);
    if (!isStillTheirs) return { seeOther: `${base}?done=out` };
    return { seeOther: pathTold(base, personId, { done: 'withdrawn', role: params.role ?? '' }) };
  });
