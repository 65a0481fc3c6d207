import type { Instant } from '../../core/instant.ts';
import type { SessionPerson } from './sessions.ts';

/** A session as it is kept, with everybody its account is. */
export interface KeptSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly language: string | undefined;
  readonly timeZone: string | undefined;
  readonly authenticatedAt: Instant;
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
  readonly keepsInstallation: boolean;
  readonly people: readonly SessionPerson[];
}

/** A person of a contract that somebody may be. */
export interface PersonKey {
  readonly contract: string;
  readonly personId: string;
}

/** Somebody of a demonstration whom one may step into. */
export interface SamplePerson extends PersonKey {
  readonly name: string;
  readonly title: string | undefined;
  readonly contractTitle: string;
  readonly grants: readonly { readonly role: string; readonly customerName: string | undefined }[];
}

/** An account for a person of a demonstration. */
export interface SteppedInto extends PersonKey {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly at: Instant;
}

/** What is kept about accounts; what proves who somebody is stays with the room that signs them in. */
export interface AccountBook {
  /** The session of a token, with the people its account is today; undefined where there is none at this instant. */
  session(token: string, at: Instant): Promise<KeptSession | undefined>;
  /** A session that is used goes on. */
  extendSession(sessionId: string, expiresAt: Instant): Promise<void>;
  endSession(sessionId: string): Promise<void>;
  samplePeople(): Promise<readonly SamplePerson[]>;
  /** The account of a person of a demonstration, made where there is none. */
  stepInto(person: SteppedInto): Promise<{ readonly accountId: string }>;
}

/** What a browser is told to keep, as it goes into `Set-Cookie`. */
export type SetCookies = readonly string[];

/** Signing in and out. */
export interface Accounts {
  /** Everybody whom one may step into. */
  samplePeople(): Promise<readonly SamplePerson[]>;
  /** Signs in as a person of a demonstration; undefined where there is no such person. */
  stepInto(person: PersonKey, browser: Browser): Promise<SetCookies | undefined>;
  /** Ends the session that the cookies name, if any. */
  signOut(browser: Browser): Promise<SetCookies>;
}

/** Whose request it is, as far as it says. */
export interface Browser {
  readonly cookies: string | undefined;
  readonly address: string;
  readonly agent: string | undefined;
}
