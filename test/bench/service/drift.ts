import { sql } from 'kysely';
import { handle } from '../../../src/app/handle.ts';
import type { CaseEvent } from '../../../src/core/case/event.ts';
import { asInstant } from '../../../src/core/instant.ts';
import { compile } from '../../../src/core/plan/revision/compile.ts';
import { fireDeadlines } from '../../../src/engine/fire-deadlines.ts';
import { readEvents } from '../../../src/store/papers.ts';
import { engineParts } from '../../build/engine-parts.ts';
import { atMost, type BenchRow } from '../bench-row.ts';
import { makePlace, type Place } from './place.ts';

const LEVELS = 30;
const STEP_MINUTES = 7;
const MINUTE_MS = 60_000;

/**
 * A ladder of many automatic steps, each counted from the contact below, on a machine that is late each time by a
 * different amount: how far the last contact has drifted from where the contract puts it.
 */
export async function benchDrift(): Promise<BenchRow> {
  const place = await makePlace();
  try {
    const revision = await ladder(place);
    const { contract } = revision;
    const opened = asInstant(Date.UTC(2026, 11, 1));
    place.time.standingAt = opened;
    const key = { contract, caseId: 'drift' };
    const open = {
      type: 'open',
      by: 'dana',
      caseId: 'drift',
      revision,
      track: 'chain',
      customer: 'agency',
    } as const;
    await handle(place.store, [{ key, caller: undefined, actor: 'customer', command: open }]);
    let late = 0;
    for (let step = 1; step < LEVELS; step++) {
      const lateMs = (step * 7_919) % 240_000;
      late = Math.max(late, lateMs);
      await standAt(place, asInstant(opened + step * STEP_MINUTES * MINUTE_MS + lateMs));
      await fireDeadlines(engineParts(place.store));
    }
    const events = await readEvents(place.connection.db, place.store.revisions, key);
    const last = events.findLast((event: CaseEvent) => event.type === 'LevelContacted');
    if (last?.type !== 'LevelContacted' || last.level !== LEVELS) throw new Error('the top was not reached');
    const drift = last.occurredAt - opened - (LEVELS - 1) * STEP_MINUTES * MINUTE_MS;
    return {
      name: `drift over ${LEVELS - 1} automatic steps`,
      perSecond: 0,
      limits: [atMost('drift', Math.abs(drift), 0, 'ms')],
      notes: `${drift} ms, on a machine up to ${Math.round(late / 1000)} s late at each`,
    };
  } finally {
    await place.close();
  }
}

async function standAt({ connection, time }: Place, at: ReturnType<typeof asInstant>): Promise<void> {
  time.standingAt = at;
  await sql`update jobs.job set start_after = now() - interval '1 second' where name = 'deadline'`.execute(
    connection.db,
  );
}

/** Levels without end, each contacted by Ladder some minutes after the one below. */
async function ladder({ connection, revision: { contract } }: Place): Promise<ReturnType<typeof compiled>> {
  const revision = compiled(contract);
  await sql`insert into revision (contract_id, number, state, digest, rules, loaded_at)
    values (${contract}, ${revision.number}, 'published', '\\x00', ${JSON.stringify(revision)}::jsonb,
      '2026-01-01T00:00:00Z')`.execute(connection.db);
  return revision;
}

function compiled(contract: string) {
  const levels = Array.from({ length: LEVELS }, (_, index) => index + 1);
  const { revision } = compile(
    {
      ladder: 1,
      contract: { id: contract, timeZone: 'America/Los_Angeles' },
      calendars: { always: { hours: 'always' } },
      contacts: { desk: { kind: 'desk', title: 'Desk' } },
      levels: levels.map((level) => ({ title: `Level ${level}`, reach: ['desk'] })),
      tracks: {
        chain: {
          steps: levels.map((level) =>
            level === 1
              ? { level, actor: 'customer' }
              : {
                  level,
                  actor: 'customer',
                  mode: 'automatic',
                  when: {
                    unsatisfiedFor: `${STEP_MINUTES} minutes`,
                    calendar: 'always',
                    since: 'levelBelow',
                  },
                },
          ),
        },
      },
    } as Parameters<typeof compile>[0],
    2,
  );
  if (!revision) throw new Error('the ladder does not compile');
  return revision;
}
