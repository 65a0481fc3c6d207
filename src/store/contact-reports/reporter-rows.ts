import { type Kysely, sql } from 'kysely';
import type { KeptReporter, NewReporter, ReportKey } from '../../app/ports/contact-reports.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { languageOf } from '../../core/message/catalogue.ts';

export async function addReporter(db: Kysely<unknown>, reporter: NewReporter): Promise<void> {
  const { contract, report, reporterId, name = null, address = null, language } = reporter;
  await sql`
    insert into contact_reporter (contract_id, report, reporter_id, name, address, language, proof_hash, made_at,
      is_written_to)
    values (${contract}, ${report}, ${reporterId}, ${name}, ${address}, ${language},
      decode(${reporter.proofHash}, 'hex'), ${formatInstant(reporter.madeAt)}, ${reporter.isWrittenTo})`.execute(
    db,
  );
}

export async function isWrittenTo(db: Kysely<unknown>, address: string, since: Instant): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from contact_reporter where lower(address) = ${address.toLowerCase()}
      and is_written_to and made_at > ${formatInstant(since)}) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/** Proves the address of everything that was reported with it in its contract since an instant. */
export async function proveReporter(
  db: Kysely<unknown>,
  proofHash: string,
  at: Instant,
  since: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update contact_reporter set proved_at = ${formatInstant(at)}
    from contact_reporter asked where asked.proof_hash = decode(${proofHash}, 'hex')
      and asked.made_at > ${formatInstant(since)} and asked.address is not null
      and contact_reporter.contract_id = asked.contract_id
      and lower(contact_reporter.address) = lower(asked.address)
      and contact_reporter.made_at > ${formatInstant(since)} and contact_reporter.proved_at is null
    returning contact_reporter.report`.execute(db);
  return rows.length > 0;
}

export async function reporterProof(
  db: Kysely<unknown>,
  proofHash: string,
  since: Instant,
): Promise<'waiting' | 'proved' | undefined> {
  const { rows } = await sql<{ proved: boolean }>`
    select proved_at is not null as proved from contact_reporter where proof_hash = decode(${proofHash}, 'hex')
      and made_at > ${formatInstant(since)} and address is not null`.execute(db);
  const [row] = rows;
  return row && (row.proved ? 'proved' : 'waiting');
}

interface ReporterRow {
  readonly reporter_id: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly language: string;
  readonly is_proved: boolean;
  readonly is_written_to: boolean;
}

/** More than leave a name for one thing that is wrong. */
const REPORTERS_MAX = 200;

export async function reportersOf(
  db: Kysely<unknown>,
  { contract, report }: ReportKey,
): Promise<readonly KeptReporter[]> {
  const { rows } = await sql<ReporterRow>`
    select reporter_id, name, address, language, proved_at is not null as is_proved, is_written_to
    from contact_reporter where contract_id = ${contract} and report = ${report}
    order by made_at, reporter_id limit ${REPORTERS_MAX}`.execute(db);
  return rows.map((row) => ({
    reporterId: row.reporter_id,
    name: row.name ?? undefined,
    address: row.address ?? undefined,
    language: languageOf(row.language) ?? 'en',
    isProved: row.is_proved,
    isWrittenTo: row.is_written_to,
  }));
}
