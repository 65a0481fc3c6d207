import type { Kysely } from 'kysely';
import type { Contracts, ContractsTransaction } from '../../app/ports/contracts.ts';
import type { Instant } from '../../core/instant.ts';
import {
  contractIds,
  hasCases,
  isDemonstration,
  lockContract,
  makeContract,
  renameContract,
} from './contract-rows.ts';
import { addCustomer, customer, customersPage, setAccount } from './customer-rows.ts';
import { addPerson, fillSeat, grant, people, peoplePage, seats } from './person-rows.ts';
import { addRevision, newestRevision, publish, publishedRevision, revision } from './revision-rows.ts';
import { addToken, revokeToken, token, tokensPage } from './token-rows.ts';

/** What of a store contracts stand on: its transactions, which are tried again where the database asks for it. */
interface Transactions {
  transaction<T>(
    work: (tx: { readonly db: Kysely<unknown>; now(): Promise<Instant> }) => Promise<T>,
  ): Promise<T>;
}

/** Contracts, plans, people and tokens in the store's database. */
export function openContracts(store: Transactions): Contracts {
  return { transaction: (work) => store.transaction((tx) => work(contractsIn(tx.db, () => tx.now()))) };
}

/** The questions, each asked on this transaction's connection. */
function contractsIn(db: Kysely<unknown>, now: () => Promise<Instant>): ContractsTransaction {
  return {
    now,
    isDemonstration: () => isDemonstration(db),
    contractIds: () => contractIds(db),
    lockContract: (contract) => lockContract(db, contract),
    makeContract: (contract, at) => makeContract(db, contract, at),
    renameContract: (contract) => renameContract(db, contract),
    hasCases: (contract) => hasCases(db, contract),
    newestRevision: (contract) => newestRevision(db, contract),
    revision: (contract, number) => revision(db, contract, number),
    publishedRevision: (contract) => publishedRevision(db, contract),
    addRevision: (one) => addRevision(db, one),
    publish: (one, at) => publish(db, one, at),
    people: (contract, ids) => people(db, contract, ids),
    peoplePage: (contract, page) => peoplePage(db, contract, page),
    addPerson: (person) => addPerson(db, person),
    grant: (contract, personId, role) => grant(db, contract, personId, role),
    seats: (contract) => seats(db, contract),
    fillSeat: (contract, seat, personId, since) => fillSeat(db, contract, seat, personId, since),
    customer: (contract, customerId) => customer(db, contract, customerId),
    customersPage: (contract, page) => customersPage(db, contract, page),
    addCustomer: (one) => addCustomer(db, one),
    setAccount: (contract, customerId, seat, personId) =>
      setAccount(db, contract, customerId, seat, personId),
    addToken: (one, hash) => addToken(db, one, hash),
    token: (tokenId) => token(db, tokenId),
    tokensPage: (page) => tokensPage(db, page),
    revokeToken: (tokenId, at) => revokeToken(db, tokenId, at),
  };
}
