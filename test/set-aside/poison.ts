import { sql } from 'kysely';
import { retrySetAside } from '../../src/engine/fire-deadlines.ts';
import type { EngineParts } from '../../src/engine/parts.ts';
import type { Connection } from '../../src/store/connect.ts';

/** How a case stands with those who look after Ladder. */
interface Standing {
  readonly error: string | null;
  readonly by: string | null;
  readonly job: string | null;
  readonly jobs: number;
}

/** Makes a state that no decision can be made on; answers what mends it again. */
export async function poison({ db }: Connection<unknown>, caseId: string): Promise<() => Promise<void>> {
  const { rows } = await sql<{ state: unknown }>`select state from "case" where case_id = ${caseId}`.execute(
    db,
  );
  await sql`update "case" set state = (state::jsonb - 'asks')::json where case_id = ${caseId}`.execute(db);
  return async () => {
    await sql`update "case" set state = ${JSON.stringify(rows[0]!.state)}::json where case_id = ${caseId}`.execute(
      db,
    );
  };
}

export async function standingOf({ db }: Connection<unknown>, caseId: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select set_aside_error as error, set_aside_by as by, deadline_job as job,
      (select count(*)::int from jobs.job where name = 'deadline' and data->>'caseId' = case_id) as jobs
    from "case" where case_id = ${caseId}`.execute(db);
  return rows[0]!;
}

/** What a start of a later Ladder does about what an earlier one set aside. */
export async function deploy(parts: EngineParts, version: string): Promise<void> {
  await retrySetAside({ ...parts, version });
  await parts.takeWaitingMails();
}
