import type { FastifyInstance } from 'fastify';
import { fileKind } from '../../../app/files/file-kind.ts';
import { fileName } from '../../../app/files/file-name.ts';
import { openHeld, putAside } from '../../../app/held-mails.ts';
import type { HeldPlace, ListedMail } from '../../../app/ports/opening-mails.ts';
import { typedText } from '../../../app/schemas/values.ts';
import { rungBefore } from '../../../app/telephone/call-evidence.ts';
import { callOf } from '../../../app/telephone/open-by-telephone.ts';
import { isId } from '../../../app/text-field.ts';
import { type StartView, startView } from '../../../app/views/start/start-view.ts';
import { asInstant } from '../../../core/instant.ts';
import { caseSentences, contextFor, type RefusalWords } from '../../../core/message/case.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import {
  heldMailPage,
  heldMailsPage,
  type MailFrame,
  REASON_MAX,
  subjectOf,
} from '../../../portal/held-mails/held-mail-pages.tsx';
import { startPath } from '../../../portal/start/start-form-page.tsx';
import type { Question } from '../../../portal/sure-page.tsx';
import { sendFile } from '../../file-reply.ts';
import { ourLine } from '../../telephone/our-line.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { HELD_MAIL_ROLES, heldMailPath } from '../places.ts';
import { takesAnything } from '../reader-frame.ts';
import { openingRefusalWords } from '../start/opening-refusal.ts';
import { questionOf, sure } from '../sure.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';

/** Mails on one page. */
const LINES_MAX = 25;

/** Mails that came to open a case and wait for the desk: it opens the case for their writer, or puts them aside. */
export function heldMailRoutes(server: FastifyInstance, parts: PageParts): void {
  const at = (
    method: 'GET' | 'POST',
    path: string,
    answer: (visit: SignedVisit) => Promise<PageAnswer>,
  ): void =>
    signedPage(
      server,
      parts,
      { method, path: `/contracts/:contract/mail${path}`, roles: HELD_MAIL_ROLES },
      answer,
    );
  at('GET', '', list);
  at('GET', '/:mail', (visit) => ofMail(visit, (mail) => shown(visit, mail, {})));
  at('GET', '/:mail/files/:file', sendHeldFile);
  at('POST', '/:mail/open', (visit) => ofMail(visit, (mail) => open(visit, mail)));
  at(
    'POST',
    '/:mail/aside',
    sure(
      askAside,
      (visit) => ofMail(visit, (mail) => aside(visit, mail)),
      (visit) => ofMail(visit, (mail) => shown(visit, mail, {})),
    ),
  );
}

async function frameOf({ parts, frame, visitor }: SignedVisit): Promise<MailFrame> {
  const { contract } = visitor.caller;
  const [listed] = await parts.reading.contracts(contract);
  return { ...frame, base: heldMailPath(contract), timeZone: listed?.timeZone ?? 'UTC' };
}

const PLACE = /^(\d{1,16})\.([\w-]{1,100})$/;

function placeIn(text: string): HeldPlace | undefined {
  const [, ms, mailId] = PLACE.exec(text) ?? [];
  return ms === undefined || mailId === undefined ? undefined : { receivedAt: asInstant(Number(ms)), mailId };
}

async function list(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, query } = visit;
  const { contract } = visitor.caller;
  const frame = await frameOf(visit);
  const asked = query.text('after');
  const after = placeIn(asked);
  // A place that is none in this list: it begins at its first page.
  if (asked !== '' && !after) return { seeOther: frame.base };
  const [count, found] = await Promise.all([
    parts.openingMails.heldCount(contract),
    parts.openingMails.held(contract, after, LINES_MAX + 1),
  ]);
  const mails = found.slice(0, LINES_MAX);
  const last = found.length > LINES_MAX ? mails.at(-1) : undefined;
  return {
    html: heldMailsPage({
      ...{ frame, mails, count },
      first: after && frame.base,
      next: last && `${frame.base}?${new URLSearchParams({ after: `${last.receivedAt}.${last.mailId}` })}`,
      takesMail: takesAnything(parts),
      isPutAside: query.text('done') === 'aside',
    }),
  };
}

