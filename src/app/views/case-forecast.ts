import { strict as assert } from 'node:assert';
import type { Command } from '../../core/case/command.ts';
import type { DeadlineReason } from '../../core/case/deadline-reason.ts';
import { deadlines } from '../../core/case/deadlines.ts';
import { decide } from '../../core/case/decide.ts';
import { evolve } from '../../core/case/evolve.ts';
import { type ForecastRow, rowsOf } from '../../core/case/play/forecast-rows.ts';
import { type UnreachedStep, unreachedSteps } from '../../core/case/play/forecast-unreached.ts';
import type { DueStep, OpenState } from '../../core/case/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { Track } from '../../core/plan/revision/revision.ts';

interface CaseForecast {
  readonly track: Track;
  /** Steps that are due already, which are supposed to be moved at once. */
  readonly dueAlready: readonly DueStep[];
  readonly rows: readonly ForecastRow[];
  readonly unreached: readonly UnreachedStep[];
}

/** A step, a warning, a promise, a pass each at most once for each start, of which silence makes few. */
const TURNS_MAX = 10_000;

/**
 * What will happen to this very case if from now on nobody says anything, and every actor moves in the very
 * instant it may. A step that is due already is moved at `now`.
 */
export function caseForecast(from: OpenState, now: Instant): CaseForecast {
  const rows: ForecastRow[] = [];
  const reasons = new Map<number, DeadlineReason>();
  let state = from;
  const take = (command: Command): void => {
    const decision = decide(state, command);
    assert(decision.accepted, 'a forecast does only what may be done');
    for (const event of decision.events) {
      const after = evolve(state, event);
      assert(after.status === 'open', 'time alone closes no case');
      rows.push(...rowsOf({ before: state, after, reasons, answeredBy: undefined }, event));
      state = after;
    }
  };
  const moveAtOnce = (at: Instant): void => {
    for (let turn = 0; turn < TURNS_MAX; turn++) {
      const due = state.due.find((step) => !step.declined);
      if (!due) return;
      const base = { at, occurredAt: at, actor: due.actor, by: NOBODY } as const;
      take({ type: 'escalate', ...base, level: due.level });
    }
  };
  const dueAlready = from.due.filter((step) => !step.declined);
  moveAtOnce(asInstant(Math.max(now, state.lastAt)));
  // A row of a move tells why its step fell due, and of these that lies behind.
  rows.splice(0, rows.length, ...rows.filter(({ kind }) => kind !== 'opened'));
  for (let turn = 0; ; turn++) {
    assert(turn < TURNS_MAX, 'a course without an end');
    const dueAt = deadlines(state)[0]?.dueAt;
    if (dueAt === undefined)
      return { track: state.track, dueAlready, rows, unreached: unreachedSteps(state) };
    const at = asInstant(Math.max(dueAt, state.lastAt));
    take({ type: 'deadlineDue', at, occurredAt: at, actor: 'customer', by: 'ladder' });
    moveAtOnce(at);
  }
}

/** An id that no plan can give to a contact. */
const NOBODY = 'forecast:nobody';
