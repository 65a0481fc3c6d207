import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../app/authorise.ts';
import type { EventPlace, FoundCase, KeptEvent } from '../app/ports/reading.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { openPart } from '../app/views/case-view.ts';
import { isForReader } from '../app/views/event-view.ts';
import { sightOf } from '../app/views/sight.ts';
import { asInstant, type Instant, parseInstant } from '../core/instant.ts';
import { viewsFor } from './answered.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';

const STREAMS_MAX = 500;
const STREAMS_OF_ONE_MAX = 20;
/** Shorter than what proxies wait for a silent connection. */
const HEARTBEAT_MS = 15_000;
/** Events read at once. */
const BATCH_MAX = 200;
/** Bytes a slow reader may owe; then its stream ends, and it comes back for the rest. */
const OWED_BYTES_MAX = 1024 * 1024;
/** Cases remembered for a stream of a contract. */
const CASES_MAX = 10_000;
/** Two nodes may commit in another order than they read the clock. */
const OVERLAP_MS = 30_000;

/** Whom a stream is for, and from where it goes on. */
interface Wanted {
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

/** Where a stream of a contract begins that is to tell what happens from an instant on. */
export const placeAt = (at: Instant): string => `${at}-0-0`;

type StreamParts = Pick<
  HttpParts,
  'reading' | 'changes' | 'streamsMax' | 'streamsOfOneMax' | 'streamsBeatMs'
>;

interface Stream extends Omit<Wanted, 'reply' | 'request'> {
  readonly socket: ServerResponse;
  /** The last event sent of each case; what is older was sent, or was before its time. */
  readonly sent: Map<string, number>;
}

/**
 * Server-sent events. One reader for all streams follows the changes, so that the events of a case are read once for a
 * hundred listeners; who each of them is, and what they see, is asked again every time. A burst that nobody announced is found by the stream of a case at the next heartbeat;
 * that of a contract does not tell it.
 */
export class Streams {
  readonly #parts: StreamParts;
  readonly #open = new Set<Stream>();
  readonly #changed = new Map<string, { readonly key: CaseKey; from: number }>();
  readonly #unsubscribe: () => void;
  readonly #heart: NodeJS.Timeout;
  #reading: Promise<void> | undefined;
  #checking: Promise<void> | undefined;
  #ended = false;

  constructor(parts: StreamParts) {
    this.#parts = parts;
    this.#unsubscribe = parts.changes.subscribe((key, number) => this.#note(key, number));
    this.#heart = setInterval(() => this.#beat(), parts.streamsBeatMs ?? HEARTBEAT_MS);
    this.#heart.unref();
  }

