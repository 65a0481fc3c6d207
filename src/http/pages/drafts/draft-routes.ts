import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { authoriseDraft } from '../../../app/authorise.ts';
import {
  copyPublished,
  type DraftAnswer,
  type DraftAsk,
  giveDraft,
  keepDraft,
} from '../../../app/publication/give-draft.ts';
import { judgedAt } from '../../../app/publication/judged-today.ts';
import { draftPreview } from '../../../app/views/drafts/draft-preview.ts';
import { openQuestions } from '../../../app/views/drafts/open-questions.ts';
import { speakers } from '../../../app/views/plan/plan-view.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { LIMITS } from '../../../core/plan/reading/limits.ts';
import { judgeDraft } from '../../../core/publication/draft-findings.ts';
import { settleQuestion } from '../../../core/publication/settle-question.ts';
import { findingsFragment } from '../../../portal/drafts/draft-findings.tsx';
import { draftOverviewPage } from '../../../portal/drafts/draft-page.tsx';
import { draftPreviewPage } from '../../../portal/drafts/draft-preview-page.tsx';
import { draftTextPage } from '../../../portal/drafts/draft-text-page.tsx';
import { draftListPage } from '../../../portal/drafts/drafts-page.tsx';
import { planPaper } from '../../../render/publication/plan-paper.ts';
import { draftRoad } from '../../draft-road.ts';
import { momentAsked } from '../moment-asked.ts';
import type { PageParts } from '../page-parts.ts';
import { draftsPath, planPath } from '../places.ts';
import { forecastAsked } from '../plan-answer.ts';
import { sure } from '../sure.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { draftQuestion, fieldOf, type SureAct } from './draft-question.ts';
import { allowed, type DraftVisit, draftPage, draftsPage, noWords } from './draft-visit.ts';
import { entryRoutes } from './entry-routes.ts';

const LINES_MAX = 50;
const DRAFTS_MAX = 10_000_000;
/** A plan at its longest as a form escapes it, and what stands around it. */
const FORM_BYTES_MAX = 3 * LIMITS.bytesMax + 4096;

/** Plans on their way: the list, one of them, its text, and everything that is asked of it. */
export async function draftRoutes(server: FastifyInstance, parts: PageParts): Promise<void> {
  await server.register(async (scope) => {
    scope.removeContentTypeParser('application/x-www-form-urlencoded');
    await scope.register(formbody, { bodyLimit: FORM_BYTES_MAX });
    draftsPage(scope, parts, { method: 'GET', path: '' }, (visit) => list(visit, undefined));
    draftsPage(scope, parts, { method: 'POST', path: '' }, allowed('make', make));
    draftPage(scope, parts, { method: 'GET', path: '' }, (visit) => one(visit, undefined));
    draftPage(scope, parts, { method: 'GET', path: '/text' }, (visit) => text(visit, undefined));
    draftPage(scope, parts, { method: 'POST', path: '/text' }, allowed('edit', save));
    draftPage(scope, parts, { method: 'GET', path: '/preview' }, preview);
    draftPage(scope, parts, { method: 'POST', path: '/findings' }, judge);
    draftPage(scope, parts, { method: 'POST', path: '/settle' }, allowed('edit', settle));
    entryRoutes(scope, parts);
    for (const act of ['propose', 'sendBack', 'comment'] as const) {
      const answer = allowed<DraftVisit>(act, (visit) => ask(visit, act));
      draftPage(scope, parts, { method: 'POST', path: `/${act}` }, answer);
    }
    const surely = (act: SureAct) =>
      allowed<DraftVisit>(
        act,
        sure(
          (visit) => draftQuestion(visit, act),
          (visit) => ask(visit, act),
          (visit) => one(visit, undefined),
        ),
      );
    draftPage(scope, parts, { method: 'POST', path: '/drop' }, surely('drop'));
    for (const act of ['agree', 'override', 'publish'] as const)
      draftPage(scope, parts, { method: 'POST', path: `/${act}`, isDangerous: true }, surely(act));
  });
}

const roadOf = ({ parts, visitor }: SignedVisit) => draftRoad(parts, visitor.caller.personId);

