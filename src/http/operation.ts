import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../app/authorise.ts';
import type { TokenHolder } from '../app/ports/reading.ts';
import { problemOut } from '../app/schemas/replies.ts';
import { id } from '../app/schemas/values.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { ApiOperation } from '../core/message/service.ts';
import { callerIn, holderWith } from './caller.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';

/** Where everything of the API begins. */
export const API = '/api/v1';

const NONE = z.strictObject({});

/** One thing that can be asked over HTTP: all that its description and its validation are made of. */
interface Operation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly id: ApiOperation;
  readonly method: 'GET' | 'POST';
  /** Under `API`, with parameters as `:name`. */
  readonly path: string;
  readonly tag:
    | ('contracts' | 'drafts' | 'cases' | 'commands')
    | ('obligations' | 'streams' | 'demonstration');
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Of the body, where it may be longer than others. */
  readonly bodyBytesMax?: number;
  /** Of the body, where it is no JSON. */
  readonly bodyType?: string;
  /** Which headers it heeds, beside the token. */
  readonly headers?: z.ZodObject;
  readonly replies: Readonly<Record<number, z.ZodType>>;
  /** Of the reply, where it is no JSON. */
  readonly type?: string;
}

/** A request that was understood, from somebody known. */
interface Asked<P, Q, B> {
  readonly caller: Caller;
  readonly holder: TokenHolder;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The parameters of whatever stands under a contract. */
export const contractParams = z.strictObject({ contract: id.meta({ examples: ['calnet-3-category-9-1'] }) });
export const caseParams = contractParams.extend({ caseId: id.meta({ examples: ['100001'] }) });

/** Registers an operation: its description, its validation, who may ask, and what answers. */
export function operation<
  P extends z.ZodObject = typeof NONE,
  Q extends z.ZodObject = typeof NONE,
  B extends z.ZodType = typeof NONE,
>(
  server: FastifyInstance,
  { reading }: HttpParts,
  made: Operation<P, Q, B>,
  answer: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<unknown>,
): void {
  route(server, made, [{ token: [] }], async (request, reply) => {
    const holder = await holderWith(request, reading, made.method === 'GET' ? 'read' : 'write');
    const named = request.params as z.output<P>;
    const caller = await callerFor(holder, named, reading);
    // Each was validated by the schema of this very route.
    const [asked, sent] = [request.query as z.output<Q>, request.body as z.output<B>];
    return answer({ caller, holder, params: named, query: asked, body: sent, request, reply });
  });
}

/** Registers something that needs no token: its description and its validation; the handler says who may ask. */
export function openOperation<B extends z.ZodType>(
  server: FastifyInstance,
  made: Operation<typeof NONE, typeof NONE, B>,
  answer: (body: z.output<B>, request: FastifyRequest) => Promise<unknown>,
): void {
  route(server, made, [], (request) => answer(request.body as z.output<B>, request));
}

function route<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  server: FastifyInstance,
  made: Operation<P, Q, B>,
  security: readonly Readonly<Record<string, string[]>>[],
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  const { id: operationId, method, path, tag, params = NONE, query = NONE, body, bodyType, headers } = made;
  const words = catalogue('en').service;
  const schema = {
    operationId,
    summary: words.operations[operationId],
    tags: [tag],
    security,
    params,
    querystring: query,
    ...(body && { body }),
    ...(bodyType && { consumes: [bodyType] }),
    ...(headers && { headers }),
    response: { ...described(made), default: problemReply(words.replies.problem) },
  };
  const bounded = made.bodyBytesMax === undefined ? {} : { bodyLimit: made.bodyBytesMax };
  server.route({ method, url: `${API}${path}`, schema, handler, ...bounded });
}

/** The replies with what each means. */
function described({ id: operationId, method, replies, type = 'application/json' }: Described): object {
  const { operations, replies: words } = catalogue('en').service;
  const said = (status: string): string => {
    if (method === 'GET' || operationId === 'moveClock') return operations[operationId];
    if (status === '200') return words.nothingNew;
    return operationId === 'openCase' ? words.opened : words.done;
  };
  const entries = Object.entries(replies).map(([status, schema]) => {
    return [status, { description: said(status), content: { [type]: { schema } } }];
  });
  return Object.fromEntries(entries);
}

type Described = Pick<Operation<z.ZodObject, z.ZodObject, z.ZodType>, 'id' | 'method' | 'replies' | 'type'>;

const problemReply = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemOut } },
});

async function callerFor(
  holder: TokenHolder,
  params: Readonly<Record<string, unknown>>,
  reading: HttpParts['reading'],
): Promise<Caller> {
  const contract = typeof params.contract === 'string' ? params.contract : (holder.contract ?? '');
  const caller = callerIn(holder, contract);
  const isOfInstallation = holder.contract === undefined && params.contract !== undefined;
  if (isOfInstallation && (await reading.contracts(contract)).length === 0) {
    throw problem('contract-not-found', { contract });
  }
  return caller;
}
