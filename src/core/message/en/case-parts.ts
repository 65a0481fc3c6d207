import type { Call, CallFailure, Telephone } from '../../case/call.ts';
import { asInstant, type Instant, roundedUp } from '../../instant.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { CaseContext } from '../case.ts';
import { formatDuration, formatLocal } from './dates.ts';

const PARTIES: Readonly<Record<Party, string>> = {
  customer: 'the customer',
  contractor: 'the contractor',
  oversight: 'oversight',
};

/** A party as a sentence has it. */
export const partyWords = (party: Party): string => PARTIES[party];

/** A party at the head of a sentence. */
export const PartyWords = (party: Party): string => capital(PARTIES[party]);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `, Ana, by the mobile number`; of a call of which that was not recorded, nothing. */
export const rungWords = ({ telephone }: Call, name: string | undefined): string =>
  telephone === undefined ? '' : `${name === undefined ? '' : `, ${name}`}, ${BY_NUMBER[telephone]}`;

const BY_NUMBER: Readonly<Record<Telephone, string>> = {
  office: 'by the office number',
  mobile: 'by the mobile number',
  other: 'by another number',
};

export const outcomeWords = ({ reached, failure, lastedSeconds }: Call): string =>
  reached
    ? `reached${lastedSeconds === undefined ? '' : `, connected for ${formatDuration(lastedSeconds * 1000)}`}`
    : failure === undefined
      ? 'not reached'
      : `not reached, for ${FAILED[failure]}`;

const FAILED: Readonly<Record<CallFailure, string>> = {
  noAnswer: 'nobody picked up',
  wrongPerson: 'somebody else answered',
  notInService: 'the number is not in service',
  busy: 'the line was busy',
  notTaken: 'somebody or a machine picked up and did not take the call',
  notConnected: 'its carrier could not ring the number',
};

/** `level 2 (Solutions Architect)`. */
export function levelWords(level: number, { levels }: CaseContext): string {
  const title = levels[level - 1]?.title ?? '';
  return title === '' ? `level ${level}` : `level ${level} (${title})`;
}

/** A track by its title. */
export const trackWords = (track: string, { tracks }: CaseContext): string => tracks[track]?.title ?? track;

/** An instant that has happened, on the contract's clocks, to the minute it fell in. */
export const when = (at: Instant, { timeZone }: CaseContext): string =>
  formatLocal(asInstant(at - (((at % 60_000) + 60_000) % 60_000)), timeZone, { year: true, zone: true });

/** An instant from which something is allowed: never shown before it is. */
export const from = (at: Instant, context: CaseContext): string => when(roundedUp(at), context);
