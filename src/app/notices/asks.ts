import type { CaseEvent } from '../../core/case/event.ts';
import type { Instant } from '../../core/instant.ts';
import { INSIST_MS } from '../../core/reach/tries.ts';
import type { LevelTold, NoticeJob } from '../ports/engine.ts';

/** Asks of one series that somebody is told of in one bundle; the others are on the case. */
const ASKS_TOLD_MAX = 10;

/** Whether an event asks a level for an answer. */
export function asksLevel(event: CaseEvent, level: number): boolean {
  if (event.type === 'LevelContacted') return event.level === level;
  return ['CustomerAsked', 'NotSatisfied', 'CaseReopened', 'SatisfactionUndone'].includes(event.type);
}

/** What a notice asks of a level; of one that names other events alone what the level was asked last before them. */
export function asksIn(
  all: readonly CaseEvent[],
  { from, to }: Pick<NoticeJob, 'from' | 'to'>,
  level: number,
): readonly CaseEvent[] {
  const asks = all.slice(from - 1, to).filter((event) => asksLevel(event, level));
  if (asks.length > 0) return asks;
  const last = all.slice(0, to).findLast((event) => asksLevel(event, level));
  return last ? [last] : [];
}

/** Whether a level was asked anew since a notice: that ask has a notice of its own, by which the level is reached now. */
export const isAskedAnew = (
  all: readonly CaseEvent[],
  { to }: Pick<NoticeJob, 'to'>,
  level: number,
): boolean => all.slice(to).some((event) => asksLevel(event, level));

/** An ask and its number. */
interface Numbered {
  readonly event: CaseEvent;
  readonly number: number;
}

/** What a level was asked up to an event and has neither answered nor taken, while it was being reached without a break. */
export function openAsks(all: readonly CaseEvent[], to: number, level: number): readonly Numbered[] {
  let asks: Numbered[] = [];
  for (const [index, event] of all.slice(0, to).entries()) {
    if (endsReaching(event, level)) asks = [];
    if (!asksLevel(event, level)) continue;
    const before = asks.at(-1);
    if (before && event.at - before.event.at > INSIST_MS) asks = [];
    asks.push({ event, number: index + 1 });
  }
  return asks;
}

function endsReaching(event: CaseEvent, level: number): boolean {
  switch (event.type) {
    case 'Acknowledged':
    case 'Responded':
    case 'ResolutionProposed':
      return event.level === level;
    case 'Paused':
    case 'CaseClosed':
      return true;
    default:
      return false;
  }
}

/** What somebody of a level has been told of a case, as far as their next bundle goes by it. */
interface ToldSoFar {
  /** When they got their last bundle, of whichever level. */
  readonly triedAt: Instant | undefined;
  /** What the level was asked that they have not been told yet, the earliest first. */
  readonly untold: readonly CaseEvent[];
}

/** What of a notice and before it somebody has still to be told for a level. */
export function toldSoFar(
  all: readonly CaseEvent[],
  told: readonly LevelTold[],
  { to }: Pick<NoticeJob, 'to'>,
  { personId, level }: { readonly personId: string; readonly level: number },
): ToldSoFar {
  const bundles = told.filter((one) => one.personId === personId && isBundle(all, one));
  const number = Math.max(0, ...bundles.filter((one) => one.level === level).map((one) => one.number));
  const untold = openAsks(all, to, level).filter((ask) => ask.number > number);
  const last = bundles.reduce<Instant | undefined>(
    (latest, { at }) => (latest !== undefined && latest > at ? latest : at),
    undefined,
  );
  return { triedAt: last, untold: untold.slice(-ASKS_TOLD_MAX).map(({ event }) => event) };
}

/** Whether it told of an ask: a level also hears once of much that asks it nothing. */
function isBundle(all: readonly CaseEvent[], { number, round, level }: LevelTold): boolean {
  const last = all[number - 1];
  if (round > 0 || !last) return true;
  return all.slice(0, number).some((event) => event.at === last.at && asksLevel(event, level));
}
