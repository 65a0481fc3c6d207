import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { PersonKey } from './account-book.ts';
import type { Browser } from './accounts.ts';
import type { ChangedBy } from './contracts.ts';

/** Who keeps accounts, and from where. */
interface Keeper {
  readonly accountId: string | undefined;
  readonly browser: Browser;
}

/** Something that happened at the door, for whoever keeps a contract or the installation. */
export interface DoorLine {
  /** To read on from. */
  readonly lineId: number;
  readonly at: Instant;
  /** Such as `signedIn` or `signInFailed`. */
  readonly kind: string;
  /** Whose account, or which person; undefined where nobody is known by that. */
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly contract: string | undefined;
  readonly personId: string | undefined;
  /** Who did it, where that is somebody else. */
  readonly by: string | undefined;
  readonly method: string | undefined;
  /** How often it was by then, where several are one line. */
  readonly times: number | undefined;
  readonly address: string | undefined;
  readonly agent: string | undefined;
}

/** A domain whose people may come by themselves. */
export interface SignUpDomain {
  readonly contract: string;
  readonly customerId: string;
  readonly domain: string;
}

/** A domain that is allowed, since when, and who allowed it. */
export interface AllowedDomain extends SignUpDomain {
  readonly since: Instant;
  /** Undefined where that was not recorded yet. */
  readonly by: { readonly kind: ChangedBy['kind']; readonly name: string } | undefined;
}

/** Why a domain is not one to come by: no domain, one whose mailboxes anybody gets, or another customer's. */
export type DomainProblem = 'malformed' | 'public' | 'taken' | 'customerUnknown';

/** What administrators ask of accounts. Whether they may is asked by the page. */
export interface AccountKeeping {
  /** Mails a person a link that signs them in within 7 days. */
  invite(
    person: PersonKey,
    language: Language,
    keeper: Keeper,
  ): Promise<'invited' | 'personUnknown' | 'addressMissing'>;
  /** Ends every session of the account that is this person; how many. */
  endSessionsOf(person: PersonKey, keeper: Keeper): Promise<number>;
  /** What happened at the door of a contract, or of the whole installation, the newest first. */
  happened(
    contract: string | undefined,
    page: { readonly before: number | undefined; readonly max: number },
  ): Promise<readonly DoorLine[]>;
  /** Ends what was sent to somebody and is not used yet. */
  endInvitations(person: PersonKey): Promise<void>;
  domains(contract: string): Promise<readonly AllowedDomain[]>;
  allowDomain(domain: SignUpDomain, by: ChangedBy): Promise<DomainProblem | undefined>;
  withdrawDomain(contract: string, domain: string, by: ChangedBy): Promise<void>;
}
