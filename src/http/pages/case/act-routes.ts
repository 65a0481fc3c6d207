import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { authorise, ownershipOf } from '../../../app/authorise.ts';
import { CaseFailed } from '../../../app/case-failed.ts';
import { handle, type Request } from '../../../app/handle.ts';
import { ACTS, type Act, actNamed } from '../../../app/views/case/acts.ts';
import { type CaseSheet, caseSheet } from '../../../app/views/case/case-sheet.ts';
import type { Offer } from '../../../app/views/case/offers.ts';
import { openPart } from '../../../app/views/case-view.ts';
import { sightOf } from '../../../app/views/sight.ts';
import { parseInstant } from '../../../core/instant.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { type ActView, actPage } from '../../../portal/case/act-page.tsx';
import { casePath } from '../../../portal/case/case-view.ts';
import { wordPage } from '../../../portal/frame.tsx';
import { formKey } from '../form-key.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { Fields, PageAnswer, SignedVisit } from '../visit.ts';
import { payloadOf, readAct, targetOf } from './act-form.ts';
import { happenedSince, refusalWords, statusOf, troubleWords } from './act-words.ts';

/** Each thing that may be done to a case: its page, and where its form is sent. */
export function actRoutes(server: FastifyInstance, parts: PageParts, path: string): void {
  signedPage(server, parts, { method: 'GET', path: `${path}/acts/:act` }, showAct);
  signedPage(server, parts, { method: 'POST', path: `${path}/acts/:act` }, doAct);
}

/** Which form of an act is meant. */
interface Meant {
  readonly act: Act;
  readonly onBehalf: boolean;
  readonly isEarly: boolean;
  readonly given: Fields;
}

function meantBy({ params }: SignedVisit, given: Fields): Meant | undefined {
  const act = actNamed(params.act ?? '');
  if (!act) return undefined;
  return { act, given, onBehalf: given.text('behalf') === '1', isEarly: given.text('early') === '1' };
}

async function showAct(visit: SignedVisit): Promise<PageAnswer> {
  const meant = meantBy(visit, visit.query);
  const sheet = meant && (await sheetFor(visit));
  if (!sheet || !isTheirs(visit, sheet, meant)) return 'missing';
  const offer = offerFor(sheet, meant);
  const refused = offer ? undefined : notNow(visit, sheet, meant);
  return shown(visit, sheet, meant, { offer, refused, status: offer ? 200 : 409 });
}

async function sheetFor({ parts, visitor, params }: SignedVisit): Promise<CaseSheet | undefined> {
  const { contract = '', caseId = '' } = params;
  return caseSheet(parts.reading, { caller: visitor.caller, key: { contract, caseId } });
}

/** Whether an act is for somebody like this reader at all: to anybody else its page does not exist. */
const isTheirs = ({ visitor }: SignedVisit, { state, now }: CaseSheet, { act, onBehalf }: Meant): boolean =>
  authorise(visitor.caller, act, ownershipOf(state, now), onBehalf).allowed;

function offerFor({ offers }: CaseSheet, { act, onBehalf, isEarly, given }: Meant): Offer | undefined {
  const target = targetOf(act, given);
  const name = ACTS[act].target;
  return offers.find(
    (one) =>
      one.command === act &&
      one.onBehalf === onBehalf &&
      (one.choices.reasons !== undefined) === isEarly &&
      (name === undefined || one.target[name] === target[name]),
  );
}

/** Why something is not possible now that is this reader's to do. */
function notNow(visit: SignedVisit, sheet: CaseSheet, { act, given }: Meant): ActView['refused'] {
  const { level } = targetOf(act, given);
  const known = act === 'escalate' ? sheet.notYet.find((one) => one.level === level) : undefined;
  if (sheet.isSetAside) {
    const { caseId } = sheet.key;
    return refusalWords({ code: 'case-set-aside', values: { caseId } }, sheet, visit);
  }
  return known ? refusalWords(known.refusal, sheet, visit) : refusalWords(undefined, sheet, visit);
}

interface Shown {
  readonly offer: Offer | undefined;
  readonly refused?: ActView['refused'];
  readonly errors?: ActView['errors'];
  readonly happened?: readonly string[];
  readonly status: number;
}

