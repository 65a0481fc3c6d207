import { unreachedSteps } from '../../../core/case/play/forecast-unreached.ts';
import type { CaseState, OpenState } from '../../../core/case/state.ts';
import { highestLevel } from '../../../core/case/state.ts';
import type { Instant } from '../../../core/instant.ts';
import type { Standing } from '../../../core/message/picture.ts';
import type { Step } from '../../../core/plan/revision/revision.ts';
import { caseForecast } from '../case-forecast.ts';

/** A level of the case's track: where it stands, since or from when, and what leads there. */
export interface Rung {
  readonly level: number;
  readonly standing: Standing;
  readonly at: Instant | undefined;
  readonly step: Step;
  /** The next lower level of the track, from whose contact its clock may count. */
  readonly below: number | undefined;
  /** Ladder makes the move in the customer's name. */
  readonly automatic: boolean;
}

/**
 * The ladder of a real case, the lowest level first: what has happened, what is due, and, for what lies ahead, when it
 * would come if nobody said anything from now on.
 */
export function rungsOf(state: Exclude<CaseState, { status: 'none' }>, now: Instant): readonly Rung[] {
  const open = state.status === 'closed' ? state.last : state;
  const ahead = state.status === 'closed' ? new Map<number, Instant>() : aheadOf(open, now);
  const reached = highestLevel(open);
  const lacking = new Set(state.status === 'closed' ? [] : unreachedSteps(open).map(({ level }) => level));
  let isNext = true;
  return open.track.steps.map((step, index) => {
    const below = open.track.steps[index - 1]?.level;
    const rung = { level: step.level, step, below, automatic: isAutomatic(open, step) };
    const contact = open.contacted.find(({ level }) => level === step.level);
    if (contact) return { ...rung, standing: 'reached' as const, at: contact.from };
    if (step.level < reached || state.status === 'closed')
      return { ...rung, standing: 'never' as const, at: undefined };
    const due = open.due.find(({ level, declined }) => level === step.level && !declined);
    if (due) return { ...rung, standing: 'due' as const, at: due.dueAt };
    const at = ahead.get(step.level);
    if (at === undefined && lacking.has(step.level)) return { ...rung, standing: 'never' as const, at };
    const standing = isNext ? ('next' as const) : ('later' as const);
    isNext = false;
    return { ...rung, standing, at };
  });
}

/** When each level above comes, where nobody says anything and everybody moves as soon as they may. */
function aheadOf(open: OpenState, now: Instant): ReadonlyMap<number, Instant> {
  const { rows } = caseForecast(open, now);
  return new Map(rows.flatMap((row) => (row.kind === 'move' ? [[row.level, row.at]] : [])));
}

const isAutomatic = ({ automatic }: OpenState, { actor, mode }: Step): boolean =>
  actor === 'customer' && (automatic ?? mode === 'automatic');
