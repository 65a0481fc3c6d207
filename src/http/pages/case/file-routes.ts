import type { FastifyInstance } from 'fastify';
import { languageOf } from '../../../core/message/catalogue.ts';
import { caseFileData, caseFileName, caseFilePdf, PARTS_MAX } from '../../case-paper.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { SignedVisit } from '../visit.ts';

/** The whole case to take along, as a paper and for programs: a part at a time where it is long. */
export function caseFileRoutes(server: FastifyInstance, parts: PageParts, path: string): void {
  signedPage(server, parts, { method: 'GET', path: `${path}/file.pdf` }, async (visit) => {
    const asked = askedIn(visit);
    const pdf = asked && (await caseFilePdf(visit.parts, asked));
    if (!pdf) return 'missing';
    return {
      body: Buffer.from(pdf),
      type: 'application/pdf',
      saveAs: caseFileName(asked, 'pdf'),
      isShown: true,
    };
  });
  signedPage(server, parts, { method: 'GET', path: `${path}/file.json` }, async (visit) => {
    const asked = askedIn(visit);
    const file = asked && (await caseFileData(visit.parts, asked));
    if (!file) return 'missing';
    return {
      body: `${JSON.stringify(file)}\n`,
      type: 'application/json; charset=utf-8',
      saveAs: caseFileName(asked, 'json'),
    };
  });
}

/** What the address asks for; undefined where it names no part that there could be. */
function askedIn({ visitor, params, query, language }: SignedVisit) {
  const { contract = '', caseId = '' } = params;
  const written = query.text('part') || '1';
  const part = /^\d{1,6}$/.test(written) ? Number(written) : 0;
  if (part < 1 || part > PARTS_MAX) return undefined;
  return {
    caller: visitor.caller,
    key: { contract, caseId },
    part,
    language: languageOf(query.text('language')) ?? language,
  };
}
