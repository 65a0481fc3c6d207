import { asInstant, type Instant } from '../instant.ts';
import type {
  CodeMeans,
  ContactChange,
  ContactEvent,
  ContactField,
  JudgingParty,
  Verdict,
} from './contact-change.ts';

interface Given {
  readonly at: Instant;
  /** A person. */
  readonly by: string;
}

/** What may be asked of a change that was begun. */
export type ContactCommand =
  | (Given & { readonly type: 'enterCode'; readonly isRight: boolean })
  /** Somebody else rang the new number, and the contact answered. */
  | (Given & { readonly type: 'recordCall' })
  | (Given & { readonly type: 'takeBack' })
  | (Given & { readonly type: 'judge'; readonly party: JudgingParty; readonly verdict: Verdict })
  | { readonly at: Instant; readonly type: 'freeze' };

/** Why not. */
type ContactNo =
  | 'notWaiting'
  | 'notFrozen'
  | 'tooLate'
  | 'codeOver'
  | 'ownChange'
  | 'notByCall'
  | 'notTheirs';

type Decision = { readonly events: readonly ContactEvent[] } | { readonly no: ContactNo };

/** A code is read and typed at once. */
const CODE_MS = 30 * 60_000;
/** Of a hundred million codes so many may be guessed. */
const WRONG_CODES_MAX = 5;
/** Whoever is told of a change may hold it up for so long. */
export const FREEZE_MS = 72 * 3_600_000;

/** How a code may reach what is new, the usual first. A number of an office is no mobile telephone: it is rung. */
const CODE_BY: Readonly<Record<ContactField, readonly CodeMeans[]>> = {
  email: ['email'],
  mobile: ['text', 'call'],
  office: ['call'],
};

/** How a code can reach it where these are carried; mail always is. None: somebody else has to ring. */
export const codeMeans = (field: ContactField, carried: readonly CodeMeans[]): readonly CodeMeans[] =>
  CODE_BY[field].filter((means) => means === 'email' || carried.includes(means));

/** What begins a change: with a code that goes to what is new, or, where nothing carries one there, without. */
export function askChange(
  { at, by }: Given,
  field: ContactField,
  codeBy: CodeMeans | undefined,
): ContactEvent {
  const asked = { type: 'ContactChangeAsked', at, by, field } as const;
  if (codeBy === undefined) return asked;
  const codeEndsAt = asInstant(at + CODE_MS);
  return codeBy === 'email' ? { ...asked, codeEndsAt } : { ...asked, codeEndsAt, codeBy };
}

/**
 * What a command makes of a change: events, or a no.
 *
 * Nobody confirms their own number, and nobody judges their own change. A wrong code is an event, and the fifth ends
 * the change.
 */
export function decideContact(change: ContactChange, command: ContactCommand): Decision {
  switch (command.type) {
    case 'enterCode':
      return enterCode(change, command);
    case 'recordCall':
      return recordCall(change, command);
    case 'takeBack':
      if (command.by !== change.personId) return { no: 'notTheirs' };
      return change.status === 'waiting' ? dropped(command, 'taken-back') : { no: 'notWaiting' };
    case 'judge':
      return judge(change, command);
    case 'freeze':
      if (command.at >= change.askedAt + FREEZE_MS) return { no: 'tooLate' };
      if (change.status !== 'waiting' && change.status !== 'done') return { no: 'notWaiting' };
      return { events: [{ type: 'ContactChangeFrozen', at: command.at }] };
  }
}

type Of<T extends ContactCommand['type']> = Extract<ContactCommand, { type: T }>;

function enterCode(change: ContactChange, { at, by, isRight }: Of<'enterCode'>): Decision {
  const { status, personId, codeEndsAt, wrongCodes } = change;
  if (by !== personId) return { no: 'notTheirs' };
  if (status !== 'waiting' || codeEndsAt === undefined) return { no: 'notWaiting' };
  if (at >= codeEndsAt) return { no: 'codeOver' };
  if (isRight) return { events: [{ type: 'ContactChanged', at, by, over: 'code' }] };
  const wrong = { type: 'ContactCodeWrong', at, by } as const;
  if (wrongCodes + 1 < WRONG_CODES_MAX) return { events: [wrong] };
  return { events: [wrong, { type: 'ContactChangeDropped', at, by, because: 'wrong-codes' }] };
}

/** Where a code went nobody's word stands for it. */
function recordCall({ status, personId, codeBy }: ContactChange, { at, by }: Of<'recordCall'>): Decision {
  if (by === personId) return { no: 'ownChange' };
  if (codeBy !== undefined) return { no: 'notByCall' };
  if (status !== 'waiting') return { no: 'notWaiting' };
  return { events: [{ type: 'ContactChanged', at, by, over: 'call' }] };
}

const OTHER: Readonly<Record<JudgingParty, JudgingParty>> = {
  contractor: 'oversight',
  oversight: 'contractor',
};

/** The second word that is the same as the first settles it. */
function judge(change: ContactChange, command: Of<'judge'>): Decision {
  const { at, by, party, verdict } = command;
  if (by === change.personId) return { no: 'ownChange' };
  if (change.status !== 'frozen') return { no: 'notFrozen' };
  const judged = { type: 'ContactChangeJudged', at, by, party, verdict } as const;
  if (change.judged[OTHER[party]]?.verdict !== verdict) return { events: [judged] };
  if (verdict === 'use') return { events: [judged, { type: 'ContactChanged', at, by, over: 'agreement' }] };
  return { events: [judged, ...dropped(command, 'agreement').events] };
}

/** The change is over, and the old value stays. */
export const dropped = (
  { at, by }: Given,
  because: Extract<ContactEvent, { type: 'ContactChangeDropped' }>['because'],
) => ({ events: [{ type: 'ContactChangeDropped', at, by, because }] }) as const;
