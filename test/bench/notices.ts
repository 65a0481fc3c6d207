import { randomUUIDv7 } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { smtpCarrier } from '../../src/channels/email/send.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import { startEngine } from '../../src/engine/engine.ts';
import { signRecord } from '../../src/engine/sign-record.ts';
import { engineParts } from '../build/engine-parts.ts';
import { atMost, type BenchRow } from './bench-row.ts';
import { dueCases, forget, startTheClock } from './service/fill.ts';
import { makePlace, type Place } from './service/place.ts';

const NOTICES = 1_000;
const AHEAD_MS = 2_000;
/** How long the mail server takes to accept a mail: one at hand. */
const ACCEPTS_AFTER_MS = 20;
const GIVEN_UP_AFTER_MS = 300_000;
/** How soon the first letter of each of a minute's notices is to be handed over. */
const WITHIN_SECONDS = 5;

/** Steps that fall due, and how soon the first letter about each is with the mail server, over real SMTP. */
export async function benchNotices(): Promise<BenchRow[]> {
  const place = await makePlace();
  const mailServer = await takesMail();
  try {
    const minute = `${NOTICES.toLocaleString('en-US')} notices in a minute`;
    const [row, most] = await burst(place, mailServer, 1, 60_000, minute);
    // Within one second the mail server alone takes longer than that.
    const [second] = await burst(place, mailServer, 2, 1_000, '  the same within one second');
    return [{ ...row, limits: [atMost('the first of each', most / 1000, WITHIN_SECONDS, 's')] }, second];
  } finally {
    await mailServer.close();
    await place.close();
  }
}

/** The row, and the longest that anybody's first letter took. */
async function burst(
  place: Place,
  mailServer: TakesMail,
  day: number,
  overMs: number,
  name: string,
): Promise<readonly [row: BenchRow, mostMs: number]> {
  const first = Date.UTC(2026, 11, 1 + day, 20);
  const dueAt = Array.from({ length: NOTICES }, (_, index) =>
    asInstant(first + Math.floor((index * overMs) / NOTICES)),
  );
  const keys = await dueCases(place, dueAt);
  place.time.standingAt = asInstant(first - AHEAD_MS);
  await signRecord(engineParts(place.store));
  place.time.standingAt = undefined;
  await startTheClock(place, keys, dueAt[0]!, AHEAD_MS);
  const before = mailServer.accepted();
  const mail = smtpCarrier({
    url: mailServer.url,
    from: 'Ladder <ladder@mail.example>',
    domain: 'mail.example',
  });
  const parts = engineParts(place.store, { mail, loops: 4 });
  const engine = startEngine({ ...parts, letters: { ...parts.letters, newId: randomUUIDv7 } });
  try {
    const sorted = (await waits(place, keys, dueAt)).toSorted((a, b) => a - b);
    const at = (share: number): string => seconds(sorted[Math.ceil(share * sorted.length) - 1]!);
    const mails = (mailServer.accepted() - before).toLocaleString('en-US');
    const notes = `the first of each handed over after p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}; ${mails} mails`;
    return [{ name, perSecond: 0, notes }, sorted.at(-1)!];
  } finally {
    await engine.stop();
    await mail.close();
    await forget(place, keys);
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** Milliseconds from each deadline to the instant at which the first letter about it was on record as handed over. */
async function waits(
  place: Place,
  keys: readonly CaseKey[],
  dueAt: readonly Instant[],
): Promise<readonly number[]> {
  const end = performance.now() + GIVEN_UP_AFTER_MS;
  for (;;) {
    const { rows } = await sql<{ case_id: string; at: number }>`
      select case_id, (extract(epoch from min(settled_at)) * 1000)::int8 as at from delivery
      where contract_id = ${place.revision.contract} and state = 'handedOver'
        and case_id = any(${keys.map((key) => key.caseId)}::text[]) group by case_id`.execute(
      place.connection.db,
    );
    const told = new Map(rows.map((row) => [row.case_id, row.at]));
    if (told.size === keys.length) return keys.map((key, index) => told.get(key.caseId)! - dueAt[index]!);
    if (performance.now() > end) throw new Error(`${keys.length - told.size} notices were not handed over`);
    await setTimeout(500);
  }
}

interface TakesMail {
  readonly url: string;
  accepted(): number;
  close(): Promise<void>;
}

async function takesMail(): Promise<TakesMail> {
  let accepted = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      stream.resume().on('end', async () => {
        await setTimeout(ACCEPTS_AFTER_MS);
        accepted += 1;
        done();
      });
    },
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', () => listening.resolve());
  await listening.promise;
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the mail server has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    accepted: () => accepted,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
