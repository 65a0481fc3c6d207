import type { FastifyInstance } from 'fastify';
import type { AttestationReading } from '../app/ports/attestation-reading.ts';
import type { ChangedBy, Contracts } from '../app/ports/contracts.ts';
import type { DraftReading } from '../app/ports/drafts.ts';
import type { Log } from '../app/ports/log.ts';
import type { Meters } from '../app/ports/meters.ts';
import type { MovableClock } from '../app/ports/movable-clock.ts';
import type { ObligationReading } from '../app/ports/obligation-reading.ts';
import type { Changes, Reading } from '../app/ports/reading.ts';
import type { RecordLook } from '../app/ports/record-look.ts';
import type { Store } from '../app/ports/store.ts';
import type { PinTellers } from '../app/telephone/open-for-caller.ts';
import type { NoticeMeans } from '../core/reach/notice-rules.ts';
import type { KeptPlans } from '../render/publication/kept-plan.ts';
import type { MetBugs } from './met-bugs.ts';

/** A body at most: the longest text in four bytes a character, and room for the rest. */
export const BODY_BYTES_MAX = 128 * 1024;

/** What this node can say of itself; a part that is not well is named. */
interface Readiness {
  readonly database: boolean;
  /** The database is at the migration this Ladder knows. */
  readonly migrations: boolean;
  readonly engine: boolean;
  readonly draining: boolean;
  /** Published plans that can be shown while the database is away. */
  readonly plansKept: number;
  /** The mailbox from which mail is fetched, where there is one; a node without it is ready all the same. */
  readonly mailbox?: 'starting' | 'taking' | 'elsewhere' | 'failing' | undefined;
}

/** The clock of a demonstration, and where it is at home. */
interface Movable {
  readonly clock: MovableClock;
  /** Known once the server listens. */
  readonly baseUrl: () => string;
}

/** What the server is made of. */
export interface HttpParts {
  readonly store: Store;
  readonly reading: Reading;
  readonly drafts: DraftReading;
  readonly record: Pick<RecordLook, 'verifyCase'>;
  /** Contracts, as somebody changes them. */
  readonly contractsFor: (by: ChangedBy) => Contracts;
  /** Where it is reached from outside; known once the server listens. */
  readonly baseUrl: () => string;
  readonly attestations: AttestationReading;
  readonly obligations: ObligationReading;
  readonly changes: Changes;
  /** By what anything can be carried here. */
  readonly carriers: readonly NoticeMeans[];
  readonly log: Log;
  /** Bugs that whoever asked has met. */
  readonly bugs: MetBugs;
  /** Published plans that say whom to call where Ladder fails. */
  readonly kept: KeptPlans;
  readonly meters: Pick<Meters, 'requestAnswered'>;
  readonly readiness: () => Promise<Readiness>;
  /** The meters as Prometheus reads them. */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** A demonstration opens cases on a draft. */
  readonly isDemonstration: boolean;
  /** With what whoever the desk opens a case for is told its PIN; nobody is where no line of ours takes calls or texts. */
  readonly tellers?: PinTellers | undefined;
  /** Of a demonstration alone: no other clock is moved. */
  readonly movable?: Movable;
  /** Requests a minute for each token, and for each address that sends none. */
  readonly ratePerMinute: number;
  /** Addresses of proxies whose word about the client is taken. */
  readonly trustProxy: readonly string[];
  /** Streams at once, all and for each token. */
  readonly streamsMax?: number;
  readonly streamsOfOneMax?: number;
  /** After how long a silent stream gives word, and whoever follows it is looked up again. */
  readonly streamsBeatMs?: number;
  /** Pages for people, which others register: forms are read there, and only there. */
  readonly pages?: (server: FastifyInstance) => Promise<void>;
}
