import type { Command } from '../../src/core/case/command.ts';
import type { EventType } from '../../src/core/case/event.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import type { Minute } from './naive-calendar.ts';
import { runningPromises } from './naive-clocks.ts';
import {
  hasAcknowledged,
  hasResponded,
  highest,
  isContacted,
  lastWord,
  type Memory,
  pauseNow,
  promiseKey,
  type RunningPromise,
  stepTo,
} from './naive-state.ts';

/** What must have happened, with the fields that an event of that type has to carry. */
export type Happening = { readonly type: EventType; readonly occurredAt: Instant } & Readonly<
  Record<string, string | number | boolean | undefined>
>;

/** The answer is no. */
export class No extends Error {}
/** The rules leave it open. */
export class Unsure extends Error {}

/** One command being worked on; `memory` is replaced as things happen. */
export interface Telling {
  memory: Memory;
  readonly command: Command;
  readonly at: Minute;
  readonly occurredAt: Minute;
  readonly news: Happening[];
}

/** Fields of a deadline acted on. */
export type Time = Readonly<Record<string, number>>;

/** The customer's due steps that move by themselves, from the lowest. */
export function takeAutomatically(telling: Telling, now: Minute): void {
  if (telling.memory.closed) return;
  for (const due of [...telling.memory.due].sort((a, b) => a.level - b.level)) {
    const step = stepTo(telling.memory, due.level);
    if (!step || (due.passedTo ?? step.actor) !== 'customer') continue;
    if (!(telling.memory.automatic ?? step.mode === 'automatic')) continue;
    if (due.level <= highest(telling.memory)) continue;
    if (step.requires.some((level) => !isContacted(telling.memory, level))) continue;
    move(telling, due.level, now, { automatic: true });
  }
}

/** Reaches a level; a due step taken during a pause ends the pause. */
export function move(
  telling: Telling,
  level: number,
  now: Minute,
  how: {
    readonly automatic?: boolean;
    readonly early?: string | undefined;
    readonly statedAt?: Minute | undefined;
  },
): void {
  if (telling.memory.due.some((due) => due.level === level)) endPause(telling, now, {});
  const ask = addAsk(telling, [level], now, how.statedAt);
  note(telling, 'Escalated', now, {
    ...onStep(telling, level),
    ask,
    automatic: how.automatic,
    early: how.early,
    statedAt: how.statedAt === undefined ? undefined : toInstant(how.statedAt),
  });
  const { memory } = telling;
  change(telling, now, {
    contacts: [...memory.contacts, { level, ask }],
    due: memory.due.filter((due) => due.level > level),
    declined: memory.declined.filter((due) => due.level > level),
  });
  note(telling, 'LevelContacted', now, { level });
}

export const pausesEnded = (memory: Memory, now: Minute): Memory['pauses'] =>
  memory.pauses.map((pause) => ({ ...pause, until: pause.until ?? now }));

/** Adds an ask and gives its number. */
export function addAsk(telling: Telling, levels: readonly number[], now: Minute, statedAt?: Minute): number {
  const { asks, order } = telling.memory;
  const ask = {
    levels,
    occurredAt: now,
    statedAt,
    contest: 'none',
    dropped: false,
    order: order + 1,
  } as const;
  change(telling, now, { asks: [...asks, ask], order: order + 1 });
  return asks.length;
}

/** Ends the pause that lasts, if one does. */
export function endPause(telling: Telling, now: Minute, time: Time): void {
  const pause = pauseNow(telling.memory);
  if (!pause) return;
  change(telling, now, { pauses: pausesEnded(telling.memory, now) });
  note(telling, 'Resumed', now, { pause: pause.number, ...time });
}

export const onStep = ({ memory }: Telling, level: number) => ({ step: `${memory.track}/${level}`, level });

/** Writes down what happened. */
export function note(
  telling: Telling,
  type: EventType,
  now: Minute,
  fields: Readonly<Record<string, unknown>>,
): void {
  telling.news.push({ type, occurredAt: toInstant(now), ...fields } as Happening);
}

/** Remembers something new, and ends each promise that no longer runs because of it. */
export function change(telling: Telling, now: Minute, patch: Partial<Memory>): void {
  telling.memory = { ...telling.memory, ...patch };
  const { memory } = telling;
  const running = memory.closed ? [] : runningPromises(memory);
  const isStill = (one: RunningPromise) =>
    running.some((other) => other.rule.id === one.rule.id && other.start === one.start);
  for (const ended of memory.running.filter((one) => !isStill(one))) {
    const key = promiseKey(ended.rule, ended.start);
    if (telling.memory.spent.has(key)) continue;
    const end = { promise: ended.rule.id, level: ended.rule.level, start: ended.start };
    note(telling, endOf(telling.memory, ended), now, end);
    telling.memory = { ...telling.memory, spent: new Set([...telling.memory.spent, key]) };
  }
  telling.memory = { ...telling.memory, running };
}

function endOf(memory: Memory, { rule, start }: RunningPromise): 'PromiseKept' | 'PromiseVoid' {
  if (memory.closed) return rule.kind === 'longestAtLevel' ? 'PromiseKept' : 'PromiseVoid';
  if (!memory.revision.tracks[memory.track]!.promises.some((one) => one.id === rule.id)) return 'PromiseVoid';
  const ask = memory.asks[start]!;
  const responded = hasResponded(memory, [rule.level]);
  const isKept = {
    acknowledgeWithin: () => responded(ask) || hasAcknowledged(memory, rule.level)(ask),
    respondWithin: () => responded(ask),
    updateEvery: () => (lastWord(memory, rule.level)?.number ?? -1) > start,
    longestAtLevel: () => highest(memory) > rule.level,
  }[rule.kind]();
  if (!isKept) throw new Unsure(`the start of ${rule.kind} is displaced by an earlier one`);
  return 'PromiseKept';
}

export function spend(telling: Telling, keys: readonly string[]): void {
  telling.memory = { ...telling.memory, spent: new Set([...telling.memory.spent, ...keys]) };
}

export const toInstant = (minute: Minute): Instant => asInstant(minute * 60_000);
export const toMinute = (instant: Instant): Minute => instant / 60_000;
