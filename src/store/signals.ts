import type pg from 'pg';
import type { Signal } from '../app/ports/engine.ts';
import type { CaseKey } from '../app/ports/store.ts';

type OnSignal = (signal: Signal, startsInMs: number | undefined) => void;
type OnChange = (key: CaseKey, number: number) => void;

/** What other connections say: something was queued, or a case has changed. */
export interface Signals {
  onSignal(listener: OnSignal): () => void;
  onChange(listener: OnChange): () => void;
  close(): Promise<void>;
}

const CHANNELS: Readonly<Record<string, Signal>> = {
  ladder_due: 'due',
  ladder_notice: 'notice',
  ladder_delivery: 'delivery',
};
/** After a lost connection; listeners are woken when it is back, for something may have been said meanwhile. */
const AGAIN_AFTER_MS = 500;
/** Whoever only listens would not notice that nothing can come any more: a question is a reason to expect an answer. */
const ASK_EVERY_MS = 5_000;

/**
 * Listens on a connection of its own, for as long as somebody wants to hear. Nothing depends on it for being done,
 * only for being done at once: whoever listens also looks from time to time.
 */
export function openSignals(pool: pg.Pool, askEveryMs = ASK_EVERY_MS): Signals {
  const signals = new Set<OnSignal>();
  const changes = new Set<OnChange>();
  let isOpen = true;
  let client: pg.PoolClient | undefined;
  let starting: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asking: NodeJS.Timeout | undefined;

  const tellAll = (): void => {
    for (const listener of signals) for (const signal of Object.values(CHANNELS)) listener(signal, 0);
  };

  async function listen(): Promise<void> {
    const made = await pool.connect();
    if (!isOpen) return made.release();
    client = made;
    made.on('notification', ({ channel, payload = '' }) => hear(channel, payload));
    made.on('error', () => lost(made));
    made.on('end', () => lost(made));
    try {
      await made.query(
        'listen ladder_due; listen ladder_notice; listen ladder_delivery; listen ladder_changed',
      );
    } catch {
      // Its loss may have been said already: only one may follow it, or each loss would take a place in the pool.
      lost(made);
      return;
    }
    tellAll();
    ask(made);
  }

  /** Where the answer does not come the connection is destroyed, and that says the rest. */
  function ask(which: pg.PoolClient): void {
    clearTimeout(asking);
    if (client !== which) return;
    const once = (): Promise<void> =>
      which.query('select 1').then(
        () => ask(which),
        () => lost(which),
      );
    asking = setTimeout(once, askEveryMs).unref();
  }

  function hear(channel: string, payload: string): void {
    const signal = CHANNELS[channel];
    if (signal) {
      const startsInMs = signal === 'due' ? Number(payload) : undefined;
      for (const listener of signals) listener(signal, startsInMs);
    } else if (channel === 'ladder_changed') {
      const [contract, caseId, number] = JSON.parse(payload) as [string, string, number];
      for (const listener of changes) listener({ contract, caseId }, number);
    }
  }

  function lost(which: pg.PoolClient): void {
    if (client !== which) return;
    client = undefined;
    clearTimeout(asking);
    which.release(true);
    again();
  }

  function again(): void {
    clearTimeout(timer);
    if (isOpen) timer = setTimeout(start, AGAIN_AFTER_MS).unref();
  }

  function start(): void {
    starting = listen().catch(again);
  }

  const wanted = <T>(set: Set<T>, listener: T): (() => void) => {
    set.add(listener);
    if (!starting) start();
    return () => set.delete(listener);
  };

  return {
    onSignal: (listener) => wanted(signals, listener),
    onChange: (listener) => wanted(changes, listener),
    close: async () => {
      isOpen = false;
      clearTimeout(timer);
      await starting;
      clearTimeout(asking);
      const held = client;
      client = undefined;
      held?.removeAllListeners('notification');
      held?.release(true);
    },
  };
}
