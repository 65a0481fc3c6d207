import type { KeptEvent } from '../app/ports/reading.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { sightOf } from '../app/views/sight.ts';
import { catchUp } from './catch-up.ts';
import type { HttpParts } from './parts.ts';
import { problem } from './problem.ts';
import { CASES_MAX, follows, type Noted, noteIn, opened, type Stream, send, type Wanted } from './stream.ts';

const STREAMS_MAX = 500;
const STREAMS_OF_ONE_MAX = 20;
/** Shorter than what proxies wait for a silent connection. */
const HEARTBEAT_MS = 15_000;
/** Events read at once. */
const BATCH_MAX = 200;
/** The events one decision brings, at most: steps, promises and notices of one instant. */
const DECISION_MAX = 50;

type StreamParts = Pick<
  HttpParts,
  'reading' | 'changes' | 'streamsMax' | 'streamsOfOneMax' | 'streamsBeatMs'
>;

/**
 * Server-sent events. One reader for all streams follows the changes, so that the events of a case are read once for a
 * hundred listeners; who each of them is, and what they see, is asked again every time. A burst that nobody announced
 * is found by the stream of a case at the next heartbeat; that of a contract does not tell it.
 */
export class Streams {
  readonly #parts: StreamParts;
  readonly #open = new Set<Stream>();
  readonly #changed: Noted = new Map();
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
      if (await catchUp(stream, this.#parts.reading)) this.#follow(stream);
      else if (this.#open.has(stream)) this.#letGo(stream);
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

  /** From now on a stream is told what happens, and first what happened while it was told what it had missed. */
  #follow(stream: Stream): void {
    const noted = stream.noted ?? new Map();
    stream.noted = undefined;
    for (const { key, from } of noted.values()) this.#note(key, from);
  }

  #note(key: CaseKey, number: number): void {
    let isFollowed = false;
    for (const one of this.#open) {
      if (!follows(one, key.contract, key.caseId)) continue;
      if (!one.noted) isFollowed = true;
      else if (one.noted.size < CASES_MAX) noteIn(one.noted, key, number);
      else this.#letGo(one);
    }
    if (!isFollowed) return;
    noteIn(this.#changed, key, number);
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
  }

  async #read(): Promise<void> {
    for (const [name, { key, from }] of this.#changed) {
      this.#changed.delete(name);
      const following = [...this.#open].filter((one) => !one.noted && follows(one, key.contract, key.caseId));
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
}
