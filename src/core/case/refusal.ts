import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { CallFailure } from './call.ts';
import type { CommandType } from './command.ts';
import type { DeadlineReason } from './deadline-reason.ts';

/** Every no a case can say, with the values its sentence names. */
export interface CaseRefusals {
  'case-already-open': { caseId: string };
  'case-unknown': { command: CommandType };
  'case-closed': { command: CommandType; closedAt: Instant };
  'case-not-closed': { command: CommandType };
  'case-instant-before-last': { at: Instant; lastAt: Instant };
  'case-instant-before-opening': { occurredAt: Instant; openedAt: Instant };
  'case-instant-ahead': { occurredAt: Instant; at: Instant };
  'case-stated-ahead': { statedAt: Instant; occurredAt: Instant };
  'case-stated-too-old': { statedAt: Instant; occurredAt: Instant; hours: number };
  'case-stated-before-opening': { statedAt: Instant; openedAt: Instant };
  'case-stated-early': { level: number };
  'case-stated-before-due': { statedAt: Instant; level: number; dueAt: Instant };
  'case-actor-not-allowed': { command: CommandType; actor: Party; allowed: readonly Party[] };
  'case-on-behalf-not-allowed': { command: CommandType };
  'case-track-unknown': { track: string; tracks: readonly string[] };
  'case-track-unchanged': { track: string };
  'case-level-unknown': { level: number; levels: readonly number[] };
  'case-level-contacted': { level: number; highest: number };
  'case-step-requires-level': { level: number; missing: readonly number[] };
  'case-step-not-yours': { level: number; actor: Party };
  'case-step-too-early': { level: number; dueAt: Instant; reason: DeadlineReason | undefined };
  'case-step-clock-still': { level: number; paused: boolean };
  'case-step-not-due': { level: number };
  'case-early-reason-unknown': { level: number; reason: string; reasons: readonly string[] };
  'case-reason-missing': { command: CommandType };
  'case-answer-unknown': { response: number };
  'case-ask-unknown': { ask: number };
  'case-ask-not-stated': { ask: number };
  'case-contest-settled': { what: 'pause' | 'ask'; number: number };
  'case-contest-missing': { what: 'pause' | 'ask'; number: number };
  'case-pause-not-offered': Record<never, never>;
  'case-pause-reason-unknown': { reason: string; reasons: readonly string[] };
  'case-pause-running': { since: Instant };
  'case-pause-not-requested': Record<never, never>;
  'case-pause-unknown': { pause: number };
  'case-not-paused': Record<never, never>;
  'case-contact-unknown': { contact: string };
  'case-call-incomplete': { lacking: 'contact' | 'telephone' | 'failure' };
  'case-call-failure-unfit': { failure: CallFailure };
  'case-person-reporter': { person: string };
  'case-watchers-too-many': { watchersMax: number };
  'case-watcher-unknown': { person: string };
  'case-stand-in-over': { endsAt: Instant; occurredAt: Instant };
  'case-stand-in-missing': Record<never, never>;
  'case-files-too-many': { filesMax: number };
  'case-close-reason-unknown': { reason: string; reasons: readonly string[] };
  'case-close-silence-not-offered': Record<never, never>;
  'case-close-nothing-proposed': Record<never, never>;
  'case-close-silence-running': { dueAt: Instant | undefined; reminders: number };
  'case-undo-not-satisfied': { reason: string };
  'case-undo-too-late': { until: Instant };
  'case-reopening-not-offered': Record<never, never>;
  'case-reopening-too-late': { until: Instant };
  'case-revision-other-contract': { contract: string; expected: string };
  'case-revision-unchanged': { number: number };
  'case-revision-too-few-levels': { levels: number; contacted: number };
  'case-revision-without-track': { track: string };
}

export type CaseRefusalCode = keyof CaseRefusals;

/** A command that is understood and not carried out. */
export type CaseRefusal = {
  [C in CaseRefusalCode]: { readonly code: C; readonly values: CaseRefusals[C] };
}[CaseRefusalCode];

/** A refusal by its code and values. */
export const refusal = <C extends CaseRefusalCode>(code: C, values: CaseRefusals[C]): CaseRefusal =>
  ({ code, values }) as CaseRefusal;
