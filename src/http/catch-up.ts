import type { EventPlace, FoundCase, KeptEvent, Reading, Sight } from '../app/ports/reading.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { sightOf } from '../app/views/sight.ts';
import { asInstant, parseInstant } from '../core/instant.ts';
import { isOver, type Stream, send, taken } from './stream.ts';

/** Events read at once. */
const BATCH_MAX = 200;
/** Two nodes may commit in another order than they read the clock. */
const OVERLAP_MS = 30_000;
/** So much time is looked through at once: more where little happened in it, less where much did. */
const SPAN_MS = 3_600_000;
const SPAN_MS_MIN = 1000;

type CatchUpReading = Pick<Reading, 'now' | 'case' | 'events' | 'contractEvents'>;

/** Reads on, each time it is asked, by what its reader sees then. */
type ReadOn = (sight: Sight) => Promise<{ readonly kept: readonly KeptEvent[]; readonly isLast: boolean }>;

/**
 * Tells a reader what happened between the place it names and now, in parts, each once the one before has been taken: in
 * the order of time, so that whoever is cut off on the way goes on where it was. False: it may not read any more.
 */
export async function catchUp(stream: Stream, reading: CatchUpReading): Promise<boolean> {
  const { contract, only, from } = stream;
  if (!only && !from) return true;
  const readOn = only
    ? missedOfCase(reading, { contract, caseId: only.caseId }, only.after)
    : missedOfContract(reading, contract, from!);
  for (;;) {
    const caller = await stream.callerNow();
    if (!caller) return false;
    const sight = sightOf(caller);
    const { kept, isLast } = await readOn(sight);
    const found = new Map<string, FoundCase | undefined>();
    // A page is told once of what happened on end.
    for (const run of runsOf(kept, stream.tells === 'changes' ? BATCH_MAX : 1)) {
      const { caseId } = run[0]!;
      if (!found.has(caseId)) found.set(caseId, await reading.case({ contract, caseId }, sight));
      const one = found.get(caseId);
      if (!one && only) return false;
      if (isOver(stream)) return true;
      if (one) send(stream, caller, one, run);
      await taken(stream);
    }
    if (isLast || isOver(stream)) return true;
  }
}

function missedOfCase(reading: CatchUpReading, key: CaseKey, after: number): ReadOn {
  let last = after;
  return async () => {
    const kept = await reading.events(key, last, BATCH_MAX);
    last = kept.at(-1)?.number ?? last;
    return { kept, isLast: kept.length < BATCH_MAX };
  };
}

function missedOfContract(reading: CatchUpReading, contract: string, from: EventPlace): ReadOn {
  let after: EventPlace = { at: asInstant(Math.max(0, from.at - OVERLAP_MS)), caseId: '', number: 0 };
  let spanMs = SPAN_MS;
  return async (sight) => {
    const end = asInstant(after.at + spanMs);
    const until = end < (await reading.now()) ? end : undefined;
    const kept = await reading.contractEvents(contract, sight, { after, until, max: BATCH_MAX });
    const last = kept.length < BATCH_MAX ? undefined : kept.at(-1);
    if (last) {
      after = placeOfEvent(last);
      spanMs = Math.max(SPAN_MS_MIN, Math.ceil(spanMs / 2));
    } else if (until !== undefined) {
      after = { at: until, caseId: '', number: 0 };
      spanMs *= 2;
    }
    return { kept, isLast: !last && until === undefined };
  };
}

function placeOfEvent({ body, caseId, number }: KeptEvent): EventPlace {
  const at = parseInstant(String(body.at));
  if (at === undefined) throw new Error(`no instant: ${String(body.at)}`);
  return { at, caseId, number };
}

/** Events of one case that stand on end, so many together at most. */
function runsOf(kept: readonly KeptEvent[], max: number): readonly (readonly KeptEvent[])[] {
  const runs: KeptEvent[][] = [];
  for (const one of kept) {
    const run = runs.at(-1);
    if (run && run.length < max && run[0]?.caseId === one.caseId) run.push(one);
    else runs.push([one]);
  }
  return runs;
}
