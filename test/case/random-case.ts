import type { Command, CommandType } from '../../src/core/case/command.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import { Chance } from './chance.ts';
import { type Reply, soonest, tell } from './naive.ts';
import type { Minute } from './naive-calendar.ts';
import type { Memory } from './naive-state.ts';
import { toInstant } from './naive-telling.ts';
import { randomCommand } from './random-command.ts';
import { FIRST_DATES, nextRevision, randomRevision } from './random-revision.ts';

/** A command and what the naive model makes of it: accepted or refused, never unsure. */
export interface Told {
  readonly command: Command;
  readonly reply: Reply;
}

interface RandomCase {
  readonly seed: number;
  readonly revision: Revision;
  readonly told: readonly Told[];
  /** The case at the end; undefined where nobody managed to open it. */
  readonly memory: Memory | undefined;
}

/** What a random day goes on with: the plans it may run on, and how far it is. */
export interface Day {
  readonly chance: Chance;
  readonly revision: Revision;
  readonly next: Revision;
  memory: Memory | undefined;
  readonly told: Told[];
  now: Minute;
  /** The latest instant at which anything accepted occurred. */
  latest: Minute;
}

/** How well the machine runs: at once, some minutes late, now and then, or not at all. */
const ENGINES = ['prompt', 'late', 'seldom', 'down'] as const;
const JOBS_MAX = 60;

/** The days of one case under a plan, both drawn from the seed. */
export function randomCase(seed: number): RandomCase {
  const chance = new Chance(seed);
  const revision = randomRevision(chance);
  const midnight = Temporal.PlainDate.from(chance.of(FIRST_DATES)).toZonedDateTime(revision.timeZone);
  const now = midnight.epochMilliseconds / 60_000 + chance.round(30, 0, 5 * 1440);
  const next = nextRevision(chance, revision);
  const day: Day = { chance, revision, next, memory: undefined, told: [], now, latest: now };
  const engine = chance.of(ENGINES);
  for (let left = chance.whole(8, 36); left > 0; left--) {
    const now = onRoundMinute(chance, day.now + randomGap(chance));
    runEngine(day, engine, now);
    day.now = now;
    say(day, randomCommand(day));
  }
  return { seed, revision, told: day.told, memory: day.memory };
}

function say(day: Day, command: Command): void {
  const reply = tell(day.memory, command);
  if (reply.verdict === 'unsure') return;
  day.told.push({ command, reply });
  if (reply.verdict !== 'accepted') return;
  day.memory = reply.memory;
  day.latest = Math.max(day.latest, command.occurredAt / 60_000);
}

function runEngine(day: Day, engine: (typeof ENGINES)[number], until: Minute): void {
  const { chance } = day;
  if (engine === 'down' || (engine === 'seldom' && !chance.isOneIn(4))) return;
  for (let left = JOBS_MAX; left > 0 && day.memory; left--) {
    const due = Math.ceil(soonest(day.memory));
    const at = Math.max(day.now, due + (engine === 'late' ? chance.whole(0, 30) : 0));
    if (at > until) return;
    day.now = at;
    say(day, job(at));
    if (chance.isOneIn(10)) say(day, job(at));
  }
}

const job = (at: Minute): Command => ({
  type: 'deadlineDue' satisfies CommandType,
  at: toInstant(at),
  occurredAt: toInstant(at),
  actor: 'contractor',
  by: 'ladder',
});

/** Half of the time the next quarter of an hour, where much else falls. */
const onRoundMinute = (chance: Chance, minute: Minute): Minute =>
  chance.isOneIn(2) ? minute : Math.ceil(minute / 15) * 15;

const randomGap = (chance: Chance): Minute =>
  chance.weighted([
    [1, 0],
    [4, chance.whole(0, 10)],
    [6, chance.round(15, 5, 90)],
    [4, chance.round(30, 60, 600)],
    [1, chance.whole(600, 2500)],
  ]);
