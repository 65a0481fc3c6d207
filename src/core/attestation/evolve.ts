import type { Instant } from '../instant.ts';
import { roundAfter } from './deadlines.ts';
import type { AttestationEvent, AttestationEventOf } from './event.ts';
import type { Detail } from './standing.ts';
import { type AttestationState, type DetailTimes, type LiveAttestation, noAttestation } from './state.ts';

/** What a contact has confirmed after one more event. */
export function evolveAttestation(state: AttestationState, event: AttestationEvent): AttestationState {
  if (event.type === 'ContactTakenUp') return takenUp(event, state);
  if (state.status === 'none') return noAttestation;
  return { ...state, ...changed(state, event), lastAt: event.at };
}

function takenUp(
  { standing, at }: AttestationEventOf<'ContactTakenUp'>,
  before: AttestationState,
): LiveAttestation {
  const number = before.status === 'none' ? undefined : before.asked;
  return {
    status: 'standing',
    standing,
    takenUpAt: at,
    confirmed: {},
    open: [],
    missed: [],
    asked: number,
    nextRoundAt: roundAfter(standing, at),
    lastAt: at,
  };
}

function changed(
  state: LiveAttestation,
  event: Exclude<AttestationEvent, { type: 'ContactTakenUp' }>,
): Partial<LiveAttestation> {
  switch (event.type) {
    case 'ContactStandsAnew': {
      const { standing, at } = event;
      const has = (detail: Detail) => standing.details.includes(detail);
      return {
        ...{ standing, nextRoundAt: roundAfter(standing, at) },
        confirmed: only(state.confirmed, has),
        ...doubting(only(state.doubted ?? {}, has)),
        ...settledOr(state, has),
      };
    }
    case 'ContactReleased':
      return { status: 'released', open: [], missed: [], confirmed: {}, doubted: undefined };
    case 'AttestationAsked':
      return asked(state, event);
    case 'AttestationReminded':
      return { asked: state.asked && { ...state.asked, reminders: event.reminder } };
    case 'AttestationUnanswered':
      return { status: 'unanswered', missed: state.open };
    case 'DetailsConfirmed':
      return confirmed(state, event);
    case 'DetailsReplaced':
      return { confirmed: only(state.confirmed, (detail) => !event.details.includes(detail)) };
    case 'MeansDoubted': {
      const { detail, at } = event;
      return {
        confirmed: only(state.confirmed, (one) => one !== detail),
        doubted: { ...state.doubted, [detail]: at },
      };
    }
    case 'DoubtLifted':
      return doubting(only(state.doubted ?? {}, (one) => one !== event.detail));
    case 'NoticeFailed':
      return {};
  }
}

function asked(
  state: LiveAttestation,
  { details, dueAt, at }: AttestationEventOf<'AttestationAsked'>,
): Partial<LiveAttestation> {
  const open = state.standing.details.filter((one) => state.open.includes(one) || details.includes(one));
  return {
    status: 'asked',
    open,
    asked: { at, number: (state.asked?.number ?? 0) + 1, reminders: 0 },
    // Rounds that nobody acted on are not made up for.
    ...(dueAt !== undefined && { nextRoundAt: roundAfter(state.standing, at) }),
  };
}

function confirmed(
  state: LiveAttestation,
  { details, confirmedAt }: AttestationEventOf<'DetailsConfirmed'>,
): Partial<LiveAttestation> {
  const now = Object.fromEntries(details.map((detail): [Detail, Instant] => [detail, confirmedAt]));
  return {
    confirmed: { ...state.confirmed, ...now },
    ...doubting(only(state.doubted ?? {}, (detail) => !details.includes(detail))),
    ...settledOr(state, (detail) => !details.includes(detail)),
  };
}

const doubting = (doubted: DetailTimes): Partial<LiveAttestation> => ({
  doubted: Object.keys(doubted).length === 0 ? undefined : doubted,
});

/** With only these still open. */
function settledOr(
  { status, open: before, missed }: LiveAttestation,
  isOpen: (detail: Detail) => boolean,
): Partial<LiveAttestation> {
  const open = before.filter(isOpen);
  return { open, missed: missed.filter(isOpen), status: open.length === 0 ? 'standing' : status };
}

const only = (times: DetailTimes, chosen: (detail: Detail) => boolean): DetailTimes =>
  Object.fromEntries(Object.entries(times).filter(([detail]) => chosen(detail as Detail)));
