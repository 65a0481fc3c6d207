import { spentKey, warningKey } from './deadlines.ts';
import type { CaseEvent, EventOf, EventType } from './event.ts';
import { evolvePause } from './evolve-pause.ts';
import type { Answer, Ask, CaseState, ClosedState, DueStep, OpenState } from './state.ts';
import { highestLevel, runningPause } from './state.ts';

/**
 * The case after one more event. It believes the event: whether it might happen was decided before.
 * Every event counts in the order of things, also one that changes nothing else.
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'CaseOpened') return opened(event);
  if (state.status === 'none') return state;
  if (state.status === 'closed') return evolveClosed(state, event);
  const next = evolveOpen(state, event);
  const seen = { lastAt: event.at, order: state.order + 1 };
  return next.status === 'closed' ? { ...next, ...seen } : { ...afterWord(next, event), ...seen };
}

function opened(event: EventOf<'CaseOpened'>): OpenState {
  const { revision, caseId, customer, directory, automatic, practice, at } = event;
  const track = revision.tracks[event.track]!;
  const from = event.statedAt ?? event.occurredAt;
  const ask = asked(event, 0, [track.steps[0]!.level], 0);
  return {
    ...{ status: 'open', caseId, customer, directory, revision, track, automatic, practice },
    ...{ order: 1, lastAt: at, openedFrom: from, asks: [ask], asksCount: 1 },
    ...{ answers: [], answersCount: 0, acknowledgements: [], contacted: [], due: [] },
    ...{ spent: {}, warned: {}, promiseEnds: {}, stops: [], pausesCount: 0 },
    ...{ pauseRequest: undefined, proposal: undefined, owner: undefined },
  };
}

function evolveClosed(state: ClosedState, event: CaseEvent): CaseState {
  const seen = { lastAt: event.at, order: state.order + 1 };
  if (event.type === 'SatisfactionUndone' && state.before) {
    return { ...state.before, promiseEnds: state.last.promiseEnds, proposal: undefined, ...seen };
  }
  if (event.type === 'CaseReopened') return { ...reopened(state, event), ...seen };
  return { ...state, ...seen };
}

/** Time closed stands still; what was asked and answered before is over, what was due is due again. */
function reopened({ last, closedAt }: ClosedState, event: EventOf<'CaseReopened'>): OpenState {
  const levels = last.contacted.map((one) => one.level);
  return {
    ...last,
    asks: [asked(event, event.ask, levels, last.order)],
    asksCount: event.ask + 1,
    answers: [],
    acknowledgements: [],
    stops: [
      ...last.stops,
      { kind: 'closed', number: 0, reason: '', from: closedAt, until: event.occurredAt, contest: 'none' },
    ],
  };
}

function evolveOpen(state: OpenState, event: CaseEvent): OpenState | ClosedState {
  return (
    evolveStep(state, event) ??
    evolveTalk(state, event) ??
    evolvePause(state, event) ??
    evolveFrame(state, event)
  );
}

/** Steps: what falls due, is taken, declined, passed on, taken back. */
function evolveStep(state: OpenState, event: CaseEvent): OpenState | undefined {
  switch (event.type) {
    case 'LevelContacted': {
      const ask = state.asks.at(-1)!;
      const { level, contacts } = event;
      const reached = { level, contacts, ask: ask.number, from: ask.from };
      return { ...state, contacted: [...state.contacted, reached] };
    }
    case 'Escalated': {
      const due = state.due.filter((one) => one.level > event.level);
      return { ...withAsk(state, asked(event, event.ask, [event.level], state.order)), due };
    }
    case 'StepFellDue':
      return fellDue(state, event);
    case 'StepWarned': {
      const key = warningKey(state.track.id, event.level, event);
      return { ...state, warned: { ...state.warned, [key]: event.beforeMs } };
    }
    case 'StepWithdrawn':
      return { ...state, due: state.due.filter((one) => one.level !== event.level) };
    case 'StepDeclined':
      return withDue(state, event.level, { declined: true });
    case 'StepPassed':
      return withDue(state, event.level, { passed: true, actor: event.to });
    default:
      return undefined;
  }
}

function fellDue(state: OpenState, event: EventOf<'StepFellDue'>): OpenState {
  const { level, actor, dueAt, condition, start } = event;
  const key = spentKey(state.track.id, level, condition);
  const step: DueStep = { level, actor, dueAt, condition, start, declined: false, passed: false };
  return {
    ...state,
    due: [...state.due.filter((one) => one.level !== level), step].sort((a, b) => a.level - b.level),
    spent: { ...state.spent, [key]: [...(state.spent[key] ?? []), start] },
  };
}

const withDue = (state: OpenState, level: number, change: Partial<DueStep>): OpenState => ({
  ...state,
  due: state.due.map((one) => (one.level === level ? { ...one, ...change } : one)),
});

