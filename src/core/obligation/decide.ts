import type { LocalDate } from '../calendar/calendar.ts';
import { dateAt } from '../instant.ts';
import { isSameJson } from '../same-json.ts';
import type { ObligationCommand, ObligationCommandOf } from './command.ts';
import type { ObligationEvent, ObligationEventType } from './event.ts';
import { evolveObligation } from './evolve.ts';
import { fallDue } from './fall-due.ts';
import { type ObligationRefusal, obligationRefusal as refusal } from './refusal.ts';
import { negotiatingParties } from './standing.ts';
import { isOwed, isSettled, type LiveObligation, type ObligationState } from './state.ts';

/** Yes, with what happened (perhaps nothing new), or no, with nothing. `state` is what the events lead to. */
export type ObligationDecision =
  | { readonly accepted: true; readonly events: readonly ObligationEvent[]; readonly state: ObligationState }
  | { readonly accepted: false; readonly refusal: ObligationRefusal };

/** Of one obligation over its life, and of one delivery. */
const OBLIGATION_FILES_MAX = 50;
const OBLIGATION_LINKS_MAX = 5;
/** A date further away than this is a slip of the pen. */
const YEARS_AHEAD_MAX = 20;

/** What an event says besides who, when and how. */
type Told = {
  [T in ObligationEventType]: { readonly type: T } & Omit<
    Extract<ObligationEvent, { type: T }>,
    'at' | 'occurredAt' | 'actor' | 'by' | 'over'
  >;
}[ObligationEventType];

/**
 * What a command does to an obligation. First everything due by its instant falls due, then it is decided, then what
 * it put into the past falls due: one decision, one list of events.
 */
export function decideObligation(state: ObligationState, command: ObligationCommand): ObligationDecision {
  const events: ObligationEvent[] = [];
  let now = state;
  const take = (event: ObligationEvent): void => {
    events.push(event);
    now = evolveObligation(now, event);
  };
  for (const event of fallDue(now, command)) take(event);
  const told = decided(now, command);
  if ('code' in told) return { accepted: false, refusal: told };
  const { at, occurredAt, actor, by, over } = command;
  const base = { at, occurredAt, actor, by, ...(over !== undefined && { over }) };
  for (const one of told) take({ ...one, ...base } as ObligationEvent);
  if (told.length > 0) for (const event of fallDue(now, command)) take(event);
  return { accepted: true, events, state: now };
}

function decided(state: ObligationState, command: ObligationCommand): readonly Told[] | ObligationRefusal {
  if (command.type === 'undertake') return undertake(state, command);
  if (state.status === 'none') return refusal('obligation-unknown', { obligation: command.type });
  switch (command.type) {
    case 'revise':
      return revise(state, command);
    case 'drop':
      return isSettled(state) ? [] : [{ type: 'ObligationDropped', revisionNumber: command.revisionNumber }];
    case 'deadlineDue':
      return [];
    case 'noticeFailed': {
      const { whom, delivery } = command;
      return [{ type: 'NoticeFailed', whom, delivery }];
    }
    default:
      return isSettled(state)
        ? refusal('obligation-settled', { status: state.status })
        : acted(state, command);
  }
}

type OfLadder = 'undertake' | 'revise' | 'drop' | 'deadlineDue' | 'noticeFailed';

function acted(
  state: LiveObligation,
  command: Exclude<ObligationCommand, { type: OfLadder }>,
): readonly Told[] | ObligationRefusal {
  switch (command.type) {
    case 'deliver':
      return deliver(state, command);
    case 'accept':
    case 'sendBack':
      return judge(state, command);
    case 'propose':
      return propose(state, command);
    case 'agree':
    case 'decline':
    case 'withdrawProposal':
      return answer(state, command);
  }
}

function undertake(state: ObligationState, command: ObligationCommandOf<'undertake'>): readonly Told[] {
  if (state.status !== 'none' && state.status !== 'dropped') return [];
  const { occasion, revisionNumber, timeZone } = command;
  return [{ type: 'ObligationUndertaken', ...occasion, revisionNumber, timeZone }];
}

/** A date that both parties agreed on stays, unless the plan itself now says another than it did. */
function revise(
  state: LiveObligation,
  { occasion: { terms, dueOn: plannedOn }, revisionNumber }: ObligationCommandOf<'revise'>,
): readonly Told[] {
  const isMoved = plannedOn !== state.plannedOn;
  if (isSettled(state) || (!isMoved && isSameJson(terms, state.terms))) return [];
  const revised = { type: 'ObligationRevised', revisionNumber, terms, plannedOn } as const;
  return [isMoved ? { ...revised, dueOn: plannedOn } : revised];
}

