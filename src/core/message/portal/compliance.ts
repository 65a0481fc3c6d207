import type { LocalDate } from '../../calendar/calendar.ts';
import type { ContactField, Section } from '../../plan/format/schema-contract.ts';
import type { Span } from '../../span.ts';

interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The sentences of the report on a time. */
export interface ComplianceWords {
  readonly title: string;
  readonly about: string;
  /** Which days it is about, and which revisions of the plan were in force in them, each from when on where it began in them. */
  readonly stamp: (
    values: Days & {
      readonly inForce: readonly { readonly number: number; readonly from: LocalDate | undefined }[];
    },
  ) => string;
  readonly foot: (values: Days & { readonly title: string }) => string;
  readonly take: Readonly<Record<'title' | 'pdf' | 'csv', string>>;
  readonly unpublished: string;
  readonly demands: {
    readonly title: string;
    readonly about: string;
    readonly none: string;
    readonly caption: string;
    readonly columns: Readonly<Record<'demand' | 'standing' | 'proof', string>>;
    readonly standings: Readonly<Record<'holds' | 'fails' | 'open', string>>;
    readonly says: {
      readonly levels: (values: { readonly count: number }) => string;
      readonly contactFields: (values: { readonly names: readonly string[] }) => string;
      readonly allHours: string;
      readonly businessHours: string;
      readonly posting: (values: { readonly dueOn: LocalDate }) => string;
      readonly postingOpen: string;
      readonly section: (values: { readonly name: string }) => string;
      readonly attestation: (values: { readonly span: Span }) => string;
      readonly longestAtLevel: (values: { readonly span: Span }) => string;
      readonly updateEvery: (values: { readonly span: Span }) => string;
      readonly expedited: string;
      readonly reissue: string;
    };
    readonly fields: Readonly<Record<ContactField, string>>;
    readonly sections: Readonly<Record<Section, string>>;
    readonly proofs: {
      readonly checked: (values: { readonly numbers: readonly number[] }) => string;
      readonly found: (values: { readonly numbers: readonly number[] }) => string;
      /** Nobody stood at a level; `until` is undefined while it lasts. */
      readonly empty: (values: {
        readonly level: number;
        readonly from: LocalDate;
        readonly until: LocalDate | undefined;
      }) => string;
      /** At this hour a level reaches nobody, for one customer at least. */
      readonly unreached: (values: { readonly level: number }) => string;
      readonly contact: (values: { readonly name: string; readonly names: readonly string[] }) => string;
      readonly erased: (values: { readonly numbers: readonly number[] }) => string;
      readonly today: string;
      readonly notInForce: string;
      readonly published: (values: { readonly doneOn: LocalDate }) => string;
      readonly obligation: (values: { readonly title: string; readonly doneOn: LocalDate }) => string;
      readonly kept: (values: { readonly done: number; readonly of: number }) => string;
      readonly attested: (values: { readonly done: number; readonly of: number }) => string;
      readonly noneEnded: string;
      readonly elsewhere: string;
    };
  };
  readonly steps: {
    readonly title: string;
    readonly about: string;
    readonly caption: string;
    readonly none: string;
    readonly columns: Readonly<
      Record<'met' | 'fellDue' | 'taken' | 'early' | 'declined' | 'withdrawn', string>
    >;
  };
  readonly promises: Readonly<Record<'title' | 'caption' | 'none', string>>;
  readonly levels: {
    readonly title: string;
    readonly about: string;
    readonly caption: string;
    readonly none: string;
    readonly columns: Readonly<Record<'reached' | 'left' | 'longest', string>>;
  };
  readonly ends: {
    readonly title: string;
    readonly about: string;
    readonly facts: Readonly<Record<'opened' | 'satisfied' | 'withdrawn' | 'otherwise' | 'median', string>>;
  };
  readonly currency: {
    readonly title: string;
    readonly about: string;
    readonly figure: (values: {
      readonly done: number;
      readonly of: number;
      readonly share: number;
    }) => string;
    readonly nothing: string;
  };
  readonly obligations: {
    readonly title: string;
    readonly about: string;
    readonly caption: string;
    readonly none: string;
    readonly inTime: string;
    readonly afterDate: string;
  };
}
