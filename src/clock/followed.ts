import { asInstant, type Instant } from '../core/instant.ts';

/** A clock that is asked now and then, and carried on by the machine's own count in between. */
interface FollowedClock {
  readonly now: () => Instant;
  /** Asks anew. */
  readonly read: () => Promise<void>;
}

/** The installation's clock for whoever cannot wait for its answer. */
export async function followedClock(ask: () => Promise<Instant>): Promise<FollowedClock> {
  const measured = async () => ({ at: await ask(), countedMs: countedMs() });
  let last = await measured();
  return {
    now: () => asInstant(last.at + Math.floor(countedMs() - last.countedMs)),
    read: async () => {
      last = await measured();
    },
  };
}

/** Goes on evenly, whatever is done to the machine's clock. */
const countedMs = (): number => process.uptime() * 1_000;
