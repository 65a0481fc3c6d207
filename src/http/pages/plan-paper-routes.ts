import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { planView } from '../../app/views/plan/plan-view.ts';
import { type Language, languageOf } from '../../core/message/catalogue.ts';
import { paperPdf } from '../../render/pdf/paper-pdf.ts';
import type { SheetSize } from '../../render/pdf/sheets.ts';
import { wallPdf } from '../../render/pdf/wall-pdf.ts';
import { planAtom } from '../../render/publication/plan-atom.ts';
import { planFeed } from '../../render/publication/plan-feed.ts';
import { planPaper } from '../../render/publication/plan-paper.ts';
import type { PlanParts } from '../../render/publication/published-plan.ts';
import { wallSheet } from '../../render/publication/wall-sheet.ts';
import { typefaces } from '../typefaces.ts';
import type { PageParts } from './page-parts.ts';
import { openPage } from './page-route.ts';
import { planParts, seenPlan } from './plan-answer.ts';
import { isUnchanged } from './unchanged.ts';
import type { PageAnswer, Visit } from './visit.ts';

/** The plan as papers: whole, and on one page for the wall, for whoever may read its page. */
export function planPaperRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/plans/:contract.pdf' }, (visit) =>
    pdf(visit, 'plan', (plan, language) => {
      const of = planPaper(plan, language);
      return { of, make: () => paperPdf(of, typefaces(), 'LETTER') };
    }),
  );
  openPage(server, parts, { method: 'GET', path: '/plans/:contract.ics' }, feed);
  openPage(server, parts, { method: 'GET', path: '/plans/:contract.atom' }, atom);
  for (const [name, size] of WALLS) {
    openPage(server, parts, { method: 'GET', path: `/plans/:contract/wall-${name}.pdf` }, (visit) =>
      pdf(visit, `wall-${name}`, (plan, language) => {
        const of = wallSheet(plan, language);
        return { of, make: () => wallPdf(of, typefaces(), size) };
      }),
    );
  }
}

/** What the plan owes by a date, and its holidays, for a calendar that asks again by itself. */
async function feed(visit: Visit): Promise<PageAnswer> {
  const plan = await seenPlan(visit);
  if (!plan) return 'missing';
  return {
    body: planFeed(planParts(visit, plan), languageAsked(visit)),
    type: 'text/calendar; charset=utf-8',
    saveAs: `${plan.contract.contract}.ics`,
  };
}

/**
 * What has changed about the plan, for readers of feeds. Whoever asks, it is the one for anybody: what a feed reader has
 * is passed on, and it asks often.
 */
async function atom(visit: Visit): Promise<PageAnswer> {
  const { parts, params, request, reply } = visit;
  const plan = await planView(parts, params.contract ?? '', undefined);
  if (!plan) return 'missing';
  const feed = planAtom(planParts(visit, plan), languageAsked(visit));
  if (isUnchanged(request, reply, feed)) return 'sent';
  void reply
    .header('cache-control', 'public, no-cache')
    .header('vary', 'accept-language, cookie, accept-encoding')
    .type('application/atom+xml; charset=utf-8')
    .serializer((body: unknown) => String(body))
    .send(feed);
  return 'sent';
}

/** The address says the language, so that a paper that is passed on stays what it was. */
const languageAsked = ({ query, language }: Visit): Language =>
  languageOf(query.text('language')) ?? language;

const WALLS: readonly (readonly [string, SheetSize])[] = [
  ['a4', 'A4'],
  ['letter', 'LETTER'],
];

interface Making {
  /** Everything that the paper says. */
  readonly of: object;
  readonly make: () => Promise<Uint8Array>;
}

async function pdf(
  visit: Visit,
  name: string,
  making: (plan: PlanParts, language: Language) => Making,
): Promise<PageAnswer> {
  const plan = await seenPlan(visit);
  if (!plan) return 'missing';
  const language = languageAsked(visit);
  const { of, make } = making(planParts(visit, plan), language);
  return {
    body: Buffer.from(await kept(`${name} ${digestOf(of)}`, make)),
    type: 'application/pdf',
    saveAs: `${plan.contract.contract}-${name}-${language}.pdf`,
    isShown: true,
  };
}

const digestOf = (of: object): string => createHash('sha256').update(JSON.stringify(of)).digest('base64url');

/** Papers that were made last, by everything that they say: made once a minute at most, however many ask. */
const KEPT = new Map<string, Promise<Uint8Array>>();
const KEPT_MAX = 12;

function kept(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = KEPT.get(key);
  if (known) return known;
  const making = make();
  KEPT.set(key, making);
  // What failed is tried again by whoever asks next.
  making.catch(() => KEPT.delete(key));
  const [oldest] = KEPT.keys();
  if (KEPT.size > KEPT_MAX && oldest !== undefined) KEPT.delete(oldest);
  return making;
}
