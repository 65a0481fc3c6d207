import type { FastifyInstance } from 'fastify';
import { CaseFailed } from '../../app/case-failed.ts';
import { wordPage } from '../../portal/frame.tsx';
import { nobodyPage } from '../../portal/sign-in/nobody-page.tsx';
import { noteFault } from '../note-fault.ts';
import { problemWords, STATUS } from '../problem.ts';
import { problemOf } from '../reply.ts';
import { gatewayTextRoute } from '../telephone/gateway-text-route.ts';
import { statusRoute } from '../telephone/status-route.ts';
import { telephoneRoutes } from '../telephone/telephone-routes.ts';
import { accountRoutes } from './account/account-routes.ts';
import { adminRoutes } from './admin/admin-routes.ts';
import { confirmRoutes } from './attestation/confirm-routes.ts';
import { currencyRoutes } from './attestation/currency-routes.ts';
import { answerFromCopy, answerWhileAway, sayAway } from './away-answers.ts';
import { caseRoutes } from './case/case-routes.ts';
import { chatRoutes } from './chats/chat-routes.ts';
import { connectRoutes } from './chats/connect-routes.ts';
import { slackRoute } from './chats/slack-route.ts';
import { clockRoutes } from './clock-routes.ts';
import { complianceRoutes } from './compliance-routes.ts';
import { reportRoutes } from './contact-reports/report-routes.ts';
import { reportsRoutes } from './contact-reports/reports-routes.ts';
import { contactChangeRoutes } from './contacts/change-routes.ts';
import { freezeRoutes } from './contacts/freeze-routes.ts';
import { ownContactRoutes } from './contacts/own-routes.ts';
import { ownRulesRoutes } from './contacts/rules-routes.ts';
import { draftRoutes } from './drafts/draft-routes.ts';
import { drillRoutes } from './drills/drill-routes.ts';
import { hereRoutes } from './drills/here-routes.ts';
import { linkFrame, sendPage } from './guards.ts';
import { heldMailRoutes } from './held-mails/held-mail-routes.ts';
import { importRoutes } from './import-routes.ts';
import { languageRoute } from './language-route.ts';
import { lettingInRoutes } from './letting-in/letting-in-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { customerTableRoutes } from './lists/customer-table-routes.ts';
import { listRoutes } from './lists/list-routes.ts';
import { missingPages } from './missing-pages.ts';
import { obligationRoutes } from './obligations/obligation-routes.ts';
import { outboxRoutes } from './outbox-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { sayOwnFault } from './own-fault.ts';
import type { PageParts } from './page-parts.ts';
import { openPage, signedPage } from './page-route.ts';
import { INSTALLATION } from './places.ts';
import { planPaperRoutes } from './plan-paper-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { problemRoutes } from './problem-routes.ts';
import { peopleOf } from './reader-frame.ts';
import { readinessRoutes } from './readiness/readiness-routes.ts';
import { whomRoutes } from './readiness/whom-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { rotaRoutes } from './rota/rota-routes.ts';
import { fillingRoutes } from './seats/filling-routes.ts';
import { seatRoutes } from './seats/seat-routes.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import { startRoutes } from './start/start-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { sayTooOften } from './too-often.ts';
import { webhookRoutes } from './webhooks/webhook-routes.ts';
import { zoneRoutes } from './zone-routes.ts';

/** Every page for people; what is thrown on the way to one is a page too. */
export async function registerPages(server: FastifyInstance, parts: PageParts): Promise<void> {
  answerWhileAway(server, parts);
  sayWhatFailed(server, parts);
  languageRoute(server, parts);
  zoneRoutes(server, parts);
  missingPages(server, parts);
  openPage(server, parts, { method: 'GET', path: '/' }, async ({ session, frame }) => {
    const [person] = session ? peopleOf(session) : [];
    if (person) return { seeOther: `/contracts/${encodeURIComponent(person.contract)}` };
    if (session?.isInstallationAdministrator) return { seeOther: INSTALLATION.path };
    if (session) return { html: nobodyPage({ ...frame, email: session.email }) };
    return { seeOther: parts.isDemonstration ? '/step-in' : '/sign-in' };
  });
  signedPage(server, parts, { method: 'GET', path: '/contracts/:contract' }, async ({ frame }) => {
    const [first] = frame.places;
    return first ? { seeOther: first.path } : 'missing';
  });
  signInRoutes(server, parts);
  await caseRoutes(server, parts);
  await obligationRoutes(server, parts);
  listRoutes(server, parts);
  heldMailRoutes(server, parts);
  accountRoutes(server, parts);
  linkRoutes(server, parts);
  ownContactRoutes(server, parts);
  ownRulesRoutes(server, parts);
  confirmRoutes(server, parts);
  currencyRoutes(server, parts);
  readinessRoutes(server, parts);
  whomRoutes(server, parts);
  contactChangeRoutes(server, parts);
  freezeRoutes(server, parts);
  reportRoutes(server, parts);
  reportsRoutes(server, parts);
  seatRoutes(server, parts);
  fillingRoutes(server, parts);
  drillRoutes(server, parts);
  hereRoutes(server, parts);
  overviewRoutes(server, parts);
  complianceRoutes(server, parts);
  planRoutes(server, parts);
  planPaperRoutes(server, parts);
  await server.register((scope) => subscriptionRoutes(scope, parts));
  recordRoutes(server, parts);
  await server.register((scope) => importRoutes(scope, parts));
  await server.register((scope) => customerTableRoutes(scope, parts));
  adminRoutes(server, parts);
  lettingInRoutes(server, parts);
  rotaRoutes(server, parts);
  webhookRoutes(server, parts);
  chatRoutes(server, parts);
  connectRoutes(server, parts);
  await outsideRoutes(server, parts);
  await draftRoutes(server, parts);
  startRoutes(server, parts);
  outboxRoutes(server, parts);
  clockRoutes(server, parts);
  problemRoutes(server, parts);
}

/** Whatever is thrown on the way to a page: what it is, what became of what was sent, and what to do. */
function sayWhatFailed(server: FastifyInstance, parts: PageParts): void {
  server.setErrorHandler(async (error, request, reply) => {
    const found = problemOf(error, request);
    if (found?.code === 'database-away') {
      return (await answerFromCopy(parts, request, reply)) ?? sayAway(parts, request, reply);
    }
    const frame = linkFrame(parts, request);
    if (!found) {
      await noteFault(parts, error, request);
      return sayOwnFault(parts, request, reply, {
        error,
        status: STATUS['internal-fault'],
        words: undefined,
      });
    }
    void reply.headers(found.headers);
    const { status } = found;
    const words = problemWords(found, frame.language);
    if (error instanceof CaseFailed) return sayOwnFault(parts, request, reply, { error, status, words });
    if (found.code === 'requests-too-many') return sayTooOften(request, reply, { frame, words });
    return sendPage(reply, status, wordPage(frame, words));
  });
}

/** What programs of others ask; each is proved in its own way, over the bytes that came. */
async function outsideRoutes(server: FastifyInstance, parts: PageParts): Promise<void> {
  await server.register((scope) => slackRoute(scope, parts));
  await server.register(async (scope) => statusRoute(scope, parts));
  const { gatewayTexts, telephone } = parts;
  await server.register(async (scope) => gatewayTextRoute(scope, gatewayTexts));
  if (telephone) await server.register((scope) => telephoneRoutes(scope, telephone));
}
