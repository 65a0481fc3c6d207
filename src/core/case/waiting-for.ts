import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import { openAsk } from './clock.ts';
import { deadlines } from './deadlines.ts';
import type { CaseState, DueStep, OpenState } from './state.ts';
import { highestLevel, runningPause } from './state.ts';

/** What a case can wait for; there is nothing else. */
export const WAITING_KINDS = [
  'opening',
  'move',
  'answer',
  'verdict',
  'settlement',
  'resumption',
  'nothing',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** What a case waits for now, and whose turn it is: the sentence at its top. */
export interface WaitingFor {
  readonly kind: WaitingKind;
  /** Whose turn it is; undefined where a closed case waits for nobody. */
  readonly party: Party | undefined;
  /** The level it concerns: to be reached, or to answer. */
  readonly level: number | undefined;
  /** Since when it waits. */
  readonly since: Instant | undefined;
  /** The next level that may be reached, and from when, by whom. */
  readonly next: { readonly level: number; readonly dueAt: Instant; readonly actor: Party } | undefined;
  /** Every step that is due, for all may be taken. */
  readonly due: readonly DueStep[];
  /** Whether the contractor asks for a pause. */
  readonly pauseAsked: boolean;
  /** Whether nothing is left above: oversight sees such a case. */
  readonly atTop: boolean;
}

const NOTHING: Omit<WaitingFor, 'kind' | 'party'> = {
  level: undefined,
  since: undefined,
  next: undefined,
  due: [],
  pauseAsked: false,
  atTop: false,
};

/** What the case waits for now. A case is never silent: every state has an answer from the closed list. */
export function waitingFor(state: CaseState): WaitingFor {
  if (state.status === 'none') return { ...NOTHING, kind: 'opening', party: 'customer' };
  if (state.status === 'closed') {
    return { ...NOTHING, kind: 'nothing', party: undefined, since: state.closedAt };
  }
  const level = highestLevel(state);
  const frame = {
    next: nextLevel(state),
    due: state.due.filter((one) => !one.declined),
    pauseAsked: state.pauseRequest !== undefined,
    atTop: !state.track.steps.some((step) => step.level > level),
  };
  return { ...frame, ...turn(state, frame.due) };
}

type Turn = Pick<WaitingFor, 'kind' | 'party' | 'level' | 'since'>;

function turn(state: OpenState, due: readonly DueStep[]): Turn {
  const pause = runningPause(state);
  if (pause) return { kind: 'resumption', party: 'customer', level: undefined, since: pause.from };
  const [step] = due;
  if (step) return { kind: 'move', party: step.actor, level: step.level, since: step.dueAt };
  const level = highestLevel(state);
  const ask = openAsk(state);
  if (ask) return { kind: 'answer', party: 'contractor', level, since: ask.from };
  if (state.proposal) return { kind: 'verdict', party: 'customer', level, since: state.proposal.from };
  return { kind: 'settlement', party: 'contractor', level, since: state.answers.at(-1)?.from };
}

function nextLevel(state: OpenState): WaitingFor['next'] {
  const next = deadlines(state).find((one) => one.kind === 'step');
  if (!next) return undefined;
  const step = state.track.steps.find((one) => one.level === next.level)!;
  return { level: next.level, dueAt: next.dueAt, actor: step.actor };
}