  /** Begins a stream with what it has missed; then the reply is its own. */
  async begin(wanted: Wanted): Promise<void> {
    const { streamsMax = STREAMS_MAX, streamsOfOneMax = STREAMS_OF_ONE_MAX } = this.#parts;
    if (this.#ended) throw problem('service-draining', {});
    const own = [...this.#open].filter(({ tokenId }) => tokenId === wanted.tokenId).length;
    if (own >= streamsOfOneMax) throw problem('streams-too-many', { max: streamsOfOneMax });
    if (this.#open.size >= streamsMax) throw problem('streams-too-many', { max: streamsMax });
    const stream = opened(wanted);
    this.#open.add(stream);
    stream.socket.on('close', () => this.#open.delete(stream));
    stream.socket.on('error', () => this.#open.delete(stream));
    try {
      await this.#catchUp(stream);
    } catch (error) {
      stream.socket.destroy(error instanceof Error ? error : undefined);
      this.#open.delete(stream);
    }
  }

  /** Ends every stream: their readers come back to another node. */
  async end(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#heart);
    this.#unsubscribe();
    for (const stream of this.#open) this.#letGo(stream);
    await this.#reading;
    await this.#checking;
  }

  #letGo(stream: Stream): void {
    this.#open.delete(stream);
    stream.socket.end('event: end\ndata: {}\n\n');
  }

  #note(key: CaseKey, number: number): void {
    if (!this.#isFollowed(key)) return;
    const name = `${key.contract}/${key.caseId}`;
    const before = this.#changed.get(name)?.from ?? number;
    this.#changed.set(name, { key, from: Math.min(before, number) });
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
  }

  #isFollowed({ contract, caseId }: CaseKey): boolean {
    for (const one of this.#open) if (follows(one, contract, caseId)) return true;
    return false;
  }

  async #read(): Promise<void> {
    for (const [name, { key, from }] of this.#changed) {
      this.#changed.delete(name);
      const following = [...this.#open].filter((one) => follows(one, key.contract, key.caseId));
      // A fault of the database leaves a gap that the next heartbeat fills, for what was sent is remembered.
      await this.#tell(key, from, following).catch(() => undefined);
      if (this.#ended) return;
    }
  }

  async #tell(key: CaseKey, from: number, following: readonly Stream[]): Promise<void> {
    if (following.length === 0) return;
    const known = following.map(({ sent }) => sent.get(key.caseId) ?? Number.POSITIVE_INFINITY);
    // Of a case not heard of before, the announced event and those of the same decision just before it.
    const after = Math.min(...known, Math.max(0, from - DECISION_MAX));
    const kept = await this.#parts.reading.events(key, after, BATCH_MAX);
    const decided = kept.find(({ number }) => number === from)?.body.at;
    for (const stream of following) {
      const last = stream.sent.get(key.caseId);
      const fresh = kept.filter(({ number, body }) =>
        last === undefined ? number >= from || body.at === decided : number > last,
      );
      if (fresh.length > 0) await this.#tellOne(stream, key, fresh);
    }
  }

  async #tellOne(stream: Stream, key: CaseKey, kept: readonly KeptEvent[]): Promise<void> {
    const caller = await stream.callerNow();
    const found = caller && (await this.#parts.reading.case(key, sightOf(caller)));
    if (!this.#open.has(stream)) return;
    if (caller && found) send(stream, caller, found, kept);
    // Of a contract's cases this one is out of sight; who asked for this case alone is answered like any request for it.
    else if (!caller || stream.only) this.#letGo(stream);
  }

  /** Ends the streams of those who may not ask any more, also where nothing happens that would be told. */
  async #check(): Promise<void> {
    for (const stream of this.#open) {
      // Whoever cannot be looked up now is looked up at the next heartbeat, and told nothing until then.
      const isGone = await stream.callerNow().then(
        (caller) => caller === undefined,
        () => false,
      );
      if (isGone && this.#open.has(stream)) this.#letGo(stream);
    }
  }

  #beat(): void {
    for (const stream of this.#open) {
      stream.socket.write(': still here\n\n');
      if (stream.only)
        this.#note({ contract: stream.contract, caseId: stream.only.caseId }, Number.MAX_SAFE_INTEGER);
    }
    this.#checking ??= this.#check().finally(() => {
      this.#checking = undefined;
    });
  }

  /** What happened between the place a reader names and now. */
  async #catchUp(stream: Stream): Promise<void> {
    const { reading } = this.#parts;
    const { contract, only, from } = stream;
    if (only) return this.#tell({ contract, caseId: only.caseId }, only.after + 1, [stream]);
    if (!from) return;
    const place = { at: asInstant(Math.max(0, from.at - OVERLAP_MS)), caseId: '', number: 0 };
    const kept = await reading.contractEvents(contract, place, BATCH_MAX * 5);
    const missed = kept.filter((one) => !(one.caseId === from.caseId && one.number <= from.number));
    for (const caseId of new Set(missed.map((one) => one.caseId))) {
      const ofCase = missed.filter((one) => one.caseId === caseId);
      await this.#tellOne(stream, { contract, caseId }, ofCase);
    }
  }
}

/** The events one decision brings, at most: steps, promises and notices of one instant. */
const DECISION_MAX = 50;

const follows = ({ contract, only }: Stream, of: string, caseId: string): boolean =>
  contract === of && (only === undefined || only.caseId === caseId);

function opened({ request, reply, ...wanted }: Wanted): Stream {
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
  const sent = new Map(wanted.only ? [[wanted.only.caseId, wanted.only.after]] : []);
  return { ...wanted, socket, sent };
}

function send(stream: Stream, caller: Caller, { key, state }: FoundCase, kept: readonly KeptEvent[]): void {
  const { socket, sent, only, tells } = stream;
  const last = kept.at(-1);
  if (!last) return;
  const newest = Math.max(last.number, sent.get(key.caseId) ?? 0);
  const fresh = kept.filter(({ number }) => number > (sent.get(key.caseId) ?? 0));
  if (sent.size >= CASES_MAX) sent.clear();
  sent.set(key.caseId, newest);
  if (tells === 'changes') {
    const place = only ? String(newest) : `${last.body.at}-${key.caseId}-${newest}`;
    if (fresh.some((one) => isForReader(one, caller) && changesPage(one)))
      socket.write(`id: ${place}\nevent: changed\ndata: ${place}\n\n`);
    return;
  }
  for (const view of viewsFor(caller, fresh, openPart(state).revision)) {
    const id = only
      ? String(view.number)
      : `${parseInstant(String(view.at)) ?? 0}-${key.caseId}-${view.number}`;
    socket.write(`id: ${id}\nevent: ${String(view.type)}\ndata: ${JSON.stringify(view)}\n\n`);
  }
  if (socket.writableLength > OWED_BYTES_MAX) socket.end();
}

/** A carrier's word that all is well changes nothing that a reader waits for. */
const changesPage = ({ body }: KeptEvent): boolean =>
  body.type !== 'DeliveryRecorded' || body.result === 'failed';

const PLACE = /^(\d{1,14})-(\d{1,20})-(\d{1,9})$/;

/** The place a `Last-Event-ID` of a contract's stream names. */
export function placeOf(text: string | undefined): EventPlace | undefined {
  const [, at, caseId, number] = PLACE.exec(text ?? '') ?? [];
  if (at === undefined || caseId === undefined) return undefined;
  const instant: Instant = asInstant(Number(at));
  return { at: instant, caseId, number: Number(number) };
}
