import { setTimeout as pause } from 'node:timers/promises';
import { catalogue } from '../core/message/catalogue.ts';
import { reasonOf } from './api-client.ts';
import { ApiRefused, apiRefused } from './api-refused.ts';
import { type CaseOptions, type CasePlace, casePath, casePlace } from './case-place.ts';
import { askedOf, standingLines } from './case-send.ts';
import { eventLines, type ListedDeadline, print, printJson, type ShownEvent } from './case-text.ts';
import { eventsOf } from './event-stream.ts';
import type { Io } from './io.ts';

interface Standing {
  readonly status: string;
  readonly version: number;
  readonly waiting: { readonly sentence: string };
  readonly deadlines: readonly ListedDeadline[];
  readonly setAside: boolean;
}

/** A service that beats every 15 seconds and is not heard for this long is gone. */
const SILENCE_MS = 45_000;
/** Lost so many times in a row, without an event between, nobody is there. */
const LOST_MAX = 10;
const PAUSE_MS = 500;

/** What is followed: a stream of the API, and which case, where it is one. */
interface Followed {
  readonly place: CasePlace;
  readonly path: string;
  readonly caseId: string | undefined;
  readonly told: (event: ShownEvent) => void;
}

/** `ladder case watch`: events as they happen; ends with the case, or with Ctrl-C. */
export function watchCase(words: readonly string[], options: CaseOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    const [caseId] = words;
    const told = (event: ShownEvent): void => {
      if (options.json) printJson(io, event);
      else print(io, eventLines(event, place.timeZone));
    };
    if (caseId === undefined) {
      const labelled = (event: ShownEvent): void =>
        told(options.json ? event : { ...event, sentence: `${event.caseId}: ${event.sentence}` });
      return follow({ place, path: `${place.path}/events`, caseId, told: labelled });
    }
    const path = casePath(place, words);
    const standing = await place.client.get<Standing>(path);
    if (!options.json) print(io, standingLines(standing, place.timeZone));
    // From what was shown on: nothing can happen between the two questions and be missed.
    const from = `${path}/stream?after=${standing.version}`;
    if (standing.status === 'open') await follow({ place, path: from, caseId, told });
    if (!options.json) io.stderr.write(`${catalogue('en').caseTerminal.watchEnds(caseId)}\n`);
    return 0;
  });
}

/** Follows a stream over as many connections as it takes, each beginning after the last event heard. */
async function follow(followed: Followed): Promise<number> {
  let last: string | undefined;
  for (let lost = 0; ; lost++) {
    const heard = await listen(followed, last);
    if (heard.isClosed) return 0;
    if (heard.last !== undefined && heard.last !== last) lost = 0;
    last = heard.last;
    if (lost >= LOST_MAX)
      throw apiRefused('api-stream-lost', { url: followed.place.client.url, reason: heard.reason });
    await pause(PAUSE_MS);
  }
}

interface Heard {
  readonly last: string | undefined;
  readonly isClosed: boolean;
  readonly reason: string;
}

/** One connection, until it ends. A no that waiting does not change is thrown. */
async function listen({ place, path, caseId, told }: Followed, from: string | undefined): Promise<Heard> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error('silence')), SILENCE_MS);
  let last = from;
  try {
    const body = await place.client.stream(path, from, silence.signal);
    for await (const { id, event, data } of eventsOf(body, () => timer.refresh())) {
      if (event === 'end') break;
      const happened = JSON.parse(data) as ShownEvent;
      told(happened);
      last = id ?? last;
      if (caseId !== undefined && happened.type === 'CaseClosed') return { last, isClosed: true, reason: '' };
    }
    return { last, isClosed: false, reason: 'ended' };
  } catch (error) {
    if (error instanceof ApiRefused && error.values.status < 500 && error.values.status !== 429) throw error;
    return { last, isClosed: false, reason: reasonOf(error) };
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}
