import { isSameJson } from '../same-json.ts';
import type { AttestationCommand, AttestationCommandOf } from './command.ts';
import type { AskedBecause, AttestationEvent, AttestationEventType } from './event.ts';
import { evolveAttestation } from './evolve.ts';
import { fallDue } from './fall-due.ts';
import { type AttestationRefusal, attestationRefusal as refusal } from './refusal.ts';
import { type Detail, isMeans } from './standing.ts';
import type { AttestationState, LiveAttestation } from './state.ts';

export type AttestationDecision =
  | {
      readonly accepted: true;
      readonly events: readonly AttestationEvent[];
      readonly state: AttestationState;
    }
  | { readonly accepted: false; readonly refusal: AttestationRefusal };

/** An event before it is known who did it and when. */
type Told = {
  [T in AttestationEventType]: Bare<Extract<AttestationEvent, { type: T }>>;
}[AttestationEventType];
type Bare<E> = E extends unknown ? Omit<E, 'at' | 'occurredAt' | 'actor' | 'by' | 'over'> : never;

/**
 * What a command does to a contact's attestation. First everything due by its instant falls due, then it is decided:
 * one decision, one list of events.
 */
export function decideAttestation(state: AttestationState, command: AttestationCommand): AttestationDecision {
  const events: AttestationEvent[] = [];
  let now = state;
  const take = (event: AttestationEvent): void => {
    events.push(event);
    now = evolveAttestation(now, event);
  };
  for (const event of fallDue(now, command)) take(event);
  const told = decided(now, command);
  if ('code' in told) return { accepted: false, refusal: told };
  const { at, occurredAt, actor, by, over } = command;
  const base = { at, occurredAt, actor, by, ...(over !== undefined && { over }) };
  for (const one of told) take({ ...one, ...base } as AttestationEvent);
  return { accepted: true, events, state: now };
}

function decided(state: AttestationState, command: AttestationCommand): readonly Told[] | AttestationRefusal {
  switch (command.type) {
    case 'takeUp':
      return takeUp(state, command);
    case 'attest':
      return attest(state, command);
    case 'doubt':
      return doubt(state, command);
    case 'answered':
      return answered(state, command);
    case 'askAgain':
      return askAgain(state, command);
    case 'deadlineDue':
      return [];
    case 'noticeFailed': {
      const { whom, delivery } = command;
      return state.status === 'none' ? [] : [{ type: 'NoticeFailed', whom, delivery }];
    }
  }
}

const isLive = (state: AttestationState): state is LiveAttestation =>
  state.status !== 'none' && state.status !== 'released';

/** Once until it is confirmed or answered: who can mend it has been told. */
function doubt(state: AttestationState, command: AttestationCommandOf<'doubt'>): readonly Told[] {
  if (!isLive(state) || state.doubted?.[command.detail] !== undefined) return [];
  if (!state.standing.details.includes(command.detail)) return [];
  if ('delivery' in command) {
    return [{ type: 'MeansDoubted', detail: command.detail, delivery: command.delivery }];
  }
  const { detail, failure, caseId } = command;
  return [{ type: 'MeansDoubted', detail, failure, caseId }];
}

/** Only what was sent or rung after the doubt, and answered, shows that the address or number reaches them. */
function answered(
  state: AttestationState,
  { detail, sentAt }: AttestationCommandOf<'answered'>,
): readonly Told[] {
  const doubtedAt = isLive(state) ? state.doubted?.[detail] : undefined;
  if (doubtedAt === undefined || (sentAt !== undefined && sentAt <= doubtedAt)) return [];
  return [{ type: 'DoubtLifted', detail }];
}

/** Asks for what there is to confirm of it; of somebody who stands nowhere nothing. */
function askAgain(state: AttestationState, { details }: AttestationCommandOf<'askAgain'>): readonly Told[] {
  if (!isLive(state)) return [];
  return asking(
    'reported',
    state.standing.details.filter((detail) => details.includes(detail)),
  );
}

function attest(
  state: AttestationState,
  { by, details, occurredAt }: AttestationCommandOf<'attest'>,
): readonly Told[] | AttestationRefusal {
  if (state.status === 'none' || state.status === 'released')
    return refusal('attestation-unknown', { person: by });
  const unknown = details.find((detail) => !state.standing.details.includes(detail));
  if (unknown !== undefined) return refusal('attestation-detail-unknown', { detail: unknown });
  if (details.length === 0) return refusal('attestation-detail-missing', {});
  const confirmed = state.standing.details.filter((detail) => details.includes(detail));
  return [{ type: 'DetailsConfirmed', details: confirmed, confirmedAt: occurredAt }];
}

function takeUp(state: AttestationState, command: AttestationCommandOf<'takeUp'>): readonly Told[] {
  const { standing, revisionNumber, isChange } = command;
  if (!standing) return isLive(state) ? [{ type: 'ContactReleased', revisionNumber }] : [];
  if (isLive(state)) return standAnew(state, command);
  return [
    { type: 'ContactTakenUp', standing, revisionNumber },
    ...proved({}, command),
    ...(isChange ? asking('seat', standing.details) : []),
  ];
}

/** Somebody who stood at a level before: what of them is another, and what has been proved or replaced since. */
function standAnew(state: LiveAttestation, command: AttestationCommandOf<'takeUp'>): readonly Told[] {
  const { standing = state.standing, revisionNumber, known } = command;
  const before = state.standing;
  const isMoved = !isSameJson(before.levels, standing.levels) || !isSameJson(before.owned, standing.owned);
  const replaced = standing.details.filter(
    (detail) => isMeans(detail) && state.confirmed[detail] !== undefined && known[detail] === undefined,
  );
  const fresh = standing.details.filter(
    (detail) => !before.details.includes(detail) && known[detail] === undefined,
  );
  return [
    ...(isSameJson(before, standing)
      ? []
      : [{ type: 'ContactStandsAnew', standing, revisionNumber } as const]),
    ...proved(state.confirmed, command),
    ...(replaced.length === 0 ? [] : [{ type: 'DetailsReplaced', details: replaced } as const]),
    ...(isMoved ? asking('seat', standing.details) : asking('details', [...replaced, ...fresh])),
  ];
}

/** What a code or a call has proved since it was last confirmed, each with its own instant. */
function proved(
  confirmed: LiveAttestation['confirmed'],
  { standing, known }: AttestationCommandOf<'takeUp'>,
): readonly Told[] {
  return (standing?.details ?? []).flatMap((detail): Told[] => {
    const confirmedAt = known[detail];
    const isNews = confirmedAt !== undefined && confirmedAt > (confirmed[detail] ?? Number.NEGATIVE_INFINITY);
    return isNews ? [{ type: 'DetailsConfirmed', details: [detail], confirmedAt }] : [];
  });
}

const asking = (because: AskedBecause, details: readonly Detail[]): readonly Told[] =>
  details.length === 0 ? [] : [{ type: 'AttestationAsked', because, details }];
