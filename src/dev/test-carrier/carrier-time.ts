import { machineNow } from '../../clock/machine.ts';

/** What a carrier knows of time: how late it is, and being called when some of it has passed. */
export interface CarrierTime {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Asked before each request of Ladder, where this time follows another clock. */
  readonly refresh?: () => Promise<void>;
  /** Runs it after so many milliseconds, unless it is called off by what this returns. */
  readonly after: (ms: number, run: () => Promise<void>) => () => void;
}

/** The time of this machine; what waits keeps no program running. */
export const machineTime: CarrierTime = {
  now: machineNow,
  after: (ms, run) => {
    const timer = setTimeout(() => void run(), ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

interface Waiting {
  readonly at: number;
  readonly run: () => Promise<void>;
}

/** A time that stands until it is moved: whoever waits is called in order, each when the one before is through. */
export function handTime(start = 0): CarrierTime & { readonly advance: (ms: number) => Promise<void> } {
  let now = start;
  const waiting = new Set<Waiting>();
  return {
    now: () => now,
    after: (ms, run) => {
      const one = { at: now + ms, run };
      waiting.add(one);
      return () => waiting.delete(one);
    },
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...waiting].sort((a, b) => a.at - b.at);
        if (!next || next.at > until) break;
        waiting.delete(next);
        now = Math.max(now, next.at);
        await next.run();
      }
      now = until;
    },
  };
}
