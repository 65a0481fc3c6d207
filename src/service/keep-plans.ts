import { setTimeout as wait } from 'node:timers/promises';
import type { DraftReading } from '../app/ports/drafts.ts';
import type { Log } from '../app/ports/log.ts';
import type { ListedContract, Reading } from '../app/ports/reading.ts';
import { planView } from '../app/views/plan/plan-view.ts';
import type { InstallationKind } from '../config.ts';
import type { Instant } from '../core/instant.ts';
import { type Loop, startLoop } from '../engine/loop.ts';
import { type KeptPlans, keptPlan } from '../render/publication/kept-plan.ts';
import type { PlanFolder } from './kept-plans.ts';

interface Keeping {
  readonly reading: Reading;
  readonly drafts: DraftReading;
  readonly folder: PlanFolder;
  readonly kind: InstallationKind;
  /** Known once the server listens. */
  readonly baseUrl: () => string;
  readonly log: Log;
}

/** The copies of the published plans while they are kept up to date. */
export interface PlanKeeper extends KeptPlans {
  /** Once it is known where they are published. */
  begin(): void;
  stop(): Promise<void>;
}

/** So soon after a publication its plan is kept, and so soon a database that went away is known to be away. */
const LOOK_EVERY_MS = 1_000;
/** So old a copy grows while nothing is published: people change, and what was erased has to go. */
const ANEW_EVERY_MS = 300_000;
/** A database that takes longer is as good as away. */
const ANSWER_WITHIN_MS = 2_000;

/** Keeps a copy of every published plan beside the database, as anybody with the link may read it. */
export function keepPlans(keeping: Keeping): PlanKeeper {
  const { reading, folder, log } = keeping;
  let isAway = false;
  let isFirst = true;
  /** The question that is on its way: while it hangs no other is sent after it. */
  let asked: Promise<readonly ListedContract[]> | undefined;

  const contracts = async (): Promise<readonly ListedContract[] | undefined> => {
    asked ??= reading.contracts(undefined).finally(() => {
      asked = undefined;
    });
    return Promise.race([asked, wait(ANSWER_WITHIN_MS, undefined, { ref: false })]).catch(() => undefined);
  };

  const turn = async (): Promise<number> => {
    const found = await contracts();
    isAway = found === undefined;
    if (!found) return LOOK_EVERY_MS;
    for (const contract of found) await keepOne(keeping, contract, isFirst);
    isFirst = false;
    const there = new Set(found.map(({ contract }) => contract));
    for (const { contract } of folder.all()) if (!there.has(contract)) folder.forget(contract);
    return LOOK_EVERY_MS;
  };

  let loop: Loop | undefined;
  return {
    isAway: () => isAway,
    all: folder.all,
    of: folder.of,
    begin() {
      loop ??= startLoop('published', turn, log);
    },
    stop: async () => loop?.stop(),
  };
}

/** A copy that cannot be written is said, and keeps no other from being written. */
async function keepOne(
  { reading, drafts, folder, kind, baseUrl, log }: Keeping,
  { contract, published }: ListedContract,
  isFirst: boolean,
): Promise<void> {
  if (published === undefined) return;
  const kept = folder.of(contract);
  if (!isFirst && kept?.number === published && isYoung(kept.keptAt, await reading.now())) return;
  const plan = await planView({ reading, drafts }, contract, undefined);
  if (!plan) return;
  try {
    folder.keep(kind, keptPlan({ plan, address: `${baseUrl()}/plans/${encodeURIComponent(contract)}` }));
  } catch (error) {
    log.error('plan-not-kept', error, { contract });
  }
}

/** A demonstration's clock may have been another. */
const isYoung = (keptAt: Instant, now: Instant): boolean => keptAt <= now && now - keptAt < ANEW_EVERY_MS;
