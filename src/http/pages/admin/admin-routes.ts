import type { FastifyInstance } from 'fastify';
import type { RightsChange } from '../../../app/ports/administration.ts';
import { catalogue, languageOf } from '../../../core/message/catalogue.ts';
import { installationPage } from '../../../portal/admin/installation-page.tsx';
import {
  adminHome,
  installationRightsPage,
  rightsPage,
  stuckPage,
} from '../../../portal/admin/look-pages.tsx';
import type { PageParts } from '../page-parts.ts';
import { openPage, provingFirst } from '../page-route.ts';
import { API, adminPath, CLOCK, INSTALLATION, OUTBOX, PROBLEMS } from '../places.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { accessRoutes } from './access-routes.ts';
import {
  type AdminVisit,
  administratorPage,
  LINES_MAX,
  numberIn,
  pagedByNumber,
} from './administrator-page.ts';
import { CARRIERS, carrierRoutes } from './carrier-routes.ts';
import { CHECKPOINTS, checkpointRoutes } from './checkpoint-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import { domainRoutes } from './domain-routes.ts';
import { doorRoutes, SIGN_INS } from './door-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { tokenRoutes } from './token-routes.ts';

/** The administration of a contract, and of the installation. */
export function adminRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/admin' }, installation);
  const page = (path: string, answer: (visit: AdminVisit) => Promise<PageAnswer>) =>
    administratorPage(server, parts, { method: 'GET', path }, answer);
  page('', home);
  const language = { method: 'POST', path: '/language' } as const;
  administratorPage(server, parts, language, setLanguage);
  openPage(server, parts, { method: 'GET', path: RIGHTS }, installationRights);
  page('/rights', rights);
  page('/stuck', stuck);
  peopleRoutes(server, parts);
  accessRoutes(server, parts);
  customerRoutes(server, parts);
  domainRoutes(server, parts);
  tokenRoutes(server, parts);
  doorRoutes(server, parts);
  checkpointRoutes(server, parts);
  carrierRoutes(server, parts);
}

/** Who gave or took a right that belongs to no contract. */
const RIGHTS = `${INSTALLATION.path}/rights`;

async function home({ contract, contracts, page, query }: AdminVisit): Promise<PageAnswer> {
  const { saved } = catalogue(page.language).admin.language;
  const done = query.text('done') === 'language' ? saved : undefined;
  const language = await contracts.transaction((tx) => tx.contractLanguage(contract));
  return { html: adminHome({ ...page, done }, language) };
}

async function setLanguage({ contract, contracts, form, page }: AdminVisit): Promise<PageAnswer> {
  const language = languageOf(form.text('language'));
  if (language) await contracts.transaction((tx) => tx.setContractLanguage(contract, language));
  return { seeOther: `${page.base}${language ? '?done=language' : ''}` };
}

async function installation(visit: Visit): Promise<PageAnswer> {
  const { parts, session, frame } = visit;
  if (!session) return provingFirst(visit);
  if (!session.isInstallationAdministrator) return 'missing';
  const contracts = await parts.reading.contracts(undefined);
  return {
    html: installationPage({
      ...frame,
      ...(await parts.administration.running()),
      contracts: contracts.map(({ contract, title, published }) => ({
        path: adminPath(contract),
        title,
        published,
      })),
      signInsPath: SIGN_INS,
      checkpointsPath: CHECKPOINTS,
      carriersPath: CARRIERS,
      rightsPath: RIGHTS,
      pages: [OUTBOX, PROBLEMS, API, ...(parts.isDemonstration ? [CLOCK] : [])],
    }),
  };
}

async function installationRights(visit: Visit): Promise<PageAnswer> {
  const { parts, session, frame } = visit;
  if (!session) return provingFirst(visit);
  if (!session.isInstallationAdministrator) return 'missing';
  const found = await parts.administration.rightsChanges(undefined, numberIn(visit), LINES_MAX + 1);
  const { shown, older } = pagedByNumber(found, RIGHTS, ({ number }) => number);
  const page = { ...frame, base: INSTALLATION.path, timeZone: await parts.operator.timeZone() };
  return { html: installationRightsPage({ frame: page, changes: shown.map(shownChange), older }) };
}

async function rights(visit: AdminVisit): Promise<PageAnswer> {
  const { parts, contract, page } = visit;
  const found = await parts.administration.rightsChanges(contract, numberIn(visit), LINES_MAX + 1);
  const { shown, older } = pagedByNumber(found, `${page.base}/rights`, ({ number }) => number);
  return { html: rightsPage({ frame: page, changes: shown.map(shownChange), older }) };
}

const shownChange = (one: RightsChange) => ({
  at: one.at,
  kind: one.kind,
  by: { kind: one.by.kind, name: one.byName ?? ('personId' in one.by ? one.by.personId : '') },
  person: one.personName ?? one.personId ?? '',
  role: one.role,
  customer: one.customerId ?? '',
  seat: one.seat ?? '',
  domain: one.domain ?? '',
});

async function stuck({ parts, contract, page }: AdminVisit): Promise<PageAnswer> {
  const { administration } = parts;
  const found = await administration.stuck(contract, LINES_MAX);
  const casesPath = page.base.replace(/admin$/, 'cases');
  return { html: stuckPage({ frame: page, casesPath, ...found }) };
}
