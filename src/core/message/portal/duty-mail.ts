import type { Instant } from '../../instant.ts';
import type { Language } from '../catalogue.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink } from '../mail.ts';

type Say<V> = (values: V) => string;

/** By what somebody is on duty: its title, and the levels that reach it. */
interface DutyOf {
  readonly title: string;
  readonly levels: readonly number[];
}

/** A duty ahead; `until` is missing where no end is in sight, `names` are those who have it before. */
export interface DutyAhead extends DutyOf {
  readonly from: Instant;
  readonly until: Instant | undefined;
  readonly names: readonly string[];
}

/** A duty that has ended, and who took over; nobody, where `names` is empty. */
export interface DutyOver extends DutyOf {
  readonly at: Instant;
  readonly names: readonly string[];
}

/** A duty that its reader was told of and has no more; nobody has it, where `names` is empty. */
export interface DutyLost extends DutyOf {
  readonly from: Instant;
  readonly names: readonly string[];
}

/** An open case at the levels of a duty that has ended. */
interface OpenCase {
  readonly caseId: string;
  readonly level: number;
  readonly dueAt: Instant | undefined;
}

interface DutyMailFrame {
  readonly language: Language;
  readonly contractTitle: string;
  readonly timeZone: Clocks;
  /** Of the page on who is on duty. */
  readonly url: string;
  readonly demonstration: boolean;
  /** Further ones that are not listed: duties, or cases. */
  readonly more: number;
}

/** A mail about somebody's own duty: what is ahead, what is ahead no more, or who took over. */
export type DutyMail = DutyMailFrame &
  (
    | { readonly kind: 'ahead'; readonly duties: readonly [DutyAhead, ...(readonly DutyAhead[])] }
    | { readonly kind: 'lost'; readonly duties: readonly [DutyLost, ...(readonly DutyLost[])] }
    | {
        readonly kind: 'over';
        readonly duties: readonly [DutyOver, ...(readonly DutyOver[])];
        readonly cases: readonly OpenCase[];
      }
  );

export interface DutyMailWords {
  readonly ahead: {
    readonly subject: Say<{ contractTitle: string; from: Instant; timeZone: Clocks }>;
    readonly lead: Say<{ count: number }>;
    readonly duty: Say<DutyAhead & { timeZone: Clocks }>;
    readonly more: Say<{ count: number }>;
    readonly what: string;
  };
  readonly lost: {
    readonly subject: Say<{ contractTitle: string; from: Instant; timeZone: Clocks }>;
    readonly lead: Say<{ count: number }>;
    readonly duty: Say<DutyLost & { timeZone: Clocks }>;
    readonly more: Say<{ count: number }>;
    readonly what: string;
  };
  readonly over: {
    readonly subject: Say<{ contractTitle: string; names: readonly string[] }>;
    readonly lead: string;
    readonly duty: Say<DutyOver & { timeZone: Clocks }>;
    readonly cases: string;
    readonly oneCase: Say<OpenCase & { timeZone: Clocks }>;
    readonly noCases: string;
    readonly more: Say<{ count: number }>;
  };
  readonly link: MailLink;
  readonly footer: Say<{ contractTitle: string }>;
  /** On the page: whether they are sent, and the button that turns it. */
  readonly choice: Readonly<Record<'sent' | 'stopped', { readonly about: string; readonly button: string }>>;
  readonly done: Readonly<Record<'sent' | 'stopped', string>>;
}
