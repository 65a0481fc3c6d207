import type { AskedBecause, Doubt } from '../../attestation/event.ts';
import type { AttestationRefusals } from '../../attestation/refusal.ts';
import type { Detail } from '../../attestation/standing.ts';
import type { Instant } from '../../instant.ts';
import type { RefusalWords } from '../case.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink } from '../mail.ts';
import type { NotConfirmed } from '../mail-notice.ts';

/** What shows that somebody can be reached. */
type LifeSign = 'confirmed' | 'answered' | 'signedIn';

/** What the mails about attesting know. */
interface AttestationAbout {
  readonly contractTitle: string;
  /** The contact. */
  readonly name: string;
  readonly levels: readonly number[];
}

interface AttestationNews {
  /** One line. */
  readonly subject: string;
  readonly lead: readonly string[];
}

/** A detail that was not confirmed though it was asked for, and since when it is not. */
interface Missed {
  readonly detail: Detail;
  readonly at: Instant;
  readonly timeZone: Clocks;
}

/** The sentences about confirming one's own details: mails, pages, and what the plan says of it. */
export interface AttestationWords {
  /** As they begin a line. */
  readonly details: Readonly<Record<Detail, string>>;
  /** What is confirmed of being reachable. */
  readonly reachable: (values: { readonly levels: readonly number[] }) => string;
  /** A number or an address as it is used today, to be ticked or read; a number is written in groups. */
  readonly detail: (values: { readonly detail: Detail; readonly value: string }) => string;
  /** On the plan: `Mobile number not confirmed since Thu 4 Mar 2027`. */
  readonly missed: (values: Missed) => string;
  /** On the plan and beside contacts: a detail that has not reached its person lately. */
  readonly doubted: (values: Missed) => string;
  /** The same to whoever has to mend it: what has shown that. */
  readonly doubtedBecause: (doubt: Doubt) => string;
  readonly mails: {
    readonly asked: (about: AttestationAbout & { readonly because: AskedBecause }) => AttestationNews;
    readonly reminded: (about: AttestationAbout) => AttestationNews;
    readonly unanswered: (about: AttestationAbout) => AttestationNews;
    readonly doubted: (about: AttestationAbout & { readonly doubted: readonly Detail[] }) => AttestationNews;
    readonly confirmed: (about: AttestationAbout) => AttestationNews;
    readonly notConfirmed: (about: AttestationAbout & { readonly why: NotConfirmed }) => AttestationNews;
    /** How to answer by mail, and what that does. */
    readonly reply: string;
    readonly ownPage: MailLink;
    readonly confirm: MailLink;
    readonly currency: MailLink;
    readonly footer: (values: {
      readonly contractTitle: string;
      readonly reader: string;
      readonly canReply: boolean;
    }) => string;
  };
  readonly page: {
    readonly title: string;
    readonly about: (values: { readonly name: string; readonly contractTitle: string }) => string;
    readonly legend: string;
    readonly button: string;
    readonly wrong: string;
    /** Leads to where one changes one's own. */
    readonly change: string;
    readonly onlyThen: string;
    readonly doneTitle: string;
    readonly done: string;
    readonly doneRest: string;
    readonly nothing: { readonly title: string; readonly about: string };
    /** Why a link does nothing any more, and the way that does. */
    readonly dead: Readonly<Record<'used' | 'passed' | 'expired', RefusalWords>>;
    readonly signIn: string;
    readonly last: (values: { readonly at: Instant; readonly timeZone: Clocks }) => string;
  };
  readonly currency: {
    readonly title: string;
    readonly about: string;
    /** How the figure is computed. */
    readonly computed: string;
    readonly figure: (values: {
      readonly done: number;
      readonly of: number;
      readonly share: number;
    }) => string;
    readonly nothing: string;
    readonly nextRound: (values: { readonly at: Instant; readonly timeZone: Clocks }) => string;
    readonly noRound: string;
    readonly raise: {
      readonly title: string;
      readonly none: string;
      readonly fill: (values: { readonly title: string }) => string;
      readonly confirm: (values: { readonly name: string; readonly names: readonly string[] }) => string;
      readonly late: (values: { readonly title: string }) => string;
    };
    /** Who acts on cases for a party and stands at no level. */
    readonly acting: {
      readonly title: string;
      readonly about: string;
      readonly party: string;
    };
    readonly contacts: {
      readonly vacant: string;
      readonly title: string;
      readonly empty: string;
      readonly columns: Readonly<Record<'name' | 'levels' | 'details' | 'sign', string>>;
      readonly never: string;
      readonly lapsed: string;
      readonly current: string;
      /** Of how many details some are still to be confirmed. */
      readonly toConfirm: (values: { readonly count: number; readonly of: number }) => string;
      readonly allConfirmed: (values: { readonly count: number }) => string;
    };
    readonly signs: Readonly<
      Record<LifeSign, (values: { readonly at: Instant; readonly timeZone: Clocks }) => string>
    >;
    readonly noSign: string;
    readonly obligations: {
      readonly title: string;
      readonly none: string;
      /** What the table of those that are late is. */
      readonly late: string;
      readonly inTime: (values: { readonly count: number }) => string;
    };
    readonly take: { readonly title: string; readonly csv: string; readonly json: string };
  };
  readonly refusals: {
    readonly [C in keyof AttestationRefusals]: (values: AttestationRefusals[C]) => RefusalWords;
  };
}
