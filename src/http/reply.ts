import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CaseFailed } from '../app/case-failed.ts';
import { whomToCall } from '../render/publication/kept-plan.ts';
import { API_LANGUAGE } from './api-language.ts';
import { fieldProblems } from './field-problems.ts';
import { noteFault, undoneBy } from './note-fault.ts';
import { BODY_BYTES_MAX, type HttpParts } from './parts.ts';
import { Problem, problem } from './problem.ts';

/** Whatever is thrown on the way to an answer ends here, as a problem of RFC 9457. */
export function answerFaults(server: FastifyInstance, parts: HttpParts): void {
  server.setErrorHandler((error, request, reply) => writeProblem(parts, error, request, reply));
  server.setNotFoundHandler((request, reply) =>
    writeProblem(parts, problem('page-not-found', {}), request, reply),
  );
}

/** Writes a problem. Of what nobody foresaw, the log has where it was thrown, and the client only a number. */
export function writeProblem(
  parts: HttpParts,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { log } = parts;
  const requestId = request.id;
  const known = problemOf(error, request);
  const found = known ?? ownFault(parts, error, request);
  if (!known) void noteFault(parts, error, request);
  if (found.code === 'database-away') log.warn('database-away', { requestId });
  return reply
    .code(found.status)
    .headers(found.headers)
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ ...found.body, instance: `urn:uuid:${requestId}` });
}

/** A bug of ours: its number, whether anything was done, and those whom the plan lets anybody call meanwhile. */
function ownFault({ kept, baseUrl }: HttpParts, error: unknown, request: FastifyRequest): Problem {
  const { contract = '' } = (request.params ?? {}) as { readonly contract?: string };
  const plan = kept.of(contract);
  const values = { requestId: request.id, undone: undoneBy(error, request) };
  if (!plan) return problem('internal-fault', values);
  const call = whomToCall(plan.papers[API_LANGUAGE]).map(({ name, office, mobile, email }) => ({
    ...{ name, office: office ?? null, mobile: mobile ?? null, email: email ?? null },
  }));
  return problem('internal-fault', values, {
    plan: `${baseUrl()}/plans/${encodeURIComponent(contract)}`,
    call,
  });
}

export function problemOf(error: unknown, request: FastifyRequest): Problem | undefined {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error as unknown as Invalid, request);
  if (error instanceof CaseFailed) return problem('case-set-aside', { caseId: error.key.caseId });
  if (isDatabaseAway(error)) return problem('database-away', {});
  return frameworkProblem(error as Partial<FastifyError>, request);
}

interface Invalid {
  readonly validation: Parameters<typeof fieldProblems>[0];
  readonly validationContext?: string;
}

/** A path that cannot be is not there; a body that cannot be taken was understood; a query was not. */
function invalid({ validation, validationContext = 'body' }: Invalid, request: FastifyRequest): Problem {
  if (validationContext === 'params') return problem('page-not-found', {});
  if (validationContext === 'headers') {
    const [header = ''] = validation.map(({ instancePath = '' }) => instancePath.slice(1));
    return problem('request-header-invalid', { header });
  }
  const { body, querystring } = request.routeOptions.schema ?? {};
  const schema = validationContext === 'body' ? body : querystring;
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const problems = fieldProblems(validation, known);
  const code = validationContext === 'body' ? 'request-body-invalid' : 'request-query-invalid';
  return problem(code, { problems: problems.length }, { problems });
}

/** What the server itself refuses before a route is asked. */
function frameworkProblem(
  { code = '', statusCode = 500 }: Partial<FastifyError>,
  { method }: FastifyRequest,
) {
  if (statusCode === 413) return problem('request-body-too-big', { bytesMax: BODY_BYTES_MAX });
  if (statusCode === 415) return problem('request-type-unsupported', {});
  if (statusCode === 405) return problem('request-method-not-allowed', { method });
  if (statusCode === 503) return problem('service-draining', {});
  if (statusCode >= 500 || statusCode < 400) return undefined;
  if (/BODY|JSON|CONTENT_LENGTH/.test(code) || code === '') return problem('request-body-malformed', {});
  return problem('request-not-understood', {});
}

const CAUSES_MAX = 5;
/** Of a system call, and of PostgreSQL: connection lost, shutting down, too many, read-only, timed out. */
const AWAY =
  /^(?:ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08\w{3}|57P0[1-5]|57014|53\w{3}|25006|55P03)$/;
/** What the pool says without a code. */
const LOST =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

function isDatabaseAway(error: unknown): boolean {
  let at = error;
  for (let depth = 0; at instanceof Error && depth < CAUSES_MAX; depth++, at = at.cause) {
    const code: unknown = Reflect.get(at, 'code');
    if ((typeof code === 'string' && AWAY.test(code)) || LOST.test(at.message)) return true;
    if (at instanceof AggregateError && at.errors.some(isDatabaseAway)) return true;
  }
  return false;
}
