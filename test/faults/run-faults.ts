import { sql } from 'kysely';
import { Chance } from '../case/chance.ts';
import { type AskedCase, newCase, noteAccepted, randomAsk } from './asked.ts';
import { type CarrierFront, startFront } from './carrier-front.ts';
import { type Checked, checkRecord } from './check-record.ts';
import { type MailSink, MOODS, startSink } from './mail-sink.ts';
import { NodeProcess } from './node-process.ts';
import { PUBLIC_URL } from './node-telephone.ts';
import { startProxy, type Wire } from './proxy.ts';
import { startTelephones, type Telephones } from './telephones.ts';
import { again, makeTown, setSkew, skewFile, type Town } from './town.ts';

/** What was done to Ladder, how often. */
type Tally = Record<Trouble, number>;
const TROUBLES = [
  'node killed',
  'both nodes killed',
  'PostgreSQL killed',
  'backend killed',
  'connections dropped',
  'connections stalled',
  'mail server in trouble',
  'carrier in trouble',
  'clock of a node set wrong',
] as const;
type Trouble = (typeof TROUBLES)[number];

/** The outcome of a run, for the table. */
export interface FaultRun extends Checked {
  readonly seed: number;
  /** Processes ended by kill -9. */
  readonly kills: number;
  readonly tally: Tally;
  readonly cases: number;
  readonly accepted: number;
  readonly refused: number;
  /** Commands that had to be sent again, for their answer was lost. */
  readonly repeated: number;
  /** The longest time in which nothing was answered, in milliseconds. */
  readonly silenceMs: number;
  readonly arrivedTwice: number;
  /** Ladder's answers to the carrier that were lost on their way, so that it asked again. */
  readonly answersLost: number;
  readonly seconds: number;
}

interface Run {
  readonly chance: Chance;
  readonly town: Town;
  readonly sink: MailSink;
  readonly telephones: Telephones;
  readonly front: CarrierFront;
  readonly proxies: readonly Wire[];
  readonly nodes: readonly NodeProcess[];
  readonly skews: readonly string[];
  readonly cases: AskedCase[];
  readonly tally: Tally;
  readonly problems: string[];
  isAsking: boolean;
  kills: number;
  accepted: number;
  refused: number;
  repeated: number;
  silenceMs: number;
  answeredAt: number;
  answeredMax: number;
}

const ASKERS = 4;
/** Cases that are asked things at once, and how many things until the next takes its place. */
const CASES_MAX = 12;
const ASKED_MAX = 14;
/** Askers rest when so much was answered since the last trouble: mails must keep up. */
const ANSWERED_MAX = 12;
/** One answer to the carrier in so many is lost though a node has given it: to what people say, and to what became of something. */
const LOST_ONE_IN = { said: 4, status: 12 };
const MINUTE_MS = 60_000;
const PAUSE_MS = 20;
/** After this much silence something is wrong that no kill explains. */
const SILENCE_MAX_MS = 90_000;
const wait = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));
/** One that holds nobody up who has finished. */
const timeout = (ms: number): Promise<undefined> =>
  new Promise((go) => {
    setTimeout(() => go(undefined), ms).unref();
  });

