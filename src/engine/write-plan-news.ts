import type { EngineParts } from './parts.ts';

/** So soon after a plan has changed those who asked for it are written to. */
const LOOK_EVERY_MS = 1_000;

/** One turn: some of those who are to be told that a plan has changed are written to. */
export async function writePlanNews({ subscribers }: EngineParts): Promise<number> {
  return (await subscribers.writeNews()) ? 0 : LOOK_EVERY_MS;
}
