import type { LocalDate } from '../../calendar/calendar.ts';
import type { ObligationEvent, ObligationEventType, Proposed } from '../../obligation/event.ts';
import type { ObligationKind } from '../../obligation/occasions.ts';
import type { ObligationRefusals } from '../../obligation/refusal.ts';
import type { Standing } from '../../obligation/standing.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { RefusalWords } from '../case.ts';

/** Refusals that the road gives before an obligation is asked. */
export interface ObligationRoadRefusals {
  'obligation-not-found': { obligationId: string };
  'obligation-not-allowed': { command: string };
  'obligation-changed': { expected: number; said: number };
  'key-used-differently': { key: string };
}

/** What the sentences about an obligation know of it. */
interface ObligationFacts {
  readonly title: string;
  readonly dueOn: LocalDate;
  readonly owner: Party;
  readonly acceptedBy: Party;
}

export interface ObligationNews {
  /** One line. */
  readonly subject: string;
  readonly lead: readonly string[];
}

/** What a reader of a mail has to do with it. */
export interface ObligationReader extends ObligationFacts {
  readonly audience: Party;
  /** The name of whoever did it, undefined where it is not known. */
  readonly name: string | undefined;
}

type Acts =
  | 'deliver'
  | 'accept'
  | 'sendBack'
  | 'propose'
  | 'waive'
  | 'agree'
  | 'decline'
  | 'withdrawProposal';

/** The sentences about obligations: pages, mails, refusals. */
export interface ObligationWords {
  readonly title: string;
  readonly about: string;
  readonly date: (date: LocalDate) => string;
  readonly parties: Readonly<Record<Party, string>>;
  readonly kinds: Readonly<Record<ObligationKind, string>>;
  readonly standings: Readonly<Record<Standing, string>>;
  readonly list: {
    readonly caption: string;
    readonly columns: Readonly<
      Record<'name' | 'what' | 'kind' | 'due' | 'owner' | 'standing' | 'waits', string>
    >;
    readonly show: string;
    readonly all: string;
    readonly choices: Readonly<Record<'open' | 'due' | 'late' | 'mine' | 'delivered' | 'settled', string>>;
    readonly counted: (values: { count: number }) => string;
    readonly emptyTitle: string;
    readonly empty: string;
    readonly calendar: string;
    readonly calendarAbout: string;
    readonly matrix: string;
  };
  readonly picture: {
    readonly title: string;
    readonly about: (values: { count: number; from: LocalDate; until: LocalDate }) => string;
    readonly today: string;
  };
  readonly one: {
    readonly caption: (values: { kind: ObligationKind }) => string;
    readonly facts: Readonly<
      Record<'due' | 'planned' | 'owner' | 'acceptedBy' | 'standing' | 'done' | 'note' | 'revision', string>
    >;
    readonly until: (values: { dueOn: LocalDate }) => string;
    readonly late: (values: { dueOn: LocalDate; owner: Party }) => string;
    readonly inTime: (values: { doneOn: LocalDate }) => string;
    readonly notInTime: (values: { doneOn: LocalDate }) => string;
    readonly waitsFor: (values: { parties: readonly Party[] }) => string;
    readonly proposal: (values: { party: Party; proposed: Proposed }) => string;
    readonly evidence: string;
    readonly noEvidence: string;
    readonly erased: string;
    readonly history: string;
    readonly hidden: string;
    readonly done: Readonly<Record<Acts, string>>;
  };
  readonly acts: Readonly<
    Record<Acts, { readonly title: string; readonly about: string; readonly button: string }>
  >;
  readonly fields: Readonly<
    Record<
      'text' | 'reason' | 'doneOn' | 'link' | 'file' | 'dueOn',
      { readonly label: string; readonly hint: string }
    >
  >;
  readonly missing: Readonly<Record<'reason' | 'dueOn', string>>;
  readonly dateUnclear: (values: { value: string }) => string;
  readonly events: {
    readonly [T in ObligationEventType]: (event: Extract<ObligationEvent, { type: T }>) => string;
  };
  readonly refusals: {
    readonly [C in keyof (ObligationRefusals & ObligationRoadRefusals)]: (
      values: (ObligationRefusals & ObligationRoadRefusals)[C],
    ) => RefusalWords;
  };
  readonly mail: {
    readonly news: {
      readonly [T in ObligationEventType]: (
        event: Extract<ObligationEvent, { type: T }>,
        reader: ObligationReader,
      ) => ObligationNews;
    };
    readonly open: { readonly label: string; readonly says: string };
    readonly footer: (values: { contractTitle: string; reader: string }) => string;
  };
  readonly waiting: {
    readonly title: string;
    readonly about: (values: { count: number }) => string;
    readonly all: string;
  };
  readonly roles: {
    readonly title: string;
    readonly about: string;
    readonly duties: string;
    readonly duty: string;
    readonly owed: string;
    readonly owes: string;
    readonly accepts: string;
    readonly none: string;
    readonly empty: string;
  };
  readonly feed: { readonly name: (values: { contractTitle: string }) => string };
}
