import type { FastifyInstance } from 'fastify';
import { CONTACT_RIGHTS } from '../../../app/authorise.ts';
import { askForChange } from '../../../app/contacts/ask-change.ts';
import { goOnWithChange } from '../../../app/contacts/go-on.ts';
import type { ConfirmedMeans, KeptChange } from '../../../app/ports/contacts.ts';
import type { Person } from '../../../app/ports/contracts.ts';
import { CONTACT_FIELDS, type ContactField } from '../../../core/contact/contact-change.ts';
import { codeMeans } from '../../../core/contact/decide-contact.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { ContactProblem } from '../../../core/message/portal/contacts.ts';
import { changeMeansPage, ownContactPage, usedMeansPage } from '../../../portal/contacts/own-pages.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { ownContactPath, ownRulesPath } from '../places.ts';
import type { PageAnswer, PageRoute, SignedVisit } from '../visit.ts';
import { contactPartsOf } from './contact-visit.ts';

/** One's own numbers and address, changed in one's own session, just proved. */
export function ownContactRoutes(server: FastifyInstance, parts: PageParts): void {
  const at = (
    { method, path, isDangerous }: Omit<PageRoute, 'roles'>,
    answer: (visit: SignedVisit) => Promise<PageAnswer>,
  ) => {
    const route = { method, path: `/contracts/:contract/contacts/own${path}`, roles: CONTACT_RIGHTS.own };
    signedPage(server, parts, isDangerous ? { ...route, isDangerous } : route, answer);
  };
  const isDangerous = true;
  at({ method: 'GET', path: '' }, overview);
  at({ method: 'GET', path: '/:field', isDangerous }, (visit) => withField(visit, ask));
  at({ method: 'POST', path: '/:field', isDangerous }, (visit) => withField(visit, begin));
  at({ method: 'POST', path: '/:field/code', isDangerous }, (visit) => withField(visit, enterCode));
  at({ method: 'POST', path: '/:field/take-back', isDangerous }, (visit) => withField(visit, takeBack));
}

/** More than somebody can ask for while any of it is open. */
const HISTORY_MAX = 50;

interface Own {
  readonly person: Person | undefined;
  readonly confirmed: ConfirmedMeans;
  /** Changes that are not over. */
  readonly open: readonly KeptChange[];
  readonly timeZone: string;
}

async function ownOf({ parts, visitor }: SignedVisit): Promise<Own> {
  const { contract, personId } = visitor.caller;
  const [listed] = await parts.reading.contracts(contract);
  return parts.contractsFor({ kind: 'person', personId }).transaction(async (tx) => {
    const [person] = await tx.people(contract, [personId]);
    const changes = await tx.contactChangesOf(contract, personId, HISTORY_MAX);
    const open = changes.filter(({ state: { status } }) => status === 'waiting' || status === 'frozen');
    const confirmed = (await tx.confirmedMeans(contract, [personId])).get(personId) ?? {};
    return { person, confirmed, open, timeZone: listed?.timeZone ?? 'UTC' };
  });
}

const frameOf = ({ frame, visitor }: SignedVisit, { timeZone }: Own) => ({
  ...frame,
  base: ownContactPath(visitor.caller.contract),
  timeZone,
});

async function overview(visit: SignedVisit): Promise<PageAnswer> {
  const own = await ownOf(visit);
  const { person, confirmed, open } = own;
  if (!person) return 'missing';
  const meansOf = (field: ContactField) => {
    const found = open.find(({ state }) => state.field === field);
    const status = found?.state.status === 'frozen' ? ('frozen' as const) : ('waiting' as const);
    return {
      value: person[field],
      confirmedAt: confirmed[field],
      open: found && { status, value: found.newValue ?? '' },
    };
  };
  const words = catalogue(visit.language).contacts.own;
  return {
    html: ownContactPage({
      frame: frameOf(visit, own),
      means: { email: meansOf('email'), office: meansOf('office'), mobile: meansOf('mobile') },
      rulesPath: ownRulesPath(visit.visitor.caller.contract),
      done: visit.query.text('done') === 'takenBack' ? words.takenBack : undefined,
    }),
  };
}

function withField(
  visit: SignedVisit,
  answer: (visit: SignedVisit, field: ContactField, problem?: ContactProblem) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const field = CONTACT_FIELDS.find((one) => one === visit.params.field);
  return field === undefined ? Promise.resolve('missing') : answer(visit, field);
}

async function ask(visit: SignedVisit, field: ContactField, problem?: ContactProblem): Promise<PageAnswer> {
  const own = await ownOf(visit);
  const waiting = own.open.find(({ state }) => state.field === field && state.status === 'waiting');
  const html = changeMeansPage({
    ...{ frame: frameOf(visit, own), field, problem },
    value: own.person?.[field],
    waiting:
      waiting?.newValue === undefined ? undefined : { value: waiting.newValue, codeBy: waiting.state.codeBy },
    typed: visit.form.text('value'),
    codeMeans: codeMeans(field, visit.parts.links.letters.carriers),
    chosen: visit.form.text('by'),
  });
  return { html, status: problem ? 422 : 200 };
}

const partsOf = ({ parts, visitor }: SignedVisit) =>
  contactPartsOf(parts, { ...visitor.caller, contractTitle: visitor.contractTitle });

async function begin(visit: SignedVisit, field: ContactField): Promise<PageAnswer> {
  const { personId, contract } = visit.visitor.caller;
  const value = visit.form.text('value').trim();
  const asked = await askForChange(partsOf(visit), {
    ...{ personId, field, value },
    codeBy: visit.form.text('by'),
  });
  if ('problem' in asked) return ask(visit, field, asked.problem);
  return { seeOther: `${ownContactPath(contract)}/${field}` };
}

/** Goes on with the change of a field that waits. */
async function goOn(
  visit: SignedVisit,
  field: ContactField,
  asked: { readonly type: 'enterCode'; readonly code: string } | { readonly type: 'takeBack' },
) {
  const { personId: by } = visit.visitor.caller;
  const { open } = await ownOf(visit);
  const waiting = open.find(({ state }) => state.field === field && state.status === 'waiting');
  if (!waiting) return { problem: 'notWaiting' as const };
  const gone = await goOnWithChange(partsOf(visit), waiting.change, { ...asked, by });
  return gone ?? { problem: 'notWaiting' as const };
}

async function enterCode(visit: SignedVisit, field: ContactField): Promise<PageAnswer> {
  const gone = await goOn(visit, field, { type: 'enterCode', code: visit.form.text('code') });
  if ('problem' in gone) return ask(visit, field, gone.problem);
  const { newValue = '', contract } = gone.kept;
  const frame = { ...visit.frame, base: ownContactPath(contract), timeZone: 'UTC' };
  return { html: usedMeansPage({ frame, field, value: newValue }) };
}

async function takeBack(visit: SignedVisit, field: ContactField): Promise<PageAnswer> {
  const gone = await goOn(visit, field, { type: 'takeBack' });
  if ('problem' in gone) return ask(visit, field, gone.problem);
  return { seeOther: `${ownContactPath(visit.visitor.caller.contract)}?done=takenBack` };
}
