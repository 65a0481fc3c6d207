import type { Kysely } from 'kysely';
import type { ChatsTransaction } from '../../app/ports/chats.ts';
import type { ContactsTransaction } from '../../app/ports/contacts.ts';
import type { ChangedBy, Contracts, ContractsTransaction } from '../../app/ports/contracts.ts';
import type { DraftsTransaction } from '../../app/ports/drafts.ts';
import type { DutyFeedsTransaction } from '../../app/ports/duty-feeds.ts';
import type { DutyMailsTransaction } from '../../app/ports/duty-mails.ts';
import type { NewDelivery } from '../../app/ports/engine.ts';
import type { NoticeRulesTransaction } from '../../app/ports/notice-rules.ts';
import type { RotasTransaction } from '../../app/ports/rotas.ts';
import type { FillingsTransaction } from '../../app/ports/seat-fillings.ts';
import type { Transaction } from '../../app/ports/store.ts';
import type { SubscriptionsTransaction } from '../../app/ports/subscriptions.ts';
import type { TimeOffTransaction } from '../../app/ports/time-off.ts';
import type { ReadinessTransaction } from '../../app/ports/told-readiness.ts';
import type { WebhooksTransaction } from '../../app/ports/webhooks.ts';
import type { Instant } from '../../core/instant.ts';
import { readPeople } from '../papers.ts';
import { queueLetter } from '../queue-letter.ts';
import {
  addContactChange,
  confirmedMeans,
  contactChange,
  contactChanges,
  contactChangesOf,
  contactChangeToFreeze,
  nextContactChange,
  noteConfirmed,
  recordContact,
  useMeans,
} from './contact-rows.ts';
import {
  contract,
  contractIds,
  contractLanguage,
  hasCases,
  isDemonstration,
  lockContract,
  makeContract,
  renameContract,
  setContractLanguage,
} from './contract-rows.ts';
import {
  addCustomer,
  customer,
  customersKept,
  customersPage,
  renameCustomer,
  setAccount,
} from './customer-rows.ts';
import { draft, draftOf, draftsDue, nextDraft, nextEffect, recordDraft } from './draft-rows.ts';
import { addDutyFeed, dutyFeedBy, dutyFeeds, endDutyFeed } from './duty-feed-rows.ts';
import {
  addToldDuties,
  dutyMailChoice,
  forgetToldDuties,
  handOversToldUntil,
  noteHandedOver,
  noteHandOversTold,
  openAtLevels,
  stopDutyMails,
  toldDuties,
} from './duty-mail-rows.ts';
import { keepToldGaps, toldGaps } from './gap-rows.ts';
import { allNoticeRules, noticeRules, recordNoticeRules, rulesChangedSince } from './notice-rules-rows.ts';
import {
  addPerson,
  grant,
  holders,
  people,
  peopleAt,
  peopleHolding,
  peoplePage,
  peopleWhoCame,
  putSeat,
  renamePerson,
  seats,
  setLanguage,
  vacantSeats,
  withdraw,
} from './person-rows.ts';
import { addPlanPeople } from './plan-people-rows.ts';
import { keepToldReadiness, toldReadiness } from './readiness-rows.ts';
import {
  addRevision,
  markRevision,
  newestRevision,
  publish,
  publishedRevision,
  revision,
} from './revision-rows.ts';
import { type RightsChange, recordRights } from './rights-rows.ts';
import { liveRotas, recordLive } from './rota-rows.ts';
import {
  addPlanNews,
  askedSubscriptions,
  askSubscription,
  endSubscription,
  forgetUnproved,
  proveSubscription,
  putOffNews,
  subscribePerson,
  subscribers,
  subscribersToTell,
  subscriptionBy,
  subscriptionOf,
  toldNews,
  waitingNews,
} from './subscription-rows.ts';
import {
  addTimeOffFeed,
  claimTimeOffFeeds,
  endTimeOffFeed,
  noteTimeOffFailed,
  noteTimeOffRead,
  noteTimeOffTold,
  timeOffFeeds,
} from './time-off-rows.ts';
import { addToken, revokeToken, token, tokensPage } from './token-rows.ts';
import {
  addWebhook,
  claimDeliveries,
  endWebhook,
  feedWebhooks,
  hasReached,
  newestDeliveries,
  queuePlanWebhooks,
  renewSecret,
  repeatSince,
  repeatWebhookDelivery,
  settleWebhook,
  turnWebhook,
  webhook,
  webhookDeliveries,
  webhookDelivery,
  webhooks,
} from './webhook-rows.ts';

