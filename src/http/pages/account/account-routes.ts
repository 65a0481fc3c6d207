import type { FastifyInstance } from 'fastify';
import { CHAT_RIGHTS, ROLES, SEES_ROTAS } from '../../../app/authorise.ts';
import { isLine } from '../../../app/text-field.ts';
import { catalogue, languageOf } from '../../../core/message/catalogue.ts';
import { accountPage, sessionName } from '../../../portal/account/account-page.tsx';
import { detailsPage } from '../../../portal/account/details-page.tsx';
import type { Question } from '../../../portal/sure-page.tsx';
import { browserOf } from '../browser.ts';
import type { PageParts } from '../page-parts.ts';
import { type OwnVisit, ownPage } from '../page-route.ts';
import { TIME_ZONES, zoneNamed } from '../page-zone.ts';
import { dutyFeedsPath, INSTALLATION, ownChatUsersPath } from '../places.ts';
import { questionOf, sure } from '../sure.ts';
import type { PageAnswer } from '../visit.ts';
import { accountZone } from './account-zone.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { proofRoutes } from './proof-routes.ts';

/** One's own account. */
export function accountRoutes(server: FastifyInstance, parts: PageParts): void {
  ownPage(server, parts, { method: 'GET', path: '/account' }, overview);
  ownPage(server, parts, { method: 'GET', path: '/account/details' }, async (visit) => {
    const { name, language = '', timeZone = '' } = await parts.ownAccount.view(visit.session);
    const typed = { name, language, timeZone };
    return { html: detailsPage({ ...visit.frame, typed, timeZones: TIME_ZONES, problems: [] }) };
  });
  ownPage(server, parts, { method: 'POST', path: '/account/details' }, saveDetails);
  const end = async ({ session, form, request }: OwnVisit): Promise<PageAnswer> => {
    await parts.ownAccount.endSessions(session, form.text('session') || undefined, browserOf(request));
    return { seeOther: '/account?done=1' };
  };
  ownPage(server, parts, { method: 'POST', path: '/account/sessions/end' }, sure(askEnd, end));
  proofRoutes(server, parts);
  passkeyRoutes(server, parts);
}

/** As sessions name roles. */
const ROTA_ROLES: readonly string[] = SEES_ROTAS;
const CHAT_ROLES: readonly string[] = CHAT_RIGHTS.connect;

/** Of one of their own sessions, or of all others; where there is none, nothing ends. */
async function askEnd({ parts, session, form, language }: OwnVisit): Promise<Question | undefined> {
  const { sessions } = await parts.ownAccount.view(session);
  const { sure: words } = catalogue(language);
  const named = form.text('session');
  if (named === '') {
    const others = sessions.filter(({ sessionId }) => sessionId !== session.sessionId).length;
    return others === 0 ? undefined : questionOf(words.endSessions, { sessions: others }, '/account');
  }
  const one = sessions.find(({ sessionId }) => sessionId === named);
  return one && questionOf(words.endSession, { browser: sessionName(one, language) }, '/account');
}

async function overview(visit: OwnVisit): Promise<PageAnswer> {
  const { parts, session, frame, query } = visit;
  const account = await parts.ownAccount.view(session);
  const people = session.people.map(({ contract, contractTitle, grants }) => ({
    contract,
    contractTitle,
    roles: ROLES.filter((role) => grants.some((grant) => grant.role === role)),
    calendarsPath: grants.some(({ role }) => ROTA_ROLES.includes(role)) ? dutyFeedsPath(contract) : undefined,
    chatUsersPath: grants.some(({ role }) => CHAT_ROLES.includes(role))
      ? ownChatUsersPath(contract)
      : undefined,
  }));
  const isDone = query.text('done') !== '';
  const timeZone = await accountZone(visit);
  const keeperPath = session.isInstallationAdministrator ? INSTALLATION.path : undefined;
  const { sessionId } = session;
  return { html: accountPage({ ...frame, account, people, keeperPath, timeZone, sessionId, isDone }) };
}

async function saveDetails({ parts, session, frame, form }: OwnVisit): Promise<PageAnswer> {
  const typed = {
    name: form.text('name').trim(),
    language: form.text('language'),
    timeZone: form.text('timeZone'),
  };
  const problems = [
    ...(typed.name !== '' && isLine(typed.name) ? [] : ['nameMissing' as const]),
    ...(typed.timeZone === '' || zoneNamed(typed.timeZone) !== undefined ? [] : ['timeZoneUnknown' as const]),
  ];
  if (problems.length > 0) {
    return { html: detailsPage({ ...frame, typed, timeZones: TIME_ZONES, problems }), status: 422 };
  }
  await parts.ownAccount.save(session, {
    name: typed.name,
    language: languageOf(typed.language),
    timeZone: typed.timeZone || undefined,
  });
  return { seeOther: '/account?done=1' };
}
