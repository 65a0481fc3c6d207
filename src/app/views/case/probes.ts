import { CLOSE_REASONS } from '../../../core/case/command.ts';
import { highestLevel, type OpenState, runningPause } from '../../../core/case/state.ts';
import type { Revision, Step } from '../../../core/plan/revision/revision.ts';
import type { Act, Target } from './acts.ts';

/** What a form lets its reader choose from. */
export interface Choices {
  /** Of a move before its time. */
  readonly reasons?: readonly string[];
  readonly pauseReasons?: readonly string[];
  readonly closeReasons?: readonly string[];
  readonly tracks?: readonly string[];
  /** Seats of the plan, and people who were contacted. */
  readonly contacts?: readonly string[];
  /** Levels that may be called. */
  readonly levels?: readonly number[];
}

/** One thing that might be done, as a command would say it: whether it may, the case itself answers. */
export interface Probe {
  readonly command: Act;
  readonly target: Target;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly choices: Choices;
}

const probe = (
  command: Act,
  { target = {}, payload = {}, choices = {} }: Partial<Omit<Probe, 'command'>> = {},
): Probe => ({ command, target, payload: { ...target, ...payload }, choices });

/** Everything that might be done to a case that has closed. */
export const CLOSED_PROBES: readonly Probe[] = [
  probe('undoSatisfied'),
  probe('reopen'),
  probe('addNote', { payload: { text: '' } }),
];

/** Everything that might be done to an open case, in the order in which a reader is offered it. */
export function probesOf(state: OpenState, later: Revision | undefined): readonly Probe[] {
  return [
    ...pauseProbes(state),
    ...answerProbes(state),
    ...moveProbes(state),
    ...askProbes(state),
    probe('recordCall', {
      payload: { level: highestLevel(state), reached: true },
      choices: { levels: state.track.steps.map(({ level }) => level) },
    }),
    ...disputeProbes(state),
    ...frameProbes(state, later),
    probe('addNote', { payload: { text: '' } }),
    probe('withdraw'),
    ...closeProbes(),
  ];
}

function pauseProbes(state: OpenState): readonly Probe[] {
  const { pauses } = state.revision;
  if (state.pauseRequest) return [probe('consentToPause'), probe('refusePause')];
  if (runningPause(state)) return [probe('resume')];
  if (!pauses) return [];
  const reason = pauses.reasons[0] ?? '';
  return [probe('requestPause', { payload: { reason }, choices: { pauseReasons: pauses.reasons } })];
}

function answerProbes(state: OpenState): readonly Probe[] {
  const { seats } = state.revision;
  const people = [...Object.values(state.directory), ...state.contacted.flatMap(({ contacts }) => contacts)];
  const own = Object.keys(seats).filter((seat) => seats[seat]?.kind !== 'directory');
  const contacts = [...new Set([...own, ...people])];
  return [
    probe('acknowledge'),
    probe('respond'),
    probe('proposeResolution'),
    probe('update'),
    ...(contacts.length === 0
      ? []
      : [probe('handOver', { payload: { to: contacts[0] }, choices: { contacts } })]),
    ...state.answers.flatMap(({ number, statedAt }) =>
      statedAt === undefined ? [] : [probe('confirmResponse', { target: { response: number } })],
    ),
  ];
}

/** Each level above: as it is due, or for the plan's reasons before its time. */
function moveProbes(state: OpenState): readonly Probe[] {
  const reached = highestLevel(state);
  const above = state.track.steps.filter(({ level }) => level > reached);
  return [
    ...above.flatMap((step) => [
      probe('escalate', { target: { level: step.level } }),
      ...earlyProbes(state, step),
    ]),
    ...state.due.map(({ level }) => probe('decline', { target: { level }, payload: { reason: '-' } })),
    ...automaticProbes(state, above),
  ];
}

function earlyProbes(state: OpenState, { level, earlyReasons }: Step): readonly Probe[] {
  const [reason] = earlyReasons;
  if (reason === undefined || state.due.some((due) => due.level === level)) return [];
  return [probe('escalate', { target: { level }, payload: { reason }, choices: { reasons: earlyReasons } })];
}

/** Ladder's moving in the customer's name is switched while there is a step of the customer's above. */
function automaticProbes({ automatic }: OpenState, above: readonly Step[]): readonly Probe[] {
  const own = above.filter(({ actor }) => actor === 'customer');
  if (own.length === 0) return [];
  const isOn = automatic ?? own.some(({ mode }) => mode === 'automatic');
  const target = { automatic: isOn ? 0 : 1 };
  return [probe('chooseAutomatic', { target, payload: { automatic: !isOn } })];
}

function askProbes(state: OpenState): readonly Probe[] {
  const isAnswered = state.answers.some(({ kind }) => kind !== 'update');
  return [probe('ask'), ...(isAnswered ? [probe('notSatisfied')] : []), probe('satisfied')];
}

function disputeProbes({ stops, asks }: OpenState): readonly Probe[] {
  return [
    ...stops
      .filter(({ kind }) => kind === 'pause')
      .flatMap(({ number: pause, contest }) => [
        ...(contest === 'none' ? [probe('contestPause', { target: { pause } })] : []),
        ...(contest === 'open'
          ? [probe('decidePauseDispute', { target: { pause }, payload: { upheld: false } })]
          : []),
      ]),
    ...asks.flatMap(({ number: ask, statedAt, contest }) => [
      ...(statedAt !== undefined && contest === 'none'
        ? [probe('contestStatedInstant', { target: { ask } })]
        : []),
      ...(contest === 'open'
        ? [probe('decideStatedInstant', { target: { ask }, payload: { upheld: false } })]
        : []),
    ]),
  ];
}

function frameProbes({ revision, track }: OpenState, later: Revision | undefined): readonly Probe[] {
  const tracks = Object.keys(revision.tracks).filter((id) => id !== track.id);
  const choices = { payload: { track: tracks[0] }, choices: { tracks } };
  const moved = later && { target: { revision: later.number }, payload: { revision: later } };
  return [
    ...(tracks.length === 0 ? [] : [probe('changeTrack', choices), probe('proposeTrack', choices)]),
    ...(moved ? [probe('moveToRevision', moved), probe('proposeRevision', moved)] : []),
  ];
}

const closeProbes = (): readonly Probe[] =>
  CLOSE_REASONS.map((reason) => probe('close', { payload: { reason }, choices: { closeReasons: [reason] } }));