/** What of a store contracts stand on: its transactions, which are tried again where the database asks for it. */
interface Transactions {
  transaction<T>(
    work: (
      tx: {
        readonly db: Kysely<unknown>;
        now(): Promise<Instant>;
        addDeliveries(deliveries: readonly NewDelivery[]): Promise<void>;
        readonly fillings: FillingsTransaction;
        readonly chats: ChatsTransaction;
      } & Pick<Transaction, 'givenAnswer' | 'saveAnswer'>,
    ) => Promise<T>,
  ): Promise<T>;
}

interface Within {
  readonly db: Kysely<unknown>;
  readonly now: () => Promise<Instant>;
  /** Who is at work. */
  readonly by: ChangedBy;
}

/** Contracts, plans, people and tokens in the store's database, as changed by somebody. */
export function openContracts(store: Transactions, by: ChangedBy = { kind: 'terminal' }): Contracts {
  return {
    transaction: (work) =>
      store.transaction((tx) => {
        const within = { db: tx.db, now: () => tx.now(), by };
        return work({
          ...plansIn(within),
          ...peopleIn(within),
          ...dutyMailsIn(tx.db),
          ...timeOffIn(tx.db),
          ...contactsIn(within, (letter) => queueLetter(tx, letter)),
          ...subscriptionsIn(within, (letters) => tx.addDeliveries(letters)),
          ...webhooksIn(within),
          ...rulesIn(within),
          ...customersIn(within),
          ...tokensIn(within),
          fillings: tx.fillings,
          chats: tx.chats,
          givenAnswer: (key) => tx.givenAnswer(key),
          saveAnswer: (key, at, answer) => tx.saveAnswer(key, at, answer),
        });
      }),
  };
}

type Records = (change: RightsChange) => Promise<void>;
const recordingIn =
  ({ db, now, by }: Within): Records =>
  async (change) =>
    recordRights(db, by, await now(), [change]);

type Part<K extends keyof ContractsTransaction> = Pick<ContractsTransaction, K>;

/** The questions about contracts and plans, each asked on this transaction's connection. */
const plansIn = ({
  db,
  now,
}: Within): Part<
  | 'now'
  | 'isDemonstration'
  | 'contractIds'
  | 'lockContract'
  | 'makeContract'
  | 'renameContract'
  | 'contract'
  | 'hasCases'
  | 'contractLanguage'
  | 'setContractLanguage'
  | 'newestRevision'
  | 'revision'
  | 'publishedRevision'
  | 'addRevision'
  | 'markRevision'
  | 'publish'
  | keyof DraftsTransaction
  | keyof RotasTransaction
  | keyof DutyFeedsTransaction
  | keyof ReadinessTransaction
> => ({
  now,
  isDemonstration: () => isDemonstration(db),
  contractIds: () => contractIds(db),
  lockContract: (contract) => lockContract(db, contract),
  makeContract: (contract, at) => makeContract(db, contract, at),
  renameContract: (contract) => renameContract(db, contract),
  contract: (id) => contract(db, id),
  hasCases: (contract) => hasCases(db, contract),
  contractLanguage: (contract) => contractLanguage(db, contract),
  setContractLanguage: (contract, language) => setContractLanguage(db, contract, language),
  newestRevision: (contract) => newestRevision(db, contract),
  revision: (contract, number) => revision(db, contract, number),
  publishedRevision: (contract) => publishedRevision(db, contract),
  addRevision: (one) => addRevision(db, one),
  markRevision: (contract, number, state, agreedBy) =>
    markRevision(db, { contract, number, state, agreedBy }),
  publish: (one, at) => publish(db, one, at),
  nextDraft: (contract) => nextDraft(db, contract),
  draft: (key) => draft(db, key),
  recordDraft: (change) => recordDraft(db, change),
  draftOf: (contract, revision) => draftOf(db, contract, revision),
  draftsDue: (at) => draftsDue(db, at),
  nextEffect: () => nextEffect(db),
  liveRotas: (contract) => liveRotas(db, contract),
  recordLive: (change) => recordLive(db, change),
  toldGaps: (contract) => toldGaps(db, contract),
  keepToldGaps: (contract, gaps) => keepToldGaps(db, contract, gaps),
  addDutyFeed: (feed, tokenHash) => addDutyFeed(db, feed, tokenHash),
  dutyFeeds: (contract, personId) => dutyFeeds(db, contract, personId),
  dutyFeedBy: (tokenHash) => dutyFeedBy(db, tokenHash),
  endDutyFeed: (feed, at) => endDutyFeed(db, feed, at),
  toldReadiness: (contract) => toldReadiness(db, contract),
  keepToldReadiness: (contract, told) => keepToldReadiness(db, contract, told),
});