/** Runs two nodes for as long as it takes to kill so many processes, then holds the record against everything known. */
export async function runFaults(
  seed: number,
  kills: number,
  onProgress?: (done: number) => void,
): Promise<FaultRun> {
  const startedAt = performance.now();
  const town = await makeTown(seed);
  const sink = await startSink();
  const proxies = [await startProxy(town.port), await startProxy(town.port)];
  const skews = ['one', 'two'].map((name) => skewFile(town, name));
  // Draws of its own: what people do with their telephones goes by the machine's timing.
  const telephones = await startTelephones(town.numbers, new Chance(seed + 1));
  const { url, account, token, number } = telephones.carrier;
  const nodes = proxies.map(
    ({ port }, index) =>
      new NodeProcess({
        ...{ databaseUrl: town.urlOver(port), smtpUrl: sink.url, skewFile: skews[index]! },
        carrier: { url, account, token, number },
      }),
  );
  const luck = new Chance(seed + 2);
  const front = await startFront(nodes, (what) => luck.isOneIn(LOST_ONE_IN[what]));
  telephones.carrier.ladderAt({ url: PUBLIC_URL, listensAt: front.url });
  const tally = Object.fromEntries(TROUBLES.map((name) => [name, 0])) as Tally;
  const counts = { isAsking: true, kills: 0, accepted: 0, refused: 0, repeated: 0, silenceMs: 0 };
  const parts = { chance: new Chance(seed), town, sink, telephones, front, proxies, nodes, skews, tally };
  const run: Run = {
    ...parts,
    ...counts,
    cases: [],
    problems: [],
    answeredAt: performance.now(),
    answeredMax: ANSWERED_MAX,
  };
  try {
    const askers = Array.from({ length: ASKERS }, () => askOnAndOn(run));
    await someAnswers(run, 1);
    while (run.kills < kills && run.problems.length === 0) {
      await oneTrouble(run);
      onProgress?.(run.kills);
    }
    run.isAsking = false;
    await Promise.all(askers);
    await quieten(run);
    const { texts, calls } = telephones.carrier;
    const { given } = front;
    const checked = await checkRecord(town, run.cases, { mails: sink.arrived, texts, calls, given });
    const wrong = nodes.flatMap((node) => node.wrong);
    return {
      ...checked,
      seed,
      problems: [...run.problems, ...wrong, ...checked.problems],
      kills: run.kills,
      tally,
      cases: run.cases.length,
      accepted: run.accepted,
      refused: run.refused,
      repeated: run.repeated,
      silenceMs: Math.round(run.silenceMs),
      arrivedTwice: [...sink.arrived.values()].filter((times) => times > 1).length,
      answersLost: front.lostAnswers,
      seconds: Math.round((performance.now() - startedAt) / 1000),
    };
  } finally {
    run.isAsking = false;
    for (const proxy of proxies) proxy.flow();
    await Promise.all(nodes.map((node) => node.end()));
    telephones.rest();
    await front.close();
    await telephones.carrier.close();
    await Promise.all(proxies.map((proxy) => proxy.close()));
    await sink.close();
    await town.close();
  }
}

/** Asks one thing after another, each until there is an answer. */
async function askOnAndOn(run: Run): Promise<void> {
  const { chance, town, cases } = run;
  while (run.isAsking) {
    if (run.accepted + run.refused >= run.answeredMax) {
      await wait(PAUSE_MS);
      run.answeredAt = performance.now();
      continue;
    }
    const live = cases.filter((one) => one.accepted.length + one.refused.length < ASKED_MAX);
    const idle = live.filter((one) => !one.isBusy);
    const isNew = idle.length === 0 || (live.length < CASES_MAX && chance.isOneIn(4));
    const one = isNew ? newCase(chance, cases.length, town.revisions) : chance.of(idle);
    if (isNew) cases.push(one);
    one.isBusy = true;
    await askOnce(run, one);
    one.isBusy = false;
    await wait(PAUSE_MS);
  }
}

async function askOnce(run: Run, one: AskedCase): Promise<void> {
  const { text, request } = randomAsk(run.chance, one, isLast(run, one));
  for (let tries = 1; run.problems.length === 0; tries++) {
    const node =
      run.nodes.filter(({ isReady }) => isReady)[tries % 2] ?? run.nodes.find(({ isReady }) => isReady);
    if (!node) {
      await wait(PAUSE_MS);
      noteSilence(run);
      continue;
    }
    const heard = await Promise.race([node.ask(request), timeout(SILENCE_MAX_MS)]);
    noteSilence(run);
    if (!heard || 'fault' in heard) {
      run.repeated += 1;
      await wait(PAUSE_MS);
      continue;
    }
    run.answeredAt = performance.now();
    if (heard.answer.accepted) {
      run.accepted += 1;
      noteAccepted(one, request, heard.answer);
    } else {
      run.refused += 1;
      one.refused.push(text);
    }
    return;
  }
}

/** Most cases are ended by their customer; some are left to run up to their top. */
const isLast = ({ chance }: Run, { accepted, refused }: AskedCase): boolean =>
  accepted.length + refused.length === ASKED_MAX - 1 && !chance.isOneIn(5);

function noteSilence(run: Run): void {
  const silence = performance.now() - run.answeredAt;
  run.silenceMs = Math.max(run.silenceMs, silence);
  if (silence > SILENCE_MAX_MS) run.problems.push(`nobody answered for ${Math.round(silence)} ms`);
}

/** Waits until so many commands more have been answered: Ladder works again. */
async function someAnswers(run: Run, more: number): Promise<void> {
  const until = run.accepted + run.refused + more;
  run.answeredMax = Math.max(run.answeredMax, until);
  while (run.accepted + run.refused < until && run.problems.length === 0) {
    await wait(PAUSE_MS);
    noteSilence(run);
  }
}

