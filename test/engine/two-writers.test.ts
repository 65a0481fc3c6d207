import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asInstant } from '../../src/core/instant.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';
import { settleAll } from '../build/settle.ts';
import { until } from '../build/until.ts';
import { type World, world } from '../build/world.ts';

const START = on('Tue 09:00');

let here: World;
beforeEach(async () => {
  here = await world(START);
});
afterEach(() => here.close());

const letters = async (): Promise<number> =>
  (
    await sql<{ count: number }>`select count(*)::int as count from delivery
      where person_id = 'ana' and kind = 'notice'`.execute(here.connection.db)
  ).rows[0]!.count;

const waitsForLock = async (): Promise<boolean> =>
  (
    await sql<{ waits: boolean }>`select exists (select from pg_locks
      where locktype = 'advisory' and not granted) as waits`.execute(here.connection.db)
  ).rows[0]!.waits;

test('two nodes that tell the same level of one case at once give nobody two notices within a minute', async () => {
  const parts = engineParts(here.store);
  const key = await here.open({ by: 'dana' });
  await settleAll(parts, here.store);
  await here.setClock(asInstant(START + 10 * 60_000));
  expect(await letters()).toBe(1);
  await here.send({ key, caller: undefined, actor: 'customer', command: { type: 'ask', by: 'dana' } });
  // One node is at a notice of the case that tells ana, and has not ended yet; another takes up what was asked.
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const { promise: holds, resolve: held } = Promise.withResolvers<void>();
  const first = here.store.transaction(async (tx) => {
    await tx.holdLetters([key]);
    await tx.addDeliveries([
      {
        ...{ ...key, deliveryId: crypto.randomUUID(), number: 2, round: 1, personId: 'ana', level: 1 },
        ...{ kind: 'notice', means: 'email', queuedAt: await tx.now(), address: 'ana@ladder.example' },
        ...{ subject: 'Again', text: '', html: '', canReply: false, replyHash: undefined, links: [] },
      },
    ]);
    held();
    await mayEnd;
  });
  await holds;
  const second = makeLetters(parts);
  await until(async () => expect((await waitsForLock()) || (await letters()) > 1).toBe(true));
  end();
  await Promise.all([first, second]);
  expect(await letters()).toBe(2);
  // What was asked is told a minute later.
  await here.setClock(asInstant(START + 11 * 60_000 + 1_000));
  await settleAll(parts, here.store);
  expect(await letters()).toBe(3);
});