/** What the parties say to each other. */
function evolveTalk(state: OpenState, event: CaseEvent): OpenState | undefined {
  switch (event.type) {
    case 'CustomerAsked':
    case 'NotSatisfied': {
      const levels = state.contacted.map((one) => one.level);
      return withAsk(state, asked(event, event.ask, levels, state.order));
    }
    case 'Acknowledged': {
      const { level, by, occurredAt } = event;
      const taken = { level, by, from: occurredAt, order: state.order };
      return { ...state, acknowledgements: [...state.acknowledgements, taken] };
    }
    case 'Responded':
      return withAnswer(state, answered(event, 'response', state.order));
    case 'Updated':
      return withAnswer(state, answered(event, 'update', state.order));
    case 'ResolutionProposed':
      return {
        ...withAnswer(state, answered(event, 'proposal', state.order)),
        proposal: { from: event.occurredAt, reminders: 0 },
      };
    case 'ResponseConfirmed':
      return { ...state, answers: state.answers.map((one) => confirmed(one, event.response)) };
    case 'CustomerReminded':
      return state.proposal
        ? { ...state, proposal: { ...state.proposal, reminders: event.reminder } }
        : state;
    default:
      return undefined;
  }
}

type Asking = EventOf<'CaseOpened' | 'Escalated' | 'CustomerAsked' | 'NotSatisfied' | 'CaseReopened'>;

function asked(event: Asking, number: number, levels: readonly number[], order: number): Ask {
  const statedAt = 'statedAt' in event ? event.statedAt : undefined;
  const { occurredAt } = event;
  return { number, levels, from: statedAt ?? occurredAt, occurredAt, statedAt, contest: 'none', order };
}

const withAsk = (state: OpenState, ask: Ask): OpenState => ({
  ...state,
  asks: [...state.asks, ask],
  asksCount: ask.number + 1,
});

type Answering = EventOf<'Responded' | 'ResolutionProposed' | 'Updated'>;

function answered(event: Answering, kind: Answer['kind'], order: number): Answer {
  const statedAt = 'statedAt' in event ? event.statedAt : undefined;
  return { number: event.response, kind, level: event.level, from: event.occurredAt, statedAt, order };
}

const withAnswer = (state: OpenState, answer: Answer): OpenState => ({
  ...state,
  answers: [...state.answers, answer],
  answersCount: answer.number + 1,
});

const confirmed = (answer: Answer, number: number): Answer =>
  answer.number === number && answer.statedAt !== undefined
    ? { ...answer, from: answer.statedAt, statedAt: undefined }
    : answer;

/** The frame the case runs in: track, revision, mode, owner, promises, its end. */
function evolveFrame(state: OpenState, event: CaseEvent): OpenState | ClosedState {
  switch (event.type) {
    case 'TrackChanged':
      return reframed(state, state.revision, event.track);
    case 'MovedToRevision':
      return reframed(state, event.revision, state.track.id);
    case 'AutomaticChosen':
      return { ...state, automatic: event.automatic };
    case 'HandedOver':
      return { ...state, owner: event.to };
    case 'PromiseKept':
    case 'PromiseMissed':
    case 'PromiseVoid': {
      const ended = [...(state.promiseEnds[event.promise] ?? []), event.start];
      return { ...state, promiseEnds: { ...state.promiseEnds, [event.promise]: ended } };
    }
    case 'Satisfied':
      return { ...state, beforeSatisfied: state };
    case 'CaseClosed':
      return closed(state, event);
    default:
      return state;
  }
}

/** Same starts, other rules; what was due stays due where there is still a step to that level. */
function reframed(state: OpenState, revision: OpenState['revision'], trackId: string): OpenState {
  const track = revision.tracks[trackId]!;
  const due = state.due.flatMap((one) => {
    const step = track.steps.find((candidate) => candidate.level === one.level);
    if (!step || one.level <= highestLevel(state)) return [];
    return [{ ...one, condition: -1, actor: one.passed ? one.actor : step.actor }];
  });
  return { ...state, revision, track, due };
}

function closed(state: OpenState, event: EventOf<'CaseClosed'>): ClosedState {
  const { beforeSatisfied, ...rest } = state;
  const pause = runningPause(state);
  const stops = state.stops.map((stop) => (stop === pause ? { ...stop, until: event.occurredAt } : stop));
  return {
    status: 'closed',
    reason: event.reason,
    closedAt: event.occurredAt,
    last: { ...rest, stops, pauseRequest: undefined, proposal: undefined },
    before: beforeSatisfied,
    lastAt: event.at,
    order: state.order,
  };
}

/** Any word of the customer's own ends its silence after a proposal. */
function afterWord(state: OpenState, event: CaseEvent): OpenState {
  const isWord = event.actor === 'customer' && event.by !== 'ladder' && !BY_ITSELF.has(event.type);
  return isWord && state.proposal ? { ...state, proposal: undefined } : state;
}

/** Events that name the customer as whose move it is, without the customer having said anything. */
const BY_ITSELF: ReadonlySet<EventType> = new Set([
  'StepFellDue',
  'StepWarned',
  'DeliveryRecorded',
  'LevelContacted',
]);
