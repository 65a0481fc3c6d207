import type { EngineStore } from '../../src/app/ports/engine.ts';
import { deliver } from '../../src/engine/deliver.ts';
import { fireDeadlines } from '../../src/engine/fire-deadlines.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { type EngineParts, noBacklog } from '../../src/engine/parts.ts';

const TURNS_MAX = 40;
const QUEUES = ['deadline', 'notice', 'delivery'] as const;

/** Turn after turn until nothing is due, to be told, or to be sent. */
export async function settleAll(parts: EngineParts, store: EngineStore): Promise<void> {
  const backlog = noBacklog();
  let last: readonly string[] = [];
  for (let turns = 0; turns < TURNS_MAX; turns++) {
    await fireDeadlines(parts, backlog);
    await makeLetters(parts, backlog);
    await deliver(parts);
    const waiting = await Promise.all(QUEUES.map((queue) => store.untilNext(queue)));
    if (waiting.every((ms) => ms === undefined || ms > 0)) return;
    last = QUEUES.filter((_, index) => waiting[index] === 0);
  }
  throw new Error(`there is always something left to do: ${last.join(', ')}`);
}
