import type { FastifyInstance } from 'fastify';
import type { TestMailResult } from '../../../app/ports/carriers.ts';
import { carriedPage, carriersPage } from '../../../portal/admin/carriers-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { openPage, provingFirst } from '../page-route.ts';
import { OUTBOX } from '../places.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { type AdminVisit, administratorPage } from './administrator-page.ts';

const INSTALLATION = '/admin';
/** What brings messages out and answers in. */
export const CARRIERS = `${INSTALLATION}/carriers`;
const TEST_MAIL = `${CARRIERS}/test-mail`;

/** The carriers of the installation, for who keeps it; how they did for a contract, for its administrators. */
export function carrierRoutes(server: FastifyInstance, parts: PageParts): void {
  administratorPage(server, parts, { method: 'GET', path: '/carriers' }, ofContract);
  openPage(server, parts, { method: 'GET', path: CARRIERS }, (visit) => ofInstallation(visit, undefined));
  openPage(server, parts, { method: 'POST', path: TEST_MAIL }, tryMail);
}

async function ofContract({ parts, contract, page }: AdminVisit): Promise<PageAnswer> {
  const { administration } = parts;
  const [carried, answered] = [
    await administration.carried(contract),
    await administration.answered(contract),
  ];
  return { html: carriedPage({ frame: page, carried, answered }) };
}

async function ofInstallation(visit: Visit, tested: TestMailResult | undefined): Promise<PageAnswer> {
  const { parts, session, frame } = visit;
  if (!session) return provingFirst(visit);
  if (!session.isInstallationAdministrator) return 'missing';
  const { carriers, administration, operator } = parts;
  const html = carriersPage({
    ...frame,
    // Whoever chooses a language under the answer to a form is led to the page, and sends nothing again.
    path: CARRIERS,
    base: INSTALLATION,
    timeZone: await operator.timeZone(),
    settings: carriers.settings,
    ...(await administration.carriers()),
    email: session.email,
    testPath: TEST_MAIL,
    tested: tested?.is === 'outbox' ? { is: 'outbox', path: `${OUTBOX.path}/${tested.deliveryId}` } : tested,
  });
  return { html };
}

/** One mail to whoever asks, and what became of it. */
async function tryMail(visit: Visit): Promise<PageAnswer> {
  const { parts, session, language } = visit;
  if (!session) return provingFirst(visit);
  if (!session.isInstallationAdministrator) return 'missing';
  const tested = await parts.carriers.sendTest({ name: session.name, address: session.email }, language);
  return ofInstallation(visit, tested);
}
