import { Attempts } from './attempts.ts';
import { startLoop, type Turn } from './loop.ts';
import type { Backlog, EngineParts } from './parts.ts';

const SLEEP_MAX_MS = 1_000;
/** A claim is kept alive by this beat; it is lost with the node after 10 seconds. */
const KEEP_EVERY_MS = 3_000;
/** While deadlines are waiting in numbers deliveries wait, but never for longer than some seconds at a time. */
const YIELD_MS = 100;
const YIELDS_MAX = 50;

/** What sends deliveries, until it is stopped. */
interface Delivering {
  /** Something may have been queued. */
  readonly wake: () => void;
  /** Takes nothing more, and ends when what is under way has ended and is settled. */
  stop(): Promise<void>;
}

/** Takes what is queued and sends it, side by side; beside that, what attempts came to is settled. */
export function startDelivering(parts: EngineParts, backlog: Backlog): Delivering {
  const attempts = new Attempts(parts, {
    finished: () => settling.sleeper.wake(),
    free: () => taking.sleeper.wake(),
  });
  const beat = keepClaims(parts, attempts);
  const taking = startLoop('delivery', takeTurn(parts, attempts, backlog), parts.log);
  const settling = startLoop(
    'delivery',
    async () => ((await attempts.settle()) > 0 ? 0 : SLEEP_MAX_MS),
    parts.log,
  );
  return {
    wake: () => taking.sleeper.wake(),
    stop: async () => {
      await taking.stop();
      await attempts.ended();
      await settling.stop();
      // What cannot be settled now comes back with its claim, to whoever is there then.
      await settleAll(attempts).catch((error) => parts.log.error('deliveries-not-settled', error));
      clearInterval(beat);
    },
  };
}

/** One turn by itself: takes what there is room for, and settles what became of it. */
export async function deliver(parts: EngineParts): Promise<void> {
  const attempts = new Attempts(parts);
  const beat = keepClaims(parts, attempts);
  try {
    for (const delivery of await parts.store.takeDeliveries(attempts.room)) attempts.start(delivery);
    await attempts.ended();
    await settleAll(attempts);
  } finally {
    clearInterval(beat);
  }
}

function takeTurn({ store }: EngineParts, attempts: Attempts, backlog: Backlog): Turn {
  let yielded = 0;
  return async () => {
    if (backlog.isFull && yielded < YIELDS_MAX) {
      yielded += 1;
      return YIELD_MS;
    }
    yielded = 0;
    const { room } = attempts;
    if (room === 0) return SLEEP_MAX_MS;
    const taken = await store.takeDeliveries(room);
    for (const delivery of taken) attempts.start(delivery);
    if (taken.length === room) return 0;
    return Math.min((await store.untilNext('delivery')) ?? SLEEP_MAX_MS, SLEEP_MAX_MS);
  };
}

/** One beat for all that is under way; it ends with the node, and so do the claims. */
function keepClaims({ log }: EngineParts, attempts: Attempts): NodeJS.Timeout {
  let isKeeping = false;
  return setInterval(async () => {
    if (isKeeping) return;
    isKeeping = true;
    await attempts.keep().catch((error) => log.error('claim-not-kept', error));
    isKeeping = false;
  }, KEEP_EVERY_MS);
}

async function settleAll(attempts: Attempts): Promise<void> {
  while ((await attempts.settle()) > 0);
}
