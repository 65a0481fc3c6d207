import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { actNamed } from '../../../app/views/case/acts.ts';
import { caseSheet } from '../../../app/views/case/case-sheet.ts';
import { asOf } from '../../../app/views/case/offers.ts';
import { rungsOf } from '../../../app/views/case/rungs.ts';
import { whyDue } from '../../../app/views/case/why-due.ts';
import { openPart } from '../../../app/views/case-view.ts';
import { sightOf } from '../../../app/views/sight.ts';
import { casePage } from '../../../portal/case/case-page.tsx';
import type { CaseView } from '../../../portal/case/case-view.ts';
import { caseLadderView } from '../../../portal/case/ladder-view.ts';
import { whyPage } from '../../../portal/case/why-page.tsx';
import { ladderPicture } from '../../../render/ladder-picture.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { Fields, PageAnswer, SignedVisit } from '../visit.ts';
import { actRoutes } from './act-routes.ts';
import { changesRoute } from './changes-route.ts';
import { caseFileRoutes } from './file-routes.ts';
import { filesRoutes } from './files-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { pinRoutes } from './pin-routes.ts';
import { CASE_SECTIONS } from './sections.ts';

const CASE = '/contracts/:contract/cases/:caseId';

/** The page of a case, what may be done on it, why its deadlines fall when they do, and word that it has changed. */
export async function caseRoutes(server: FastifyInstance, parts: PageParts): Promise<void> {
  signedPage(server, parts, { method: 'GET', path: CASE }, showCase);
  signedPage(server, parts, { method: 'GET', path: `${CASE}/why/*` }, showWhy);
  signedPage(server, parts, { method: 'GET', path: `${CASE}/ladder.svg` }, showLadder);
  actRoutes(server, parts, CASE);
  changesRoute(server, parts, CASE);
  peopleRoutes(server, parts, CASE);
  pinRoutes(server, parts, CASE);
  caseFileRoutes(server, parts, CASE);
  await server.register((files) => filesRoutes(files, parts, CASE));
}

async function showCase(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, params, query, frame } = visit;
  const { contract = '', caseId = '' } = params;
  const before = numberOf(query.text('before'));
  const sheet = await caseSheet(parts.reading, { caller: visitor.caller, key: { contract, caseId }, before });
  if (!sheet) return 'missing';
  const made = await Promise.all(CASE_SECTIONS.map((make) => make(visit, sheet)));
  return {
    html: casePage({
      ...frame,
      sheet,
      contractTitle: visitor.contractTitle,
      readerZone: frame.readerZone,
      carriers: parts.links.letters.carriers,
      formKey: randomUUID(),
      done: doneOf(query),
      sections: made.filter((one) => one !== undefined),
    }),
  };
}

/** What the address says its reader has just done; the page believes it only of the reader's own events. */
function doneOf(query: Fields): CaseView['done'] {
  const [, name = '', from, to] = /^([a-zA-Z]{1,30})\.(\d{1,9})\.(\d{1,9})$/.exec(query.text('done')) ?? [];
  const act = actNamed(name);
  return act && { act, from: Number(from), to: Number(to) };
}

const numberOf = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** A picture brings its own style, and is nothing but a picture wherever it is opened. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The ladder of the case as a picture; its address names the version it was asked for. */
async function showLadder({ parts, visitor, params, language, reply }: SignedVisit): Promise<PageAnswer> {
  const { contract = '', caseId = '' } = params;
  const [found, now] = await Promise.all([
    parts.reading.case({ contract, caseId }, sightOf(visitor.caller)),
    parts.reading.now(),
  ]);
  if (!found) return 'missing';
  const state = found.isSetAside ? found.state : asOf(found.state, now);
  const open = openPart(state);
  const isOpen = state.status === 'open';
  const picture = ladderPicture(caseLadderView({ open, isOpen, rungs: rungsOf(state, now), language }));
  void reply.header('content-security-policy', PICTURE_POLICY);
  return { body: picture, type: 'image/svg+xml; charset=utf-8' };
}

async function showWhy({ parts, visitor, params, frame, language }: SignedVisit): Promise<PageAnswer> {
  const { contract = '', caseId = '', '*': name = '' } = params;
  const sheet = await caseSheet(parts.reading, { caller: visitor.caller, key: { contract, caseId } });
  if (sheet?.state.status !== 'open') return 'missing';
  const found = whyDue(sheet.state, name, { language, readerZone: frame.readerZone });
  if (!found) return 'missing';
  const { state, open, now } = sheet;
  return {
    html: whyPage({
      ...frame,
      ...{ key: sheet.key, open, state, now, name, ...found },
      readerZone: frame.readerZone,
    }),
  };
}
