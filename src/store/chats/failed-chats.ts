import { type Kysely, sql } from 'kysely';
import type { FailedChat } from '../../app/ports/outbox.ts';
import { instantOf } from '../contracts/row-values.ts';

interface FailedRow {
  readonly contract_id: string;
  readonly case_id: string;
  readonly channel_id: string;
  readonly name: string;
  readonly queued_at: Date;
  readonly reason: string | null;
}

/** Messages that failed, and those that wait for a channel which refuses us. */
export async function failedChats(db: Kysely<unknown>, max: number): Promise<readonly FailedChat[]> {
  const { rows } = await sql<FailedRow>`
    select contract_id, case_id, channel_id, name, queued_at, reason
    from chat_message join chat_channel using (contract_id, channel_id)
    where state = 'failed' or (state = 'waiting' and off_because = 'refused')
    order by queued_at desc, message_id desc limit ${max}`.execute(db);
  return rows.map((row) => ({
    ...{ contract: row.contract_id, caseId: row.case_id, channelId: row.channel_id },
    ...{ channelName: row.name, queuedAt: instantOf(row.queued_at)!, reason: row.reason ?? undefined },
  }));
}
