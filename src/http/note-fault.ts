import type { FastifyRequest } from 'fastify';
import { isUndone } from '../app/undone.ts';
import type { HttpParts } from './parts.ts';

/**
 * A bug that a request met: the log has where it was thrown, and operators see it with its number. That it cannot be kept
 * for them changes no answer.
 */
export async function noteFault(
  { log, bugs }: Pick<HttpParts, 'log' | 'bugs'>,
  error: unknown,
  { id: requestId, method, routeOptions }: FastifyRequest,
): Promise<void> {
  const route = routeOptions.url;
  log.error('request-failed', error, { requestId, method, ...(route !== undefined && { route }) });
  try {
    await bugs.note({ asked: `${method} ${route ?? ''}`.trim(), requestId, error });
  } catch (failed) {
    log.error('fault-not-noted', failed, { requestId });
  }
}

/** Whether what was asked for is known not to have been done; undefined where it would have changed nothing. */
export const undoneBy = (error: unknown, { method }: FastifyRequest): boolean | undefined =>
  method === 'GET' || method === 'HEAD' ? undefined : isUndone(error);
