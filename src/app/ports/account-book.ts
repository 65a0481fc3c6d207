import type { Instant } from '../../core/instant.ts';
import type { AllowedDomain, DomainProblem, DoorLine, SignUpDomain } from './account-keeping.ts';
import type { ChangedBy } from './contracts.ts';
import type { NewDelivery } from './engine.ts';
import type { SessionPerson } from './sessions.ts';

/** By what somebody proved who they are. */
export type SignInMethod = 'demonstration' | 'link' | 'password' | 'passkey' | 'organisation';

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

export type LinkPurpose = 'signIn' | 'invitation' | 'domain' | 'administrator';

/** A link that proves an address, as it is kept. */
export interface KeptLink {
  readonly linkId: string;
  readonly purpose: LinkPurpose;
  /** Undefined for the administrator's, which goes to nobody by mail. */
  readonly email: string | undefined;
  readonly contract: string | undefined;
  readonly contractTitle: string | undefined;
  readonly customerName: string | undefined;
  readonly goOn: string;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | undefined;
}

export interface NewSignInLink {
  readonly linkId: string;
  /** Hex. */
  readonly tokenHash: string;
  readonly purpose: LinkPurpose;
  readonly email: string | undefined;
  readonly contract: string | undefined;
  readonly customerId: string | undefined;
  readonly goOn: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

/** What is known of an address before anybody has proved it. */
export interface KnownAddress {
  /** `account`: it has signed in before, as nobody of a contract. */
  readonly is: 'person' | 'account' | 'domain';
  readonly contract: string | undefined;
  readonly contractTitle: string | undefined;
  readonly personId: string | undefined;
  readonly customerId: string | undefined;
  readonly customerName: string | undefined;
}

/** Whoever used a link: the account of the address it proved. */
export interface ProvedAccount {
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  readonly goOn: string;
}

/** What is to be made of an address when its link is used. */
export interface Proof {
  readonly tokenHash: string;
  /** The account, where the address has none yet. */
  readonly newAccountId: string;
  /** What they call themselves, where the link asks for it. */
  readonly name: string | undefined;
  /** The address of the first administrator, who has no mail to prove it. */
  readonly email: string | undefined;
  /** By the machine's clock, as sessions. */
  readonly at: Instant;
}

/** A first factor that was shown, and waits for the second. */
export interface Half {
  readonly halfId: string;
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly goOn: string;
  readonly expiresAt: Instant;
  readonly tries: number;
}

/** A second factor as it is kept. */
export interface SecondFactor {
  /** Encrypted. */
  readonly secret: string;
  readonly isConfirmed: boolean;
}

/** A line about what happened at the door. */
export interface LogLine {
  readonly at: Instant;
  readonly kind: LogKind;
  readonly accountId?: string | undefined;
  readonly contract?: string | undefined;
  readonly personId?: string | undefined;
  readonly byAccountId?: string | undefined;
  readonly method?: string | undefined;
  readonly detail?: string | undefined;
  readonly address?: string | undefined;
  readonly agent?: string | undefined;
}

type LogKind =
  | 'signedIn'
  | 'signedOut'
  | 'signInFailed'
  | 'secondFactorFailed'
  | 'triedTooOften'
  | 'linkFailed'
  | 'linkSent'
  | 'sessionsEnded'
  | 'passwordSet'
  | 'passwordRemoved'
  | 'secondFactorOn'
  | 'secondFactorOff'
  | 'recoveryCodesMade'
  | 'recoveryCodeUsed'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'invited'
  | 'personJoined'
  | 'administratorMade';

/** Links by mail, and what they prove. */
interface LinkBook {
  /** What is known of an address; undefined: nothing, and no mail goes there. */
  knownAddress(email: string): Promise<KnownAddress | undefined>;
  /** How many links to an address can still be used. */
  liveLinks(email: string): Promise<number>;
  /**
   * Keeps a link and queues the mail that carries it, by the installation's clock, all at once. A new administrator's
   * link ends the one before, and is recorded.
   */
  addLink(
    make: (at: Instant) => { readonly link: NewSignInLink; readonly mail: NewDelivery | undefined },
  ): Promise<void>;
  /** A link by the hash of its token, and whether it could be used now. */
  link(tokenHash: string): Promise<(KeptLink & { readonly isOver: boolean }) | undefined>;
  /** Uses a link: of two at once one gets undefined, as whoever comes too late. Makes the account, and joins people to it. */
  useLink(proof: Proof): Promise<ProvedAccount | undefined>;
  /** The account of an address that somebody else vouches for, joined to its people as by a link. */
  proveAddress(known: KnownByDirectory): Promise<string>;
}

/** An address whose owner a directory knows. */
interface KnownByDirectory {
  readonly email: string;
  readonly name: string | undefined;
  readonly newAccountId: string;
  readonly at: Instant;
  /** It is of a domain whose people come by themselves, and nobody's of any contract yet. */
  readonly byDomain: boolean;
}

/** Second factors. */
interface FactorBook {
  secondFactor(accountId: string): Promise<SecondFactor | undefined>;
  /** A secret that waits for its first code; one that is confirmed stays. */
  beginSecondFactor(accountId: string, secret: string, at: Instant): Promise<void>;
  confirmSecondFactor(accountId: string, recoveryHashes: readonly string[], at: Instant): Promise<void>;
  replaceRecoveryCodes(accountId: string, hashes: readonly string[]): Promise<void>;
  recoveryCodesLeft(accountId: string): Promise<number>;
  removeSecondFactor(accountId: string): Promise<void>;
  /** Whether the code of this half minute, or of a later one, has not been taken before. */
  takeCounter(accountId: string, counter: number): Promise<boolean>;
  useRecoveryCode(accountId: string, hash: string, at: Instant): Promise<boolean>;
  addHalf(half: Half): Promise<void>;
  /** The half with one try more counted; undefined where there is none, or its time or its tries are over. */
  tryHalf(halfId: string, at: Instant, triesMax: number): Promise<Half | undefined>;
  dropHalf(halfId: string): Promise<void>;
}

/** One of an account's sessions, as its owner sees it. */
export interface OwnSession {
  readonly sessionId: string;
  readonly startedAt: Instant;
  readonly usedAt: Instant;
  readonly method: string;
  readonly address: string | undefined;
  readonly agent: string | undefined;
}

/** What the owner of an account says of themselves. */
export interface KeptAccount {
  readonly name: string;
  readonly language: string | undefined;
  readonly timeZone: string | undefined;
}

export interface KeptPasskey {
  readonly passkeyId: string;
  readonly name: string;
  readonly madeAt: Instant | undefined;
}

/** What an account is of itself. */
interface OwnBook {
  account(accountId: string): Promise<KeptAccount | undefined>;
  saveAccount(accountId: string, said: KeptAccount, at: Instant): Promise<void>;
  passkeys(accountId: string): Promise<readonly KeptPasskey[]>;
  removePasskey(accountId: string, passkeyId: string): Promise<boolean>;
}

/** Sessions. */
interface SessionBook {
  /** The session of a token, with the people its account is today; undefined where there is none at this instant. */
  session(token: string, at: Instant): Promise<KeptSession | undefined>;
  /** A session that is used goes on. */
  extendSession(sessionId: string, expiresAt: Instant, at: Instant): Promise<void>;
  sessions(accountId: string, at: Instant): Promise<readonly OwnSession[]>;
  /** Ends one session of an account, or all but one; how many. */
  endSession(accountId: string, sessionId: string): Promise<number>;
  endOtherSessions(accountId: string, except: string | undefined): Promise<number>;
}

/** What administrators ask. */
interface KeepingBook {
  personAddress(
    person: PersonKey,
  ): Promise<{ readonly email: string | undefined; readonly contractTitle: string } | undefined>;
  accountOf(person: PersonKey): Promise<string | undefined>;
  happened(
    contract: string | undefined,
    page: { readonly before: number | undefined; readonly max: number },
  ): Promise<readonly DoorLine[]>;
  endInvitations(person: PersonKey): Promise<void>;
  domains(contract: string): Promise<readonly AllowedDomain[]>;
  allowDomain(domain: SignUpDomain, by: ChangedBy): Promise<DomainProblem | undefined>;
  withdrawDomain(contract: string, domain: string, by: ChangedBy): Promise<void>;
}

/** What is kept about accounts; what proves who somebody is stays with the room that signs them in. */
export interface AccountBook extends SessionBook, LinkBook, FactorBook, OwnBook, KeepingBook {
  samplePeople(): Promise<readonly SamplePerson[]>;
  /** The account of a person of a demonstration, made where there is none. */
  stepInto(person: SteppedInto): Promise<{ readonly accountId: string }>;
  /** Counts a try under a name and answers how many there were in this window, this one included. */
  countTry(key: string, windowAt: Instant): Promise<number>;
  note(line: LogLine): Promise<void>;
  /** Removes what is long over: sessions, halves, counts of tries. */
  tidy(at: Instant): Promise<void>;
}
