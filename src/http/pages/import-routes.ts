import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { keepDraft } from '../../app/publication/give-draft.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { DocumentProblem } from '../../core/message/intake.ts';
import { LIMITS } from '../../core/plan/reading/limits.ts';
import { INTAKE_LIMITS } from '../../intake/limits.ts';
import type { IntakeReport } from '../../intake/report.ts';
import {
  DOCUMENT_ENDINGS,
  type DraftShown,
  draftPage,
  importPage,
  readingPage,
} from '../../portal/import/import-pages.tsx';
import { draftRefusalWords } from '../draft-problem.ts';
import { type DocumentReading, type DocumentReadings, documentReadings } from './document-readings.ts';
import type { PageParts } from './page-parts.ts';
import { signedPage } from './page-route.ts';
import { draftsPath, IMPORT_ROLES, importPath } from './places.ts';
import { type UploadForm, uploadOf } from './upload.ts';
import type { PageAnswer, SignedVisit } from './visit.ts';

const FILE_NAME_MAX = 120;
const DOCUMENT = { fileSize: INTAKE_LIMITS.bytesMax, accepts: DOCUMENT_ENDINGS, isFileNeeded: true } as const;
const DRAFT = { fileSize: 0, fieldSize: LIMITS.bytesMax };

/**
 * A document is read into a draft plan, which is shown, and kept or handed over as its reader wishes. Of the document
 * itself nothing is kept.
 */
export async function importRoutes(server: FastifyInstance, parts: PageParts): Promise<void> {
  await server.register(multipart);
  const path = '/contracts/:contract/import';
  const readings = documentReadings((error) => parts.log.error('document-reading-failed', error, {}));
  const route = (
    method: 'GET' | 'POST',
    at: string,
    answer: (visit: SignedVisit) => Promise<PageAnswer>,
    form: { readonly upload?: UploadForm } = {},
  ): void => signedPage(server, parts, { method, path: at, roles: IMPORT_ROLES, ...form }, answer);
  route('GET', path, async (visit) => form(visit));
  route('POST', path, (visit) => read(visit, readings), { upload: DOCUMENT });
  route('GET', `${path}/readings/:reading`, (visit) => look(visit, readings));
  route('POST', `${path}/draft`, keepOrSave, { upload: DRAFT });
}

/** The draft as it was read is kept with the others, or saved as a file. */
async function keepOrSave(visit: SignedVisit): Promise<PageAnswer> {
  const { contract } = visit.visitor.caller;
  const { fields } = await uploadOf(visit.request, DRAFT);
  const draft = (fields.get('draft') ?? '').replaceAll('\r\n', '\n');
  if (draft === '') return { seeOther: importPath(contract) };
  if (fields.get('then') === 'keep') return keep(visit, draft);
  return { body: draft, type: 'application/yaml; charset=utf-8', saveAs: `${contract}-draft.plan.yaml` };
}

/** Most documents are answered at once; one that takes longer is shown on a page of its own while it is read. */
async function read(visit: SignedVisit, readings: DocumentReadings): Promise<PageAnswer> {
  const { parts, visitor } = visit;
  const words = catalogue(visit.language).intake;
  const { name, bytes } = await uploadOf(visit.request, DOCUMENT);
  if (name === '') return form(visit, { message: words.page.missing, advice: '' }, 422);
  if (!bytes) return form(visit, refusal(visit, tooLarge), 413);
  if (readings.isFull()) return form(visit, { message: words.page.busy, advice: '' }, 503);
  const { contract, personId } = visitor.caller;
  const file = name.slice(-FILE_NAME_MAX);
  const head = ` ${catalogue('en').intake.draftHead({ file: onOneLine(file) })}`;
  const one = await readings.begin({ contract, personId, file, at: await parts.reading.now() }, (tell) =>
    parts.readDocument(bytes, head, tell),
  );
  return one.outcome ? readAnswer(visit, one) : { seeOther: readingPath(visit, one.id) };
}

