import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { openingAddresses } from '../../../app/opening-address.ts';
import type { AnswerKey } from '../../../app/ports/store.ts';
import { customerCode } from '../../../app/secret.ts';
import { pinSight } from '../../../app/telephone/case-pin.ts';
import { openForCaller } from '../../../app/telephone/open-for-caller.ts';
import { isLine } from '../../../app/text-field.ts';
import { openedView } from '../../../app/views/start/opened-view.ts';
import { type StartView, startView } from '../../../app/views/start/start-view.ts';
import type { RefusalWords } from '../../../core/message/case.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { wordPage } from '../../../portal/frame.tsx';
import { openedPage } from '../../../portal/start/opened-page.tsx';
import {
  type StartTrouble,
  startFormPage,
  startPath,
  type TypedStart,
} from '../../../portal/start/start-form-page.tsx';
import { nobodyCallsPage, startCheckPage, startWhoPage } from '../../../portal/start/start-pages.tsx';
import { ourLine } from '../../telephone/our-line.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { START_ROLES } from '../places.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { openingRefusalWords } from './opening-refusal.ts';
import { type ReadStart, readStart, typedStart } from './start-form.ts';

/** Opening a case: by whoever has the problem, or by the desk for a caller. */
export function startRoutes(server: FastifyInstance, parts: PageParts): void {
  const roles = START_ROLES;
  const path = '/contracts/:contract/start';
  signedPage(server, parts, { method: 'GET', path, roles }, async (visit) => {
    const start = await startFor(visit, visit.query.text('customer'));
    return start ? (blocked(visit, start) ?? formOf(visit, start, {})) : unpublished(visit);
  });
  signedPage(server, parts, { method: 'POST', path, roles }, taken);
  signedPage(server, parts, { method: 'GET', path: `${path}/:caseId`, roles }, opened);
}

const startFor = ({ parts, visitor }: SignedVisit, customer: string): Promise<StartView | undefined> =>
  startView(parts.reading, visitor.caller, customer);

function unpublished({ frame, language }: SignedVisit): PageAnswer {
  return { html: wordPage(frame, catalogue(language).planPage.notPublished), status: 409 };
}

/** What has to be known, or be there, before anything else can be asked. */
function blocked({ frame }: SignedVisit, start: StartView): PageAnswer | undefined {
  if (!start.customer) return { html: startWhoPage({ ...frame, start }) };
  if (start.isOnBehalf && start.reporters.length === 0) return { html: nobodyCallsPage({ ...frame, start }) };
  return undefined;
}

interface Shown {
  readonly troubles?: readonly StartTrouble[];
  readonly refused?: RefusalWords;
  readonly key?: string;
  readonly status?: number;
}

function formOf(visit: SignedVisit, start: StartView, shown: Shown): PageAnswer {
  const { frame, form, parts } = visit;
  const { troubles = [], refused, status = 200 } = shown;
  const key = shown.key ?? keyOf(form.text('key'));
  return {
    html: startFormPage({
      ...{ ...frame, start, typed: typedIn(visit), key, troubles, refused },
      byMail: start.isOnBehalf ? [] : addressesIn(parts, start),
      byTelephone: telephoneFor(parts, start),
    }),
    status,
  };
}

/** The addresses that open a case as well, where mail comes in. */
const addressesIn = ({ openingDomain: mailDomain, mailPlus }: PageParts, { rules, contract }: StartView) =>
  mailDomain === undefined ? [] : openingAddresses(rules, { contract, mailDomain, mailPlus });

/** The number to ring, and the code that says for which customer: the desk reads it to whoever asks for it. */
function telephoneFor(parts: PageParts, { contract, customer }: StartView) {
  const line = ourLine(parts);
  const code = customer && customerCode(parts.secret, { contract, customerId: customer.customerId });
  return line && { number: line.number, takes: line.takes, code };
}

