import type { Command } from '../../src/core/case/command.ts';
import type { Instant } from '../../src/core/instant.ts';
import type { Party } from '../../src/core/plan/format/schema-values.ts';
import type { Minute } from './naive-calendar.ts';
import { openedAt } from './naive-state.ts';
import { No, type Telling, toMinute, Unsure } from './naive-telling.ts';

export const DAY = 1440;

export function byLadder(_: Telling, command: Command): void {
  if (command.onBehalfOf !== undefined) throw new Unsure('time passing on behalf of somebody');
}

export function onlyOpen({ memory }: Telling): void {
  if (memory.closed) throw new No('closed');
}

export function openOrUnsure({ memory }: Telling): void {
  if (memory.closed) throw new Unsure('whether one may do so in a closed case');
}

/** Whose command it is; the desk may record a few of the customer's. */
export function onlyFor(command: Command, parties: readonly Party[], desk?: 'desk'): void {
  if (!parties.includes(command.actor)) throw new No('not theirs');
  if (command.onBehalfOf !== undefined && !desk) throw new No('not on behalf of anybody');
}

/** An instant stated: at most a day before it was received, and never before the opening. */
export function stated({ memory, occurredAt }: Telling, statedAt: Instant | undefined): Minute | undefined {
  if (statedAt === undefined) return undefined;
  const at = toMinute(statedAt);
  if (at > occurredAt) throw new No('stated in the future');
  if (at < occurredAt - DAY) throw new No('stated too far back');
  if (memory && at < openedAt(memory)) throw new No('stated before the opening');
  return at;
}

export function unsure(what: string): never {
  throw new Unsure(what);
}
