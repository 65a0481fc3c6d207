import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { SEAT_RIGHTS } from '../../../app/authorise.ts';
import type { Person } from '../../../app/ports/contracts.ts';
import { isSound } from '../../../app/schemas/values.ts';
import { conflictingRole, seatRoles } from '../../../app/seat-roles.ts';
import { fillSeat, type SeatHolder, type SeatParts } from '../../../app/seats/fill-seat.ts';
import { fillingsPath, seatsPath } from '../../../app/seats/seat-paths.ts';
import { type AgreedPlan, agreedPlan } from '../../../app/views/plan/agreed-plan.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { SeatProblem } from '../../../core/message/portal/seats.ts';
import {
  fillSeatPage,
  SEAT_TEXT_MAX,
  seatsPage,
  type TypedSeat,
} from '../../../portal/seats/seats-pages.tsx';
import type { Question } from '../../../portal/sure-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { questionOf, sure } from '../sure.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';

/** Who fills the seats of the plan in force, named by the program manager at any hour. */
export function seatRoutes(server: FastifyInstance, parts: PageParts): void {
  const path = '/contracts/:contract/contacts/seats';
  const { see, fill } = SEAT_RIGHTS;
  signedPage(server, parts, { method: 'GET', roles: see, path }, list);
  // Whoever fills a seat is told of cases from then on, and may sign in.
  const one = { roles: fill, path: `${path}/:seat`, isDangerous: true } as const;
  signedPage(server, parts, { method: 'GET', ...one }, (visit) => ask(visit, undefined));
  signedPage(server, parts, { method: 'POST', ...one }, sure(askSure, take));
}

/** What stands around pages about seats. */
export async function seatsFrame({ parts, frame, visitor }: SignedVisit) {
  const { contract } = visitor.caller;
  const [listed] = await parts.reading.contracts(contract);
  return {
    ...{ ...frame, timeZone: listed?.timeZone ?? 'UTC' },
    ...{ seatsPath: seatsPath(contract), fillingsPath: fillingsPath(contract) },
  };
}

const isOf = ({ visitor }: SignedVisit, roles: readonly string[]): boolean =>
  visitor.caller.grants.some(({ role }) => roles.includes(role));

/** Names of those who fill seats, by seat. */
async function holders({ parts, visitor }: SignedVisit): Promise<ReadonlyMap<string, string>> {
  const filled = await parts.lists.seats(visitor.caller.contract);
  return new Map(filled.map(({ seat, personId, name = personId }) => [seat, name]));
}

async function list(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor } = visit;
  const { contract } = visitor.caller;
  const plan = await agreedPlan(parts.reading, contract);
  if (!plan) return 'missing';
  const filled = await holders(visit);
  const fillings = await parts.fillings.current(contract);
  const mayFill = isOf(visit, SEAT_RIGHTS.fill);
  const seats = Object.values(plan.rules.seats)
    .filter(({ kind }) => kind !== 'directory')
    .map(({ id, title }) => {
      const current = fillings.get(id);
      return {
        ...{ seat: id, title, levels: levelsOf(plan, id), holder: filled.get(id) },
        filling: current && { number: current.filling, state: current.state },
        canFill: mayFill && isContractors(plan, id),
      };
    })
    .sort((a, b) => (a.levels[0] ?? 99) - (b.levels[0] ?? 99) || a.title.localeCompare(b.title, 'en'));
  return { html: seatsPage(await seatsFrame(visit), seats) };
}

const levelsOf = ({ rules }: AgreedPlan, seat: string): readonly number[] =>
  rules.levels.flatMap(({ number, reach, otherwise }) =>
    [...reach, ...otherwise].includes(seat) ? [number] : [],
  );

/** Of a plan whose text was erased nobody can tell any more what a seat is. */
const isContractors = ({ written }: AgreedPlan, seat: string): boolean =>
  written !== undefined && !(seatRoles(written).get(seat) ?? []).includes('oversight');

const typedIn = ({ form }: SignedVisit): TypedSeat => ({
  who: form.text('who'),
  person: form.text('person'),
  id: form.text('id').trim(),
  name: form.text('name').trim(),
  title: form.text('title').trim(),
  email: form.text('email').trim(),
  office: form.text('office').trim(),
  mobile: form.text('mobile').trim(),
  reason: form.text('reason').replaceAll(/\r\n?/g, '\n').trim(),
});

