import { createHash } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../../app/authorise.ts';
import { attachFile, FILE_BYTES_MAX, FILE_MEBIBYTES_MAX } from '../../app/files/attach-file.ts';
import type { AnswerKey } from '../../app/ports/store.ts';
import { doneOut, fileOut } from '../../app/schemas/case-replies.ts';
import { listOf } from '../../app/schemas/replies.ts';
import { line } from '../../app/schemas/values.ts';
import { openPart } from '../../app/views/case-view.ts';
import { fileView, isFileFor } from '../../app/views/file-view.ts';
import { answered } from '../answered.ts';
import { sendFile } from '../file-reply.ts';
import { caseParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { problem } from '../problem.ts';
import { writeProblem } from '../reply.ts';
import { answerKeyOf, commandHeaders, seenCase } from './cases.ts';
import { expectedOf } from './commands.ts';

const FILES = '/contracts/:contract/cases/:caseId/files';
const BYTES = 'application/octet-stream';

/** The bytes as they are; what they are is found out, and not believed. */
const fileBytes = z
  .any()
  .meta({ type: 'string', format: 'binary', examples: ['The line dropped at noon.\n'] });
const fileQuery = z.strictObject({
  /** What the file is called. */
  name: line.meta({ examples: ['what-we-saw.txt'] }),
  audience: z.enum(['customer', 'contractor', 'oversight', 'all']).optional(),
});

/** Files of a case: attach one, list them, read one. Bytes are taken here, and by no other route of the API. */
export async function caseFileRoutes(server: FastifyInstance, parts: HttpParts): Promise<void> {
  server.addContentTypeParser(
    BYTES,
    { parseAs: 'buffer', bodyLimit: FILE_BYTES_MAX },
    (_request, body, done) => done(null, body),
  );
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const tooBig = problem('file-too-big', { mebibytesMax: FILE_MEBIBYTES_MAX });
    return writeProblem(parts, error.statusCode === 413 ? tooBig : error, request, reply);
  });
  attachRoute(server, parts);
  listRoute(server, parts);
  readRoute(server, parts);
}

function attachRoute(server: FastifyInstance, parts: HttpParts): void {
  operation(
    server,
    parts,
    {
      id: 'attach',
      method: 'POST',
      path: FILES,
      tag: 'commands',
      params: caseParams,
      query: fileQuery,
      headers: commandHeaders,
      body: fileBytes,
      bodyType: BYTES,
      replies: { 200: doneOut, 201: doneOut },
    },
    async ({ caller, params, query: { name, audience = 'all' }, body, request, reply }) => {
      const found = await seenCase(parts, caller, params);
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      const answerKey = fileKey(request, caller, bytes);
      const answer = await attachFile(parts.store, {
        caller,
        key: found.key,
        name,
        bytes,
        audience,
        expected: expectedOf(request),
        answerKey,
      });
      if ('code' in answer) throw problem(answer.code, answer.values as never);
      const done = await answered(parts, caller, answer, openPart(found.state).revision);
      return reply.code(201).header('etag', `"${done.version}"`).send(done);
    },
  );
}

/** The key of a command, bound to the bytes by their digest. */
function fileKey(request: FastifyRequest, caller: Caller, bytes: Uint8Array): AnswerKey | undefined {
  const key = answerKeyOf(request, caller);
  const { method, url } = request;
  return (
    key && { ...key, request: createHash('sha256').update(`${method} ${url}\n`).update(bytes).digest('hex') }
  );
}

function listRoute(server: FastifyInstance, parts: HttpParts): void {
  operation(
    server,
    parts,
    {
      id: 'listFiles',
      method: 'GET',
      path: FILES,
      tag: 'cases',
      params: caseParams,
      replies: { 200: listOf(fileOut) },
    },
    async ({ caller, params }) => {
      const { key } = await seenCase(parts, caller, params);
      const found = await parts.reading.files(key);
      return { items: found.filter((file) => isFileFor(file, caller)).map(fileView) };
    },
  );
}

function readRoute(server: FastifyInstance, parts: HttpParts): void {
  operation(
    server,
    parts,
    {
      id: 'readFile',
      method: 'GET',
      path: `${FILES}/:file`,
      tag: 'cases',
      params: caseParams.extend({
        file: z
          .string()
          .max(36)
          .meta({ examples: ['0198c2a4-7c1e-4b7e-9a51-6f1d2f0c7b11'] }),
      }),
      replies: { 200: fileBytes },
      type: BYTES,
    },
    async ({ caller, params, reply }) => {
      const { key } = await seenCase(parts, caller, params);
      const file = await parts.reading.file(key, params.file);
      if (!file || !isFileFor(file, caller)) throw problem('file-not-found', { file: params.file });
      if (!file.bytes) throw problem('file-erased', { file: params.file });
      return sendFile(reply, { ...file, bytes: file.bytes });
    },
  );
}
