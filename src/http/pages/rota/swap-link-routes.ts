import type { FastifyInstance } from 'fastify';
import { answerSwapByLink, lookAtSwap, type SwapLook } from '../../../app/rota/swap-by-link.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { rotaRefusalWords } from '../../../core/message/portal/rota.ts';
import type { DeadSwap } from '../../../core/message/portal/swap.ts';
import { type Frame, wordPage } from '../../../portal/frame.tsx';
import { swapAnsweredPage, swapLinkPage } from '../../../portal/rota/swap-link-page.tsx';
import { linkFrame } from '../guards.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';
import { rotaPath } from '../places.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { swapLettersOf } from './rota-visit.ts';

/** Behind the links of whoever is asked to swap duty: looking changes nothing, the button answers. */
export function swapLinkRoutes(server: FastifyInstance, parts: PageParts): void {
  const path = '/swap/:token';
  openPage(server, parts, { method: 'GET', path }, show);
  openPage(server, parts, { method: 'POST', path }, answer);
}

const partsOf = ({ parts: { links, contractsFor } }: Visit) => ({ answers: links.answers, contractsFor });

const frameOf = ({ parts, request }: Visit, { language }: SwapLook): Frame =>
  linkFrame(parts, request, language);

async function show(visit: Visit): Promise<PageAnswer> {
  const look = await lookAtSwap(partsOf(visit), visit.params.token ?? '');
  if (!look) return 'missing';
  const frame = frameOf(visit, look);
  if (look.dead !== undefined) return dead(frame, look.dead);
  return { html: swapLinkPage({ frame, look, formPath: visit.request.url }) };
}

async function answer(visit: Visit): Promise<PageAnswer> {
  const used = await answerSwapByLink(partsOf(visit), swapLettersOf(visit.parts), visit.params.token ?? '');
  if (!used) return 'missing';
  const { look, answer: given } = used;
  const frame = frameOf(visit, look);
  if (look.dead !== undefined) return dead(frame, look.dead);
  if (given?.accepted === false) {
    const words = rotaRefusalWords(catalogue(frame.language).rota, given.refusal);
    return { html: wordPage(frame, words), status: 409 };
  }
  return { html: swapAnsweredPage({ frame, look, rotaPath: rotaPath(look.contract) }) };
}

const dead = (frame: Frame, why: DeadSwap): PageAnswer => ({
  html: wordPage(frame, catalogue(frame.language).swaps.link.dead[why]),
  status: 410,
});
