import type { EngineParts } from './parts.ts';

/** A digest is for a Monday morning: a minute is soon enough. */
const LOOK_EVERY_MS = 60_000;

/** One turn: digests of who could not be reached, where a week's is due. */
export async function tellReadinessDue({ digests }: EngineParts): Promise<number> {
  await digests.tellReadiness();
  return LOOK_EVERY_MS;
}
