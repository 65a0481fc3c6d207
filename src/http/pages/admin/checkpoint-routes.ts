import type { FastifyInstance } from 'fastify';
import { checkpointsPage } from '../../../portal/admin/checkpoints-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { openPage, provingFirst } from '../page-route.ts';
import { INSTALLATION } from '../places.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { LINES_MAX, numberIn, pagedByNumber } from './administrator-page.ts';

/** What was signed over the whole record. */
export const CHECKPOINTS = `${INSTALLATION.path}/checkpoints`;

/** The checkpoints of the installation, for who keeps it. */
export function checkpointRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: CHECKPOINTS }, list);
}

async function list(visit: Visit): Promise<PageAnswer> {
  const { parts, session, frame } = visit;
  if (!session) return provingFirst(visit);
  if (!session.isInstallationAdministrator) return 'missing';
  const found = await parts.administration.checkpoints(numberIn(visit), LINES_MAX + 1);
  const { shown: checkpoints, older } = pagedByNumber(found, CHECKPOINTS, ({ number }) => number);
  const timeZone = await parts.operator.timeZone();
  return { html: checkpointsPage({ ...frame, base: INSTALLATION.path, timeZone, checkpoints, older }) };
}