const readingPath = ({ visitor }: SignedVisit, id: string): string =>
  `${importPath(visitor.caller.contract)}/readings/${encodeURIComponent(id)}`;

async function look(visit: SignedVisit, readings: DocumentReadings): Promise<PageAnswer> {
  const { parts, visitor, params, language } = visit;
  const { contract, personId } = visitor.caller;
  const id = params.reading ?? '';
  const one = readings.find(id, { contract, personId, at: await parts.reading.now() });
  if (one === undefined) {
    return form(visit, { message: catalogue(language).intake.page.gone, advice: '' }, 404);
  }
  const known = one === 'elsewhere' ? undefined : one;
  if (known?.outcome) return readAnswer(visit, known);
  const shownNow = { file: known?.file, read: known?.read, at: readingPath(visit, id) };
  return { html: readingPage({ ...viewOf(visit), ...shownNow }) };
}

function readAnswer(visit: SignedVisit, { outcome, file }: DocumentReading): PageAnswer {
  if (!outcome || outcome === 'failed') throw new Error('a document could not be read; the log has why');
  const { report, problem } = outcome;
  if (!report) return form(visit, refusal(visit, problem), 422);
  return { html: draftPage({ ...viewOf(visit), ...shown(report, visit), file }) };
}

async function keep(visit: SignedVisit, text: string): Promise<PageAnswer> {
  const { parts, visitor, language } = visit;
  const { contract, personId } = visitor.caller;
  const contracts = parts.contractsFor({ kind: 'person', personId });
  const answer = await keepDraft(contracts, visitor.caller, { contract, text, origin: 'import' });
  if (!answer.accepted) return form(visit, draftRefusalWords(answer.refusal, language), 422);
  return { seeOther: `${draftsPath(contract)}/${answer.draft}?done=made` };
}

const tooLarge: DocumentProblem = {
  code: 'document-too-large',
  values: { mebibytes: INTAKE_LIMITS.bytesMax / 1024 / 1024 },
};

type Said = { readonly message: string; readonly advice: string };

const refusal = ({ language }: SignedVisit, { code, values }: DocumentProblem): Said => {
  const say = catalogue(language).intake.problems[code] as (given: unknown) => Said;
  return say(values);
};

const viewOf = ({ frame, visitor }: SignedVisit) => ({ ...frame, base: importPath(visitor.caller.contract) });

function form(visit: SignedVisit, error?: Said, status = 200): PageAnswer {
  const mebibytes = INTAKE_LIMITS.bytesMax / 1024 / 1024;
  return {
    status,
    html: importPage({ ...viewOf(visit), mebibytes, pagesMax: INTAKE_LIMITS.pagesMax, error }),
  };
}

/** A report as the page shows it: places and findings in the reader's words. */
function shown(report: IntakeReport, { language }: SignedVisit): Omit<DraftShown, 'file'> {
  const words = catalogue(language).intake;
  const quoted = ({ text, place }: IntakeReport['unplaced'][number]) => ({ text, place: words.place(place) });
  const { facts, questions, findings, unplaced, content, pages } = report;
  return {
    summary: words.summary({
      content: words.contents[content],
      pages,
      facts: facts.length,
      questions: questions.length,
      findings: findings.length,
      unplaced: unplaced.length,
    }),
    draft: report.draft,
    facts: facts.map(({ path, value, quote }) => ({ path, value, quote: quoted(quote) })),
    questions: questions.map(({ about, quote, readings }) => ({
      about,
      quote: quote && quoted(quote),
      readings: readings.map(({ value, quote: own }) => ({
        value: [value].flat().join(', '),
        quote: own && quoted(own),
      })),
    })),
    findings: findings.map(({ code, values, quotes }) => {
      const say = words.findings[code] as (given: unknown) => Said;
      return { ...say(values), quotes: quotes.map(quoted) };
    }),
    unplaced: unplaced.map(quoted),
  };
}

const onOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
