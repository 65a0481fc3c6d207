import type { RefusalWords } from '../case.ts';

/** How an administrator lets somebody in, and out again. */
export interface AccessWords {
  readonly title: string;
  readonly invite: {
    readonly about: (email: string) => string;
    readonly noAddress: string;
    readonly button: string;
    readonly done: (email: string) => string;
  };
  readonly sessions: {
    readonly about: string;
    readonly button: string;
    readonly sure: (name: string) => string;
    readonly sureAbout: string;
    readonly done: string;
    readonly none: string;
  };
}

/** The domains by which people of a customer come by themselves. */
export interface DomainWords {
  readonly title: string;
  readonly about: string;
  readonly none: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly withdraw: string;
  readonly withdrawSure: (values: { domain: string; customer: string }) => string;
  readonly withdrawAbout: string;
  readonly added: string;
  readonly withdrawn: string;
  readonly since: string;
  readonly allowedBy: (by: string) => string;
  readonly refusals: Readonly<Record<'malformed' | 'public' | 'taken', (domain: string) => RefusalWords>>;
}

/** What can happen at the door. */
type DoorKind =
  | 'signedIn'
  | 'signInFailed'
  | 'signedOut'
  | 'linkSent'
  | 'invited'
  | 'sessionsEnded'
  | 'personJoined'
  | 'administratorMade'
  | 'passwordSet'
  | 'passwordRemoved'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'secondFactorOn'
  | 'secondFactorOff'
  | 'secondFactorFailed'
  | 'triedTooOften'
  | 'linkFailed'
  | 'recoveryCodesMade'
  | 'recoveryCodeUsed';

/** Who came and went, and how they changed the ways in. */
export interface DoorWords {
  readonly empty: string;
  readonly ofInstallation: string;
  readonly columns: Readonly<Record<'who' | 'from', string>>;
  readonly unknown: string;
  readonly methods: Readonly<
    Record<'demonstration' | 'link' | 'password' | 'passkey' | 'organisation' | 'code', string> &
      /** Why a link lets nobody in. */
      Record<'used' | 'expired' | 'unknown', string>
  >;
  /** Said of whoever stands beside it; `by` is empty where nobody else did it, `times` is how often it was by then. */
  readonly said: Readonly<
    Record<DoorKind, (values: { method: string; by: string; times: number }) => string>
  >;
}

/** What was signed over the whole record. */
export interface CheckpointWords {
  readonly title: string;
  readonly about: string;
  readonly empty: string;
  readonly columns: Readonly<Record<'number' | 'cases' | 'events' | 'digest', string>>;
}
