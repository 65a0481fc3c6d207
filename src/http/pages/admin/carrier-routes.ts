import type { FastifyInstance } from 'fastify';
import type { TestMailResult, TestTextResult } from '../../../app/ports/carriers.ts';
import { carriedPage, carriersPage } from '../../../portal/admin/carriers-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { openPage, provingFirst } from '../page-route.ts';
import { INSTALLATION, OUTBOX, TELEPHONES } from '../places.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { type AdminVisit, administratorPage } from './administrator-page.ts';

/** What brings messages out and answers in. */
export const CARRIERS = `${INSTALLATION.path}/carriers`;
const TEST_MAIL = `${CARRIERS}/test-mail`;
const TEST_TEXT = `${CARRIERS}/test-text`;

/** The carriers of the installation, for who keeps it; how they did for a contract, for its administrators. */
export function carrierRoutes(server: FastifyInstance, parts: PageParts): void {
  administratorPage(server, parts, { method: 'GET', path: '/carriers' }, ofContract);
  openPage(server, parts, { method: 'GET', path: CARRIERS }, (visit) => ofInstallation(visit, undefined));
  openPage(server, parts, { method: 'POST', path: TEST_MAIL }, tryMail);
  openPage(server, parts, { method: 'POST', path: TEST_TEXT }, tryText);
}

async function ofContract({ parts, contract, page }: AdminVisit): Promise<PageAnswer> {
  const { administration } = parts;
  const [carried, answered] = [
    await administration.carried(contract),
    await administration.answered(contract),
  ];
  return { html: carriedPage({ frame: page, carried, answered }) };
}

/** A text by which the carrier is tried: to what was typed, and what became of it. */
interface TriedText {
  readonly number: string;
  readonly isNumber: boolean;
  readonly tested: TestTextResult | undefined;
}

const NO_TEXT: TriedText = { number: '', isNumber: true, tested: undefined };

async function ofInstallation(
  visit: Visit,
  tested: TestMailResult | undefined,
  text = NO_TEXT,
): Promise<PageAnswer> {
  const { parts, session, frame } = visit;
  if (!session) return provingFirst(visit);
  if (!session.isInstallationAdministrator) return 'missing';
  const { carriers, administration, operator } = parts;
  const html = carriersPage({
    ...frame,
    // Whoever chooses a language under the answer to a form is led to the page, and sends nothing again.
    path: CARRIERS,
    base: INSTALLATION.path,
    timeZone: await operator.timeZone(),
    settings: carriers.settings,
    ...(await administration.carriers()),
    email: session.email,
    testPath: TEST_MAIL,
    tested: tested?.is === 'outbox' ? { is: 'outbox', path: `${OUTBOX.path}/${tested.deliveryId}` } : tested,
    text: { path: TEST_TEXT, ...text },
    telephonesPath: parts.telephones && TELEPHONES,
  });
  return { html, status: text.isNumber ? 200 : 422 };
}

/** One mail to whoever asks, and what became of it. */
async function tryMail(visit: Visit): Promise<PageAnswer> {
  const { parts, session, language } = visit;
  if (!session) return provingFirst(visit);
  if (!session.isInstallationAdministrator) return 'missing';
  const tested = await parts.carriers.sendTest({ name: session.name, address: session.email }, language);
  return ofInstallation(visit, tested);
}

const E164 = /^\+[1-9]\d{6,14}$/;
const TYPED_MAX = 40;

/** One text to the number that is typed, and what became of it. */
async function tryText(visit: Visit): Promise<PageAnswer> {
  const { parts, session, language, form } = visit;
  if (!session) return provingFirst(visit);
  if (!session.isInstallationAdministrator) return 'missing';
  const typed = form.text('number').trim().slice(0, TYPED_MAX);
  const number = typed.replaceAll(/[\s().-]/g, '');
  if (!E164.test(number))
    return ofInstallation(visit, undefined, { number: typed, isNumber: false, tested: undefined });
  const tested = await parts.carriers.sendTestText(number, language);
  return ofInstallation(visit, undefined, { number, isNumber: true, tested });
}