async function oneTrouble(run: Run): Promise<void> {
  const { chance, tally, town, sink, telephones } = run;
  const trouble = chance.weighted<Trouble>([
    [10, 'node killed'],
    [4, 'both nodes killed'],
    [3, 'PostgreSQL killed'],
    [3, 'backend killed'],
    [3, 'connections dropped'],
    [2, 'connections stalled'],
    [3, 'mail server in trouble'],
    [3, 'carrier in trouble'],
    [2, 'clock of a node set wrong'],
  ]);
  tally[trouble] += 1;
  run.answeredMax = run.accepted + run.refused + ANSWERED_MAX;
  await town.moveClock(
    MINUTE_MS *
      chance.weighted([
        [3, chance.whole(1, 3)],
        [2, chance.whole(1, 90)],
      ]),
  );
  await wait(chance.whole(0, 300));
  await TAKES[trouble](run);
  sink.mood =
    trouble === 'mail server in trouble' ? chance.of(MOODS) : chance.isOneIn(3) ? sink.mood : 'well';
  if (trouble === 'carrier in trouble') telephones.trouble();
  else if (!chance.isOneIn(3)) telephones.well();
  await someAnswers(run, chance.whole(1, 5));
}

const TAKES: Readonly<Record<Trouble, (run: Run) => Promise<void> | void>> = {
  'node killed': (run) => kill(run, run.chance.whole(0, 1)),
  'both nodes killed': (run) => {
    kill(run, 0);
    kill(run, 1);
  },
  'PostgreSQL killed': async (run) => {
    process.kill(run.town.postmaster(), 'SIGKILL');
    run.kills += 1;
    await run.town.revive();
  },
  'backend killed': killBackend,
  'connections dropped': ({ chance, proxies }) => chance.of(proxies).drop(),
  'connections stalled': async ({ chance, proxies }) => {
    const proxy = chance.of(proxies);
    proxy.stall();
    await wait(chance.whole(200, 3000));
    if (chance.isOneIn(2)) proxy.drop();
    proxy.flow();
  },
  'mail server in trouble': () => undefined,
  'carrier in trouble': () => undefined,
  'clock of a node set wrong': ({ chance, skews }) =>
    setSkew(chance.of(skews), chance.of([0, MINUTE_MS * chance.whole(-10, 10)])),
};

function kill(run: Run, index: number): void {
  run.nodes[index]?.kill();
  run.kills += 1;
}

/** The server takes all its other backends down with it and starts anew by itself. */
async function killBackend(run: Run): Promise<void> {
  const { chance, town } = run;
  const { rows } = await again(() =>
    sql<{ pid: number }>`
      select pid from pg_stat_activity where application_name = 'ladder node'`.execute(town.connection.db),
  );
  if (rows.length === 0) return;
  try {
    process.kill(chance.of(rows).pid, 'SIGKILL');
    run.kills += 1;
  } catch {
    // It has ended by itself.
  }
}

/** Mails leave one by one; a day's worth of them takes its time on a busy machine. */
const QUIET_WITHIN_MS = 20 * 60_000;
const HOUR_MS = 3_600_000;

/** Ends all trouble, and lets the clock go on until everything has left, nothing is overdue and every call is over. */
async function quieten({ town, sink, telephones, skews, nodes }: Run): Promise<void> {
  sink.mood = 'well';
  telephones.well();
  for (const file of skews) setSkew(file, 0);
  // What a node decided whose clock was ahead lies in the future still.
  await town.moveClock(HOUR_MS);
  const endAt = performance.now() + QUIET_WITHIN_MS;
  for (let quiet = 0; quiet < 2 && performance.now() < endAt; ) {
    await wait(500);
    const { rows } = await again(() =>
      sql<{ waiting: number; later: number; overdue: number }>`
        select (select count(*) from jobs.job where start_after <= now() and name in ('deadline', 'notice', 'delivery')
            and (state < 'active' or name = 'delivery')) as waiting,
          (select count(*) from jobs.job where start_after > now() and name = 'delivery') as later,
          (select count(*) from "case", test_clock where next_due_at <= to_timestamp(now_ms / 1000.0)) as overdue
        `.execute(town.connection.db),
    );
    const { waiting = 1, later = 0, overdue = 0 } = rows[0] ?? {};
    const { carrier } = telephones;
    if (waiting + overdue === 0) await carrier.settled();
    const isRinging = carrier.calls.some(({ endedAt }) => endedAt === undefined);
    const isQuiet = waiting + overdue === 0 && !isRinging && nodes.some(({ isReady }) => isReady);
    quiet = isQuiet && later === 0 ? quiet + 1 : 0;
    if (isQuiet && later > 0) await town.moveClock(MINUTE_MS);
  }
}
