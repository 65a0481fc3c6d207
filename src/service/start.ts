import type { Io } from '../cli/io.ts';
import type { ReadyPlace } from '../cli/operations.ts';
import type { Config } from '../config.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { carrierReason } from '../core/message/portal/carriers.ts';
import { waitingWork } from '../store/installation.ts';
import { placeOf } from './database.ts';
import type { Installation } from './installation.ts';
import { refuseTakenPlace } from './listen.ts';
import { loadLater } from './load-later.ts';
import { openWhenThere } from './open-when-there.ts';
import { markRunning, runningMark } from './running-mark.ts';
import type { Serving } from './serve.ts';
import { stopping } from './stopping.ts';
import { type Tell, teller } from './terminal-words.ts';

const END_WITHIN_MS = 1_000;

/**
 * Runs the installation of these settings until somebody stops it: an empty folder becomes a demonstration.
 *
 * It drains before it ends: no more requests and mails are taken, what has begun is finished, then the database is
 * stopped, unless a command still works in it.
 */
export async function start(config: Config, io: Io, ready: (place: ReadyPlace) => void): Promise<void> {
  const tell = teller(io);
  // A Ladder that runs on this folder is the likelier reason, and named with its address where the folder is opened.
  if (runningMark(config.dataFolder)?.url === undefined) await refuseTakenPlace(config);
  // Loaded while the database starts: each takes most of a second.
  const [opened, { serve }] = await Promise.all([openWhenThere(config, { io, tell }), import('./serve.ts')]);
  if (!opened) return endSoon();
  const { installation, stop = stopping(tell) } = opened;
  let serving: Serving | undefined;
  try {
    await fill(installation, tell);
    await sayWhatWaits(installation, tell);
    serving = await serve(installation);
    const { url, mailPort, mailbox } = serving;
    const place = { url, kind: installation.kind, mailPort };
    if (config.databaseUrl === undefined) markRunning(config.dataFolder, place.url);
    ready(place);
    void mailbox.then((news) => news && tell('mailbox-not-reached', sentenceOf(news)));
    void loadLater();
    await Promise.race([stop, installation.gone]);
  } finally {
    await serving?.drain();
    await installation.close();
    endSoon();
  }
}

const sentenceOf = ({ mailbox, reason }: { readonly mailbox: string; readonly reason: string }) => ({
  mailbox,
  reason: carrierReason(catalogue('en').admin.carriers, reason),
});

/** A carrier that hangs holds a socket open for minutes; nobody waits for it any more. */
function endSoon(): void {
  setTimeout(() => process.exit(), END_WITHIN_MS).unref();
}

/** A demonstration that has no case yet is new, or its first start was cut short. */
async function fill({ kind, config, store, contracts, now }: Installation, tell: Tell): Promise<void> {
  if (kind !== 'demonstration') return;
  const isFilled = await contracts.transaction(async (tx) => {
    for (const contract of await tx.contractIds()) if (await tx.hasCases(contract)) return true;
    return false;
  });
  if (isFilled) return;
  tell('demonstration-making', { folder: placeOf(config) });
  const { seedDemonstration } = await import('./demonstration.ts');
  const { seedDemonstrationObligations } = await import('./demonstration-obligations.ts');
  const { contract } = await seedDemonstration({ store, contracts, at: await now() });
  await seedDemonstrationObligations(store, contract, await now());
}

async function sayWhatWaits({ connection, now, isNew }: Installation, tell: Tell): Promise<void> {
  if (isNew) return;
  const waiting = await waitingWork(connection.db, await now());
  if (waiting.deadlines + waiting.deliveries > 0) tell('work-waiting', waiting);
}
