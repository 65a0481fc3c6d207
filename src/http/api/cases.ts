import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../../app/authorise.ts';
import type { Answer } from '../../app/handle.ts';
import type { CasePlace, FoundCase, ListedCase } from '../../app/ports/reading.ts';
import type { AnswerKey, CaseKey } from '../../app/ports/store.ts';
import { caseOut, doneOut, listedCaseOut } from '../../app/schemas/case-replies.ts';
import { openingBody } from '../../app/schemas/commands.ts';
import { pageOf } from '../../app/schemas/replies.ts';
import { id, instant, line, queryBoolean, queryNumber } from '../../app/schemas/values.ts';
import { openForCaller } from '../../app/telephone/open-for-caller.ts';
import { caseView } from '../../app/views/case-view.ts';
import { jsonValues } from '../../app/views/json-values.ts';
import { shown } from '../../app/views/shown.ts';
import { sightOf } from '../../app/views/sight.ts';
import { WAITING_KINDS } from '../../core/case/waiting-for.ts';
import { asInstant, type Instant, parseInstant } from '../../core/instant.ts';
import { answered } from '../answered.ts';
import { API_LANGUAGE } from '../api-language.ts';
import { API, caseParams, contractParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { problem } from '../problem.ts';

const LIMIT_MAX = 200;
const LIMIT = 50;

const listQuery = z.strictObject({
  status: z.enum(['open', 'closed']).optional(),
  track: id.optional(),
  level: queryNumber(1, 99).optional(),
  waiting: z.enum([...WAITING_KINDS, 'customer', 'contractor', 'oversight']).optional(),
  customer: id.optional(),
  reference: line.optional(),
  practice: queryBoolean.optional(),
  'opened-from': instant.optional(),
  'opened-until': instant.optional(),
  cursor: z.string().max(200).optional(),
  limit: queryNumber(1, LIMIT_MAX).optional(),
});

/** The header of whatever is done once, though it is sent again under the same key. */
export const keyHeaders = z.looseObject({ 'idempotency-key': z.string().max(200).optional() });

/** Headers of a command: sent again under the same key it is done once, and only on the version one has seen. */
export const commandHeaders = keyHeaders.extend({ 'if-match': z.string().max(100).optional() });

/** Cases: open one, list them, look at one. */
export function caseRoutes(server: FastifyInstance, parts: HttpParts): void {
  const { reading } = parts;
  openRoute(server, parts);
  operation(
    server,
    parts,
    {
      id: 'listCases',
      method: 'GET',
      path: '/contracts/:contract/cases',
      tag: 'cases',
      params: contractParams,
      query: listQuery,
      replies: { 200: pageOf(listedCaseOut, z.string()) },
    },
    async ({ caller, query, params: { contract } }) => {
      const limit = query.limit ?? LIMIT;
      const found = await reading.cases(contract, sightOf(caller), filterOf(query), limit + 1);
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items: items.map(listedView), next: last ? cursorOf(last) : null };
    },
  );
  operation(
    server,
    parts,
    {
      id: 'showCase',
      method: 'GET',
      path: '/contracts/:contract/cases/:caseId',
      tag: 'cases',
      params: caseParams,
      headers: z.looseObject({ 'if-none-match': z.string().max(200).optional() }),
      replies: { 200: caseOut },
    },
    async ({ caller, params, request, reply }) => {
      const found = await seenCase(parts, caller, params);
      const tag = tagOf(found);
      reply.header('etag', tag);
      reply.header('cache-control', 'private, no-cache');
      const seen = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
      if (seen?.includes(tag)) return reply.code(304).send();
      return shown(found, () => caseView(found, API_LANGUAGE));
    },
  );
}

/** The version of a case as a tag. Its set-aside is no event of it, and shows beside. */
const tagOf = ({ events, isSetAside }: FoundCase): string =>
  isSetAside ? `"${events}-set-aside"` : `"${events}"`;

/** A case the caller sees; of every other it is answered that there is none. */
export async function seenCase({ reading }: HttpParts, caller: Caller, key: CaseKey): Promise<FoundCase> {
  const { contract, caseId } = key;
  const found = await reading.case({ contract, caseId }, sightOf(caller));
  if (!found) throw problem('case-not-found', { caseId });
  return found;
}

function openRoute(server: FastifyInstance, parts: HttpParts): void {
  operation(
    server,
    parts,
    {
      id: 'openCase',
      method: 'POST',
      path: '/contracts/:contract/cases',
      tag: 'cases',
      params: contractParams,
      headers: keyHeaders,
      body: openingBody,
      replies: { 201: doneOut },
    },
    async ({ caller, body, params: { contract }, request, reply }) => {
      const { onBehalfOf, statedAt, ...opening } = body;
      const { store, reading, isDemonstration, tellers } = parts;
      const opened = await openForCaller(
        { store, reading, isDemonstration, tellers },
        {
          caller,
          onBehalf: onBehalfOf !== undefined,
          opening: { ...opening, statedAt: statedInstant(statedAt) },
          answerKey: answerKeyOf(request, caller),
        },
      );
      if (!opened.accepted && opened.caseId === undefined) {
        const { code, values } = opened.refusal;
        throw problem(code, values as never);
      }
      const done = await answered(parts, caller, opened as Answer, undefined);
      reply.header('location', `${API}/contracts/${contract}/cases/${opened.caseId}`);
      return reply.code(201).header('etag', `"${done.version}"`).send(done);
    },
  );
}

/** The instant a person stated; the schema has read it before. */
export const statedInstant = (text: string | undefined): Instant | undefined =>
  text === undefined ? undefined : parseInstant(text);

const KEY = /^[\x21-\x7e]{1,100}$/;

/** Under which key an answer is kept: its own for each person, and bound to what was asked. */
export function answerKeyOf(request: FastifyRequest, caller: Caller): AnswerKey | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw problem('request-header-invalid', { header: 'Idempotency-Key' });
  }
  const { contract, personId } = caller;
  const asked = JSON.stringify([request.method, request.url, request.body]);
  return {
    contract,
    caller: `api/${personId}`,
    key,
    request: createHash('sha256').update(asked).digest('hex'),
  };
}

function filterOf(query: z.output<typeof listQuery>) {
  const { status, track, level, waiting, customer, reference, practice, cursor } = query;
  return {
    ...{ status, track, level, waiting, customer, reference },
    practice: practice === undefined ? undefined : practice === 'true',
    openedFrom: statedInstant(query['opened-from']),
    openedUntil: statedInstant(query['opened-until']),
    after: cursor === undefined ? undefined : placeOf(cursor),
  };
}

/** Where a list goes on: after this opening. Whoever makes one up sees no more than otherwise. */
const cursorOf = ({ openedAt, caseId }: ListedCase): string =>
  Buffer.from(`${openedAt}.${caseId}`).toString('base64url');

const PLACE = /^(\d{1,14})\.(\d{1,20})$/;

function placeOf(cursor: string): CasePlace {
  const [, at, caseId] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (at === undefined || caseId === undefined) throw problem('request-query-invalid', { problems: 1 });
  return { openedAt: asInstant(Number(at)), caseId };
}

function listedView(row: ListedCase): object {
  const { waitingKind, waitingParty, closedAt, nextDueAt, ...rest } = row;
  const at = jsonValues({ closedAt, nextDueAt }) as object;
  const waiting = { kind: waitingKind, party: waitingParty ?? null };
  return { ...(jsonValues(rest) as object), waiting, closedAt: null, nextDueAt: null, ...at };
}