async function ofMail(
  { parts, params, visitor }: SignedVisit,
  answer: (mail: ListedMail) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const { mail: mailId = '' } = params;
  const found = isId(mailId) ? await parts.openingMails.mail(visitor.caller.contract, mailId) : undefined;
  return found ? answer(found) : 'missing';
}

/** A file of what waits: only whoever decides what becomes of it has it, and only until then. */
async function sendHeldFile({ parts, params, visitor, reply }: SignedVisit): Promise<PageAnswer> {
  const { mail: mailId = '', file: number = '' } = params;
  const key = { contract: visitor.caller.contract, mailId };
  const isNamed = isId(mailId) && /^\d{1,4}$/.test(number);
  const file = isNamed ? await parts.openingMails.file(key, Number(number)) : undefined;
  const kind = file && fileKind(file.bytes);
  if (!file || kind === undefined) return 'missing';
  sendFile(reply, { name: fileName(file.name, kind), kind, bytes: file.bytes });
  return 'sent';
}

interface Shown {
  readonly troubles?: readonly { readonly name: string; readonly error: string }[];
  readonly refused?: RefusalWords;
  readonly status?: number;
}

/** The customer that was chosen; before anybody chose, whose person its writer seems to be. */
function chosenIn({ form, query, request }: SignedVisit, { likely }: ListedMail): string {
  if (form.text('customer') !== '') return form.text('customer');
  const [only, ...others] = likely?.customers ?? [];
  const isAsked = query.names().includes('customer') || request.method === 'POST';
  if (isAsked || !only || others.length > 0) return query.text('customer');
  return only.customerId;
}

const startFor = (visit: SignedVisit, mail: ListedMail): Promise<StartView | undefined> =>
  startView(visit.parts.reading, visit.visitor.caller, chosenIn(visit, mail));

async function shown(
  visit: SignedVisit,
  mail: ListedMail,
  { status = 200, ...said }: Shown,
): Promise<PageAnswer> {
  const { form } = visit;
  const start = await startFor(visit, mail);
  const tracks = Object.keys(start?.rules.tracks ?? {});
  const html = heldMailPage({
    frame: await frameOf(visit),
    mail,
    start,
    typed: {
      reporter: form.text('reporter') || (mail.likely?.personId ?? ''),
      track: form.text('track') || (mail.track ?? (tracks.length === 1 ? (tracks[0] ?? '') : '')),
      reason: form.text('reason').replaceAll(/\r\n?/g, '\n'),
    },
    troubles: said.troubles ?? [],
    refused: said.refused,
    rung: await rungWords(visit, mail, start),
    heldBecause: mail.refusal && start && openingRefusalWords(mail.refusal, start, visit).words,
  });
  return { html, status };
}

/** Whom Ladder rang for a caller before there was a case: what each would say on one, and both its ends. */
async function rungWords(
  { parts, language, frame }: SignedVisit,
  mail: ListedMail,
  start: StartView | undefined,
): Promise<readonly string[]> {
  if (mail.kind !== 'call' || mail.outcome === 'opened') return [];
  const call = await parts.links.answers.transaction((_tx, book) => book.telephone.call(callOf(mail), false));
  const rung = call ? rungBefore(call, language) : [];
  if (!start) return rung.map(({ text }) => text ?? '');
  const sentences = caseSentences(catalogue(language).case, contextFor(start.rules, frame.readerZone));
  return rung.map((event) => `${sentences.event(event)} ${event.text}`);
}

