import type { Instant } from '../../core/instant.ts';
import type { Means } from '../../core/plan/format/schema-routes.ts';
import type { CarrierName, CarrierNews } from './carriers.ts';
import type { ChangedBy } from './contracts.ts';
import type { OutboxLine, RefusedLine, SetAsideCase } from './outbox.ts';
import type { Checkpoint } from './record.ts';

/** What can be changed about who may do what. */
export type RightsChangeKind =
  | 'personAdded'
  | 'personRenamed'
  /** Another number or address is used. */
  | 'contactChanged'
  | 'roleGranted'
  | 'roleWithdrawn'
  | 'seatFilled'
  | 'customerAdded'
  | 'customerRenamed'
  | 'accountSet'
  | 'tokenMade'
  | 'tokenRevoked'
  | 'personErased'
  | 'domainAllowed'
  | 'domainWithdrawn'
  /** By their own mailbox at a domain that is allowed. */
  | 'joinedByDomain'
  | 'administratorMade'
  | 'administratorLinkMade';

/** One change of rights; people by their names of today, where they have one. */
export interface RightsChange {
  readonly number: number;
  readonly at: Instant;
  readonly by: ChangedBy;
  readonly byName: string | undefined;
  readonly kind: RightsChangeKind;
  readonly personId: string | undefined;
  readonly personName: string | undefined;
  readonly role: string | undefined;
  readonly customerId: string | undefined;
  readonly seat: string | undefined;
  readonly tokenId: string | undefined;
  readonly domain: string | undefined;
}

/** What of a contract does not go on by itself, the newest first. */
interface Stuck {
  readonly setAside: readonly SetAsideCase[];
  readonly failed: readonly OutboxLine[];
  readonly refused: readonly RefusedLine[];
}

/** How one way of carrying a message has done lately. */
interface Carried {
  readonly means: Exclude<Means, 'portal'>;
  readonly lastDeliveredAt: Instant | undefined;
  readonly lastFailedAt: Instant | undefined;
  readonly lastReason: string | undefined;
  readonly waiting: number;
  /** Why the last of those that wait were not taken yet; undefined where nobody was asked. */
  readonly waitingReason: string | undefined;
}

/** What came in by mail for a contract. */
interface Answered {
  readonly lastTakenAt: Instant | undefined;
  /** Kept until its writer confirms it, for it did not prove whose it is. */
  readonly lastHeldAt: Instant | undefined;
}

/** The whole installation at work. */
interface Running {
  /** Queue → jobs that wait. */
  readonly queues: ReadonlyMap<string, number>;
  /** By how much the earliest deadline nobody has acted on is past. */
  readonly latenessMs: number;
}

/** What an administrator looks at. */
export interface AdministrationReading {
  /** Changes before a number, the newest first: of a contract, or of what belongs to none. */
  rightsChanges(
    contract: string | undefined,
    before: number | undefined,
    max: number,
  ): Promise<readonly RightsChange[]>;
  stuck(contract: string, max: number): Promise<Stuck>;
  carried(contract: string): Promise<readonly Carried[]>;
  answered(contract: string): Promise<Answered>;
  /** How each carrier of the installation did, those that were ever used; and how many messages wait. */
  carriers(): Promise<{ readonly news: ReadonlyMap<CarrierName, CarrierNews>; readonly waiting: number }>;
  running(): Promise<Running>;
  /** Checkpoints before a number, the newest first. */
  checkpoints(before: number | undefined, max: number): Promise<readonly Checkpoint[]>;
}
