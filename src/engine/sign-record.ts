import { randomUUIDv7 } from 'node:crypto';
import { checkpointText, makeCheckpoint } from '../app/checkpoint.ts';
import type { EngineTransaction, NewDelivery } from '../app/ports/engine.ts';
import type { Checkpoint } from '../app/ports/record.ts';
import { signingKey } from '../app/secret.ts';
import { formatInstant, type Instant } from '../core/instant.ts';
import type { EngineParts } from './parts.ts';

const EVERY_MS = 3_600_000;
/** How often a node looks whether the hour is over: a demonstration's clock may be moved. */
const LOOK_EVERY_MS = 60_000;

/** One turn: once an hour, on one of the nodes, the record is signed and the signature goes to oversight. */
export async function signRecord(parts: EngineParts): Promise<number> {
  await parts.store.transaction(async (tx) => {
    const at = await tx.now();
    const key = signingKey(parts.secret);
    const checkpoint = await makeCheckpoint(tx.book, { at, everyMs: EVERY_MS, key });
    // Where nothing changed, the signature before says as much.
    if (!checkpoint || checkpoint.listed === 0) return;
    await tx.addDeliveries(await letters(parts, tx, checkpoint, at));
  });
  return LOOK_EVERY_MS;
}

async function letters(
  { letters: { writer, isDemonstration } }: EngineParts,
  tx: EngineTransaction,
  checkpoint: Checkpoint,
  at: Instant,
): Promise<readonly NewDelivery[]> {
  const { number, cases, events } = checkpoint;
  const readers = await tx.overseers();
  return readers.flatMap(({ contract, contractTitle, person: { personId, email, language } }) => {
    if (email === undefined) return [];
    const said = { number, cases, events, at: formatInstant(at), text: checkpointText(checkpoint) };
    const letter = writer.checkpoint({
      ...{ language, contractTitle, ...said },
      demonstration: isDemonstration,
    });
    return {
      ...{ contract, caseId: '', deliveryId: randomUUIDv7(), number, round: 0, personId, level: undefined },
      ...{ kind: 'checkpoint', means: 'email', queuedAt: at, address: email, ...letter },
      ...{ canReply: false, replyHash: undefined, links: [] },
    };
  });
}
