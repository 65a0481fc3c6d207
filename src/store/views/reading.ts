import type { Kysely } from 'kysely';
import type { Reading, Sight } from '../../app/ports/reading.ts';
import type { Instant } from '../../core/instant.ts';
import { mailFailingSince } from '../carrier-news.ts';
import { findFile, listFiles } from '../case-files.ts';
import { absencesUnread } from '../contracts/time-off-rows.ts';
import type { Revisions } from '../revisions.ts';
import { seatMarks } from '../seat-fillings/seat-marks.ts';
import { findCase, listCases } from './cases.ts';
import { findColleague, listColleagues } from './colleagues.ts';
import {
  findCustomer,
  isOfCustomer,
  listContracts,
  listCustomers,
  namesOfPeople,
  reachedPeople,
} from './contracts.ts';
import {
  deliveriesNamed,
  listContractEvents,
  listConversation,
  listDeliveries,
  listEvents,
  listLevelsUntold,
} from './events.ts';
import { findFaces } from './faces.ts';
import { findSource, listRevisions } from './revisions.ts';
import { peopleOfCustomer, standingPeople } from './standing.ts';
import { tokenHolder } from './tokens.ts';

/** What the questions are asked of. */
export interface Asked {
  readonly db: Kysely<unknown>;
  readonly revisions: Revisions;
  readonly now: () => Promise<Instant>;
}

/** Only what is shared until some instant wants to know what time it is. */
export const instantFor = async ({ all, own }: Sight, now: Asked['now']): Promise<Instant | undefined> =>
  all || own.length === 0 ? undefined : now();

const readingAsOf = ({ db, revisions, now }: Asked): Pick<Reading, 'now' | 'cases' | 'case'> => ({
  now,
  cases: async (contract, sight, filter, max) =>
    listCases(db, contract, sight, filter, max, await instantFor(sight, now)),
  case: async (key, sight) => findCase(db, revisions, key, sight, await instantFor(sight, now)),
});

/** The questions, asked of PostgreSQL. */
export const postgresReading = ({ db, revisions, now }: Asked): Reading => ({
  ...readingAsOf({ db, revisions, now }),
  asOf: (asked) => readingAsOf({ db, revisions, now: asked }),
  tokenHolder: async (hash) => tokenHolder(db, hash, await now()),
  contracts: (only) => listContracts(db, only),
  revisions: (contract) => listRevisions(db, contract),
  rules: (contract, number) => revisions.find(db, contract, number),
  agreedRules: (contract, number) => revisions.agreed(db, contract, number),
  source: (contract, number) => findSource(db, contract, number),
  customers: (contract) => listCustomers(db, contract),
  customer: (contract, customerId) => findCustomer(db, contract, customerId),
  isOfCustomer: (contract, customerId, personId) => isOfCustomer(db, contract, customerId, personId),
  events: (key, after, max) => listEvents(db, key, after, max),
  contractEvents: async (contract, sight, part) =>
    listContractEvents(db, contract, sight, part, await instantFor(sight, now)),
  colleagues: (contract, customerId, max) => listColleagues(db, contract, customerId, max),
  colleagueWith: (contract, customerId, email) => findColleague(db, contract, customerId, email),
  files: (key) => listFiles(db, key),
  file: (key, fileId) => findFile(db, key, fileId),
  deliveries: (key, max) => listDeliveries(db, key, max),
  deliveriesNamed: (key, ids) => deliveriesNamed(db, key, ids),
  conversation: (key, part) => listConversation(db, key, part),
  levelsUntold: (key) => listLevelsUntold(db, key),
  faces: (contract, asked) => findFaces(db, contract, asked),
  reached: (contract, seats) => reachedPeople(db, contract, seats, 'seats'),
  reachedThemselves: (contract, people) => reachedPeople(db, contract, people, 'people'),
  namesOf: (contract, people) => namesOfPeople(db, contract, people),
  seatMarks: (contract) => seatMarks(db, contract),
  standing: (contract, ids) => standingPeople(db, contract, ids),
  mailFailingSince: () => mailFailingSince(db),
  absencesUnread: (contract) => absencesUnread(db, contract),
  peopleOfCustomer: (contract, customerId) => peopleOfCustomer(db, contract, customerId),
});