const dutyMailsIn = (db: Kysely<unknown>): DutyMailsTransaction => ({
  toldDuties: (contract, since) => toldDuties(db, contract, since),
  addToldDuties: (contract, duties) => addToldDuties(db, contract, duties),
  forgetToldDuties: (contract, duties) => forgetToldDuties(db, contract, duties),
  handOversToldUntil: (contract) => handOversToldUntil(db, contract),
  noteHandOversTold: (contract, until) => noteHandOversTold(db, contract, until),
  dutyMailChoice: (contract, personId) => dutyMailChoice(db, contract, personId),
  stopDutyMails: (contract, personId, stoppedAt) => stopDutyMails(db, contract, personId, stoppedAt),
  noteHandedOver: (contract, personId, at) => noteHandedOver(db, contract, personId, at),
  openAtLevels: (contract, levels, max) => openAtLevels(db, contract, levels, max),
});

const timeOffIn = (db: Kysely<unknown>): TimeOffTransaction => ({
  addTimeOffFeed: (feed, nextAt) => addTimeOffFeed(db, feed, nextAt),
  timeOffFeeds: (contract) => timeOffFeeds(db, contract),
  endTimeOffFeed: (key) => endTimeOffFeed(db, key),
  claimTimeOffFeeds: (at, until, max) => claimTimeOffFeeds(db, at, until, max),
  noteTimeOffRead: (key, times, when) => noteTimeOffRead(db, key, times, when),
  noteTimeOffFailed: (key, reason, when) => noteTimeOffFailed(db, key, reason, when),
  noteTimeOffTold: (key, at) => noteTimeOffTold(db, key, at),
});

function peopleIn(
  within: Within,
): Part<
  | 'people'
  | 'peoplePage'
  | 'peopleAt'
  | 'peopleHolding'
  | 'peopleWhoCame'
  | 'setLanguage'
  | 'addPerson'
  | 'grant'
  | 'withdraw'
  | 'holders'
  | 'renamePerson'
  | 'seats'
  | 'addPlanPeople'
  | 'vacantSeats'
  | 'putSeat'
> {
  const { db } = within;
  const record = recordingIn(within);
  return {
    people: (contract, ids) => people(db, contract, ids),
    peoplePage: (contract, page) => peoplePage(db, contract, page),
    peopleAt: (contract, email, max) => peopleAt(db, contract, email, max),
    peopleHolding: (contract, held, page) => peopleHolding(db, contract, held, page),
    peopleWhoCame: (contract, ids) => peopleWhoCame(db, contract, ids),
    setLanguage: (contract, personId, language) => setLanguage(db, contract, personId, language),
    addPerson: async (person) => {
      await addPerson(db, person);
      await record({ contract: person.contract, kind: 'personAdded', personId: person.personId });
    },
    grant: async (contract, personId, role) => {
      await grant(db, contract, personId, role);
      await record({ contract, kind: 'roleGranted', personId, ...role });
    },
    withdraw: async (contract, personId, role) => {
      await withdraw(db, contract, personId, role.role);
      await record({ contract, kind: 'roleWithdrawn', personId, ...role });
    },
    holders: (contract, role, max) => holders(db, contract, role, max),
    renamePerson: async (contract, personId, names) => {
      await renamePerson(db, contract, personId, names);
      await record({ contract, kind: 'personRenamed', personId });
    },
    seats: (contract) => seats(db, contract),
    addPlanPeople: async (contract, brought, since) =>
      addPlanPeople(db, { contract, by: within.by, at: await within.now() }, brought, since),
    vacantSeats: (contract) => vacantSeats(db, contract),
    putSeat: async (contract, seat, personId, since) => {
      await putSeat(db, contract, seat, personId, since);
      await record({ contract, kind: 'seatFilled', personId, seat });
    },
  };
}

function contactsIn(
  within: Within,
  queue: (letter: NewDelivery) => Promise<void>,
): Part<keyof ContactsTransaction> {
  const { db } = within;
  const record = recordingIn(within);
  return {
    nextContactChange: (contract) => nextContactChange(db, contract),
    addContactChange: (change) => addContactChange(db, change),
    contactChange: (contract, change) => contactChange(db, contract, change),
    contactChangeToFreeze: (hash) => contactChangeToFreeze(db, hash),
    contactChangesOf: (contract, personId, max) => contactChangesOf(db, contract, personId, max),
    contactChanges: (contract, page) => contactChanges(db, contract, page),
    recordContact: (kept, events, state) => recordContact(db, kept, events, state),
    useMeans: async (contract, personId, field, value) => {
      await useMeans(db, contract, personId, field, value);
      await record({ contract, kind: 'contactChanged', personId });
    },
    noteConfirmed: (contract, personId, field, at) => noteConfirmed(db, contract, personId, field, at),
    confirmedMeans: (contract, ids) => confirmedMeans(db, contract, ids),
    queueLetter: queue,
  };
}

