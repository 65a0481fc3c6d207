import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { RIGHTS } from '../../../app/authorise.ts';
import { dueUnderPlan } from '../../../app/contact-reports/due-at.ts';
import { proofSince, proveAddress, reportContact } from '../../../app/contact-reports/report-contact.ts';
import { reportPath } from '../../../app/contact-reports/report-paths.ts';
import { hashOf } from '../../../app/secret.ts';
import type { PlanView } from '../../../app/views/plan/plan-view.ts';
import { reportableContacts } from '../../../app/views/plan/reportable-contacts.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { ReportFormProblem } from '../../../core/message/portal/contact-reports.ts';
import {
  proofPage,
  provedPage,
  type ReportTrouble,
  reportedPage,
  reportPage,
} from '../../../portal/contact-reports/report-page.tsx';
import { wordPage } from '../../../portal/frame.tsx';
import { linkFrame } from '../guards.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';
import { planPath } from '../places.ts';
import { seenPlan } from '../plan-answer.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { type ReadReport, readReport, typedReport } from './report-form.ts';

/** Whoever may read a plan reports a wrong contact of it, signed in or not; and proves the address they left. */
export function reportRoutes(server: FastifyInstance, parts: PageParts): void {
  const path = '/plans/:contract/wrong-contact';
  openPage(server, parts, { method: 'GET', path }, ask);
  openPage(server, parts, { method: 'POST', path, perHour: parts.reportsPerHour }, take);
  openPage(server, parts, { method: 'GET', path: '/reported/:token' }, look);
  openPage(server, parts, { method: 'POST', path: '/reported/:token' }, prove);
}

async function ask(visit: Visit): Promise<PageAnswer> {
  const plan = await seenPlan(visit);
  if (!plan) return 'missing';
  if (visit.query.text('done') !== '') {
    const isKnown = visit.visitor !== undefined;
    return { html: reportedPage(visit.frame, planPath(plan.contract.contract), isKnown) };
  }
  return { html: formPage(visit, plan, []) };
}

/** A link on the plan may name the contact. */
function formPage(
  visit: Visit,
  plan: PlanView,
  troubles: readonly ReportTrouble[],
  refused?: ReportFormProblem,
): string {
  const { frame, form, query, request, visitor } = visit;
  const { contract, title } = plan.contract;
  return reportPage({
    ...{ frame, troubles, refused },
    planTitle: title,
    contacts: reportableContacts(plan),
    typed: typedReport(request.method === 'POST' ? form : query),
    path: reportPath(contract),
    planPath: planPath(contract),
    isKnown: visitor !== undefined,
  });
}

async function take(visit: Visit): Promise<PageAnswer> {
  const plan = await seenPlan(visit);
  if (!plan) return 'missing';
  const found = readReport(reportableContacts(plan), typedReport(visit.form));
  if ('troubles' in found) return { html: formPage(visit, plan, found.troubles), status: 422 };
  const reported = await report(visit, plan, found.read);
  if ('problem' in reported) return { html: formPage(visit, plan, [], reported.problem), status: 429 };
  return { seeOther: `${reportPath(plan.contract.contract)}?done=1` };
}

/** Whoever is signed in is known by that, and hears of it where they always do. */
function report(
  { parts, visitor, language }: Visit,
  plan: PlanView,
  { contact, means, wrong, text, name, address }: ReadReport,
) {
  const { store, secret } = parts;
  const { seat, customer, personId, levels } = contact;
  const party =
    visitor && (visitor.caller.grants.map(({ role }) => RIGHTS[role].party).find(Boolean) ?? 'oversight');
  return reportContact(
    { store, secret, newId: randomUUID },
    {
      contract: plan.contract.contract,
      subject: { seat, person: personId, levels, means, ...(customer !== undefined && { customer }) },
      ...{ wrong, text, language, from: plan.reader },
      by: visitor && party && { personId: visitor.caller.personId, party },
      name: visitor ? '' : name,
      address: visitor ? '' : address,
      dueAt: (from) => dueUnderPlan(plan, from),
    },
  );
}

async function look({ parts, params, request, frame }: Visit): Promise<PageAnswer> {
  const found = await parts.contactReports.proof(
    hashOf(params.token ?? ''),
    proofSince(await parts.reading.now()),
  );
  const around = { ...linkFrame(parts, request), language: frame.language };
  if (found === undefined) return dead(around);
  return { html: found === 'proved' ? provedPage(around) : proofPage(around, request.url) };
}

async function prove({ parts, params, request, frame }: Visit): Promise<PageAnswer> {
  const token = params.token ?? '';
  const since = proofSince(await parts.reading.now());
  const around = { ...linkFrame(parts, request), language: frame.language };
  const isProved =
    (await proveAddress(parts.store, token)) ||
    (await parts.contactReports.proof(hashOf(token), since)) === 'proved';
  return isProved ? { html: provedPage(around) } : dead(around);
}

const dead = (frame: ReturnType<typeof linkFrame>): PageAnswer => ({
  html: wordPage(frame, catalogue(frame.language).contactReports.proof.dead),
  status: 410,
});
