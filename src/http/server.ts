import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import compress from '@fastify/compress';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import fastify, { type ConnectionError, type FastifyInstance } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { caseFileRoute } from './api/case-file.ts';
import { caseFileRoutes } from './api/case-files.ts';
import { caseReadRoutes } from './api/case-reads.ts';
import { caseRoutes } from './api/cases.ts';
import { commandRoutes } from './api/commands.ts';
import { contractRoutes } from './api/contracts.ts';
import { demonstrationClockRoute } from './api/demonstration-clock.ts';
import { draftRoutes } from './api/drafts.ts';
import { obligationApi } from './api/obligations.ts';
import { readinessApi } from './api/readiness.ts';
import { revisionRoutes } from './api/revisions.ts';
import { streamRoutes } from './api/streams.ts';
import { apiPages } from './api-page.tsx';
import { healthRoutes } from './health.ts';
import { jsonReader } from './json-reader.ts';
import { limitRates } from './limit-rates.ts';
import { describe } from './open-api.ts';
import { packAnswers } from './pack-answers.ts';
import { staticRoutes } from './pages/static-routes.ts';
import { BODY_BYTES_MAX, type HttpParts } from './parts.ts';
import { problem } from './problem.ts';
import { askForHttps, PROTECTION } from './protection.ts';
import { answerFaults, writeProblem } from './reply.ts';
import { Streams } from './streams.ts';

/** A client that takes longer to send its request is let go. */
const REQUEST_WITHIN_MS = 30_000;
const IDLE_MS = 72_000;

/** The server with everything on it, not listening yet. Closing it ends its streams and lets requests finish. */
export async function httpServer(parts: HttpParts): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_WITHIN_MS,
    connectionTimeout: 2 * REQUEST_WITHIN_MS,
    keepAliveTimeout: IDLE_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: parts.trustProxy.length > 0 ? [...parts.trustProxy] : false,
    genReqId: () => randomUUID(),
    logger: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: refuseNonsense,
    frameworkErrors: (error, request, reply) => void writeProblem(parts, error, request, reply),
  });
  server.setValidatorCompiler(validatorCompiler);
  // What goes out was made by our own views; the tests hold it against the description.
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
  jsonReader(server);
  answerFaults(server, parts);
  noteRequests(server, parts);
  await server.register(helmet, PROTECTION);
  askForHttps(server, parts.baseUrl);
  packAnswers(server);
  await server.register(compress, { threshold: 1024 });
  await limitRates(server, parts);
  const streams = new Streams(parts);
  server.addHook('preClose', async () => streams.end());
  await describe(server);
  await server.register(async (api) => {
    contractRoutes(api, parts);
    revisionRoutes(api, parts);
    draftRoutes(api, parts);
    caseRoutes(api, parts);
    caseReadRoutes(api, parts);
    caseFileRoute(api, parts);
    commandRoutes(api, parts);
    obligationApi(api, parts);
    readinessApi(api, parts);
    await api.register((files) => caseFileRoutes(files, parts));
    streamRoutes(api, parts, streams);
    demonstrationClockRoute(api, parts);
  });
  healthRoutes(server, parts);
  staticRoutes(server);
  apiPages(server, parts);
  const { pages } = parts;
  if (pages) {
    await server.register(async (scope) => {
      await scope.register(formbody, { bodyLimit: BODY_BYTES_MAX });
      await pages(scope);
    });
  }
  return server;
}

const NONSENSE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is no HTTP, or does not come to an end, never becomes a request: it is answered here and let go. */
function refuseNonsense(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = NONSENSE[error.code] ?? '400 Bad Request';
  const known = problem('request-not-understood', {}).body;
  const body = JSON.stringify({ ...known, status: Number.parseInt(status, 10) });
  const head = `content-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}`;
  if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\n${head}\r\nconnection: close\r\n\r\n${body}`);
  socket.destroy();
}

/** Each request has a number, and leaves a line in the log and a count, under the pattern of its route. */
function noteRequests(server: FastifyInstance, { log, meters }: HttpParts): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? undefined : request.routeOptions.url;
    const { method, id: requestId } = request;
    const [status, ms] = [reply.statusCode, reply.elapsedTime];
    meters.requestAnswered({ route, method, status, ms });
    log.info('request-answered', { method, route: route ?? 'none', status, ms: Math.round(ms), requestId });
  });
}
