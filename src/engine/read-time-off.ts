import type { EngineParts } from './parts.ts';

/** Calendars are read every half hour; whoever fills a seat from now on has their time off by it as soon as this. */
const LOOK_EVERY_MS = 60_000;

/** One turn: calendars of absences that are due are read, and the record says what they say. */
export async function readTimeOffDue({ rotas }: EngineParts): Promise<number> {
  await rotas.readTimeOff();
  return LOOK_EVERY_MS;
}