function deliver(
  state: LiveObligation,
  command: ObligationCommandOf<'deliver'>,
): readonly Told[] | ObligationRefusal {
  const { actor, text, doneOn, links = [], files = [], at } = command;
  const { owner } = state.terms;
  if (actor !== owner) return refusal('obligation-party-wrong', { allowed: [owner] });
  if (text === undefined && links.length === 0 && files.length === 0) {
    return refusal('obligation-evidence-missing', {});
  }
  if (links.length > OBLIGATION_LINKS_MAX)
    return refusal('obligation-links-too-many', { linksMax: OBLIGATION_LINKS_MAX });
  const unsound = links.find((link) => !isSoundLink(link));
  if (unsound !== undefined) return refusal('obligation-link-unsound', { link: unsound });
  if (state.filesCount + files.length > OBLIGATION_FILES_MAX)
    return refusal('obligation-files-too-many', { filesMax: OBLIGATION_FILES_MAX });
  const today = dateAt(at, state.timeZone);
  if (doneOn !== undefined && doneOn > today) return refusal('obligation-done-ahead', { doneOn, today });
  return [
    ...files.map(({ file, name, fileDigest }): Told => {
      return { type: 'FileAttached', file, text: name, audience: 'all', fileDigest };
    }),
    { type: 'Delivered', ...typed(text), ...(doneOn !== undefined && { doneOn }), links },
  ];
}

const LINK_MAX = 500;
const UNSEEN = /[\s\p{Cc}]/u;

/** A page that anybody may open without being asked for what is secret: https, with nobody's password in it. */
function isSoundLink(link: string): boolean {
  if (link.length > LINK_MAX || UNSEEN.test(link) || !link.isWellFormed() || !URL.canParse(link))
    return false;
  const { protocol, username, password, hostname } = new URL(link);
  return protocol === 'https:' && username === '' && password === '' && hostname !== '';
}

const typed = (text: string | undefined) => (text === undefined ? {} : { text });

function judge(
  state: LiveObligation,
  command: ObligationCommandOf<'accept' | 'sendBack'>,
): readonly Told[] | ObligationRefusal {
  const { actor, by } = command;
  const { acceptedBy } = state.terms;
  if (actor !== acceptedBy) return refusal('obligation-party-wrong', { allowed: [acceptedBy] });
  if (state.status !== 'delivered' || !state.delivery) return refusal('obligation-not-delivered', {});
  if (state.delivery.by.includes(by)) return refusal('obligation-own-delivery', {});
  if (command.type === 'accept') return [{ type: 'Accepted', ...typed(command.text) }];
  if (command.text.trim() === '') return refusal('obligation-reason-missing', {});
  return [{ type: 'SentBack', text: command.text }];
}

function propose(
  state: LiveObligation,
  command: ObligationCommandOf<'propose'>,
): readonly Told[] | ObligationRefusal {
  const { actor, proposed, text, at } = command;
  const allowed = negotiatingParties(state);
  if (!allowed.includes(actor)) return refusal('obligation-party-wrong', { allowed });
  if (!isOwed(state)) return refusal('obligation-settled', { status: state.status });
  if (state.proposal) return refusal('obligation-proposal-standing', { proposal: state.proposal.number });
  if (text.trim() === '') return refusal('obligation-reason-missing', {});
  const unfit =
    proposed.what === 'date' ? unfitDate(state, proposed.dueOn, dateAt(at, state.timeZone)) : undefined;
  if (unfit) return unfit;
  return [{ type: 'ChangeProposed', proposal: state.proposalsCount + 1, proposed, text }];
}

function unfitDate(state: LiveObligation, dueOn: LocalDate, today: LocalDate): ObligationRefusal | undefined {
  if (dueOn < today) return refusal('obligation-date-past', { dueOn, today });
  if (dueOn === state.dueOn) return refusal('obligation-date-unchanged', { dueOn });
  const latest = Temporal.PlainDate.from(today).add({ years: YEARS_AHEAD_MAX }).toString();
  return dueOn > latest ? refusal('obligation-date-far', { dueOn, latest }) : undefined;
}

function answer(
  state: LiveObligation,
  command: ObligationCommandOf<'agree' | 'decline' | 'withdrawProposal'>,
): readonly Told[] | ObligationRefusal {
  const { actor, by, proposal: number, at } = command;
  const { proposal } = state;
  if (!proposal || proposal.number !== number)
    return refusal('obligation-proposal-unknown', { proposal: number });
  const allowed = negotiatingParties(state);
  if (!allowed.includes(actor)) return refusal('obligation-party-wrong', { allowed });
  const isOwn = actor === proposal.party;
  if (command.type === 'withdrawProposal') {
    return isOwn
      ? [{ type: 'ChangeWithdrawn', proposal: number }]
      : refusal('obligation-proposal-others', {});
  }
  if (isOwn || by === proposal.by) return refusal('obligation-proposal-own', {});
  if (command.type === 'decline')
    return [{ type: 'ChangeDeclined', proposal: number, ...typed(command.text) }];
  const { proposed } = proposal;
  const today = dateAt(at, state.timeZone);
  // A date that has passed while nobody answered would make it late at once.
  if (proposed.what === 'date' && proposed.dueOn < today)
    return refusal('obligation-date-past', { dueOn: proposed.dueOn, today });
  return [{ type: 'ChangeAgreed', proposal: number, proposed, ...typed(command.text) }];
}
