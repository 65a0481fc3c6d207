import type { Instant } from '../../instant.ts';
import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink } from '../mail.ts';

type Say<V> = (values: V) => string;

/** A mail to somebody whose calendar of absences cannot be read. */
export interface TimeOffMail {
  readonly language: Language;
  readonly contractTitle: string;
  readonly timeZone: Clocks;
  readonly host: string;
  /** When it was read last, and since when that fails. */
  readonly readAt: Instant;
  readonly since: Instant;
  /** Why, by its code. */
  readonly reason: string;
  /** Of the page on one's own time off. */
  readonly url: string;
  readonly demonstration: boolean;
}

/** Calendars of absences: the page of one's own, what other pages show of them, and the mail about one that fails. */
export interface TimeOffWords {
  readonly title: string;
  readonly about: string;
  readonly noSeat: string;
  readonly ended: string;
  readonly given: Say<{ host: string; count: number }>;
  readonly calendars: {
    readonly title: string;
    readonly empty: string;
    readonly columns: Readonly<Record<'calendar' | 'clocks' | 'state' | 'act', string>>;
    readonly readAt: string;
    readonly failing: Say<{ at: Instant; timeZone: Clocks }>;
    readonly keeps: Say<{ at: Instant; timeZone: Clocks }>;
    readonly end: Say<{ host: string }>;
  };
  readonly times: {
    readonly title: string;
    readonly empty: string;
    readonly columns: Readonly<Record<'from' | 'until' | 'duty', string>>;
    readonly noDuty: string;
    /** Whoever has one's duty in that time. */
    readonly instead: Say<{ title: string; names: readonly string[] }>;
    readonly nobody: Say<{ title: string }>;
    readonly swap: string;
    readonly more: Say<{ count: number }>;
  };
  readonly add: {
    readonly title: string;
    readonly url: string;
    readonly urlHint: string;
    readonly urlDemonstration: string;
    readonly zone: string;
    readonly zoneHint: string;
    readonly button: string;
    readonly full: Say<{ count: number }>;
  };
  readonly problems: Readonly<Record<'url' | 'timeZone' | 'tooMany' | 'same', RefusalWords>>;
  readonly unread: Say<{ reason: string }>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly status: Say<{ code: string }>;
  /** On the pages of who is on duty. */
  readonly away: {
    readonly title: string;
    readonly columns: Readonly<Record<'name' | 'from' | 'until', string>>;
    readonly empty: Say<{ count: number }>;
    readonly line: Say<{ names: readonly string[] }>;
  };
  /** On the page of readiness. */
  readonly unreadSince: Say<{ at: Instant; timeZone: Clocks }>;
  readonly mail: {
    readonly subject: Say<{ contractTitle: string }>;
    readonly lead: Say<{ host: string; since: Instant; timeZone: Clocks }>;
    readonly keeps: Say<{ readAt: Instant; timeZone: Clocks }>;
    readonly what: string;
    readonly link: MailLink;
    readonly footer: Say<{ contractTitle: string }>;
  };
}

/** Why a calendar cannot be read, in a sentence. */
export function timeOffReason(words: TimeOffWords, reason: string): string {
  if (reason.startsWith('status-')) return words.status({ code: reason.slice('status-'.length) });
  return words.reasons[reason] ?? words.reasons.dropped ?? reason;
}
