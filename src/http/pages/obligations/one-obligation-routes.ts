import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { FILE_BYTES_MAX, FILE_MEBIBYTES_MAX } from '../../../app/files/attach-file.ts';
import { handOver } from '../../../app/obligation/hand-over.ts';
import {
  handleObligations,
  type ObligationAnswer,
  type ObligationRequest,
} from '../../../app/obligation/handle-obligations.ts';
import { recordKeyOf } from '../../../app/ports/obligations.ts';
import { OBLIGATION_RESOURCES } from '../../../app/schemas/obligation-commands.ts';
import { FILE_ENDINGS } from '../../../app/views/files-view.ts';
import { obligationPath } from '../../../app/views/obligation/obligation-paths.ts';
import { type ObligationSheet, obligationSheet } from '../../../app/views/obligation/obligation-sheet.ts';
import type { RefusalWords } from '../../../core/message/case.ts';
import { catalogue, type Language } from '../../../core/message/catalogue.ts';
import type { ObligationField } from '../../../portal/obligations/obligation-acts.tsx';
import { obligationPage } from '../../../portal/obligations/obligation-page.tsx';
import type { Question } from '../../../portal/sure-page.tsx';
import { sendFile } from '../../file-reply.ts';
import { STATUS } from '../../problem.ts';
import { formKey } from '../form-key.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { questionOf, sure } from '../sure.ts';
import { uploadOf } from '../upload.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { actFrom, isDate } from './obligation-form.ts';

/** What somebody says at most, in bytes of any language. */
const FIELD_BYTES_MAX = 80_000;
const EVIDENCE = { fileSize: FILE_BYTES_MAX, fieldSize: FIELD_BYTES_MAX, accepts: FILE_ENDINGS } as const;

/** One obligation: its page, its forms, its files. */
export async function oneObligationRoutes(
  server: FastifyInstance,
  parts: PageParts,
  path: string,
): Promise<void> {
  await server.register(multipart);
  signedPage(server, parts, { method: 'GET', path }, async (visit) => {
    const sheet = await sheetOf(visit);
    if (!sheet) return 'missing';
    const asked = visit.query.text('done');
    const done = DONE.find((one) => one === asked);
    return shown(visit, sheet, { done });
  });
  signedPage(server, parts, { method: 'POST', path: `${path}/deliver`, upload: EVIDENCE }, deliver);
  signedPage(server, parts, { method: 'POST', path: `${path}/act` }, sure(askAct, act));
  signedPage(server, parts, { method: 'GET', path: `${path}/files/:file` }, async (visit) => {
    const sheet = await sheetOf(visit);
    if (!sheet?.isWhole) return 'missing';
    const file = await visit.parts.reading.file(recordKeyOf(sheet.key), visit.params.file ?? '');
    if (!file?.bytes) return 'missing';
    sendFile(visit.reply, { ...file, bytes: file.bytes });
    return 'sent';
  });
}

const DONE = [
  ...(['deliver', 'accept', 'sendBack', 'propose'] as const),
  ...(['waive', 'agree', 'decline', 'withdrawProposal'] as const),
] as const;
type Done = (typeof DONE)[number];

const sheetOf = ({ parts, visitor: { caller }, params }: SignedVisit): Promise<ObligationSheet | undefined> =>
  obligationSheet(parts.reading, parts.obligations, {
    caller,
    key: { contract: caller.contract, obligationId: params.obligation ?? '' },
  });

async function deliver(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, request, language } = visit;
  const { caller } = visitor;
  const sheet = await sheetOf(visit);
  if (!sheet) return 'missing';
  const { fields, name, bytes } = await uploadOf(request, EVIDENCE);
  const field = (of: string): string => (fields.get(of) ?? '').replace(/\r\n?/g, '\n').trim();
  const typed = { text: field('text'), link: field('link'), doneOn: field('doneOn') };
  const no = (errors: Partial<Record<ObligationField, string>>, status = 422): Promise<PageAnswer> =>
    shown(visit, sheet, { typed, errors, status });
  const { obligations: words, service } = catalogue(language);
  if (!bytes) {
    const { message, advice } = service.problems['file-too-big']({ mebibytesMax: FILE_MEBIBYTES_MAX });
    return no({ file: `${message} ${advice}` }, STATUS['file-too-big']);
  }
  if (typed.doneOn !== '' && !isDate(typed.doneOn))
    return no({ doneOn: words.dateUnclear({ value: typed.doneOn.slice(0, 40) }) });
  const body = {
    ...(typed.text !== '' && { text: typed.text }),
    ...(typed.doneOn !== '' && { doneOn: typed.doneOn }),
    ...(typed.link !== '' && { links: [typed.link] }),
  };
  const read = OBLIGATION_RESOURCES.deliver.body.safeParse(body);
  if (!read.success) return no({ [wrongField(read.error.issues)]: unfit(language) });
  const answer = await handOver(parts.store, {
    ...{ caller, key: sheet.key, text: body.text, doneOn: body.doneOn, links: body.links ?? [] },
    file: name === '' ? undefined : { name, bytes },
    expected: versionOf(fields.get('version')),
    answerKey: formKey(
      fields.get('key') ?? '',
      caller,
      sheet.key.obligationId,
      JSON.stringify(body),
      name,
      bytes,
    ),
  });
  if ('code' in answer) {
    const say = service.problems[answer.code] as (values: object) => RefusalWords;
    const { message, advice } = say(answer.values);
    return no({ file: `${message} ${advice}` }, STATUS[answer.code]);
  }
  return answered(visit, sheet, answer, 'deliver', typed);
}

