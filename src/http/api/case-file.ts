import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../../app/authorise.ts';
import { caseFileOut } from '../../app/schemas/case-file-reply.ts';
import { queryNumber } from '../../app/schemas/values.ts';
import { API_LANGUAGE } from '../api-language.ts';
import { caseFileData, caseFileName, caseFilePdf, PARTS_MAX } from '../case-paper.ts';
import { caseParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { problem } from '../problem.ts';
import { seenCase } from './cases.ts';

const CASE = '/contracts/:contract/cases/:caseId';
const fileQuery = z.strictObject({ part: queryNumber(1, PARTS_MAX).optional() });
/** A paper, as its bytes. */
const pdfBytes = z.any().meta({ type: 'string', format: 'binary', examples: ['%PDF-1.7'] });

/** The whole case to take along: for a program, and as a paper. */
export function caseFileRoute(server: FastifyInstance, parts: HttpParts): void {
  operation(
    server,
    parts,
    {
      id: 'showCaseFile',
      method: 'GET',
      path: `${CASE}/file`,
      tag: 'cases',
      params: caseParams,
      query: fileQuery,
      replies: { 200: caseFileOut },
    },
    async ({ caller, params, query: { part = 1 } }) => {
      const asked = await askedFor(parts, caller, params, part);
      return (await caseFileData(parts, asked)) ?? missing(asked);
    },
  );
  operation(
    server,
    parts,
    {
      id: 'printCaseFile',
      method: 'GET',
      path: `${CASE}/file.pdf`,
      tag: 'cases',
      params: caseParams,
      query: fileQuery,
      replies: { 200: pdfBytes },
      type: 'application/pdf',
    },
    async ({ caller, params, query: { part = 1 }, reply }) => {
      const asked = await askedFor(parts, caller, params, part);
      const pdf = (await caseFilePdf(parts, asked)) ?? missing(asked);
      return reply
        .header('content-disposition', `attachment; filename="${caseFileName(asked, 'pdf')}"`)
        .header('cache-control', 'private, no-store')
        .type('application/pdf')
        .send(Buffer.from(pdf));
    },
  );
}

async function askedFor(
  parts: HttpParts,
  caller: Caller,
  params: { readonly contract: string; readonly caseId: string },
  part: number,
) {
  const { key } = await seenCase(parts, caller, params);
  return { caller, key, part, language: API_LANGUAGE };
}

function missing({ key, part }: { readonly key: { readonly caseId: string }; readonly part: number }): never {
  throw problem('case-file-missing', { caseId: key.caseId, part });
}
