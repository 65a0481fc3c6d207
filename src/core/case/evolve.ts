import type { Instant } from '../instant.ts';
import { carryDeadlines, warningKey } from './deadlines.ts';
import type { CaseEvent, EventOf, EventType } from './event.ts';
import { evolvePause } from './evolve-pause.ts';
import { evolveShared, SHARED, sharedBy } from './evolve-shared.ts';
import type { Answer, Ask, CaseState, ClosedState, DueStep, OpenState } from './state.ts';
import { highestLevel, runningPause } from './state.ts';

/** A state of which nobody else knows yet, so that it may be written to. */
export type Draft = { -readonly [K in keyof OpenState]: OpenState[K] };

/**
 * The case after one more event. It believes the event: whether it might happen was decided before.
 * Every event counts in the order of things, also one that changes nothing else.
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'CaseOpened') return opened(event);
  if (state.status === 'none') return state;
  if (state.status === 'closed') return evolveClosed(state, event);
  if (event.type === 'CaseClosed') return closed(state, event);
  // One copy an event, written to before anybody sees it: the state handed in never changes.
  const next: Draft = { ...state };
  evolveOpen(next, event);
  if (isWord(event)) hearWord(next, event.occurredAt);
  next.lastAt = event.at;
  next.order = state.order + 1;
  carryDeadlines(state, next, event);
  return next;
}

function opened(event: EventOf<'CaseOpened'>): OpenState {
  const track = event.revision.tracks[event.track]!;
  const ask = asked(event, 0, [track.steps[0]!.level], 0);
  return {
    status: 'open',
    caseId: event.caseId,
    customer: event.customer,
    reporter: event.reporter ?? event.by,
    directory: event.directory,
    revision: event.revision,
    track,
    automatic: event.automatic,
    order: 1,
    lastAt: event.at,
    openedAt: event.occurredAt,
    openedFrom: ask.from,
    asks: [ask],
    asksCount: 1,
    answers: [],
    answersCount: 0,
    acknowledgements: [],
    contacted: [],
    due: [],
    spent: [],
    warned: {},
    promiseEnds: [],
    stops: [],
    pausesCount: 0,
    pauseRequest: undefined,
    wordAt: event.occurredAt,
    proposal: undefined,
    owner: undefined,
    watchers: undefined,
    standIn: undefined,
    filesCount: undefined,
    practice: event.practice,
    beforeSatisfied: undefined,
  };
}

function evolveClosed(state: ClosedState, event: CaseEvent): CaseState {
  const seen = { lastAt: event.at, order: state.order + 1 };
  if (event.type === 'SatisfactionUndone' && state.before) {
    const ended = state.before.promiseEnds.length;
    const promiseEnds = state.last.promiseEnds.map((end, at) =>
      at < ended ? end : { ...end, isOver: true as const },
    );
    return { ...state.before, promiseEnds, proposal: undefined, wordAt: event.occurredAt, ...seen };
  }
  if (event.type === 'CaseReopened') return { ...reopened(state, event), ...seen };
  if (SHARED.has(event.type)) {
    const before = state.before && sharedBy(state.before, event);
    return { ...state, ...seen, last: sharedBy(state.last, event), before };
  }
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
    wordAt: event.occurredAt,
    stops: [
      ...last.stops,
      { kind: 'closed', number: 0, reason: '', from: closedAt, until: event.occurredAt, contest: 'none' },
    ],
  };
}

function evolveOpen(next: Draft, event: CaseEvent): void {
  if (evolveStep(next, event) || evolveTalk(next, event) || evolvePause(next, event)) return;
  if (evolveShared(next, event)) return;
  evolveFrame(next, event);
}

/** Steps: what falls due, is taken, declined, passed on, taken back. Answers whether the event was one of these. */
function evolveStep(next: Draft, event: CaseEvent): boolean {
  switch (event.type) {
    case 'LevelContacted': {
      const ask = next.asks.at(-1)!;
      const { level, contacts } = event;
      next.contacted = [...next.contacted, { level, contacts, ask: ask.number, from: ask.from }];
      return true;
    }
    case 'Escalated':
      addAsk(next, asked(event, event.ask, [event.level], next.order));
      next.due = next.due.filter((one) => one.level > event.level);
      return true;
    case 'StepFellDue':
      fallDue(next, event);
      return true;
    case 'StepWarned':
      next.warned = { ...next.warned, [warningKey(next.track.id, event.level, event)]: event.beforeMs };
      return true;
    case 'StepWithdrawn':
      next.due = next.due.filter((one) => one.level !== event.level);
      return true;
    case 'StepDeclined':
      changeDue(next, event.level, { declined: true });
      return true;
    case 'StepPassed':
      changeDue(next, event.level, { passed: true, actor: event.to });
      return true;
    default:
      return false;
  }
}

function fallDue(next: Draft, event: EventOf<'StepFellDue'>): void {
  const { level, actor, dueAt, condition, start } = event;
  const waitedOn = next.track.steps.find((one) => one.level === level)!.when[condition]!;
  const fallen = { level, actor, dueAt, waitedOn, under: next.revision };
  const step: DueStep = { ...fallen, declined: false, passed: false };
  next.due = [...next.due.filter((one) => one.level !== level), step].sort((a, b) => a.level - b.level);
  next.spent = [...next.spent, { track: next.track.id, level, condition, start }];
}

function changeDue(next: Draft, level: number, change: Partial<DueStep>): void {
  next.due = next.due.map((one) => (one.level === level ? { ...one, ...change } : one));
}

