import type { Kysely } from 'kysely';
import type { AccountBook } from '../../app/ports/accounts.ts';
import { endSession, extendSession, keptSession } from './account-rows.ts';
import { samplePeople, stepInto } from './sample-rows.ts';

/** The accounts of this database. */
export const accountBook = (db: Kysely<unknown>): AccountBook => ({
  session: (token, at) => keptSession(db, token, at),
  extendSession: (sessionId, expiresAt) => extendSession(db, sessionId, expiresAt),
  endSession: (sessionId) => endSession(db, sessionId),
  samplePeople: () => samplePeople(db),
  stepInto: (person) => stepInto(db, person),
});
