import type { FindingCode } from '../finding.ts';
import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';

/** Where the text of a draft came from: typed or sent, read out of a document, a file at the terminal, or a copy. */
export type DraftOrigin = 'text' | 'import' | 'file' | 'copy';

/** Who did it, when, and for which party; without one for none, such as whoever keeps the installation. */
interface Done {
  readonly at: Instant;
  readonly by: string;
  readonly party?: Party | undefined;
}

/** A finding by what it is and where it stands: `contacts.ana.office`. */
export interface FindingName {
  readonly finding: FindingCode;
  readonly path: string;
}

/** The rules of a draft, compiled and kept under the number of a revision. */
export interface FixedRules {
  readonly revision: number;
  /** Hex. */
  readonly digest: string;
}

interface Events {
  /** `text` is the plan as written. */
  DraftMade: { readonly origin: DraftOrigin; readonly from?: number | undefined; readonly text: string };
  DraftEdited: { readonly text: string };
  DraftProposed: { readonly text?: string | undefined };
  DraftCommented: { readonly text: string };
  /** `text` is the reason. */
  DraftSentBack: { readonly text: string };
  /** `party` agreed by `who`, a person or a seat; `by` wrote it down. */
  DraftAgreed: { readonly party: Party; readonly who: string };
  /** One party lets a finding stand, for the reason in `text`; it holds when the other one does as well. */
  FindingOverridden: FindingName & { readonly party: Party; readonly text: string };
  /** The plan says something else there now. */
  OverrideLapsed: FindingName;
  RulesFixed: FixedRules;
  /** Where it is read from then on; undefined where Ladder was not told its own address. */
  PublicationSet: { readonly effectiveAt: Instant; readonly address?: string | undefined };
  PlanPublished: {
    readonly revision: number;
    readonly effectiveAt: Instant;
    readonly address?: string | undefined;
  };
  PlanSuperseded: { readonly revision: number };
  DraftDropped: { readonly text?: string | undefined };
}

/** Something that has happened to a plan on its way, and can never be changed. */
export type DraftEvent = { [T in keyof Events]: { readonly type: T } & Done & Events[T] }[keyof Events];
export type DraftEventType = keyof Events;
