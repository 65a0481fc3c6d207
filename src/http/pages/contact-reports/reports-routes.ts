import type { FastifyInstance } from 'fastify';
import { answersReports, REPORT_RIGHTS } from '../../../app/authorise.ts';
import { answerReport } from '../../../app/contact-reports/handle-reports.ts';
import { reportsPath } from '../../../app/contact-reports/report-paths.ts';
import { isSound } from '../../../app/schemas/values.ts';
import { answersFor } from '../../../core/contact-report/decide.ts';
import { REPORT_ANSWERS, type ReportAnswer } from '../../../core/contact-report/event.ts';
import type { RefusalWords } from '../../../core/message/case.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { REPORT_TEXT_MAX } from '../../../portal/contact-reports/report-page.tsx';
import { oneReportPage, reportsPage } from '../../../portal/contact-reports/reports-pages.tsx';
import type { Question } from '../../../portal/sure-page.tsx';
import { LINES_MAX, numberIn, pagedByNumber } from '../admin/administrator-page.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { contactChangesPath } from '../places.ts';
import { questionOf, sure } from '../sure.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';

/** Reports of wrong contacts, for those who look into them; a program manager says what came of one. */
export function reportsRoutes(server: FastifyInstance, parts: PageParts): void {
  const base = '/contracts/:contract/contacts/reported';
  const { see, answer } = REPORT_RIGHTS;
  signedPage(server, parts, { method: 'GET', roles: see, path: base }, list);
  signedPage(server, parts, { method: 'GET', roles: see, path: `${base}/:report` }, (visit) =>
    show(visit, undefined),
  );
  signedPage(
    server,
    parts,
    { method: 'POST', roles: answer, path: `${base}/:report/answer` },
    sure(askAnswer, sayAnswer),
  );
}

async function frameOf({ parts, frame, visitor }: SignedVisit) {
  const { contract } = visitor.caller;
  const [listed] = await parts.reading.contracts(contract);
  return { ...frame, base: reportsPath(contract), timeZone: listed?.timeZone ?? 'UTC' };
}

async function list(visit: SignedVisit): Promise<PageAnswer> {
  const { contract } = visit.visitor.caller;
  const page = { before: numberIn(visit), max: LINES_MAX + 1, isOpen: false };
  const found = await visit.parts.contactReports.list(contract, page);
  const { shown, older } = pagedByNumber(found, reportsPath(contract), ({ report }) => report);
  return { html: reportsPage({ frame: await frameOf(visit), reports: shown, older }) };
}

const NUMBER = /^[1-9]\d{0,8}$/;

const keyOf = ({ params, visitor }: SignedVisit) =>
  NUMBER.test(params.report ?? '')
    ? { contract: visitor.caller.contract, report: Number(params.report) }
    : undefined;

async function found(visit: SignedVisit) {
  const key = keyOf(visit);
  return key && visit.parts.contactReports.one(key);
}

async function show(visit: SignedVisit, problem: RefusalWords | undefined): Promise<PageAnswer> {
  const { visitor, query, form, parts } = visit;
  const { caller } = visitor;
  const one = await found(visit);
  if (!one) return 'missing';
  const { state, events, found: proof } = one;
  const ids = events.flatMap((event) => [
    event.by,
    ...(event.type === 'ReportAnswered' ? [event.holder ?? event.by] : []),
    ...(event.type === 'NoticeFailed' ? [event.whom] : []),
  ]);
  const mayAnswer =
    state.status !== 'answered' &&
    state.subject.person !== caller.personId &&
    answersReports(caller, one.isOfManager);
  const html = oneReportPage({
    ...{ frame: await frameOf(visit), shown: one, events, value: one.value, problem },
    // Who left a name or an address left it for those who answer.
    reporters: caller.grants.some(({ role }) => REPORT_RIGHTS.answer.includes(role))
      ? one.reporters
      : undefined,
    names: await parts.reading.namesOf(caller.contract, ids),
    answers: mayAnswer ? answersFor(state, proof) : undefined,
    typed: { answer: form.text('answer'), text: form.text('text') },
    changePath: (change) => `${contactChangesPath(caller.contract)}/${change}`,
    isSaved: query.text('done') !== '',
  });
  return { html, status: problem ? 422 : 200 };
}

const answerIn = ({ form }: SignedVisit): ReportAnswer | undefined =>
  REPORT_ANSWERS.find((one) => one === form.text('answer'));

/** Of a report that takes this answer; of any other there is nothing to ask. */
async function askAnswer(visit: SignedVisit): Promise<Question | undefined> {
  const one = await found(visit);
  const answer = answerIn(visit);
  if (!one || !answer || one.state.status === 'answered') return undefined;
  if (!answersReports(visit.visitor.caller, one.isOfManager)) return undefined;
  if (!answersFor(one.state, one.found).includes(answer) || problemOf(visit, answer)) return undefined;
  const { contract, report, name } = one;
  return questionOf(
    catalogue(visit.language).sure.report,
    { name, answer },
    `${reportsPath(contract)}/${report}`,
  );
}

const textIn = ({ form }: SignedVisit): string => form.text('text').replaceAll(/\r\n?/g, '\n').trim();

function problemOf(visit: SignedVisit, answer: ReportAnswer | undefined): RefusalWords | undefined {
  const { problems, refusals } = catalogue(visit.language).contactReports;
  const text = textIn(visit);
  if (!answer) return problems.answerMissing;
  if (text.length > REPORT_TEXT_MAX || !isSound(text)) return problems.textInvalid;
  return answer === 'unfounded' && text === '' ? refusals['contact-report-reason-missing'] : undefined;
}

async function sayAnswer(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, language } = visit;
  const answer = answerIn(visit);
  const problem = problemOf(visit, answer);
  if (problem || !answer) return show(visit, problem);
  const key = keyOf(visit);
  const one = await found(visit);
  if (!one || !answersReports(visitor.caller, one.isOfManager)) return 'missing';
  const given =
    key &&
    (await answerReport(parts.store, key, { by: visitor.caller.personId, answer, text: textIn(visit) }));
  if (!key || !given) return 'missing';
  if (!given.accepted) return show(visit, catalogue(language).contactReports.refusals[given.refusal.code]);
  return { seeOther: `${reportsPath(key.contract)}/${key.report}?done=1` };
}