const wrongField = (issues: readonly { readonly path: readonly PropertyKey[] }[]): ObligationField =>
  issues[0]?.path[0] === 'links' ? 'link' : issues[0]?.path[0] === 'doneOn' ? 'doneOn' : 'text';

const unfit = (language: Language): string => {
  const { message, advice } = catalogue(language).pages.refusals['page-form-malformed']({});
  return `${message} ${advice}`.trim();
};

/** Whoever may do it is asked once more; of everybody else the answer is a no, or that there is no such thing. */
async function askAct(visit: SignedVisit): Promise<Question | undefined> {
  const { form, language } = visit;
  const named = form.text('act');
  const sheet = named === 'accept' || named === 'agree' ? await sheetOf(visit) : undefined;
  if (!sheet) return undefined;
  const { sure: words, obligations } = catalogue(language);
  const { terms, proposal } = sheet.state;
  const { title } = terms;
  const back = obligationPath(sheet.key);
  if (named === 'accept')
    return sheet.offers.has('accept') ? questionOf(words.obligations.accept, { title }, back) : undefined;
  if (!proposal || !sheet.offers.has('agree')) return undefined;
  const due = proposal.proposed.what === 'date' ? obligations.date(proposal.proposed.dueOn) : undefined;
  return questionOf(words.obligations.agree, { title, due }, back);
}

async function act(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, form, language } = visit;
  const { caller } = visitor;
  const sheet = await sheetOf(visit);
  if (!sheet) return 'missing';
  const read = actFrom(form, language);
  if (read === undefined) return { seeOther: obligationPath(sheet.key) };
  const { typed } = read;
  if ('errors' in read) return shown(visit, sheet, { typed, errors: read.errors, status: 422 });
  const command = { ...read.command, by: caller.personId, over: caller.over } as ObligationRequest['command'];
  const asked = JSON.stringify([sheet.key.obligationId, read.command]);
  const answerKey = formKey(form.text('key'), caller, asked);
  const [answer] = await handleObligations(parts.store, [
    { key: sheet.key, caller, command, expected: versionOf(form.text('version')), answerKey },
  ]);
  if (!answer) throw new Error('one command has one answer');
  return answered(visit, sheet, answer, read.done, typed);
}

const versionOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

async function answered(
  visit: SignedVisit,
  sheet: ObligationSheet,
  answer: ObligationAnswer,
  done: Done,
  typed: NonNullable<Shown['typed']>,
): Promise<PageAnswer> {
  if (answer.accepted) return { seeOther: `${obligationPath(sheet.key)}?done=${done}` };
  const { refusal } = answer;
  if (refusal.code === 'obligation-not-found') return 'missing';
  const say = catalogue(visit.language).obligations.refusals[refusal.code] as (
    values: object,
  ) => RefusalWords;
  const fresh = (await sheetOf(visit)) ?? sheet;
  return shown(visit, fresh, { typed, refused: say(refusal.values), status: statusOf(refusal.code) });
}

const statusOf = (code: string): number => (code === 'obligation-not-allowed' ? 403 : 409);

interface Shown {
  readonly done?: Done | undefined;
  readonly typed?: Readonly<Partial<Record<ObligationField, string>>>;
  readonly errors?: Readonly<Partial<Record<ObligationField, string>>>;
  readonly refused?: RefusalWords;
  readonly status?: number;
}

async function shown(
  { frame }: SignedVisit,
  sheet: ObligationSheet,
  { done, typed = {}, errors = {}, refused, status = 200 }: Shown,
): Promise<PageAnswer> {
  return {
    status,
    html: obligationPage({
      ...frame,
      ...{ sheet, readerZone: frame.readerZone, formKey: randomUUID(), done, refused, typed, errors },
    }),
  };
}
