import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { LinkPurpose, PersonKey, SamplePerson } from './account-book.ts';

/** What a browser is told to keep, as it goes into `Set-Cookie`. */
type SetCookies = readonly string[];

/** Whose request it is, as far as it says. */
export interface Browser {
  readonly cookies: string | undefined;
  readonly address: string;
  readonly agent: string | undefined;
}

/** Too many tries from one place: nothing was looked at. */
export interface TooOften {
  readonly is: 'tooOften';
  readonly seconds: number;
}

/** What came of showing who one is. */
export type SignedIn =
  | { readonly is: 'signedIn'; readonly cookies: SetCookies; readonly goOn: string }
  /** A code of the second factor is wanted. */
  | { readonly is: 'half'; readonly cookies: SetCookies }
  | { readonly is: 'wrong' }
  /** What was begun is over, or never was. */
  | { readonly is: 'over' }
  | TooOften;

interface LinkAsked {
  readonly email: string;
  readonly goOn: string;
  readonly language: Language;
}

/** A link as the page behind it shows it. */
export interface LinkLook {
  readonly purpose: LinkPurpose;
  readonly email: string | undefined;
  readonly contractTitle: string | undefined;
  readonly customerName: string | undefined;
  readonly goOn: string;
  readonly expiresAt: Instant;
  readonly dead: 'used' | 'expired' | undefined;
}

/** What a form beside a link says of whoever uses it. */
interface SaidOfOneself {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** What goes to the browser's device, and what its browser is told to keep until the answer. */
export interface AskDevice {
  readonly options: unknown;
  readonly cookies: SetCookies;
}

interface PasswordTry {
  readonly email: string;
  readonly password: string;
  readonly goOn: string;
}

/** Signing in and out. */
export interface Accounts {
  /** Everybody whom one may step into. */
  samplePeople(): Promise<readonly SamplePerson[]>;
  /** Signs in as a person of a demonstration; undefined where there is no such person. */
  stepInto(person: PersonKey, browser: Browser): Promise<SetCookies | undefined>;
  /** The answer is given before anything is looked up, so that it is the same for every address, and takes as long. */
  askForLink(asked: LinkAsked, browser: Browser): Promise<{ readonly is: 'asked' } | TooOften>;
  /** Looking changes nothing, and counts as a try: what tokens there are is not to be found out by looking. */
  lookAtLink(token: string, browser: Browser): Promise<LinkLook | TooOften | undefined>;
  /** Whether a link is one of these, whatever has become of it. */
  knowsLink(token: string): Promise<boolean>;
  useLink(token: string, said: SaidOfOneself, browser: Browser): Promise<SignedIn>;
  signInByPassword(tried: PasswordTry, browser: Browser): Promise<SignedIn>;
  /** What the browser asks its device with, to show a passkey. */
  askForPasskey(browser: Browser): Promise<AskDevice>;
  signInByPasskey(
    shown: { readonly credential: string; readonly goOn: string },
    browser: Browser,
  ): Promise<SignedIn>;
  /** A code of an authenticator, or a recovery code, after the first factor. */
  showSecondFactor(code: string, browser: Browser): Promise<SignedIn>;
  /** The organisation whose directory signs people in, as people call it; undefined where none is set. */
  readonly organisation: string | undefined;
  /** Where a browser goes to sign in at its directory; undefined where that does not answer. */
  beginAtOrganisation(
    goOn: string,
  ): Promise<{ readonly url: string; readonly cookies: SetCookies } | undefined>;
  /** What the directory sent the browser back with. */
  backFromOrganisation(
    answered: { readonly code: string; readonly state: string },
    browser: Browser,
  ): Promise<SignedIn>;
  /** Ends the session that the cookies name, if any. */
  signOut(browser: Browser): Promise<SetCookies>;
  /** Resolves when nothing that was asked for is still being done. */
  idle(): Promise<void>;
}
