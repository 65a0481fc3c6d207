import type { EngineParts } from './parts.ts';

/** Whoever goes off duty hears of it within a minute. */
const LOOK_EVERY_MS = 60_000;

/** One turn: people are told of their duty ahead, and who took over from them. */
export async function tellDutyAhead({ rotas }: EngineParts): Promise<number> {
  await rotas.tellDuty();
  return LOOK_EVERY_MS;
}