function shown(
  { frame, visitor }: SignedVisit,
  sheet: CaseSheet,
  { act, given }: Meant,
  { offer, refused, errors = [], happened = [], status }: Shown,
): PageAnswer {
  const typed = Object.fromEntries(given.names().map((name) => [name, given.text(name)]));
  const { contractTitle } = visitor;
  const { readerZone } = frame;
  const made = { sheet, contractTitle, readerZone, formKey: randomUUID() };
  return { status, html: actPage({ ...frame, ...made, act, offer, typed, refused, errors, happened }) };
}

async function doAct(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, params, form, frame, language } = visit;
  const meant = meantBy(visit, form);
  const { contract = '', caseId = '' } = params;
  const found = meant && (await parts.reading.case({ contract, caseId }, sightOf(visitor.caller)));
  if (!found) return 'missing';
  const read = readAct(meant.act, form, openPart(found.state).revision.timeZone);
  const request = read.body && (await requestOf(visit, meant, read.body));
  if (read.troubles || !request) return mistaken(visit, meant, read.troubles ?? []);
  const [answer] = await handle(parts.store, [{ ...request, key: found.key }]);
  if (!answer) throw new Error('one request has one answer');
  if (answer.accepted) {
    const done = `${meant.act}.${answer.from}.${answer.to}`;
    return { seeOther: `${casePath({ key: found.key })}?done=${done}` };
  }
  const { refusal } = answer;
  if (refusal.code === 'case-not-found') return 'missing';
  const sheet = await sheetFor(visit).catch(whereShown);
  if (!sheet) return 'missing';
  if (sheet === UNSHOWN) {
    const words = catalogue(language).casePage.refusals['case-set-aside'];
    return { status: 503, html: wordPage(frame, words, form.text('text')) };
  }
  const happened =
    refusal.code === 'case-changed' ? await happenedSince(visit, found, refusal.values.expected) : [];
  const offer = offerFor(sheet, meant);
  const refused = refusalWords(refusal, sheet, visit);
  return shown(visit, sheet, meant, { offer, refused, happened, status: statusOf(refusal.code) });
}

const UNSHOWN = 'unshown';

/** A case set aside whose page cannot be made either. */
function whereShown(error: unknown): typeof UNSHOWN {
  if (error instanceof CaseFailed) return UNSHOWN;
  throw error;
}

/** A form that is not filled in as it should be: it comes back as it was typed. */
async function mistaken(
  visit: SignedVisit,
  meant: Meant,
  troubles: readonly Parameters<typeof troubleWords>[0][],
): Promise<PageAnswer> {
  const sheet = await sheetFor(visit);
  if (!sheet || !isTheirs(visit, sheet, meant)) return 'missing';
  const offer = offerFor(sheet, meant);
  const errors = troubles.map((one) => ({
    field: one.field,
    error: troubleWords(one, sheet, visit.language),
  }));
  const refused = offer ? undefined : notNow(visit, sheet, meant);
  return shown(visit, sheet, meant, { offer, refused, errors, status: 422 });
}

/** The form as a command on the road; undefined where it names a revision that no case may move to. */
async function requestOf(
  { parts, visitor: { caller }, form }: SignedVisit,
  { act, onBehalf }: Meant,
  body: Readonly<Record<string, unknown>>,
): Promise<Omit<Request, 'key'> | undefined> {
  const { revision, ...rest } = payloadOf(body, parseInstant);
  const rules =
    revision === undefined ? undefined : await publishedRules(parts, caller.contract, Number(revision));
  if (revision !== undefined && !rules) return undefined;
  const given = { ...rest, ...(rules && { revision: rules }) };
  const expected = /^\d{1,9}$/.exec(form.text('expected'))?.[0];
  const answerKey = formKey(form.text('key'), caller, JSON.stringify([act, onBehalf, body]));
  return {
    // The form was read by the schema of its command, field by field.
    command: { ...given, type: act, by: caller.personId, over: caller.over } as unknown as Request['command'],
    caller,
    onBehalf,
    ...(expected !== undefined && { expected: Number(expected) }),
    ...(answerKey && { answerKey }),
  };
}

async function publishedRules({ reading }: PageParts, contract: string, number: number) {
  const known = (await reading.revisions(contract)).find((one) => one.number === number);
  return known?.state === 'published' ? reading.rules(contract, number) : undefined;
}
