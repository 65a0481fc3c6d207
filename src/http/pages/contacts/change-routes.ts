import type { FastifyInstance } from 'fastify';
import { CONTACT_RIGHTS, judgesContactsFor } from '../../../app/authorise.ts';
import { type GoneOn, goOnWithChange } from '../../../app/contacts/go-on.ts';
import type { KeptChange } from '../../../app/ports/contacts.ts';
import type { Verdict } from '../../../core/contact/contact-change.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { ContactProblem } from '../../../core/message/portal/contacts.ts';
import { OTHER_PARTY } from '../../../core/publication/draft-state.ts';
import { contactChangePage, contactChangesPage } from '../../../portal/contacts/changes-pages.tsx';
import type { Question } from '../../../portal/sure-page.tsx';
import { LINES_MAX, numberIn, pagedByNumber } from '../admin/administrator-page.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { contactChangesPath } from '../places.ts';
import { questionOf, sure } from '../sure.ts';
import type { PageAnswer, PageRoute, SignedVisit } from '../visit.ts';
import { contactPartsOf } from './contact-visit.ts';

/** Changes of numbers and addresses, for those who watch over them, ring new numbers, or decide what was held up. */
export function contactChangeRoutes(server: FastifyInstance, parts: PageParts): void {
  const at = (
    route: Omit<PageRoute, 'path'>,
    path: string,
    answer: (visit: SignedVisit) => Promise<PageAnswer>,
  ) => signedPage(server, parts, { ...route, path: `/contracts/:contract/contacts/changed${path}` }, answer);
  const { see, call, judge } = CONTACT_RIGHTS;
  at({ method: 'GET', roles: see }, '', list);
  at({ method: 'GET', roles: see }, '/:change', (visit) => show(visit, undefined));
  at({ method: 'POST', roles: call, isDangerous: true }, '/:change/call', recordCall);
  at({ method: 'POST', roles: judge, isDangerous: true }, '/:change/judge', sure(askVerdict, sayVerdict));
}

async function frameOf({ parts, frame, visitor }: SignedVisit) {
  const { contract } = visitor.caller;
  const [listed] = await parts.reading.contracts(contract);
  const timeZone = listed?.timeZone ?? 'UTC';
  return { ...frame, base: contactChangesPath(contract), timeZone, readerZone: frame.readerZone };
}

interface Found {
  readonly changes: readonly KeptChange[];
  /** People by id, as they are called today. */
  readonly names: ReadonlyMap<string, string>;
}

function found(
  { parts, visitor }: SignedVisit,
  changesIn: (
    tx: Parameters<Parameters<ReturnType<PageParts['contractsFor']>['transaction']>[0]>[0],
  ) => Promise<readonly KeptChange[]>,
): Promise<Found> {
  const { contract, personId } = visitor.caller;
  return parts.contractsFor({ kind: 'person', personId }).transaction(async (tx) => {
    const changes = await changesIn(tx);
    const ids = changes.flatMap(({ state, events }) => [
      state.personId,
      ...events.flatMap((event) => ('by' in event ? [event.by] : [])),
    ]);
    const people = await tx.people(contract, [...new Set(ids)]);
    return { changes, names: new Map(people.map(({ personId: id, name = id }) => [id, name])) };
  });
}

const shownOf = ({ change, oldValue, newValue, state }: KeptChange, names: Found['names']) => ({
  ...{ change, oldValue, newValue, state },
  name: names.get(state.personId) ?? state.personId,
});

async function list(visit: SignedVisit): Promise<PageAnswer> {
  const { contract } = visit.visitor.caller;
  const page = { before: numberIn(visit), max: LINES_MAX + 1 };
  const { changes, names } = await found(visit, (tx) => tx.contactChanges(contract, page));
  const { shown, older } = pagedByNumber(changes, contactChangesPath(contract), ({ change }) => change);
  const frame = await frameOf(visit);
  return { html: contactChangesPage({ frame, changes: shown.map((one) => shownOf(one, names)), older }) };
}