async function list(visit: SignedVisit, error: string | undefined): Promise<PageAnswer> {
  const { parts, params, query, form, frame, visitor } = visit;
  const { contract = '' } = params;
  const asked = query.text('before');
  const before = /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : DRAFTS_MAX;
  const [[listed], found] = await Promise.all([
    parts.reading.contracts(contract),
    parts.drafts.drafts(contract, { before, max: LINES_MAX + 1 }),
  ]);
  if (!listed) return 'missing';
  const drafts = found.slice(0, LINES_MAX);
  const last = found.length > LINES_MAX ? drafts.at(-1) : undefined;
  const base = draftsPath(contract);
  const html = draftListPage({
    ...frame,
    ...{ base, drafts, error, planPath: planPath(contract), timeZone: listed.timeZone },
    inForce: listed.published,
    older: last && `${base}?before=${last.draft}`,
    mayWrite: authoriseDraft(visitor.caller, 'make').allowed,
    typed: form.text('text'),
  });
  return { html, status: error === undefined ? 200 : 422 };
}

async function make(visit: SignedVisit): Promise<PageAnswer> {
  const { params, form, visitor } = visit;
  const { contract = '' } = params;
  const { caller } = visitor;
  const { contracts } = roadOf(visit);
  const answer =
    form.text('from') === 'published'
      ? await copyPublished(contracts, caller)
      : await keepDraft(contracts, caller, { contract, text: lines(form.text('text')), origin: 'text' });
  if (!answer.accepted) return list(visit, noWords(answer, visit));
  return { seeOther: `${draftsPath(contract)}/${answer.draft}?done=made` };
}

/** A text as it was typed: a browser sends other line ends. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n');

interface Wrong {
  readonly field: string;
  readonly error: string;
}

async function one(visit: DraftVisit, wrong: Wrong | undefined): Promise<PageAnswer> {
  const { view, base, frame, query, form, visitor, parts } = visit;
  const { state, events } = view.kept;
  const ids = new Set(events.map(({ body }) => String(body.by)));
  for (const agreed of Object.values(state.agreed)) ids.add(agreed.who);
  const names = await parts.reading.namesOf(view.kept.contract, [...ids]);
  const may = (act: Parameters<typeof authoriseDraft>[1]): boolean =>
    authoriseDraft(visitor.caller, act).allowed;
  const right = authoriseDraft(visitor.caller, 'agree');
  const html = draftOverviewPage({
    ...frame,
    ...{ view, base, wrong, mayWrite: may('edit'), maySpeak: may('agree') },
    party: right.allowed ? right.party : undefined,
    questions: openQuestions(view.judged.plan),
    done: wrong ? undefined : query.text('done'),
    // A form that is asked about once more comes back as it was filled in, and so does one that is refused.
    typed: form,
    nameOf: (id) => names.get(id) ?? id,
    planPath: planPath(view.kept.contract),
  });
  return { html, status: wrong ? 422 : 200 };
}

type Act = 'propose' | 'sendBack' | 'comment' | SureAct;

async function ask(visit: DraftVisit, act: Act): Promise<PageAnswer> {
  const { view, form, base, visitor, language } = visit;
  const effective = act === 'publish' ? momentAsked(form, 'effectiveAt', view.timeZone) : undefined;
  if (effective?.is === 'problem') {
    const error = catalogue(language).drafts.momentNotUnderstood({ value: effective.value });
    return one(visit, { field: 'effectiveAt', error });
  }
  const { contract, draft } = view.kept;
  const asked = {
    type: act,
    base: Number(form.text('base')),
    ...(act !== 'agree' && act !== 'publish' && { text: lines(form.text(fieldOf(act, form))).trim() }),
    ...(act === 'override' && { finding: form.text('finding'), path: form.text('path') }),
    ...(act === 'publish' && { address: `${visit.parts.baseUrl()}${planPath(contract)}` }),
    ...(effective?.is === 'instant' && { effectiveAt: effective.at }),
  } as DraftAsk;
  const answer = await giveDraft(roadOf(visit), visitor.caller, { contract, draft }, asked);
  if (!answer.accepted) return one(visit, { field: act, error: noWords(answer, visit) });
  return { seeOther: `${base}?done=${doneOf(act, answer)}` };
}

function doneOf(act: Act, { state }: Extract<DraftAnswer, { accepted: true }>): string {
  if (act === 'agree' && state.status === 'agreed') return 'agreedByBoth';
  return act === 'publish' && state.status === 'agreed' ? 'set' : act;
}

async function text(visit: DraftVisit, wrong: Wrong | undefined): Promise<PageAnswer> {
  const { view, base, frame, form, query, visitor } = visit;
  const html = draftTextPage({
    ...frame,
    ...{ view, base, error: wrong?.error, mayWrite: authoriseDraft(visitor.caller, 'edit').allowed },
    done: wrong ? undefined : query.text('done'),
    typed: wrong ? form.text('text') : undefined,
  });
  return { html, status: wrong ? 422 : 200 };
}

async function save(visit: DraftVisit): Promise<PageAnswer> {
  const { view, form, base, visitor } = visit;
  const { contract, draft } = view.kept;
  const asked = { type: 'edit', base: Number(form.text('base')), text: lines(form.text('text')) } as const;
  const answer = await giveDraft(roadOf(visit), visitor.caller, { contract, draft }, asked);
  if (!answer.accepted) return text(visit, { field: 'text', error: noWords(answer, visit) });
  return { seeOther: `${base}/text?done=${answer.isNew ? 'edited' : 'unchanged'}` };
}

/** The draft as anybody would read it, with what each of its clocks comes to. */
async function preview(visit: DraftVisit): Promise<PageAnswer> {
  const { view, base, frame, language, parts } = visit;
  const unnamed = draftPreview(view);
  const plan = unnamed && { ...unnamed, names: await speakers(parts.reading, view.kept.contract, unnamed) };
  const shown = plan && {
    plan,
    paper: planPaper({ plan, address: `${parts.baseUrl()}${planPath(view.kept.contract)}` }, language),
    forecast: { ...forecastAsked(visit, plan), month: undefined, whomPath: undefined },
  };
  return { html: draftPreviewPage({ ...frame, view, base, done: undefined, shown }) };
}

