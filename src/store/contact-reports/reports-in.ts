import type { Kysely } from 'kysely';
import type { ContactReportsTransaction } from '../../app/ports/contact-reports.ts';
import { lockChains, recordChains } from '../chain-table.ts';
import type { Queues } from '../queues.ts';
import { foundProof, readReportPapers } from './report-reading.ts';
import { nextReport, openReport, REPORTS, reportsOf } from './report-rows.ts';
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
  lockReports: (keys) => lockChains(tx.db, REPORTS, keys),
  recordReports: (changes) => recordChains(tx, REPORTS, changes),
  foundProof: (contract, state) => foundProof(tx.db, contract, state),
  addReporter: (reporter) => addReporter(tx.db, reporter),
  isWrittenTo: (address, since) => isWrittenTo(tx.db, address, since),
  proveReporter: (hash, at, since) => proveReporter(tx.db, hash, at, since),
  papers: (keys) => readReportPapers(tx.db, keys),
});