/** As long as a number of a change can be. */
const NUMBER = /^[1-9]\d{0,8}$/;

const numberOf = ({ params }: SignedVisit): number | undefined =>
  NUMBER.test(params.change ?? '') ? Number(params.change) : undefined;

async function show(visit: SignedVisit, problem: ContactProblem | undefined): Promise<PageAnswer> {
  const { visitor, query } = visit;
  const { caller } = visitor;
  const number = numberOf(visit);
  if (number === undefined) return 'missing';
  const { changes, names } = await found(visit, async (tx) => {
    const one = await tx.contactChange(caller.contract, number);
    return one ? [one] : [];
  });
  const [kept] = changes;
  if (!kept) return 'missing';
  const { personId, status, codeBy } = kept.state;
  const isOthers = personId !== caller.personId;
  const isOf = (roles: readonly string[]) => caller.grants.some(({ role }) => roles.includes(role));
  const html = contactChangePage({
    frame: await frameOf(visit),
    shown: shownOf(kept, names),
    events: kept.events,
    names,
    may: {
      call: isOthers && status === 'waiting' && codeBy === undefined && isOf(CONTACT_RIGHTS.call),
      judge: isOthers && status === 'frozen' && isOf(CONTACT_RIGHTS.judge),
    },
    problem,
    isSaved: query.text('done') !== '',
  });
  return { html, status: problem ? 422 : 200 };
}

const partsOf = ({ parts, visitor }: SignedVisit) =>
  contactPartsOf(parts, { ...visitor.caller, contractTitle: visitor.contractTitle });

async function done(
  visit: SignedVisit,
  give: (number: number) => Promise<GoneOn | undefined>,
): Promise<PageAnswer> {
  const number = numberOf(visit);
  const gone = number === undefined ? undefined : await give(number);
  if (!gone) return 'missing';
  if ('problem' in gone) return show(visit, gone.problem);
  return { seeOther: `${contactChangesPath(visit.visitor.caller.contract)}/${number}?done=1` };
}

const recordCall = (visit: SignedVisit): Promise<PageAnswer> =>
  done(visit, (number) =>
    goOnWithChange(partsOf(visit), number, { type: 'recordCall', by: visit.visitor.caller.personId }),
  );

const verdictIn = ({ form }: SignedVisit): Verdict | undefined =>
  (['use', 'keep'] as const).find((one) => one === form.text('verdict'));

/** Of a change that is held up; of any other there is nothing to decide. */
async function askVerdict(visit: SignedVisit): Promise<Question | undefined> {
  const { contract } = visit.visitor.caller;
  const [number, verdict, party] = [
    numberOf(visit),
    verdictIn(visit),
    judgesContactsFor(visit.visitor.caller),
  ];
  if (number === undefined || !verdict || !party) return undefined;
  const { changes, names } = await found(visit, async (tx) => {
    const one = await tx.contactChange(contract, number);
    return one ? [one] : [];
  });
  const [kept] = changes;
  if (kept?.state.status !== 'frozen') return undefined;
  const { contacts, sure: words } = catalogue(visit.language);
  const { oldValue, newValue, state } = kept;
  const said = {
    name: names.get(state.personId) ?? state.personId,
    value: (verdict === 'use' ? newValue : oldValue) ?? contacts.none,
    isLast: state.judged[OTHER_PARTY[party]]?.verdict === verdict,
  };
  return questionOf(words.judge[verdict], said, `${contactChangesPath(contract)}/${number}`);
}

async function sayVerdict(visit: SignedVisit): Promise<PageAnswer> {
  const { caller } = visit.visitor;
  const party = judgesContactsFor(caller);
  const verdict = verdictIn(visit);
  if (!party) return 'missing';
  if (!verdict) return show(visit, 'missing');
  return done(visit, (number) =>
    goOnWithChange(partsOf(visit), number, { type: 'judge', by: caller.personId, party, verdict }),
  );
}
