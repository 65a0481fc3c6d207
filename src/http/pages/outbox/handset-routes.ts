import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Person } from '../../../app/ports/contracts.ts';
import type { ShownCall, TelephoneAct, Telephones } from '../../../app/ports/telephones.ts';
import { telephoneOf } from '../../../app/views/people-lists.ts';
import type { TelephoneProblem } from '../../../core/message/portal/telephones.ts';
import { digitsOf, isDiallable } from '../../../core/plan/asked/telephone.ts';
import { wordPage } from '../../../portal/frame.tsx';
import {
  KEYS_MAX,
  SPOKEN_MAX,
  TEXT_MAX,
  type TelephoneField,
  telephonePage,
} from '../../../portal/outbox/telephone-page.tsx';
import { telephonesPage } from '../../../portal/outbox/telephones-page.tsx';
import { field, mayOperate, operatorFrame, refusalOf, sendPage } from '../guards.ts';
import type { PageParts } from '../page-parts.ts';
import { TELEPHONES } from '../places.ts';

interface NumberPath {
  readonly Params: { readonly number: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** What a form sends, read: an act, or why there is none and which field says so. */
type Read = TelephoneAct | { readonly problem: TelephoneProblem; readonly field: TelephoneField };

/** The last part of each path that does something. */
const ACTS: Readonly<Record<string, (body: unknown) => Read>> = {
  call: () => ({ act: 'call' }),
  answer: () => ({ act: 'answer' }),
  voicemail: () => ({ act: 'voicemail' }),
  'turn-away': () => ({ act: 'turnAway' }),
  'hang-up': () => ({ act: 'hangUp' }),
  press: readKeys,
  speak: readSpoken,
  text: readText,
};

/** The telephones of a demonstration: taken into the hand on a page, they go to Ladder by way of the carrier. */
export function handsetRoutes(server: FastifyInstance, parts: PageParts): void {
  server.get<NumberPath>(TELEPHONES, HIDDEN, (request, reply) =>
    withTelephones(parts, request, reply, (telephones) => list(parts, telephones, request, reply)),
  );
  server.get<NumberPath>(`${TELEPHONES}/:number`, HIDDEN, (request, reply) =>
    withTelephones(parts, request, reply, (telephones) => {
      const number = numberIn(request);
      return number === undefined ? undefined : show(parts, { telephones, number }, request, reply);
    }),
  );
  for (const [act, readForm] of Object.entries(ACTS)) {
    server.post<NumberPath>(`${TELEPHONES}/:number/${act}`, HIDDEN, (request, reply) =>
      withTelephones(parts, request, reply, async (telephones) => {
        const number = numberIn(request);
        if (number === undefined) return undefined;
        const asked = readForm(request.body);
        const problem = 'problem' in asked ? asked : await done(telephones, number, asked);
        return reply.redirect(pathOf(number) + (problem ? `?${new URLSearchParams(problem)}` : ''), 303);
      }),
    );
  }
}

const HIDDEN = { schema: { hide: true } };

/** For whoever keeps the installation, where it has telephones; an answer that there is none is a page too. */
async function withTelephones(
  parts: PageParts,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: (telephones: Telephones) => Promise<FastifyReply | undefined> | undefined,
): Promise<FastifyReply> {
  if (!(await mayOperate(parts, request, reply))) return reply;
  const answered = parts.telephones && (await answer(parts.telephones));
  if (answered) return answered;
  const frame = await operatorFrame(parts, request);
  return sendPage(reply, 404, wordPage(frame, refusalOf('page-missing', {}, frame.language)));
}

async function done(
  telephones: Telephones,
  number: string,
  act: TelephoneAct,
): Promise<{ readonly problem: TelephoneProblem } | undefined> {
  return (await telephones.act(number, act)) ? undefined : { problem: 'notNow' };
}

function readKeys(body: unknown): Read {
  const keys = (field(body, 'key') || field(body, 'keys')).replaceAll(/\s/g, '');
  if (keys.length > KEYS_MAX) return { problem: 'tooLong', field: 'keys' };
  return /^[\d*#]+$/.test(keys) ? { act: 'press', keys } : { problem: 'noKeys', field: 'keys' };
}

function readSpoken(body: unknown): Read {
  const text = field(body, 'spoken').trim();
  if (text === '') return { problem: 'noWords', field: 'spoken' };
  if (text.length > SPOKEN_MAX) return { problem: 'tooLong', field: 'spoken' };
  return { act: 'speak', text, thenHangsUp: field(body, 'then') === 'hang-up' };
}

function readText(body: unknown): Read {
  const text = field(body, 'body').trim();
  if (text === '') return { problem: 'noWords', field: 'body' };
  return text.length > TEXT_MAX ? { problem: 'tooLong', field: 'body' } : { act: 'text', body: text };
}

/** A number in a path is its digits. */
const numberIn = ({ params }: FastifyRequest<NumberPath>): string | undefined =>
  /^[1-9]\d{6,14}$/.test(params.number) ? `+${params.number}` : undefined;

/** A number as people read it. */
const read = (number: string): string => telephoneOf(number)?.shown ?? number;

const pathOf = (number: string): string => `${TELEPHONES}/${digitsOf(number)}`;

/** Whose a number is; people of several contracts may share one. */
interface Owner {
  readonly name: string;
  readonly kind: 'office' | 'mobile';
}

/** More people than a demonstration has. */
const PEOPLE_MAX = 200;

async function ownersOf(parts: PageParts): Promise<ReadonlyMap<string, Owner>> {
  const people = await parts.contractsFor({ kind: 'terminal' }).transaction(async (tx) => {
    const found: Person[] = [];
    for (const contract of await tx.contractIds())
      found.push(...(await tx.peoplePage(contract, { after: '', max: PEOPLE_MAX })));
    return found;
  });
  const owners = new Map<string, Owner>();
  for (const kind of ['office', 'mobile'] as const) {
    for (const { personId, name = personId, [kind]: number } of people) {
      if (number !== undefined) owners.set(`+${digitsOf(number)}`, { name, kind });
    }
  }
  return owners;
}

async function list(
  parts: PageParts,
  telephones: Telephones,
  request: FastifyRequest<NumberPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const typed = field(request.query, 'number').trim();
  if (typed !== '' && typed.length <= KEYS_MAX && isDiallable(typed))
    return reply.redirect(pathOf(typed), 303);
  const [owners, lines] = [await ownersOf(parts), await telephones.all()];
  const known = new Map(lines.map((line) => [line.number, line]));
  const numbers = [...new Set([...owners.keys(), ...known.keys()])].map((number) => ({
    ...{
      number: read(number),
      path: pathOf(number),
      name: owners.get(number)?.name,
      kind: owners.get(number)?.kind,
    },
    ...{ state: known.get(number)?.state ?? ('quiet' as const), texts: known.get(number)?.texts ?? 0 },
    lastAt: known.get(number)?.lastAt ?? 0,
  }));
  numbers.sort(
    (a, b) =>
      Number(b.state !== 'quiet') - Number(a.state !== 'quiet') ||
      b.lastAt - a.lastAt ||
      (a.name ?? a.number).localeCompare(b.name ?? b.number, 'en'),
  );
  const html = telephonesPage({
    ...(await operatorFrame(parts, request)),
    ...{ base: TELEPHONES, ladder: read(telephones.ladder), telephones: numbers },
    typed: typed === '' ? undefined : typed,
  });
  return sendPage(reply, typed === '' ? 200 : 422, html);
}

const PROBLEMS: readonly TelephoneProblem[] = ['notNow', 'noWords', 'noKeys', 'tooLong'];
const FIELDS: readonly TelephoneField[] = ['body', 'keys', 'spoken'];

async function show(
  parts: PageParts,
  { telephones, number }: { readonly telephones: Telephones; readonly number: string },
  request: FastifyRequest<NumberPath>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const frame = await operatorFrame(parts, request);
  const owner = (await ownersOf(parts)).get(number);
  const is = PROBLEMS.find((one) => one === field(request.query, 'problem'));
  const shown = await telephones.one(number);
  const readable = (call: ShownCall): ShownCall => ({ ...call, other: read(call.other) });
  const html = telephonePage({
    ...{ ...frame, ...shown, number: read(number), ladder: read(telephones.ladder) },
    ...{ current: shown.current && readable(shown.current), calls: shown.calls.map(readable) },
    ...{ base: pathOf(number), list: TELEPHONES, site: parts.baseUrl() },
    name: owner?.name,
    timeZone: await parts.operator.timeZone(),
    problem: is && { is, field: FIELDS.find((one) => one === field(request.query, 'field')) },
  });
  return sendPage(reply, 200, html);
}
