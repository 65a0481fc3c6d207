import type { EngineParts } from './parts.ts';

const LOOK_EVERY_MS = 1_000;

/** One turn: some of the recordings that the carrier still has are brought to their cases. */
export async function bringRecordings({ bringRecordings: bring }: EngineParts): Promise<number> {
  return (await bring()) ? 0 : LOOK_EVERY_MS;
}
