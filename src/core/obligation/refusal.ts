import type { LocalDate } from '../calendar/calendar.ts';
import type { Party } from '../plan/format/schema-values.ts';
import type { ObligationStatus } from './state.ts';

/** Every no an obligation can say, with the values its sentence names. */
export interface ObligationRefusals {
  'obligation-unknown': { obligation: string };
  'obligation-settled': { status: ObligationStatus };
  'obligation-party-wrong': { allowed: readonly Party[] };
  'obligation-evidence-missing': Record<never, never>;
  'obligation-files-too-many': { filesMax: number };
  'obligation-links-too-many': { linksMax: number };
  'obligation-link-unsound': { link: string };
  'obligation-done-ahead': { doneOn: LocalDate; today: LocalDate };
  'obligation-not-delivered': Record<never, never>;
  'obligation-own-delivery': Record<never, never>;
  'obligation-reason-missing': Record<never, never>;
  'obligation-proposal-standing': { proposal: number };
  'obligation-proposal-unknown': { proposal: number };
  'obligation-proposal-own': Record<never, never>;
  'obligation-proposal-others': Record<never, never>;
  'obligation-date-past': { dueOn: LocalDate; today: LocalDate };
  'obligation-date-unchanged': { dueOn: LocalDate };
  'obligation-date-far': { dueOn: LocalDate; latest: LocalDate };
}

export type ObligationRefusal = {
  [C in keyof ObligationRefusals]: { readonly code: C; readonly values: ObligationRefusals[C] };
}[keyof ObligationRefusals];

export const obligationRefusal = <C extends keyof ObligationRefusals>(
  code: C,
  values: ObligationRefusals[C],
): ObligationRefusal => ({ code, values }) as ObligationRefusal;