/** What is wrong with a text that is being typed: nothing of it is kept. */
async function judge({ view, form, language }: DraftVisit): Promise<PageAnswer> {
  const typed = lines(form.text('text'));
  const { overrides } = view.kept.state;
  const judged = judgeDraft({ text: typed, overrides }, judgedAt(view.now));
  return { html: findingsFragment({ language, judged }) };
}

/** A reading is chosen: it is written into the plan, as an edit like any other. */
async function settle(visit: DraftVisit): Promise<PageAnswer> {
  const { view, form, base, visitor, language } = visit;
  const words = catalogue(language).drafts;
  const { contract, draft, state } = view.kept;
  const question = Number(form.text('question'));
  const reading = Number(form.text(`reading-${question}`));
  const because = lines(form.text(`because-${question}`)).trim();
  const field = `question-${question}`;
  if (!Number.isInteger(reading) || reading < 1)
    return one(visit, { field, error: words.questions.notChosen });
  const { personId } = visitor.caller;
  if (because === '') {
    const refusal = { code: 'draft-reason-missing', values: {} } as const;
    return one(visit, { field, error: noWords({ accepted: false, refusal }, visit) });
  }
  const zone = view.judged.plan.contract?.timeZone ?? view.timeZone;
  const date = Temporal.Instant.fromEpochMilliseconds(view.now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
  const settled = settleQuestion(state.text ?? '', { question, reading, because, date, by: [personId] });
  if (settled.problem !== undefined) {
    const about = view.judged.plan.questions?.[question]?.about ?? '';
    return one(visit, { field, error: words.questions.notWritten({ about }) });
  }
  const asked = { type: 'edit', base: Number(form.text('base')), text: settled.text } as const;
  const answer = await giveDraft(roadOf(visit), visitor.caller, { contract, draft }, asked);
  if (!answer.accepted) return one(visit, { field, error: noWords(answer, visit) });
  return { seeOther: `${base}?done=settle` };
}
