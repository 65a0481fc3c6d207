import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';

/** What an account is in one contract: that person, with their roles and seats. */
export interface SessionPerson {
  readonly contract: string;
  readonly contractTitle: string;
  readonly personId: string;
  readonly name: string;
  readonly grants: readonly { readonly role: string; readonly customerId: string | undefined }[];
  readonly seats: readonly string[];
  /** Undefined: the contract's. */
  readonly timeZone: string | undefined;
  /** In which the contract writes to them, where somebody has said so. */
  readonly language: Language | undefined;
}

/** Who is signed in at a browser. */
export interface Session {
  readonly sessionId: string;
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  /** What they chose themselves; undefined: what is said of the person, else what the browser asks for. */
  readonly language: Language | undefined;
  /** When they last proved who they are: dangerous acts want that to be fresh. */
  readonly authenticatedAt: Instant;
  /** Whether that was within the last quarter of an hour, by the machine's clock, which no demonstration moves. */
  readonly isFresh: boolean;
  /** Keeps the installation: sees what belongs to no contract. */
  readonly isInstallationAdministrator: boolean;
  /** Everybody this account is, contract by contract. */
  readonly people: readonly SessionPerson[];
}

/** Where it is known who is signed in. */
export interface Sessions {
  /** By the cookies of a request; undefined where they name no session, or one that has ended. */
  of(cookies: string | undefined): Promise<Session | undefined>;
  /** The same, where nobody has asked for anything: that is no use of a session, and carries it on no further. */
  unused(cookies: string | undefined): Promise<Session | undefined>;
}
