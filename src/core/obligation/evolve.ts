import { dateAt } from '../instant.ts';
import { weeksSince } from './deadlines.ts';
import type { ObligationEvent, ObligationEventOf } from './event.ts';
import { type LiveObligation, noObligation, type ObligationState } from './state.ts';

/** The obligation after one more event. */
export function evolveObligation(state: ObligationState, event: ObligationEvent): ObligationState {
  if (event.type === 'ObligationUndertaken') return undertaken(event, state);
  if (state.status === 'none') return noObligation;
  return { ...state, ...changed(state, event), lastAt: event.at };
}

function undertaken(
  event: ObligationEventOf<'ObligationUndertaken'>,
  before: ObligationState,
): LiveObligation {
  const { id, obligation, revisionNumber, timeZone, terms, dueOn, at } = event;
  const known = before.status === 'none' ? undefined : before;
  return {
    status: 'open',
    ...{ id, obligation, revisionNumber, timeZone, terms, plannedOn: dueOn, dueOn },
    ...dated(at),
    delivery: undefined,
    proposal: undefined,
    proposalsCount: known?.proposalsCount ?? 0,
    filesCount: known?.filesCount ?? 0,
    settledAt: undefined,
    lastAt: at,
  };
}

/** A new date begins everything that is counted towards it. */
const dated = (at: ObligationEvent['at']) => ({
  datedAt: at,
  reminded: [],
  lateAt: undefined,
  lateWeeks: 0,
  awaitedWeeks: 0,
});

type Change = Partial<LiveObligation>;

function changed(
  state: LiveObligation,
  event: Exclude<ObligationEvent, { type: 'ObligationUndertaken' }>,
): Change {
  switch (event.type) {
    case 'ObligationRevised': {
      const { revisionNumber, terms, plannedOn, dueOn, at } = event;
      return { revisionNumber, terms, plannedOn, ...(dueOn !== undefined && { dueOn, ...dated(at) }) };
    }
    case 'ObligationDropped':
      return {
        status: 'dropped',
        revisionNumber: event.revisionNumber,
        proposal: undefined,
        settledAt: event.at,
      };
    case 'Delivered':
      return delivered(state, event);
    case 'FileAttached':
      return { filesCount: state.filesCount + 1 };
    case 'Accepted':
      return { status: 'accepted', proposal: undefined, settledAt: event.at };
    case 'SentBack':
      return { status: 'sentBack', delivery: undefined };
    case 'NoticeFailed':
      return {};
    case 'ChangeProposed':
    case 'ChangeAgreed':
    case 'ChangeDeclined':
    case 'ChangeWithdrawn':
      return negotiated(event);
    default:
      return clocked(state, event);
  }
}

function delivered(state: LiveObligation, { at, by, doneOn }: ObligationEventOf<'Delivered'>): Change {
  // What is added to a delivery belongs to it, and counts from when it was first handed over.
  const before = state.delivery;
  return {
    status: 'delivered',
    delivery: {
      at: before?.at ?? at,
      by: [...new Set([...(before?.by ?? []), by])],
      doneOn: doneOn ?? before?.doneOn ?? dateAt(at, state.timeZone),
    },
    ...(before === undefined && { awaitedWeeks: 0 }),
  };
}

type Negotiated = 'ChangeProposed' | 'ChangeAgreed' | 'ChangeDeclined' | 'ChangeWithdrawn';

function negotiated(event: ObligationEventOf<Negotiated>): Change {
  const { at } = event;
  switch (event.type) {
    case 'ChangeProposed': {
      const { proposal: number, proposed, by, actor: party } = event;
      return { proposal: { number, proposed, by, party, at }, proposalsCount: number };
    }
    case 'ChangeAgreed': {
      const { proposed } = event;
      if (proposed.what === 'waiver') return { proposal: undefined, status: 'waived', settledAt: at };
      return { proposal: undefined, dueOn: proposed.dueOn, ...dated(at) };
    }
    case 'ChangeDeclined':
    case 'ChangeWithdrawn':
      return { proposal: undefined };
  }
}

type Clocked = 'DueReminded' | 'BecameLate' | 'StillLate' | 'AcceptanceAwaited';

function clocked(state: LiveObligation, event: ObligationEventOf<Clocked>): Change {
  switch (event.type) {
    case 'DueReminded':
      return { reminded: [...state.reminded, event.daysBefore] };
    case 'BecameLate':
      // Weeks that had passed before anybody could know of it are none of which people are told.
      return { lateAt: event.dueAt, lateWeeks: weeksSince(event.dueAt, event.at) };
    case 'StillLate':
      return { lateWeeks: event.weeks };
    case 'AcceptanceAwaited':
      return { awaitedWeeks: event.weeks };
  }
}