/** What the parties say to each other. */
function evolveTalk(next: Draft, event: CaseEvent): boolean {
  switch (event.type) {
    case 'CustomerAsked':
    case 'NotSatisfied': {
      const levels = next.contacted.map((one) => one.level);
      addAsk(next, asked(event, event.ask, levels, next.order));
      return true;
    }
    case 'Acknowledged': {
      const { level, by, occurredAt } = event;
      const taken = { level, by, from: occurredAt, order: next.order };
      next.acknowledgements = [...next.acknowledgements, taken];
      return true;
    }
    case 'Responded':
      addAnswer(next, answered(event, 'response', next.order));
      return true;
    case 'Updated':
      addAnswer(next, answered(event, 'update', next.order));
      return true;
    case 'ResolutionProposed':
      addAnswer(next, answered(event, 'proposal', next.order));
      proposeAt(next, event.occurredAt);
      return true;
    case 'ResponseConfirmed':
      next.answers = next.answers.map((one) => confirmed(one, event.response));
      return true;
    case 'CustomerReminded':
      if (next.proposal) next.proposal = { ...next.proposal, reminders: event.reminder };
      return true;
    default:
      return false;
  }
}

type Asking = EventOf<'CaseOpened' | 'Escalated' | 'CustomerAsked' | 'NotSatisfied' | 'CaseReopened'>;

function asked(event: Asking, number: number, levels: readonly number[], order: number): Ask {
  const statedAt = 'statedAt' in event ? event.statedAt : undefined;
  const { occurredAt } = event;
  return { number, levels, from: statedAt ?? occurredAt, occurredAt, statedAt, contest: 'none', order };
}

function addAsk(next: Draft, ask: Ask): void {
  next.asks = [...next.asks, ask];
  next.asksCount = ask.number + 1;
}

type Answering = EventOf<'Responded' | 'ResolutionProposed' | 'Updated'>;

function answered(event: Answering, kind: Answer['kind'], order: number): Answer {
  const statedAt = 'statedAt' in event ? event.statedAt : undefined;
  return { number: event.response, kind, level: event.level, from: event.occurredAt, statedAt, order };
}

function addAnswer(next: Draft, answer: Answer): void {
  next.answers = [...next.answers, answer];
  next.answersCount = answer.number + 1;
}

const confirmed = (answer: Answer, number: number): Answer =>
  answer.number === number && answer.statedAt !== undefined
    ? { ...answer, from: answer.statedAt, statedAt: undefined }
    : answer;

/** The frame the case runs in: track, revision, mode, owner, promises, the word that ends it. */
function evolveFrame(next: Draft, event: CaseEvent): void {
  switch (event.type) {
    case 'TrackChanged':
      reframe(next, next.revision, event.track);
      break;
    case 'MovedToRevision':
      reframe(next, event.revision, next.track.id);
      break;
    case 'AutomaticChosen':
      next.automatic = event.automatic;
      break;
    case 'HandedOver':
      next.owner = event.to;
      break;
    case 'PromiseKept':
    case 'PromiseMissed':
      next.promiseEnds = [...next.promiseEnds, { promise: event.promise, start: event.start }];
      break;
    case 'PromiseVoid':
      next.promiseEnds = [...next.promiseEnds, { promise: event.promise, start: event.start, isOver: true }];
      break;
    case 'Satisfied':
      next.beforeSatisfied = { ...next };
      break;
  }
}

/** Same starts, other rules; what was due stays due as long as a step leads to that level. */
function reframe(next: Draft, revision: OpenState['revision'], trackId: string): void {
  const track = revision.tracks[trackId]!;
  next.due = next.due.flatMap((one) => {
    const step = track.steps.find((candidate) => candidate.level === one.level);
    if (!step || one.level <= highestLevel(next)) return [];
    return [{ ...one, actor: one.passed ? one.actor : step.actor }];
  });
  next.revision = revision;
  next.track = track;
}

function closed(state: OpenState, event: EventOf<'CaseClosed'>): ClosedState {
  const pause = runningPause(state);
  const stops = state.stops.map((stop) => (stop === pause ? { ...stop, until: event.occurredAt } : stop));
  return {
    status: 'closed',
    reason: event.reason,
    closedAt: event.occurredAt,
    last: { ...state, stops, pauseRequest: undefined, proposal: undefined, beforeSatisfied: undefined },
    before: state.beforeSatisfied,
    lastAt: event.at,
    order: state.order + 1,
  };
}

/** A proposal waits for the customer's word; one that came before its last word, or before another, does not. */
function proposeAt(next: Draft, from: Instant): void {
  if (from < next.wordAt || (next.proposal && from < next.proposal.from)) return;
  next.proposal = { from, reminders: 0 };
}

/** The customer's silence ends with a word that came after the proposal, whenever either was handled. */
function hearWord(next: Draft, at: Instant): void {
  if (at > next.wordAt) next.wordAt = at;
  if (next.proposal && at >= next.proposal.from) next.proposal = undefined;
}

/** Any word of the customer's own ends its silence after a proposal. */
const isWord = (event: CaseEvent): boolean =>
  event.actor === 'customer' && event.by !== 'ladder' && !BY_ITSELF.has(event.type);

/** Events that name the customer as whose move it is, without the customer having said anything. */
const BY_ITSELF: ReadonlySet<EventType> = new Set([
  'StepFellDue',
  'StepWarned',
  'DeliveryRecorded',
  'MeansLost',
  'MeansRegained',
  'ReachingEnded',
  'LevelContacted',
]);
