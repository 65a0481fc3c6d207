import type { Instant } from '../../instant.ts';
import type { FillingRefusals } from '../../seat/decide.ts';
import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink, MailNews } from '../mail.ts';

/** Whom a mail about a seat is to, or what it tells. */
type SeatMailKind =
  | 'filled'
  | 'toHolder'
  | 'toBefore'
  | 'reminded'
  | 'late'
  | 'agreed'
  | 'refused'
  | 'heldUp';

interface SeatMailValues {
  readonly contractTitle: string;
  /** What the seat is called. */
  readonly seat: string;
  /** Undefined: nobody. */
  readonly holder: string | undefined;
  readonly before: string | undefined;
  /** Who named the holder. */
  readonly by: string;
  /** By when oversight is to have agreed. */
  readonly dueAt: Instant;
  readonly timeZone: string;
}

/** A mail about who fills a seat. */
export interface SeatMail extends SeatMailValues {
  readonly kind: SeatMailKind;
  readonly language: Language;
  /** What was typed. */
  readonly text: string | undefined;
  /** A placeholder still: a link or a page; undefined where nothing is to be done. */
  readonly url: string | undefined;
  readonly demonstration: boolean;
}

/** Why a seat was not filled. */
export type SeatProblem =
  | 'holderMissing'
  | 'verdictMissing'
  | 'seatUnknown'
  | 'seatOfDirectory'
  | 'seatOfOversight'
  | 'managerVacant'
  | 'reasonMissing'
  | 'textInvalid'
  | 'sameHolder'
  | 'personUnknown'
  | 'noMeans'
  | 'otherParty'
  | 'idInvalid'
  | 'idTaken'
  | 'nameInvalid'
  | 'titleInvalid'
  | 'mailInvalid'
  | 'mailTaken'
  | 'numberInvalid';

type Status = 'waiting' | 'late' | 'heldUp' | 'agreed' | 'refused' | 'replaced';

interface By {
  readonly name: string;
}

/** The sentences about who fills the seats of a plan. */
export interface SeatWords {
  readonly nobody: string;
  readonly statuses: Readonly<Record<Status, string>>;
  /** On the plan and beside contacts: what of a seat is not as it was agreed. */
  readonly mark: (values: {
    readonly at: Instant;
    readonly timeZone: Clocks;
    readonly isVacant: boolean;
    readonly isAgreed: boolean;
  }) => string;
  readonly list: {
    readonly title: string;
    readonly about: string;
    readonly caption: string;
    readonly columns: Readonly<Record<'seat' | 'levels' | 'holder' | 'stands', string>>;
    readonly asAgreed: string;
    readonly fill: (values: { readonly seat: string }) => string;
    readonly fillShort: string;
    readonly history: string;
  };
  readonly fill: {
    readonly title: (values: { readonly seat: string }) => string;
    readonly about: string;
    readonly now: (values: { readonly holder: string | undefined }) => string;
    readonly who: string;
    readonly person: string;
    readonly personLabel: string;
    readonly choose: string;
    readonly newcomer: string;
    readonly id: string;
    readonly idHint: string;
    readonly name: string;
    readonly jobTitle: string;
    readonly email: string;
    readonly emailHint: string;
    readonly office: string;
    readonly mobile: string;
    readonly numberHint: string;
    readonly vacant: string;
    readonly vacantHint: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly button: string;
  };
  readonly problems: Readonly<Record<SeatProblem, RefusalWords>>;
  readonly fillings: {
    readonly title: string;
    readonly about: string;
    readonly empty: string;
    readonly caption: string;
    readonly columns: Readonly<Record<'seat' | 'holder' | 'since' | 'due' | 'status', string>>;
  };
  readonly one: {
    readonly title: (values: { readonly seat: string; readonly holder: string | undefined }) => string;
    readonly facts: Readonly<Record<'status' | 'seat' | 'holder' | 'before' | 'due', string>>;
    readonly history: string;
    readonly events: {
      readonly SeatFilled: (values: By & { readonly holder: string | undefined }) => string;
      readonly AgreementReminded: () => string;
      readonly AgreementLate: () => string;
      readonly FillingAgreed: (values: By) => string;
      readonly FillingRefused: (values: By) => string;
      readonly FillingHeldUp: (values: By) => string;
      readonly FillingReplaced: (values: By) => string;
      readonly NoticeFailed: (values: By) => string;
    };
    readonly later: (values: { readonly filling: number }) => string;
    readonly decide: {
      readonly title: string;
      readonly about: string;
      readonly text: string;
      readonly textHint: string;
      readonly agree: string;
      readonly refuse: string;
    };
    readonly saved: string;
  };
  readonly holdUp: {
    readonly title: string;
    readonly about: string;
    readonly button: string;
    readonly doneTitle: string;
    readonly done: string;
  };
  readonly refusals: { readonly [C in keyof FillingRefusals]: RefusalWords };
  readonly mails: Readonly<
    Record<SeatMailKind, (values: SeatMailValues) => MailNews & { readonly link: MailLink | undefined }>
  >;
  readonly footer: (values: { readonly contractTitle: string }) => string;
}
