import type { FastifyInstance } from 'fastify';
import { doorPage, installationDoorPage } from '../../../portal/admin/door-pages.tsx';
import type { PageParts } from '../page-parts.ts';
import { openPage, provingFirst } from '../page-route.ts';
import { INSTALLATION } from '../places.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import {
  type AdminVisit,
  administratorPage,
  LINES_MAX,
  numberIn,
  pagedByNumber,
} from './administrator-page.ts';

/** What happened at the door of the whole installation. */
export const SIGN_INS = `${INSTALLATION.path}/sign-ins`;

/** Who came and went, and how they changed the ways in. */
export function doorRoutes(server: FastifyInstance, parts: PageParts): void {
  administratorPage(server, parts, { method: 'GET', path: '/sign-ins' }, ofContract);
  openPage(server, parts, { method: 'GET', path: SIGN_INS }, ofInstallation);
}

async function ofContract(visit: AdminVisit): Promise<PageAnswer> {
  const { contract, page } = visit;
  return { html: doorPage({ frame: page, ...(await lines(visit, contract, `${page.base}/sign-ins`)) }) };
}

async function ofInstallation(visit: Visit): Promise<PageAnswer> {
  const { parts, session, frame } = visit;
  if (!session) return provingFirst(visit);
  if (!session.isInstallationAdministrator) return 'missing';
  const page = { ...frame, base: INSTALLATION.path, timeZone: await parts.operator.timeZone() };
  return { html: installationDoorPage({ frame: page, ...(await lines(visit, undefined, SIGN_INS)) }) };
}

async function lines(visit: Visit, contract: string | undefined, path: string) {
  const page = { before: numberIn(visit), max: LINES_MAX + 1 };
  const found = await visit.parts.accountKeeping.happened(contract, page);
  const { shown, older } = pagedByNumber(found, path, ({ lineId }) => lineId);
  return { lines: shown, older };
}