async function open(visit: SignedVisit, mail: ListedMail): Promise<PageAnswer> {
  const { parts, visitor, form, language } = visit;
  const { errors } = catalogue(language).startPage;
  if (mail.outcome !== 'held') return settled(visit, mail.mailId, 'opened');
  const start = await startFor(visit, mail);
  const customer = start?.customer;
  // The page says what is missing.
  if (!start || !customer) return shown(visit, mail, { status: 409 });
  const reporter = start.reporters.find(({ personId }) => personId === form.text('reporter'))?.personId;
  const track = Object.keys(start.rules.tracks).find((one) => one === form.text('track'));
  if (reporter === undefined || track === undefined) {
    const troubles = [
      ...(reporter === undefined ? [{ name: 'reporter', error: errors.reporterMissing }] : []),
      ...(track === undefined ? [{ name: 'track', error: errors.trackMissing }] : []),
    ];
    return shown(visit, mail, { troubles, status: 422 });
  }
  const { answers, letters } = parts.links;
  const done = await openHeld(
    {
      ...{ answers, letters, reading: parts.reading, isDemonstration: parts.isDemonstration },
      isRung: ourLine(parts) !== undefined,
    },
    visitor.caller,
    mail,
    { customer: customer.customerId, reporter, track },
  );
  if (done.is === 'settled') return settled(visit, mail.mailId, 'opened');
  if (done.is === 'opened') return { seeOther: `${startPath(start)}/${encodeURIComponent(done.caseId)}` };
  const { words, status } = openingRefusalWords(done.refusal, start, visit);
  return shown(visit, mail, { refused: words, status });
}

/** It does not wait any more: who did just that is led on as the first time, and who was late is told what came of it. */
async function settled(
  visit: SignedVisit,
  mailId: string,
  meant: ListedMail['outcome'],
): Promise<PageAnswer> {
  const { parts, visitor, language } = visit;
  const { contract, personId } = visitor.caller;
  const mail = await parts.openingMails.mail(contract, mailId);
  if (!mail) return 'missing';
  const isRepeat = mail.outcome === meant && mail.settledBy?.personId === personId;
  if (isRepeat && mail.caseId !== undefined) {
    return { seeOther: `${startPath({ contract })}/${encodeURIComponent(mail.caseId)}` };
  }
  if (isRepeat) return { seeOther: `${heldMailPath(contract)}?done=aside` };
  return shown(visit, mail, { refused: catalogue(language).heldMails.one.settled, status: 409 });
}

const reasonIn = ({ form }: SignedVisit): string => form.text('reason').replaceAll(/\r\n?/g, '\n').trim();

/** What is wrong with the reason for putting a mail aside. */
function reasonProblem(visit: SignedVisit): string | undefined {
  const { heldMails, startPage } = catalogue(visit.language);
  const reason = reasonIn(visit);
  if (reason === '') return heldMails.aside.reasonMissing;
  if (reason.length > REASON_MAX) return heldMails.aside.reasonTooLong({ max: REASON_MAX });
  return typedText.safeParse(reason).success ? undefined : startPage.errors.textUnsound;
}

async function askAside(visit: SignedVisit): Promise<Question | undefined> {
  const { parts, params, visitor, language } = visit;
  const { mail: mailId = '' } = params;
  const { contract } = visitor.caller;
  const mail = isId(mailId) ? await parts.openingMails.mail(contract, mailId) : undefined;
  if (mail?.outcome !== 'held' || reasonProblem(visit) !== undefined) return undefined;
  const { putMailAside } = catalogue(language).sure;
  const back = `${heldMailPath(contract)}/${mailId}`;
  return {
    ...questionOf(putMailAside, { subject: subjectOf(mail, language) }, back),
    written: [reasonIn(visit)],
    typedIn: 'reason',
  };
}

async function aside(visit: SignedVisit, mail: ListedMail): Promise<PageAnswer> {
  const { parts, visitor } = visit;
  if (mail.outcome !== 'held') return settled(visit, mail.mailId, 'putAside');
  const error = reasonProblem(visit);
  if (error !== undefined) return shown(visit, mail, { troubles: [{ name: 'reason', error }], status: 422 });
  const isDone = await putAside(parts.links, visitor.caller, mail, reasonIn(visit));
  if (!isDone) return settled(visit, mail.mailId, 'putAside');
  return { seeOther: `${heldMailPath(visitor.caller.contract)}?done=aside` };
}
