import type { OwnAccount, OwnAccountView } from '../app/ports/own-account.ts';
import type { Session } from '../app/ports/sessions.ts';
import { languageOf } from '../core/message/catalogue.ts';
import { addPasskey, askForNewPasskey, removePasskey } from './passkeys.ts';
import { passwordProblem } from './password-problem.ts';
import { sealed, unsealed } from './seal.ts';
import { isTimeCode, newRecoveryCodes } from './second-factor.ts';
import { newTimeSecret, timeSecretUrl } from './time-code.ts';
import { noted, type Within } from './within.ts';

/** What the owner of an account changes about it. */
export function ownAccount(within: Within): OwnAccount {
  const { book, auth, known, now } = within;
  const codesFor = async (accountId: string, keep: (hashes: readonly string[]) => Promise<void>) => {
    const { hashes, shown } = newRecoveryCodes(within, accountId);
    await keep(hashes);
    return shown;
  };
  return {
    view: (session) => viewOf(within, session),
    async save({ accountId }, said) {
      await book.saveAccount(accountId, said, now());
      known.forget();
    },
    async setPassword({ accountId, sessionId, email, name }, password, browser) {
      const problem = passwordProblem(password, { email, name });
      if (problem) return problem;
      await (await auth()).api.setPassword({ body: { accountId, password } });
      // Whoever knew the one before may be signed in with it.
      await book.endOtherSessions(accountId, sessionId);
      known.forget();
      await noted(within, browser, { kind: 'passwordSet', accountId });
      return undefined;
    },
    async removePassword({ accountId }, browser) {
      const { isRemoved } = await (await auth()).api.removePassword({ body: { accountId } });
      if (isRemoved) await noted(within, browser, { kind: 'passwordRemoved', accountId });
    },
    beginSecondFactor: (session) => beginSecondFactor(within, session),
    begunSecondFactor: (session) => begunSecondFactor(within, session),
    async confirmSecondFactor({ accountId }, code, browser) {
      const factor = await book.secondFactor(accountId);
      if (!factor || factor.isConfirmed) return undefined;
      if (!(await isTimeCode(within, accountId, code.replaceAll(/\s/g, '')))) {
        await noted(within, browser, { kind: 'secondFactorFailed', accountId });
        return undefined;
      }
      const codes = await codesFor(accountId, (hashes) => book.confirmSecondFactor(accountId, hashes, now()));
      await noted(within, browser, { kind: 'secondFactorOn', accountId });
      return codes;
    },
    async newRecoveryCodes({ accountId }, browser) {
      const codes = await codesFor(accountId, (hashes) => book.replaceRecoveryCodes(accountId, hashes));
      await noted(within, browser, { kind: 'recoveryCodesMade', accountId });
      return codes;
    },
    async removeSecondFactor({ accountId }, browser) {
      await book.removeSecondFactor(accountId);
      await noted(within, browser, { kind: 'secondFactorOff', accountId });
    },
    askForNewPasskey: (browser) => askForNewPasskey(within, browser),
    addPasskey: (session, made, browser) => addPasskey(within, session, made, browser),
    removePasskey: (session, passkeyId, browser) => removePasskey(within, session, passkeyId, browser),
    async endSessions({ accountId, sessionId }, ended, browser) {
      const count =
        ended === undefined
          ? await book.endOtherSessions(accountId, sessionId)
          : await book.endSession(accountId, ended);
      known.forget();
      if (count > 0)
        await noted(within, browser, { kind: 'sessionsEnded', accountId, detail: String(count) });
    },
  };
}

async function viewOf({ book, auth, now }: Within, session: Session): Promise<OwnAccountView> {
  const { accountId, email } = session;
  const { isThere } = await (await auth()).api.hasPassword({ body: { accountId } });
  const kept = await book.account(accountId);
  const factor = await book.secondFactor(accountId);
  return {
    name: kept?.name ?? session.name,
    email,
    language: languageOf(kept?.language),
    timeZone: kept?.timeZone,
    hasPassword: isThere,
    hasSecondFactor: factor?.isConfirmed ?? false,
    recoveryCodesLeft: await book.recoveryCodesLeft(accountId),
    passkeys: await book.passkeys(accountId),
    sessions: await book.sessions(accountId, now()),
  };
}

/** A new secret each time it is asked for, until one is confirmed. */
async function beginSecondFactor({ book, secret: key, now }: Within, { accountId, email }: Session) {
  const factor = await book.secondFactor(accountId);
  if (factor?.isConfirmed) return undefined;
  const secret = newTimeSecret();
  await book.beginSecondFactor(accountId, await sealed(key, secret), now());
  return shownSecret(secret, email);
}

async function begunSecondFactor({ book, secret: key }: Within, { accountId, email }: Session) {
  const factor = await book.secondFactor(accountId);
  if (!factor || factor.isConfirmed) return undefined;
  return shownSecret(await unsealed(key, factor.secret), email);
}

const shownSecret = (secret: string, name: string) => ({
  secret,
  url: timeSecretUrl(secret, { issuer: 'Ladder', name }),
});
