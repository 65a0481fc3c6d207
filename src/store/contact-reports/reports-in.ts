import type { Kysely } from 'kysely';
import type { ContactReportsTransaction } from '../../app/ports/contact-reports.ts';
import type { Queues } from '../queues.ts';
import { lockReports, nextReport, openReport, recordReports, reportsOf } from './record-reports.ts';
import { foundProof, readReportPapers } from './report-reading.ts';
import { addReporter, isWrittenTo, proveReporter } from './reporter-rows.ts';

interface Within {
  readonly db: Kysely<unknown>;
  readonly queues: Queues;
  offset(): Promise<number>;
}

/** What a transaction on PostgreSQL does for reports of wrong contacts. */
export const reportsIn = (tx: Within): ContactReportsTransaction => ({
  nextReport: (contract) => nextReport(tx.db, contract),
  openReport: (contract, subject) => openReport(tx.db, contract, subject),
  reportsOf: (contract, person, since) => reportsOf(tx.db, contract, person, since),
  lockReports: (keys) => lockReports(tx.db, keys),
  recordReports: async (changes) => recordReports(tx.db, tx.queues, changes, await tx.offset()),
  foundProof: (contract, state) => foundProof(tx.db, contract, state),
  addReporter: (reporter) => addReporter(tx.db, reporter),
  isWrittenTo: (address, since) => isWrittenTo(tx.db, address, since),
  proveReporter: (hash, at, since) => proveReporter(tx.db, hash, at, since),
  papers: (keys) => readReportPapers(tx.db, keys),
});
