import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Command, CommandType } from '../../src/core/case/command.ts';
import { type Deadline, deadlines } from '../../src/core/case/deadlines.ts';
import { decide } from '../../src/core/case/decide.ts';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { evolve } from '../../src/core/case/evolve.ts';
import { type CaseState, initial } from '../../src/core/case/state.ts';
import { WAITING_KINDS, waitingFor } from '../../src/core/case/waiting-for.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { Revision, Track } from '../../src/core/plan/revision/revision.ts';
import { Chance } from './chance.ts';
import { randomCase } from './random-case.ts';

const SEED = process.env.LADDER_SEED;
const CASES = process.env.LADDER_LONG ? 2000 : 300;
const FIRST_SEED = 1_000_001;
const MINUTE = 60_000;
const JOBS_MAX = 200;

/** What one command did to the core. */
interface Step {
  readonly command: Command;
  readonly before: CaseState;
  readonly after: CaseState;
  readonly events: readonly CaseEvent[];
  readonly isAccepted: boolean;
}

function play(commands: readonly Command[], from: CaseState = initial): readonly Step[] {
  let state = from;
  return commands.map((command) => {
    const before = state;
    const decision = decide(before, command);
    const events = decision.accepted ? decision.events : [];
    state = events.reduce(evolve, before);
    return { command, before, after: state, events, isAccepted: decision.accepted };
  });
}

/** Every case is played once, whatever number of rules look at it. */
const played = new Map<number, readonly Step[]>();

function playedCase(seed: number): readonly Step[] {
  const known = played.get(seed) ?? play(randomCase(seed).told.map((one) => one.command));
  played.set(seed, known);
  return known;
}

/** Holds a rule over every random case; a failure names the seed to run alone with LADDER_SEED. */
function always(rule: (steps: readonly Step[], seed: number) => void): () => void {
  return () => {
    const seeds =
      SEED === undefined ? Array.from({ length: CASES }, (_, index) => FIRST_SEED + index) : [Number(SEED)];
    for (const seed of seeds) {
      try {
        rule(playedCase(seed), seed);
      } catch (error) {
        throw new Error(`LADDER_SEED=${seed}: ${(error as Error).message}`, { cause: error });
      }
    }
  };
}

const eventsOf = (steps: readonly Step[]): readonly CaseEvent[] => steps.flatMap((step) => step.events);
const ofType = <T extends CaseEvent['type']>(events: readonly CaseEvent[], type: T) =>
  events.filter((event): event is CaseEvent & { readonly type: T } => event.type === type);
const last = (steps: readonly Step[]): CaseState => steps.at(-1)?.after ?? initial;
const timePasses = (at: number, occurredAt = at): Command => ({
  type: 'deadlineDue',
  at: asInstant(at),
  occurredAt: asInstant(occurredAt),
  actor: 'contractor',
  by: 'ladder',
});