/** What was typed; before anything was, the case that a new one comes after is among its numbers. */
function typedIn({ form, query, request }: SignedVisit): TypedStart {
  const typed = typedStart(form);
  const reference = query.text('reference');
  return request.method === 'GET' && isLine(reference) ? { ...typed, references: reference } : typed;
}

const KEY = /^[\w-]{8,100}$/;

/** The key that a form carries from its first page to its last; a new one where it has none of ours. */
const keyOf = (sent: string): string => (KEY.test(sent) ? sent : randomUUID());

async function taken(visit: SignedVisit): Promise<PageAnswer> {
  const { form, frame, language } = visit;
  const start = await startFor(visit, form.text('customer'));
  if (!start) return unpublished(visit);
  const no = blocked(visit, start);
  if (no) return no;
  const step = form.text('step');
  if (step === 'change') return formOf(visit, start, {});
  const typed = typedStart(form);
  const found = readStart(start, typed, form, language);
  if ('troubles' in found) return formOf(visit, start, { troubles: found.troubles, status: 422 });
  const { read } = found;
  if (step === 'send') return sent(visit, start, read);
  const { references, stated } = read;
  const key = keyOf(form.text('key'));
  return { html: startCheckPage({ ...frame, start, typed, key, references, stated }) };
}

/** On the road, once: a second press finds the case that the first one opened. */
async function sent(visit: SignedVisit, start: StartView, read: ReadStart): Promise<PageAnswer> {
  const { parts, visitor, form } = visit;
  const { stated, ...opening } = read;
  const { store, reading, isDemonstration, links } = parts;
  const tellers = ourLine(parts) && links;
  const answer = await openForCaller(
    { store, reading, isDemonstration, tellers },
    {
      caller: visitor.caller,
      onBehalf: start.isOnBehalf,
      opening: {
        ...opening,
        customer: start.customer?.customerId,
        references: opening.references.length > 0 ? opening.references : undefined,
        practice: opening.practice || undefined,
        statedAt: stated?.at,
      },
      answerKey: answerKeyOf(visit, typedStart(form)),
    },
  );
  if (answer.accepted) return { seeOther: `${startPath(start)}/${encodeURIComponent(answer.caseId)}` };
  const { refusal } = answer;
  if (refusal.code === 'key-used-differently') {
    const refused = catalogue(visit.language).startPage.sentBefore;
    return formOf(visit, start, { refused, key: randomUUID(), status: 409 });
  }
  const { words, status } = openingRefusalWords(refusal, start, visit);
  return formOf(visit, start, { refused: words, status });
}

/** Bound to what was typed, so that the same form is the same case and another one is not. */
function answerKeyOf({ form, visitor: { caller } }: SignedVisit, typed: TypedStart): AnswerKey {
  const request = createHash('sha256').update(JSON.stringify(typed)).digest('hex');
  const { contract, personId } = caller;
  return { contract, caller: `portal/${personId}`, key: keyOf(form.text('key')), request };
}

/** After it was sent: what happens next. A case that is over by now is read on its own page. */
async function opened(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, params, frame } = visit;
  const { contract = '', caseId = '' } = params;
  const found = await openedView(parts.reading, visitor.caller, caseId);
  if (!found)
    return { seeOther: `/contracts/${encodeURIComponent(contract)}/cases/${encodeURIComponent(caseId)}` };
  // Of a case for practice nobody is told a PIN.
  const pinTold = found.open.practice ? undefined : await pinToldWords(visit, caseId);
  return { html: openedPage({ ...frame, contract, opened: found, pinTold }) };
}

/** How whoever the desk has opened a case for, and has no mail, is told its PIN; undefined of everybody else. */
async function pinToldWords(
  { parts, visitor: { caller }, language }: SignedVisit,
  caseId: string,
): Promise<string | undefined> {
  const line = ourLine(parts);
  const sight = line && (await pinSight(line, caller, { contract: caller.contract, caseId }));
  if (!sight?.first) return undefined;
  const { name, telling } = sight.first;
  const { first } = catalogue(language).telephone.pin;
  return telling ? first[telling.means]({ name, number: telling.number }) : first.nobody({ name });
}
