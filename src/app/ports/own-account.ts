import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { OwnSession } from './account-book.ts';
import type { AskDevice, Browser } from './accounts.ts';
import type { Session } from './sessions.ts';

interface OwnPasskey {
  readonly passkeyId: string;
  readonly name: string;
  readonly madeAt: Instant | undefined;
}

/** An account as its owner sees it. */
export interface OwnAccountView {
  readonly name: string;
  readonly email: string;
  readonly language: Language | undefined;
  readonly timeZone: string | undefined;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly passkeys: readonly OwnPasskey[];
  readonly sessions: readonly OwnSession[];
}

/** What is wrong with a password that somebody chose. */
export type PasswordProblem = 'short' | 'long' | 'common' | 'own' | 'simple';

/** What the owner of an account changes about it. Whether they have just proved who they are is asked by the page. */
export interface OwnAccount {
  view(session: Session): Promise<OwnAccountView>;
  save(
    session: Session,
    said: {
      readonly name: string;
      readonly language: Language | undefined;
      readonly timeZone: string | undefined;
    },
  ): Promise<void>;
  /** Sets it and ends every other session; answers what is wrong with it, where it is not taken. */
  setPassword(session: Session, password: string, browser: Browser): Promise<PasswordProblem | undefined>;
  removePassword(session: Session, browser: Browser): Promise<void>;
  /** A secret for the authenticator that counts once a first code was shown; undefined where one is confirmed already. */
  beginSecondFactor(session: Session): Promise<{ readonly secret: string; readonly url: string } | undefined>;
  /** The one that was begun and waits for its first code. */
  begunSecondFactor(session: Session): Promise<{ readonly secret: string; readonly url: string } | undefined>;
  /** Recovery codes, shown this once; undefined where the code is wrong. */
  confirmSecondFactor(
    session: Session,
    code: string,
    browser: Browser,
  ): Promise<readonly string[] | undefined>;
  newRecoveryCodes(session: Session, browser: Browser): Promise<readonly string[]>;
  removeSecondFactor(session: Session, browser: Browser): Promise<void>;
  /** What the browser asks its device with, to make a passkey. */
  askForNewPasskey(browser: Browser): Promise<AskDevice>;
  /** False where the device did not make it for this question. */
  addPasskey(
    session: Session,
    made: { readonly credential: string; readonly name: string },
    browser: Browser,
  ): Promise<boolean>;
  removePasskey(session: Session, passkeyId: string, browser: Browser): Promise<void>;
  /** Ends one session of this account; all others where none is named. */
  endSessions(session: Session, sessionId: string | undefined, browser: Browser): Promise<void>;
}
