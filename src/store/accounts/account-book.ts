import type { Kysely } from 'kysely';
import type { AccountBook, Proof, ProvedAccount } from '../../app/ports/account-book.ts';
import type { Instant } from '../../core/instant.ts';
import { recordRights } from '../contracts/rights-rows.ts';
import type { PostgresStore } from '../open-store.ts';
import { queueLetter } from '../queue-letter.ts';
import { endOtherSessions, endSession, extendSession, keptSession, ownSessions } from './account-rows.ts';
import { countTry, note, tidy } from './door-rows.ts';
import {
  addHalf,
  beginSecondFactor,
  confirmSecondFactor,
  dropHalf,
  recoveryCodesLeft,
  removeSecondFactor,
  replaceRecoveryCodes,
  secondFactor,
  takeCounter,
  tryHalf,
  useRecoveryCode,
} from './factor-rows.ts';
import {
  accountOf,
  allowDomain,
  domains,
  endInvitations,
  happened,
  personAddress,
  withdrawDomain,
} from './keeping-rows.ts';
import {
  endAdministratorLinks,
  insertLink,
  keptLink,
  knownAddress,
  liveLinks,
  spendLink,
} from './link-rows.ts';
import { account, passkeys, removePasskey, saveAccount } from './own-rows.ts';
import { joinByDomain, joinPeople, provedAccount } from './proof-rows.ts';
import { samplePeople, stepInto } from './sample-rows.ts';

/** The accounts of this database. Links live by the store's clock, as everything that is mailed. */
export const accountBook = (store: PostgresStore, db: Kysely<unknown>): AccountBook => ({
  session: (token, at) => keptSession(db, token, at),
  extendSession: (sessionId, expiresAt, at) => extendSession(db, sessionId, expiresAt, at),
  sessions: (accountId, at) => ownSessions(db, accountId, at),
  endSession: (accountId, sessionId) => endSession(db, accountId, sessionId),
  endOtherSessions: (accountId, except) => endOtherSessions(db, accountId, except),
  samplePeople: () => samplePeople(db),
  stepInto: (person) => stepInto(db, person),
  knownAddress: (email) => knownAddress(db, email),
  liveLinks: (email) => store.transaction(async (tx) => liveLinks(tx.db, email, await tx.now())),
  addLink: (make) =>
    store.transaction(async (tx) => {
      const at = await tx.now();
      const { link, mail } = make(at);
      if (link.purpose === 'administrator') await replaceAdministratorLinks(tx.db, at);
      await insertLink(tx.db, link);
      if (mail) await queueLetter(tx, mail);
    }),
  link: (tokenHash) => store.transaction(async (tx) => keptLink(tx.db, tokenHash, await tx.now())),
  useLink: (proof) => store.transaction((tx) => useLink(tx, proof)),
  proveAddress: (proved) =>
    store.transaction(async (tx) => prove(tx.db, { ...proved, keepsInstallation: false }, await tx.now())),
  secondFactor: (accountId) => secondFactor(db, accountId),
  beginSecondFactor: (accountId, secret, at) => beginSecondFactor(db, accountId, secret, at),
  confirmSecondFactor: (accountId, hashes, at) => confirmSecondFactor(db, accountId, hashes, at),
  replaceRecoveryCodes: (accountId, hashes) => replaceRecoveryCodes(db, accountId, hashes),
  recoveryCodesLeft: (accountId) => recoveryCodesLeft(db, accountId),
  removeSecondFactor: (accountId) => removeSecondFactor(db, accountId),
  takeCounter: (accountId, counter) => takeCounter(db, accountId, counter),
  useRecoveryCode: (accountId, hash, at) => useRecoveryCode(db, accountId, hash, at),
  addHalf: (half) => addHalf(db, half),
  tryHalf: (halfId, at, triesMax) => tryHalf(db, halfId, at, triesMax),
  dropHalf: (halfId) => dropHalf(db, halfId),
  account: (accountId) => account(db, accountId),
  saveAccount: (accountId, said, at) => saveAccount(db, accountId, said, at),
  passkeys: (accountId) => passkeys(db, accountId),
  removePasskey: (accountId, passkeyId) => removePasskey(db, accountId, passkeyId),
  personAddress: (person) => personAddress(db, person),
  accountOf: (person) => accountOf(db, person),
  happened: (contract, page) => happened(db, contract, page),
  domains: (contract) => domains(db, contract),
  endInvitations: (person) => store.transaction(async (tx) => endInvitations(tx.db, person, await tx.now())),
  allowDomain: (domain, by) =>
    store.transaction(async (tx) => allowDomain(tx.db, domain, by, await tx.now())),
  withdrawDomain: (contract, domain, by) =>
    store.transaction(async (tx) => withdrawDomain(tx.db, contract, domain, by, await tx.now())),
  countTry: (key, windowAt) => countTry(db, key, windowAt),
  note: (line) => note(db, line),
  tidy: (at) => tidy(db, at),
});

/** Of links that make an administrator one lives; whoever is at the terminal made it. */
async function replaceAdministratorLinks(db: Kysely<unknown>, at: Instant): Promise<void> {
  await endAdministratorLinks(db, at);
  await recordRights(db, { kind: 'terminal' }, at, [{ contract: undefined, kind: 'administratorLinkMade' }]);
}

type Transaction = Parameters<Parameters<PostgresStore['transaction']>[0]>[0];

/** Everything that follows from a link happens with its being spent, or not at all. */
async function useLink(tx: Transaction, proof: Proof): Promise<ProvedAccount | undefined> {
  const { db } = tx;
  const { tokenHash, newAccountId, name, at } = proof;
  const spent = await spendLink(db, tokenHash, await tx.now());
  if (!spent) return undefined;
  const { purpose, goOn } = spent;
  const email = spent.email ?? proof.email;
  if (email === undefined) throw new Error('a link that proves an address has one');
  const keepsInstallation = purpose === 'administrator';
  const byDomain = purpose === 'domain';
  const proving = { email, name, newAccountId, at, byDomain, keepsInstallation };
  const accountId = await prove(db, proving, await tx.now());
  return { accountId, purpose, goOn };
}

type Proving = Parameters<AccountBook['proveAddress']>[0] & { readonly keepsInstallation: boolean };

/** The account of an address, and everybody it is from now on; rights are recorded by the installation's clock. */
async function prove(db: Kysely<unknown>, proving: Proving, recordedAt: Instant): Promise<string> {
  const { email, name, newAccountId, at, byDomain, keepsInstallation } = proving;
  const accountId = await provedAccount(db, { email, name, newAccountId, keepsInstallation, at });
  // The administrator's link came by no mail: it makes them nobody of a contract.
  const joined = keepsInstallation ? [] : [...(await joinPeople(db, accountId, email, at))];
  if (byDomain) {
    const personId = `p-${newAccountId}`;
    const colleague = { email, name: name ?? email, personId, accountId, at };
    joined.push(...(await joinByDomain(db, colleague, recordedAt)));
  }
  for (const person of joined) await note(db, { at, kind: 'personJoined', accountId, ...person });
  if (keepsInstallation) {
    await note(db, { at, kind: 'administratorMade', accountId });
    const made = { contract: undefined, kind: 'administratorMade' } as const;
    await recordRights(db, { kind: 'account', accountId }, recordedAt, [made]);
  }
  return accountId;
}
