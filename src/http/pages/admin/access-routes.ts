import type { FastifyInstance } from 'fastify';
import { catalogue } from '../../../core/message/catalogue.ts';
import { confirmPage } from '../../../portal/admin/admin-frame.tsx';
import { nameOf } from '../../../portal/admin/people-pages.tsx';
import { browserOf } from '../browser.ts';
import type { PageParts } from '../page-parts.ts';
import type { PageAnswer } from '../visit.ts';
import { type AdminVisit, administratorPage } from './administrator-page.ts';
import { personFound, personPath } from './people-routes.ts';

/** How a person is let in, and signed out everywhere. */
export function accessRoutes(server: FastifyInstance, parts: PageParts): void {
  const post = (path: string, answer: (visit: AdminVisit) => Promise<PageAnswer>) =>
    administratorPage(server, parts, { method: 'POST', path: `/people/:person/${path}` }, answer);
  post('invite', invite);
  const signOutPage = { method: 'GET', path: '/people/:person/sign-out', isDangerous: true } as const;
  administratorPage(server, parts, signOutPage, askSignOut);
  post('sign-out', signOut);
}

/** Whose doing it is. */
const keeperIn = ({ session, request }: AdminVisit) => ({
  accountId: session?.accountId,
  browser: browserOf(request),
});

async function invite(visit: AdminVisit): Promise<PageAnswer> {
  const { parts, contract, contracts, page } = visit;
  const person = await personFound(visit);
  if (!person) return 'missing';
  const { personId } = person;
  const language = person.language ?? (await contracts.transaction((tx) => tx.contractLanguage(contract)));
  const invited = await parts.accountKeeping.invite({ contract, personId }, language, keeperIn(visit));
  return invited === 'invited' ? { seeOther: personPath(page.base, personId, { done: invited }) } : 'missing';
}

async function askSignOut(visit: AdminVisit): Promise<PageAnswer> {
  const { page, request } = visit;
  const person = await personFound(visit);
  if (!person) return 'missing';
  const { sessions: words } = catalogue(page.language).admin.access;
  return {
    html: confirmPage({
      frame: page,
      within: 'people',
      title: words.sure(nameOf(person, page)),
      about: [words.sureAbout],
      button: words.button,
      action: request.url,
      back: personPath(page.base, person.personId),
    }),
  };
}

async function signOut(visit: AdminVisit): Promise<PageAnswer> {
  const { parts, contract, page } = visit;
  const person = await personFound(visit);
  if (!person) return 'missing';
  const { personId } = person;
  const count = await parts.accountKeeping.endSessionsOf({ contract, personId }, keeperIn(visit));
  return {
    seeOther: personPath(page.base, personId, { done: count > 0 ? 'signedOut' : 'signedInNowhere' }),
  };
}
