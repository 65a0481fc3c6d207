import type { EngineParts } from './parts.ts';

/** Turns end and rotas are changed by hand: nobody needs to know sooner. */
const LOOK_EVERY_MS = 60_000;

/** One turn: times ahead at which nobody is on duty are told to those who can do something about it. */
export async function tellGapsAhead({ rotas }: EngineParts): Promise<number> {
  await rotas.tellGaps();
  return LOOK_EVERY_MS;
}