describe('whatever happens to a case', () => {
  test(
    'levels only rise',
    always((steps) => {
      const levels = ofType(eventsOf(steps), 'LevelContacted').map((event) => event.level);
      expect(levels).toEqual([...new Set(levels)].sort((a, b) => a - b));
    }),
  );

  test(
    'no step falls due a second time before its clock starts anew',
    always((steps) => {
      const starts = ofType(eventsOf(steps), 'StepFellDue').map(
        (event) => `${event.step} condition ${event.condition} start ${event.start}`,
      );
      expect(starts).toEqual([...new Set(starts)]);
    }),
  );

  test(
    'nothing that has a deadline comes before it',
    always((steps) => {
      for (const { command, events } of steps) {
        for (const event of events) {
          if (!('dueAt' in event) || event.dueAt === undefined) continue;
          expect(event.dueAt).toBeLessThanOrEqual(command.occurredAt);
          expect(event.computedDueAt ?? event.dueAt).toBeLessThanOrEqual(event.dueAt);
          expect(event.latenessMs).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );

  test(
    'no deadline before an accepted command is left unmet by it',
    always((steps) => {
      for (const { command, after, isAccepted } of steps) {
        if (!isAccepted) continue;
        for (const deadline of deadlines(after)) expect(deadline.dueAt).toBeGreaterThan(command.occurredAt);
      }
    }),
  );

  test(
    'a closed case has no deadline',
    always((steps) => {
      for (const { after } of steps) if (after.status === 'closed') expect(deadlines(after)).toEqual([]);
    }),
  );

  test(
    'a promise ends once for one start',
    always((steps) => {
      const ends = eventsOf(steps).flatMap((event) =>
        event.type === 'PromiseKept' || event.type === 'PromiseMissed' || event.type === 'PromiseVoid'
          ? [`${event.promise} start ${event.start}`]
          : [],
      );
      expect(ends).toEqual([...new Set(ends)]);
    }),
  );

  test(
    'the case says what it waits for, from the closed list',
    always((steps) => {
      for (const { after } of steps) expect(WAITING_KINDS).toContain(waitingFor(after).kind);
    }),
  );
});

describe('the record', () => {
  test(
    'replayed gives the live case',
    always((steps) => {
      const replayed = structuredClone(eventsOf(steps)).reduce<CaseState>(evolve, initial);
      expect(isDeepStrictEqual(replayed, last(steps))).toBe(true);
      expect(deadlines(replayed)).toEqual(deadlines(last(steps)));
    }),
  );

  test(
    'holds nothing of a refused command, and deciding changes no state',
    always((steps) => {
      const accepted = steps.filter((step) => step.isAccepted);
      const again = play(accepted.map((step) => step.command));
      expect(isDeepStrictEqual(last(again), last(steps))).toBe(true);
      for (const { command, before } of steps) {
        const copy = structuredClone(before);
        decide(before, command);
        expect(isDeepStrictEqual(before, copy)).toBe(true);
      }
    }),
  );

  test(
    'is the same where commands are decided as a batch or one by one',
    always((steps, seed) => {
      const commands = steps.map((step) => step.command);
      const cut = new Chance(seed).whole(0, commands.length);
      const first = play(commands.slice(0, cut));
      const stored = structuredClone(eventsOf(first)).reduce<CaseState>(evolve, initial);
      const second = play(commands.slice(cut), stored);
      expect([...eventsOf(first), ...eventsOf(second)]).toEqual(eventsOf(steps));
    }),
  );
});

describe('the engine', () => {
  test(
    'changes nothing by a deadline that comes late or twice',
    always((steps) => {
      for (const { command, after, isAccepted } of steps) {
        if (!isAccepted) continue;
        const hourBefore = command.occurredAt - 60 * MINUTE;
        for (const occurredAt of [command.occurredAt, hourBefore]) {
          const again = decide(after, timePasses(command.at, occurredAt));
          expect(again.accepted && again.events).toEqual([]);
        }
      }
    }),
  );

  test(
    'moves no clock, whether it is prompt, late or down',
    always((steps, seed) => {
      const commands = promptly(steps);
      const down = play([...commands, timePasses(commands.at(-1)?.at ?? 0)]);
      for (const lateMinutes of [0, 90]) {
        const running = withEngine(commands, new Chance(seed), lateMinutes);
        expect(chainOf(running)).toEqual(chainOf(down));
        expect(deadlines(last(running))).toEqual(deadlines(last(down)));
      }
    }),
  );
});

/** The commands without the engine's own, each handled as soon as it was received. */
const promptly = (steps: readonly Step[]): readonly Command[] =>
  steps.flatMap(({ command }) =>
    command.type === 'deadlineDue' ? [] : [{ ...command, at: command.at, occurredAt: command.at }],
  );

/** The same commands with a deadline's job run in between for each deadline, up to some minutes late. */
function withEngine(commands: readonly Command[], chance: Chance, lateMinutes: number): readonly Step[] {
  const steps: Step[] = [];
  let now = 0;
  for (const command of [...commands, timePasses(commands.at(-1)?.at ?? 0)]) {
    for (let left = JOBS_MAX; left > 0; left--) {
      const due = deadlines(last(steps))[0]?.dueAt;
      now = Math.max(now, (due ?? Number.POSITIVE_INFINITY) + chance.whole(0, lateMinutes) * MINUTE);
      if (now >= command.at) break;
      steps.push(...play([timePasses(now)], last(steps)));
    }
    now = command.at;
    steps.push(...play([command], last(steps)));
  }
  return steps;
}

/** Everything that happened, in order, without when it was decided. */
const chainOf = (steps: readonly Step[]): readonly object[] =>
  eventsOf(steps).map(({ at, ...event }) => ({
    ...event,
    by: '',
    actor: '',
    latenessMs: 0,
    occurredAt: event.occurredAt,
  }));

/** What the contractor may do that is neither a move nor the end of a pause. */
const WORDS_OF_THE_CONTRACTOR: readonly CommandType[] = [
  'acknowledge',
  'respond',
  'proposeResolution',
  'update',
  'handOver',
  'requestPause',
  'contestStatedInstant',
  'proposeTrack',
  'addNote',
  'attach',
  'recordCall',
];

test(
  'nothing the contractor says stops a satisfaction clock',
  always((steps) => {
    for (const [index, { command, before, after, isAccepted }] of steps.entries()) {
      const isWord = command.actor === 'contractor' && WORDS_OF_THE_CONTRACTOR.includes(command.type);
      if (!isAccepted || !isWord) continue;
      const track = trackAfter(eventsOf(steps.slice(0, index + 1)));
      const reached = last(play([timePasses(command.at, command.occurredAt)], before));
      const still = satisfactionDeadlines(after, track);
      for (const deadline of satisfactionDeadlines(reached, track)) expect(still).toContainEqual(deadline);
    }
  }),
);

/** The track a case is on after these events. */
function trackAfter(events: readonly CaseEvent[]): Track | undefined {
  let revision: Revision | undefined;
  let track = '';
  for (const event of events) {
    if (event.type === 'CaseOpened' || event.type === 'MovedToRevision') revision = event.revision;
    if (event.type === 'CaseOpened' || event.type === 'TrackChanged') track = event.track;
  }
  return revision?.tracks[track];
}

/** Steps that a satisfaction clock will make due. */
const satisfactionDeadlines = (state: CaseState, track: Track | undefined): readonly Deadline[] =>
  deadlines(state).filter((one) => {
    if (one.kind !== 'step') return false;
    const step = track?.steps.find((other) => other.level === one.level);
    return step?.when[one.condition]?.kind === 'unsatisfied';
  });
