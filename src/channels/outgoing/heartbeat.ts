import { type OutgoingFailure, type OutgoingLimits, outgoing, type Resolve } from './request.ts';

interface Beat {
  readonly url: string;
  /** Goes into the header `Ladder-Beat`, so that a watcher can tell a repeat from a new beat. */
  readonly id: string;
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
  readonly limits?: OutgoingLimits;
}

type BeatResult =
  | { readonly result: 'heard' }
  | { readonly result: 'failed'; readonly reason: OutgoingFailure | `status-${number}` };

/** Tells the watcher outside that all is well. Any 2xx counts as heard; the address is asked as it was written. */
export async function beat({ id, ...asked }: Beat): Promise<BeatResult> {
  const reply = await outgoing({ ...asked, method: 'GET', headers: { 'ladder-beat': id } });
  if (reply.result === 'failed') return reply;
  const { status } = reply;
  return status >= 200 && status < 300
    ? { result: 'heard' }
    : { result: 'failed', reason: `status-${status}` };
}