const subscriptionsIn = (
  { db }: Within,
  queue: (letters: readonly NewDelivery[]) => Promise<void>,
): Part<keyof SubscriptionsTransaction> => ({
  askSubscription: (asked) => askSubscription(db, asked),
  askedSubscriptions: (contract, since) => askedSubscriptions(db, contract, since),
  subscribePerson: (one, at) => subscribePerson(db, one, at),
  subscriptionOf: (contract, personId) => subscriptionOf(db, contract, personId),
  subscriptionBy: (link, hash) => subscriptionBy(db, link, hash),
  proveSubscription: (key, at) => proveSubscription(db, key, at),
  endSubscription: (key, at) => endSubscription(db, key, at),
  forgetUnproved: (at) => forgetUnproved(db, at),
  subscribers: (contract) => subscribers(db, contract),
  addPlanNews: async (contract, news, at) => {
    await addPlanNews(db, contract, news, at);
    await queuePlanWebhooks(db, contract, news, at);
  },
  waitingNews: (at) => waitingNews(db, at),
  subscribersToTell: (news, max) => subscribersToTell(db, news, max),
  toldNews: (news, after, at) => toldNews(db, news, after, at),
  putOffNews: (news, again) => putOffNews(db, news, again),
  queueLetters: queue,
});

const rulesIn = ({ db }: Within): Part<keyof NoticeRulesTransaction> => ({
  noticeRules: (key) => noticeRules(db, key),
  allNoticeRules: (contract) => allNoticeRules(db, contract),
  toldPeople: (contract, ids) => readPeople(db, contract, ids),
  rulesChangedSince: (key, since) => rulesChangedSince(db, key, since),
  recordNoticeRules: (kept, event, state) => recordNoticeRules(db, kept, event, state),
});

const webhooksIn = ({ db }: Within): Part<keyof WebhooksTransaction> => ({
  webhooks: (contract) => webhooks(db, contract),
  webhook: (key) => webhook(db, key),
  addWebhook: (one) => addWebhook(db, one),
  renewSecret: (key, secretId, until) => renewSecret(db, key, secretId, until),
  turnWebhook: (key, off, at) => turnWebhook(db, key, off, at),
  endWebhook: (key) => endWebhook(db, key),
  webhookDeliveries: (key, max) => webhookDeliveries(db, key, max),
  webhookDelivery: (key, deliveryId) => webhookDelivery(db, key, deliveryId),
  newestDeliveries: (max) => newestDeliveries(db, max),
  repeatWebhookDelivery: (delivery, newId, at) => repeatWebhookDelivery(db, delivery, newId, at),
  repeatSince: (one, asked) => repeatSince(db, one, asked),
  feedWebhooks: (types, at) => feedWebhooks(db, types, at),
  claimDeliveries: (at, until, max) => claimDeliveries(db, at, until, max),
  settleWebhook: (settled, at) => settleWebhook(db, settled, at),
  hasReached: (key, since) => hasReached(db, key, since),
});

function customersIn(
  within: Within,
): Part<'customer' | 'customersPage' | 'addCustomer' | 'renameCustomer' | 'customersKept' | 'setAccount'> {
  const { db } = within;
  const record = recordingIn(within);
  return {
    customer: (contract, customerId) => customer(db, contract, customerId),
    customersPage: (contract, page) => customersPage(db, contract, page),
    addCustomer: async (one) => {
      await addCustomer(db, one);
      await record({ contract: one.contract, kind: 'customerAdded', customerId: one.customerId });
    },
    renameCustomer: async (contract, customerId, name) => {
      await renameCustomer(db, contract, customerId, name);
      await record({ contract, kind: 'customerRenamed', customerId });
    },
    customersKept: (contract, personId, max) => customersKept(db, contract, personId, max),
    setAccount: async (contract, customerId, seat, personId) => {
      await setAccount(db, contract, customerId, seat, personId);
      await record({ contract, kind: 'accountSet', customerId, seat, personId });
    },
  };
}

function tokensIn(within: Within): Part<'addToken' | 'token' | 'tokensPage' | 'revokeToken'> {
  const { db } = within;
  const record = recordingIn(within);
  return {
    addToken: async (one, hash) => {
      await addToken(db, one, hash);
      const { tokenId, owner } = one;
      await record({ contract: owner?.contract, kind: 'tokenMade', personId: owner?.personId, tokenId });
    },
    token: (tokenId) => token(db, tokenId),
    tokensPage: (page, contract) => tokensPage(db, page, contract),
    revokeToken: async (tokenId, at) => {
      const owner = (await token(db, tokenId))?.owner;
      await revokeToken(db, tokenId, at);
      await record({ contract: owner?.contract, kind: 'tokenRevoked', personId: owner?.personId, tokenId });
    },
  };
}
