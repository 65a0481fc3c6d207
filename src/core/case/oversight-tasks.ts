import type { Instant } from '../instant.ts';
import { openAsk } from './clock.ts';
import { REMINDERS, silenceRun } from './deadlines.ts';
import { dueSteps } from './owed.ts';
import type { CaseState, OpenState } from './state.ts';
import { highestLevel, runningPause } from './state.ts';

/** What oversight has to do about a case, or should look at. */
type OversightWork = 'step' | 'dispute' | 'silent' | 'top';

/** How the list of that is divided: besides, its own steps that are still to fall due. */
export const WORK_SECTIONS = ['step', 'dispute', 'silent', 'top', 'coming'] as const;
export type WorkSection = (typeof WORK_SECTIONS)[number];

/** One thing for oversight, with the instant it counts from: when it fell due, was said, may be closed, was reached. */
export interface OversightTask {
  readonly work: OversightWork;
  readonly at: Instant;
  readonly level: number | undefined;
}

/**
 * What waits for oversight: its own steps that are due, what is contested, the silence after which it may close a
 * case (from the instant it may), and cases at the top of the ladder whose customer has no answer.
 */
export function oversightTasks(state: CaseState): readonly OversightTask[] {
  if (state.status !== 'open') return [];
  const steps = dueSteps(state)
    .filter(({ party }) => party === 'oversight')
    .map(({ dueAt, level }) => ({ work: 'step', at: dueAt, level }) as const);
  const contested = [...state.stops, ...state.asks].filter(({ contest }) => contest === 'open');
  const disputes = contested.map(({ from }) => ({ work: 'dispute', at: from, level: undefined }) as const);
  return [...steps, ...disputes, ...silence(state), ...top(state)];
}

function silence(state: OpenState): readonly OversightTask[] {
  if (runningPause(state) || state.proposal?.reminders !== REMINDERS) return [];
  const dueAt = silenceRun(state)?.dueAt;
  return dueAt === undefined ? [] : [{ work: 'silent', at: dueAt, level: undefined }];
}

function top(state: OpenState): readonly OversightTask[] {
  const level = highestLevel(state);
  if (state.track.steps.some((step) => step.level > level)) return [];
  const ask = openAsk(state);
  const from = state.contacted.at(-1)?.from;
  return ask && from !== undefined ? [{ work: 'top', at: from, level }] : [];
}
