import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  CLOCK_CALL_MS,
  type ClockMoved,
  type ClockRefusal,
  clockTarget,
  moveClock,
} from '../../app/move-clock.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { clockPage } from '../../portal/clock-page.tsx';
import { type Frame, wordPage } from '../../portal/frame.tsx';
import { field, linkFrame, mayOperate, operatorFrame, refusalOf, sendPage } from './guards.ts';
import type { PageParts } from './page-parts.ts';

/** The clock of a demonstration, as a page. A real installation says that it has none. */
export function clockRoutes(server: FastifyInstance, parts: PageParts): void {
  const schema = { hide: true };
  server.get('/clock', { schema }, async (request, reply) => {
    if (!(await mayOperate(parts, request, reply))) return reply;
    if (!parts.isDemonstration) return noClock(parts, request, reply);
    return sendPage(reply, 200, await pageOf(parts, await operatorFrame(parts, request), '', { is: 'none' }));
  });
  server.post('/clock', { schema }, async (request, reply) => {
    if (!(await mayOperate(parts, request, reply))) return reply;
    const frame = await operatorFrame(parts, request);
    const by = field(request.body, 'by');
    const { spanTyped } = catalogue(frame.language).pages.clock;
    const moved = await move(parts, spanTyped(by), untilOf(field(request.body, 'until')));
    if ('code' in moved) {
      if (moved.code === 'clock-not-movable') return noClock(parts, request, reply);
      const words = wordsOf({ ...moved, values: { ...moved.values, by } } as ClockRefusal, frame.language);
      return sendPage(reply, 422, await pageOf(parts, frame, by, { is: 'refused', words }));
    }
    return sendPage(reply, 200, await pageOf(parts, frame, by, outcomeOf(moved)));
  });
}

async function move(
  { clock }: PageParts,
  by: string,
  until: Instant | undefined,
): Promise<ClockMoved | ClockRefusal> {
  if (!(await clock.isDemonstration())) return { code: 'clock-not-movable', values: {} };
  const target = until ?? clockTarget(await clock.now(), by);
  return typeof target === 'number'
    ? moveClock({ clock, wait, enough: AbortSignal.timeout(CLOCK_CALL_MS) }, target)
    : target;
}

const untilOf = (text: string): Instant | undefined =>
  /^\d{12,14}$/.test(text) ? asInstant(Number(text)) : undefined;

const wordsOf = ({ code, values }: ClockRefusal, language: Language): RefusalWords =>
  (catalogue(language).pages.refusals[code] as (values: object) => RefusalWords)(values);

const outcomeOf = ({ isThere, stops, target }: ClockMoved) =>
  isThere ? ({ is: 'moved', stops } as const) : ({ is: 'underWay', target } as const);

async function pageOf(
  parts: PageParts,
  frame: Frame,
  typed: string,
  outcome: Parameters<typeof clockPage>[0]['outcome'],
): Promise<string> {
  const [now, timeZone] = [await parts.clock.now(), await parts.operator.timeZone()];
  return clockPage({ ...frame, now, timeZone, typed, outcome });
}

const noClock = (parts: PageParts, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const frame = linkFrame(parts, request);
  return sendPage(reply, 409, wordPage(frame, refusalOf('clock-not-movable', {}, frame.language)));
};
