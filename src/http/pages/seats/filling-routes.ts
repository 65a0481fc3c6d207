import type { FastifyInstance } from 'fastify';
import { SEAT_RIGHTS } from '../../../app/authorise.ts';
import { isSound } from '../../../app/schemas/values.ts';
import { decideOnFilling, holdUpFilling } from '../../../app/seats/fill-seat.ts';
import { fillingsPath } from '../../../app/seats/seat-paths.ts';
import { hashOf } from '../../../app/secret.ts';
import { agreedPlan } from '../../../app/views/plan/agreed-plan.ts';
import type { RefusalWords } from '../../../core/message/case.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { FillingRefusals } from '../../../core/seat/decide.ts';
import { isToDecide } from '../../../core/seat/state.ts';
import { wordPage } from '../../../portal/frame.tsx';
import {
  fillingPage,
  fillingsPage,
  heldUpPage,
  holdUpPage,
  SEAT_TEXT_MAX,
} from '../../../portal/seats/seats-pages.tsx';
import type { Question } from '../../../portal/sure-page.tsx';
import { LINES_MAX, numberIn, pagedByNumber } from '../admin/administrator-page.ts';
import { linkFrame } from '../guards.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage, signedPage } from '../page-route.ts';
import { questionOf, sure } from '../sure.ts';
import type { PageAnswer, SignedVisit, Visit } from '../visit.ts';
import { seatsFrame } from './seat-routes.ts';

/** Who was put into seats, oversight's word about it, and the link by which the former holder holds it up. */
export function fillingRoutes(server: FastifyInstance, parts: PageParts): void {
  const path = '/contracts/:contract/contacts/filled';
  const { see, decide } = SEAT_RIGHTS;
  signedPage(server, parts, { method: 'GET', roles: see, path }, list);
  signedPage(server, parts, { method: 'GET', roles: see, path: `${path}/:filling` }, (visit) =>
    show(visit, undefined),
  );
  signedPage(
    server,
    parts,
    { method: 'POST', roles: decide, path: `${path}/:filling/decide`, isDangerous: true },
    sure(askVerdict, sayVerdict),
  );
  openPage(server, parts, { method: 'GET', path: '/seat-filling/:token' }, look);
  openPage(server, parts, { method: 'POST', path: '/seat-filling/:token' }, holdUp);
}

/** What each seat is called in the plan in force. */
async function titles({ parts, visitor }: SignedVisit): Promise<(seat: string) => string> {
  const plan = await agreedPlan(parts.reading, visitor.caller.contract);
  return (seat) => plan?.rules.seats[seat]?.title ?? seat;
}

