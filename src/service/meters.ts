import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { MeterReadings, Meters } from '../app/ports/meters.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { MeterName } from '../core/message/meters.ts';

/** The meters as the page `/metrics` shows them. */
interface MetersText {
  readonly contentType: string;
  readonly text: string;
}

export interface RunningMeters extends Meters {
  /** The text for Prometheus, with what is read just now. Where that fails the rest is shown, and `ladder_readings_up` is 0. */
  readonly text: () => Promise<MetersText>;
  /** The kind and the labels of every meter of our own. */
  readonly described: () => Promise<readonly DescribedMeter[]>;
}

interface DescribedMeter {
  readonly name: string;
  readonly kind: string;
  readonly labels: readonly string[];
}

/** From a quarter of the promise of 250 ms up to where somebody should have been woken. */
const LATENESS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Meters with a register of their own, so that two services in one process do not count for each other. */
export function makeMeters(read: () => Promise<MeterReadings>): RunningMeters {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const counted = countedMeters(register);
  const gauges = readMeters(register);
  let reading: Promise<void> | undefined;
  return {
    deadlinesFired(latenessesMs) {
      for (const ms of latenessesMs) counted.lateness.observe(ms / 1000);
      counted.fired.inc(latenessesMs.length);
    },
    delivered: (means, result) => counted.deliveries.inc({ means, result }),
    requestAnswered: ({ route = 'none', method, status, ms }) =>
      counted.requests.observe({ route, method, status }, ms / 1000),
    async text() {
      // Two who look at once share one reading, so that looking often costs the database little.
      reading ??= show(gauges, read).finally(() => {
        reading = undefined;
      });
      await reading;
      return { contentType: register.contentType, text: await register.metrics() };
    },
    async described() {
      const all = register.getMetricsAsArray().filter(({ name }) => name.startsWith('ladder_'));
      return all.map(({ name, type }) => ({ name, kind: String(type), labels: LABELS[name as MeterName] }));
    },
  };
}

/** The labels of each meter; every value of one is from a short list of our own. */
const LABELS = {
  ladder_deadline_lateness_seconds: [],
  ladder_deadlines_fired_total: [],
  ladder_queue_depth: ['queue'],
  ladder_deliveries_total: ['means', 'result'],
  ladder_open_cases: ['level'],
  ladder_set_aside_cases: [],
  ladder_failed_letters: [],
  ladder_failed_deadlines: [],
  ladder_left_mails: [],
  ladder_mailbox_up: [],
  ladder_watch_late_seconds: [],
  ladder_http_request_duration_seconds: ['route', 'method', 'status'],
  ladder_readings_up: [],
} as const satisfies Readonly<Record<MeterName, readonly string[]>>;

/** What every kind of meter is made with. */
const about = <N extends MeterName>(register: Registry, name: N) => ({
  name,
  help: catalogue('en').meters.meters[name],
  labelNames: LABELS[name],
  registers: [register],
});

const countedMeters = (register: Registry) => ({
  lateness: new Histogram({
    ...about(register, 'ladder_deadline_lateness_seconds'),
    buckets: LATENESS_SECONDS,
  }),
  fired: new Counter(about(register, 'ladder_deadlines_fired_total')),
  deliveries: new Counter(about(register, 'ladder_deliveries_total')),
  requests: new Histogram({
    ...about(register, 'ladder_http_request_duration_seconds'),
    buckets: REQUEST_SECONDS,
  }),
});

const readMeters = (register: Registry) => ({
  depth: new Gauge(about(register, 'ladder_queue_depth')),
  open: new Gauge(about(register, 'ladder_open_cases')),
  setAside: new Gauge(about(register, 'ladder_set_aside_cases')),
  letters: new Gauge(about(register, 'ladder_failed_letters')),
  deadlines: new Gauge(about(register, 'ladder_failed_deadlines')),
  left: new Gauge(about(register, 'ladder_left_mails')),
  mailbox: new Gauge(about(register, 'ladder_mailbox_up')),
  late: new Gauge(about(register, 'ladder_watch_late_seconds')),
  up: new Gauge(about(register, 'ladder_readings_up')),
});

/** Sets what was read. A reading that failed leaves no old figure behind: a gap is seen, a stale figure is believed. */
async function show(
  { depth, open, setAside, letters, deadlines, left, mailbox, late, up }: ReturnType<typeof readMeters>,
  read: () => Promise<MeterReadings>,
): Promise<void> {
  const readings = await read().catch(() => undefined);
  depth.reset();
  open.reset();
  mailbox.reset();
  up.set(readings === undefined ? 0 : 1);
  setAside.set(readings?.setAsideCases ?? Number.NaN);
  letters.set(readings?.failedLetters ?? Number.NaN);
  deadlines.set(readings?.failedDeadlines ?? Number.NaN);
  left.set(readings?.leftMails ?? Number.NaN);
  if (readings?.mailboxIsUp !== undefined) mailbox.set(readings.mailboxIsUp ? 1 : 0);
  late.set(readings?.watchLateSeconds ?? Number.NaN);
  for (const [queue, jobs] of readings?.queueDepths ?? []) depth.set({ queue }, jobs);
  for (const [level, cases] of readings?.openCases ?? []) open.set({ level }, cases);
}
