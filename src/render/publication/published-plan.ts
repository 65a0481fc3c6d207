import type { DetailTimes } from '../../core/attestation/state.ts';
import type { MeansConfirmed } from '../../core/contact/means-confirmed.ts';
import type { Finding } from '../../core/finding.ts';
import type { Instant } from '../../core/instant.ts';
import type { PersonField } from '../../core/message/people.ts';
import type { Change } from '../../core/plan/diff/change.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Question } from '../../core/plan/format/schema-contract.ts';
import type { Revision, Seat } from '../../core/plan/revision/revision.ts';

/** How somebody is reached, as far as the paper's reader may see. */
interface PublishedWays {
  readonly office?: string | undefined;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
}

/** Somebody who stands in a seat today. */
export interface PublishedPerson {
  readonly personId: string;
  readonly name: string;
  readonly title: string | undefined;
  readonly ways: PublishedWays;
  readonly keptFor: 'customers' | 'parties' | undefined;
}

/** A seat of the plan and who fills it today. */
export interface PublishedSeat {
  readonly seat: string;
  readonly kind: Seat['kind'];
  readonly title: string;
  readonly person: PublishedPerson | undefined;
  readonly since: Instant | undefined;
  readonly differs: readonly PersonField[];
  readonly means: MeansConfirmed | undefined;
  readonly missed: DetailTimes;
  readonly doubted: DetailTimes;
  readonly own: readonly {
    readonly customerId: string;
    readonly customerName: string;
    readonly person: PublishedPerson;
  }[];
  /** It was filled, or left vacant, while the plan was in force. */
  readonly mark: { readonly at: Instant; readonly isVacant: boolean; readonly isAgreed: boolean } | undefined;
  readonly deputy: string | undefined;
  readonly quietHours: Readonly<Record<string, readonly string[]>> | undefined;
}

interface PublishedRevision {
  readonly number: number;
  readonly isInForce: boolean;
  readonly publishedAt: Instant | undefined;
  readonly agreedBy: readonly string[];
  readonly isAgreedByWord: boolean;
  readonly changed: { readonly changes: readonly Change[]; readonly kept: number } | undefined;
  readonly isFirst: boolean;
}

interface PublishedOverride {
  readonly finding: Finding | undefined;
  readonly path: string;
  readonly isKept: boolean;
  readonly reasons: readonly {
    readonly party: 'contractor' | 'oversight';
    readonly by: string;
    readonly because: string | undefined;
  }[];
}

/** A published plan with the people of today, as whoever reads it may see it: what its papers are made of. */
export interface PublishedPlan {
  readonly now: Instant;
  readonly contract: { readonly contract: string; readonly title: string };
  readonly published: {
    readonly number: number;
    readonly digest: string;
    readonly publishedAt: Instant | undefined;
  };
  /** Every revision that was ever in force, the newest first. */
  readonly history: readonly { readonly publishedAt: Instant | undefined }[];
  readonly rules: Revision;
  /** As written; undefined where that was erased, and only the rules are left. */
  readonly written: Plan | undefined;
  readonly seats: ReadonlyMap<string, PublishedSeat>;
  /** The newest of the revisions, each with what it changed. */
  readonly revisions: readonly PublishedRevision[];
  readonly questions: readonly { readonly question: Question; readonly isKept: boolean }[];
  /** Findings that both parties let stand when it was published. */
  readonly overrides: readonly PublishedOverride[];
  /** Names of those who spoke for a party, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** The directory of the reader's own customer: who level 1 is for it. */
  readonly directory: Readonly<Record<string, string>>;
  /** The zone that the reader of a page has asked for; what is kept or sent on has the contract's alone. */
  readonly readerZone?: string | undefined;
  /** Of a plan that was made from a file: from when it is meant to hold, and whether its address is that of an installation. */
  readonly ofFile?: { readonly holdsFrom: Instant; readonly isPublishedElsewhere: boolean } | undefined;
}

/** What a part of the paper is made of. */
export interface PlanParts {
  readonly plan: PublishedPlan;
  /** Where the plan is published: `https://ladder.example/plans/k-1`. Of one out of a file it may be a name that leads nowhere. */
  readonly address: string;
}
