import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { EXPORTS, exportText } from '../../app/exports.ts';
import { overviewChoice, periodChoice, periodInstants } from '../../app/views/overview-choice.ts';
import {
  countedFor,
  overviewView,
  type RecentFigures,
  recentFigures,
} from '../../app/views/overview-view.ts';
import { dateAt } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { periodRefusalWords } from '../../core/message/portal/overview.ts';
import { wordPage } from '../../portal/frame.tsx';
import { overviewPage } from '../../portal/overview/overview-page.tsx';
import { refusalOf } from './guards.ts';
import type { PageParts } from './page-parts.ts';
import { signedPage } from './page-route.ts';
import { OVERVIEW_ROLES, overviewPath } from './places.ts';
import type { PageAnswer, SignedVisit } from './visit.ts';

/** The overview of a contract, and what may be taken along of it, for those who watch over it. */
export function overviewRoutes(server: FastifyInstance, parts: PageParts): void {
  const recent = recentFigures();
  const path = '/contracts/:contract/overview';
  const route = { method: 'GET', roles: OVERVIEW_ROLES } as const;
  signedPage(server, parts, { ...route, path }, (visit) => answer(visit, recent));
  const running = { count: 0 };
  signedPage(server, parts, { ...route, path: `${path}/:file` }, (visit) => exported(visit, running));
}

async function answer(
  { parts: { reading, overview }, visitor: { caller }, query, frame }: SignedVisit,
  recent: RecentFigures,
): Promise<PageAnswer> {
  const { contract } = caller;
  const [listed] = await reading.contracts(contract);
  if (!listed) return 'missing';
  const { timeZone } = listed;
  const { choice, refusals } = overviewChoice(query, dateAt(await reading.now(), timeZone));
  const view = await overviewView({ reading, overview, recent }, caller, choice, timeZone);
  const base = overviewPath(contract);
  return {
    html: overviewPage({ ...frame, base, choice, refusals, view }),
    status: refusals.length > 0 ? 422 : 200,
  };
}

/** Exports that are being written at once on one node: each asks the database again and again until it is done. */
const EXPORTS_MAX = 4;
const AGAIN_SECONDS = 30;

async function exported(
  { parts, visitor: { caller }, params, query, frame, language }: SignedVisit,
  running: { count: number },
): Promise<PageAnswer> {
  const name = EXPORTS.find((one) => one === params.file);
  const { contract } = caller;
  const [listed] = name ? await parts.reading.contracts(contract) : [];
  if (!name || !listed) return 'missing';
  const { timeZone } = listed;
  const now = await parts.reading.now();
  const { period, refusals } = periodChoice(query, dateAt(now, timeZone));
  const [refusal] = refusals;
  if (refusal) {
    const words = periodRefusalWords(catalogue(language).overview, refusal);
    return { status: 422, html: wordPage(frame, words) };
  }
  if (running.count >= EXPORTS_MAX) {
    const words = refusalOf('page-too-often', { seconds: AGAIN_SECONDS }, language);
    return { status: 429, html: wordPage(frame, words) };
  }
  const asked = { ...countedFor(caller), ...periodInstants(period, timeZone) };
  const text = exportText(name, { reading: parts.exports, caller, exported: asked, timeZone, now });
  running.count += 1;
  const body = Readable.from(text, { objectMode: false }).once('close', () => {
    running.count -= 1;
  });
  const [list, kind] = name.split('.');
  return {
    body,
    type: kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    saveAs: `${contract}-${list}-${period.from}-${period.until}.${kind}`,
  };
}
