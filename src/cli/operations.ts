import type { Contracts } from '../app/ports/contracts.ts';
import type { MovableClock } from '../app/ports/movable-clock.ts';
import type { Store } from '../app/ports/store.ts';
import type { Secret } from '../app/secret.ts';
import type { PlanView } from '../app/views/plan/plan-view.ts';
import type { Instant } from '../core/instant.ts';
import type { Io } from './io.ts';
import type { RecordOperations } from './record-operations.ts';

/** An installation while a command of the terminal works in it. */
export interface Installed {
  readonly kind: 'demonstration' | 'real';
  readonly store: Store;
  readonly contracts: Contracts;
  readonly clock: MovableClock;
  readonly secret: Secret;
  /** The installation's clock, read anew at each call. */
  readonly now: () => Promise<Instant>;
}

/**
 * What the terminal may ask of an installation, handed in by `src/main.ts`. Whatever stands against it is thrown
 * as a `Refused` with its sentences.
 */
export interface Operations {
  /** Runs the installation until it is told to stop; `ready` is called once, when it takes requests. */
  readonly start: (io: Io, ready: (place: ReadyPlace) => void) => Promise<void>;
  /** Makes a real installation; the administrator's token. */
  readonly init: (io: Io) => Promise<{ readonly token: string; readonly link: string }>;
  /** A new link by which somebody becomes its administrator; the one before ends. */
  readonly administratorLink: (io: Io) => Promise<{ readonly link: string }>;
  /** Opens the installation for one piece of work, while it runs or not, and leaves it as it was found. */
  readonly within: <T>(io: Io, work: (installed: Installed) => Promise<T>) => Promise<T>;
  /** What proves, keeps and clears the record. */
  readonly record: RecordOperations;
  /** A published plan as files that need nothing else. */
  readonly copy: CopyOperations;
  /** The reference of the settings. */
  readonly settings: () => string;
}

/** How a static copy of a plan is made. */
interface CopyOperations {
  readonly files: (parts: {
    readonly plan: PlanView;
    readonly address: string;
  }) => Promise<ReadonlyMap<string, string | Uint8Array>>;
  /** The file that lists the others. */
  readonly list: string;
}

/** Where a running installation is reached. */
export interface ReadyPlace {
  readonly url: string;
  readonly kind: 'demonstration' | 'real';
  /** Undefined where it takes no mail. */
  readonly mailPort: number | undefined;
}

/** The parts of the service are loaded only when a command asks for them, so that the others come at once. */
export type LoadOperations = () => Promise<Operations>;