const namesOf = (
  { parts, visitor }: SignedVisit,
  ids: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> =>
  parts.reading.namesOf(
    visitor.caller.contract,
    ids.filter((id) => id !== undefined),
  );

async function list(visit: SignedVisit): Promise<PageAnswer> {
  const { contract } = visit.visitor.caller;
  const found = await visit.parts.fillings.list(contract, { before: numberIn(visit), max: LINES_MAX + 1 });
  const { shown, older } = pagedByNumber(found, fillingsPath(contract), ({ filling }) => filling);
  const titleOf = await titles(visit);
  const html = fillingsPage({
    ...{ frame: await seatsFrame(visit), older },
    names: await namesOf(
      visit,
      shown.map(({ state }) => state.filling.holder),
    ),
    fillings: shown.map(({ filling, state }) => ({ filling, state, seat: titleOf(state.filling.seat) })),
  });
  return { html };
}

const NUMBER = /^[1-9]\d{0,8}$/;

const numberOf = ({ params }: SignedVisit): number | undefined =>
  NUMBER.test(params.filling ?? '') ? Number(params.filling) : undefined;

async function found(visit: SignedVisit) {
  const filling = numberOf(visit);
  return filling === undefined
    ? undefined
    : visit.parts.fillings.one({ contract: visit.visitor.caller.contract, filling });
}

async function show(visit: SignedVisit, problem: RefusalWords | undefined): Promise<PageAnswer> {
  const { visitor, query, form } = visit;
  const one = await found(visit);
  if (!one) return 'missing';
  const { filling, state, events } = one;
  const ids = events.flatMap((event) => [event.by, ...(event.type === 'NoticeFailed' ? [event.whom] : [])]);
  const { holder, before } = state.filling;
  const html = fillingPage({
    ...{ frame: await seatsFrame(visit), events, problem, typed: form.text('text') },
    names: await namesOf(visit, [...ids, holder, before]),
    shown: { filling, state, seat: (await titles(visit))(state.filling.seat) },
    mayDecide:
      isToDecide(state) && visitor.caller.grants.some(({ role }) => SEAT_RIGHTS.decide.includes(role)),
    isSaved: query.text('done') !== '',
  });
  return { html, status: problem ? 422 : 200 };
}

const verdictIn = ({ form }: SignedVisit) =>
  (['agree', 'refuse'] as const).find((one) => one === form.text('verdict'));

const textIn = ({ form }: SignedVisit): string => form.text('text').replaceAll(/\r\n?/g, '\n').trim();

function problemOf(visit: SignedVisit): RefusalWords | undefined {
  const { problems, refusals } = catalogue(visit.language).seats;
  const text = textIn(visit);
  if (text.length > SEAT_TEXT_MAX || !isSound(text)) return problems.textInvalid;
  return verdictIn(visit) === 'refuse' && text === '' ? refusals['seat-filling-reason-missing'] : undefined;
}

async function askVerdict(visit: SignedVisit): Promise<Question | undefined> {
  const one = await found(visit);
  const verdict = verdictIn(visit);
  if (!one || !verdict || !isToDecide(one.state) || problemOf(visit)) return undefined;
  const { holder, before, seat } = one.state.filling;
  const names = await namesOf(visit, [holder, before]);
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : (names.get(id) ?? id));
  return questionOf(
    catalogue(visit.language).sure.seatVerdict[verdict],
    { seat: (await titles(visit))(seat), holder: nameOf(holder), before: nameOf(before) },
    `${fillingsPath(one.contract)}/${one.filling}`,
  );
}

async function sayVerdict(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, language } = visit;
  const { contract, personId } = visitor.caller;
  const [filling, verdict] = [numberOf(visit), verdictIn(visit)];
  if (filling === undefined) return 'missing';
  const problem = verdict ? problemOf(visit) : catalogue(language).seats.problems.verdictMissing;
  if (problem || !verdict) return show(visit, problem);
  const contracts = parts.contractsFor({ kind: 'person', personId });
  const given = await decideOnFilling({ contracts, contract }, filling, {
    ...{ by: personId, verdict, text: textIn(visit) },
  });
  if (!given) return 'missing';
  if (!given.accepted) return show(visit, catalogue(language).seats.refusals[given.refusal.code]);
  return { seeOther: `${fillingsPath(contract)}/${filling}?done=1` };
}

/** Looking changes nothing. */
async function look({ parts, params, request, frame }: Visit): Promise<PageAnswer> {
  const contracts = parts.contractsFor({ kind: 'terminal' });
  const key = await contracts.transaction((tx) => tx.fillings.byHold(hashOf(params.token ?? '')));
  const around = { ...linkFrame(parts, request), language: frame.language };
  return key ? { html: holdUpPage(around, request.url) } : dead(around, 'seat-filling-unknown');
}

async function holdUp({ parts, params, request, frame }: Visit): Promise<PageAnswer> {
  const around = { ...linkFrame(parts, request), language: frame.language };
  const held = await holdUpFilling(parts.contractsFor({ kind: 'terminal' }), params.token ?? '');
  if (!held) return dead(around, 'seat-filling-unknown');
  if (held.accepted) return { html: heldUpPage(around) };
  return dead(around, held.refusal.code);
}

const dead = (frame: ReturnType<typeof linkFrame>, code: keyof FillingRefusals): PageAnswer => ({
  html: wordPage(frame, catalogue(frame.language).seats.refusals[code]),
  status: 410,
});
