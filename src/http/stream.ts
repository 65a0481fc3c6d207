import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../app/authorise.ts';
import type { EventPlace, FoundCase, KeptEvent } from '../app/ports/reading.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { openPart } from '../app/views/case-view.ts';
import { isForReader } from '../app/views/event-view.ts';
import { asInstant, type Instant, parseInstant } from '../core/instant.ts';
import { viewsFor } from './answered.ts';

/** Bytes a slow reader may owe; then its stream ends, and it comes back for the rest. */
const OWED_BYTES_MAX = 1024 * 1024;
/** Cases remembered for a stream of a contract. */
export const CASES_MAX = 10_000;

/** Whom a stream is for, and from where it goes on. */
export interface Wanted {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly tokenId: string;
  /**
   * Who it is for, as they are now: asked before anything is told and at each heartbeat. Undefined: they may not ask any
   * more, and the stream ends.
   */
  readonly callerNow: () => Promise<Caller | undefined>;
  readonly contract: string;
  /** Only this case, from after this event. */
  readonly only: { readonly caseId: string; readonly after: number } | undefined;
  readonly from: EventPlace | undefined;
  /** `changes`: only that something has happened, with the number of the last event, for a page to be read anew. */
  readonly tells?: 'changes';
}

/** Cases that have changed, each by its name with the first event that was announced. */
export type Noted = Map<string, { readonly key: CaseKey; readonly from: number }>;

export interface Stream extends Omit<Wanted, 'reply' | 'request'> {
  readonly socket: ServerResponse;
  /** The last event sent of each case; what is older was sent, or was before its time. */
  readonly sent: Map<string, number>;
  /** What was announced while its reader is told what it has missed; undefined once it follows what happens. */
  noted: Noted | undefined;
}

/** The stream begins as an answer whose reply is its own. */
export function opened({ request, reply, ...wanted }: Wanted): Stream {
  const socket = reply.raw;
  const headers = reply.getHeaders();
  reply.hijack();
  request.raw.socket.setTimeout(0);
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) socket.setHeader(name, value);
  socket.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  socket.write(': connected\nretry: 3000\n\n');
  const { only, from } = wanted;
  const sent = new Map<string, number>();
  if (only) sent.set(only.caseId, only.after);
  else if (from) sent.set(from.caseId, from.number);
  return { ...wanted, socket, sent, noted: only || from ? new Map() : undefined };
}

export const follows = ({ contract, only }: Stream, of: string, caseId: string): boolean =>
  contract === of && (only === undefined || only.caseId === caseId);

/** A case has changed; where it had before and nobody has looked since, it is still from there. */
export function noteIn(noted: Noted, key: CaseKey, number: number): void {
  const name = `${key.contract}/${key.caseId}`;
  const before = noted.get(name)?.from ?? number;
  noted.set(name, { key, from: Math.min(before, number) });
}

/** Sends events of a case, so far as they were not sent before and are for this reader. */
export function send(
  stream: Stream,
  caller: Caller,
  { key, state }: FoundCase,
  kept: readonly KeptEvent[],
): void {
  const { socket, sent, only, tells } = stream;
  const last = kept.at(-1);
  if (!last) return;
  const newest = Math.max(last.number, sent.get(key.caseId) ?? 0);
  const fresh = kept.filter(({ number }) => number > (sent.get(key.caseId) ?? 0));
  if (sent.size >= CASES_MAX) sent.clear();
  sent.set(key.caseId, newest);
  const placeIn = (at: unknown, number: number): string =>
    only ? String(number) : `${parseInstant(String(at)) ?? 0}-${key.caseId}-${number}`;
  if (tells === 'changes') {
    const place = placeIn(last.body.at, newest);
    if (fresh.some((one) => isForReader(one, caller) && changesPage(one)))
      socket.write(`id: ${place}\nevent: changed\ndata: ${place}\n\n`);
    return;
  }
  for (const view of viewsFor(caller, fresh, openPart(state).revision)) {
    const id = placeIn(view.at, view.number);
    socket.write(`id: ${id}\nevent: ${String(view.type)}\ndata: ${JSON.stringify(view)}\n\n`);
  }
  if (socket.writableLength > OWED_BYTES_MAX) socket.end();
}

/** A carrier's word that all is well changes nothing that a reader waits for. */
const changesPage = ({ body }: KeptEvent): boolean =>
  body.type !== 'DeliveryRecorded' || body.result === 'failed';

export const isOver = ({ socket }: Stream): boolean => socket.writableEnded || socket.destroyed;

/** Waits until a slow reader has taken what is on its way, or is gone. */
export async function taken({ socket }: Stream): Promise<void> {
  if (!socket.writableNeedDrain || socket.destroyed || socket.writableEnded) return;
  const settled = new AbortController();
  const { signal } = settled;
  try {
    await Promise.race([once(socket, 'drain', { signal }), once(socket, 'close', { signal })]);
  } finally {
    settled.abort();
  }
}

/** Where a stream of a contract begins that is to tell what happens from an instant on. */
export const placeAt = (at: Instant): string => `${at}-0-0`;

const PLACE = /^(\d{1,14})-(\d{1,20})-(\d{1,9})$/;

/** The place a `Last-Event-ID` of a contract's stream names. */
export function placeOf(text: string | undefined): EventPlace | undefined {
  const [, at, caseId, number] = PLACE.exec(text ?? '') ?? [];
  if (at === undefined || caseId === undefined) return undefined;
  return { at: asInstant(Number(at)), caseId, number: Number(number) };
}
