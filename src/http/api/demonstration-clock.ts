import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  CLOCK_CALL_MS,
  type ClockMoved,
  type ClockRefusal,
  clockTarget,
  moveClock,
} from '../../app/move-clock.ts';
import { clockBody, clockMovedOut } from '../../app/schemas/clock.ts';
import { formatInstant, type Instant, parseInstant } from '../../core/instant.ts';
import { isAtHome, isFromHere } from '../at-home.ts';
import { openOperation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { problem } from '../problem.ts';

/**
 * The clock of a demonstration, for programs. In a real installation there is nothing at this address.
 *
 * Everybody on this machine may move it, as with its pages; a page of another site may not, whatever name it has
 * given this machine.
 */
export function demonstrationClockRoute(
  server: FastifyInstance,
  { movable, isDemonstration }: HttpParts,
): void {
  if (!movable || !isDemonstration) return;
  const { clock, baseUrl } = movable;
  openOperation(
    server,
    {
      id: 'moveClock',
      method: 'POST',
      path: '/demonstration/clock',
      tag: 'demonstration',
      body: clockBody,
      replies: { 200: clockMovedOut },
    },
    async ({ by = '', until }, request) => {
      refuseStrangers(request, baseUrl());
      const target =
        (until === undefined ? undefined : parseInstant(until)) ?? sure(clockTarget(await clock.now(), by));
      const enough = AbortSignal.timeout(CLOCK_CALL_MS);
      return movedView(sure(await moveClock({ clock, wait, enough }, target)));
    },
  );
}

function refuseStrangers(request: FastifyRequest, baseUrl: string): void {
  if (!isAtHome(request, baseUrl)) throw problem('request-host-foreign', {});
  if (!isFromHere(request, false)) throw problem('request-origin-foreign', {});
}

function sure<T extends ClockMoved | Instant>(answer: T | ClockRefusal): T {
  if (typeof answer === 'object' && 'code' in answer) throw problem(answer.code, answer.values as never);
  return answer;
}

const movedView = ({ from, now, target, stops, isThere }: ClockMoved): object => ({
  from: formatInstant(from),
  now: formatInstant(now),
  until: formatInstant(target),
  stops,
  isThere,
});