async function ask(visit: SignedVisit, problem: SeatProblem | undefined): Promise<PageAnswer> {
  const { parts, visitor, params } = visit;
  const { contract } = visitor.caller;
  const plan = await agreedPlan(parts.reading, contract);
  const seat = plan?.rules.seats[params.seat ?? ''];
  if (!plan || !seat || seat.kind === 'directory' || !isContractors(plan, seat.id)) return 'missing';
  const people = (await peopleOf(visit)).filter(isOfContractor);
  const html = fillSeatPage({
    frame: await seatsFrame(visit),
    seat: { seat: seat.id, title: seat.title, holder: (await holders(visit)).get(seat.id) },
    people: people.map(({ personId, name = personId }) => ({ personId, name })),
    typed: typedIn(visit),
    problem,
  });
  return { html, status: problem ? 422 : 200 };
}

/** A contractor of more people has them filled in by its administrators. */
const PEOPLE_MAX = 1_000;

const peopleOf = ({ parts, visitor }: SignedVisit): Promise<readonly Person[]> => {
  const { contract, personId } = visitor.caller;
  return parts
    .contractsFor({ kind: 'person', personId })
    .transaction((tx) => tx.peoplePage(contract, { after: '', max: PEOPLE_MAX }));
};

/** Whom nothing keeps out of a seat of the contractor, and who was not erased. */
const isOfContractor = ({ roles, erasedAt }: Person): boolean =>
  erasedAt === undefined &&
  conflictingRole(
    'contact',
    roles.map(({ role }) => role),
  ) === undefined;

function holderIn({ who, person, id, ...rest }: TypedSeat): SeatHolder | undefined {
  if (who === 'nobody') return { is: 'nobody' };
  if (who === 'person') return { is: 'person', personId: person };
  return who === 'new' ? { is: 'new', personId: id, ...rest } : undefined;
}

/** What is wrong before it is asked of the road. */
function problemOf(typed: TypedSeat): SeatProblem | undefined {
  const { who, person, reason } = typed;
  if (!holderIn(typed) || (who === 'person' && person === '')) return 'holderMissing';
  if (reason === '') return 'reasonMissing';
  return reason.length > SEAT_TEXT_MAX || !isSound(reason) ? 'textInvalid' : undefined;
}

async function askSure(visit: SignedVisit): Promise<Question | undefined> {
  const { parts, visitor, params, language } = visit;
  const { contract } = visitor.caller;
  const typed = typedIn(visit);
  const plan = await agreedPlan(parts.reading, contract);
  const seat = plan?.rules.seats[params.seat ?? ''];
  if (!seat || problemOf(typed)) return undefined;
  const people = await peopleOf(visit);
  const { is } = holderIn(typed) ?? { is: 'nobody' };
  const known = people.find(({ personId }) => personId === typed.person);
  const holder = is === 'new' ? typed.name : is === 'person' ? (known?.name ?? typed.person) : undefined;
  return questionOf(
    catalogue(language).sure.seat,
    { seat: seat.title, holder },
    `${seatsPath(contract)}/${encodeURIComponent(seat.id)}`,
  );
}

async function take(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, params } = visit;
  const { contract, personId } = visitor.caller;
  const typed = typedIn(visit);
  const seat = params.seat ?? '';
  const holder = holderIn(typed);
  const problem = problemOf(typed);
  if (problem || !holder) return ask(visit, problem ?? 'holderMissing');
  const plan = await agreedPlan(parts.reading, contract);
  if (!plan?.written || !plan.rules.seats[seat]) return 'missing';
  const with_: SeatParts = {
    ...{ contract, rules: plan.rules, written: plan.written, secret: parts.secret, newId: randomUUID },
    contracts: parts.contractsFor({ kind: 'person', personId }),
  };
  const filled = await fillSeat(with_, { seat, holder, reason: typed.reason, by: personId });
  if ('problem' in filled) return ask(visit, filled.problem);
  return { seeOther: `${fillingsPath(contract)}/${filled.filling}?done=1` };
}
