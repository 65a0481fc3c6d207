import { randomUUID } from 'node:crypto';
import type { Telephones } from '../app/ports/telephones.ts';
import { followedClock } from '../clock/followed.ts';
import type { Config } from '../config.ts';
import type { CarrierTime } from '../dev/test-carrier/carrier-time.ts';
import type { Installation } from './installation.ts';

/** A carrier of a demonstration's own, and how Ladder knows it. */
interface DemonstrationTelephones {
  readonly telephones: Telephones;
  readonly settings: Pick<
    Config,
    'twilioAccount' | 'twilioToken' | 'twilioUrl' | 'telephoneNumber' | 'callsPerMinute' | 'textsPerMinute'
  >;
  /** Tells it where Ladder is, once that is known: by which address the world calls it, and on which port it listens. */
  readonly ladderAt: (url: string, port: number) => void;
  readonly close: () => Promise<void>;
}

/** Reserved for fiction, and nobody's of the samples. */
const NUMBER = '+19165550199';
/** Whoever reads what is said, and types, is slower than who hears it and speaks. */
const PATIENCE = 12;
/** Hours pass at once where the clock is moved, and all that was to be told in them is. */
const PER_MINUTE = 6_000;

/**
 * Starts a telephone carrier on this machine, by which texts and calls of a demonstration go over HTTP as they would by
 * a real one. Its account and its token are made for this start.
 */
export async function demonstrationTelephones({
  now,
  config: { host },
}: Pick<Installation, 'now' | 'config'>): Promise<DemonstrationTelephones> {
  const [{ testCarrier }, { machineTime }, { telephonesOf }, clock] = await Promise.all([
    import('../dev/test-carrier/test-carrier.ts'),
    import('../dev/test-carrier/carrier-time.ts'),
    import('../dev/telephones-of.ts'),
    followedClock(now),
  ]);
  // A database that is away for a moment leaves the time as it was.
  const refresh = () => clock.read().catch(() => undefined);
  const time: CarrierTime = { ...machineTime, now: clock.now, refresh };
  const account = `AC${randomUUID().replaceAll('-', '')}`;
  const token = randomUUID();
  const carrier = await testCarrier({ account, token, number: NUMBER, time, patience: PATIENCE });
  return {
    telephones: telephonesOf(carrier, refresh),
    settings: {
      twilioAccount: account,
      twilioToken: token,
      twilioUrl: carrier.url,
      telephoneNumber: NUMBER,
      callsPerMinute: PER_MINUTE,
      textsPerMinute: PER_MINUTE,
    },
    ladderAt: (url, port) =>
      carrier.ladderAt({ url, listensAt: `http://${host.includes(':') ? `[${host}]` : host}:${port}` }),
    close: carrier.close,
  };
}
