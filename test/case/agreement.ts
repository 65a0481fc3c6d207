import { type Deadline, deadlines } from '../../src/core/case/deadlines.ts';
import { decide } from '../../src/core/case/decide.ts';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { evolve } from '../../src/core/case/evolve.ts';
import { type CaseState, initial } from '../../src/core/case/state.ts';
import { type Coming, whatComes } from './naive-clocks.ts';
import type { Memory } from './naive-state.ts';
import { type Happening, toInstant } from './naive-telling.ts';
import { randomCase, type Told } from './random-case.ts';
import { asText, smallest } from './smallest.ts';

/** Where the core and the naive model part: after which command, and what each says. */
interface Disagreement {
  readonly about: string;
  readonly core: readonly string[];
  readonly naive: readonly string[];
}

/** Enough to see what is wrong. */
const FOUND_MAX = 5;
const PROGRESS_CASES = 5000;

/** The first disagreements over `count` seeds from `from` on, as text, each with the smallest case that shows it. */
export function firstDisagreements(
  from: number,
  count: number,
  onProgress?: (done: number) => void,
): string[] {
  const found: string[] = [];
  for (let seed = from; seed < from + count && found.length < FOUND_MAX; seed++) {
    const one = disagreement(randomCase(seed).told);
    if (one) found.push(explain(seed));
    const done = seed - from + 1;
    if (done % PROGRESS_CASES === 0) onProgress?.(done);
  }
  return found;
}

function explain(seed: number): string {
  const told = smallest(randomCase(seed).told, (fewer) => disagreement(fewer) !== undefined);
  const { about, core, naive } = disagreement(told)!;
  const only = (ours: readonly string[], theirs: readonly string[]) =>
    ours.filter((one) => !theirs.includes(one));
  return [
    `LADDER_SEED=${seed}, at ${about}:`,
    ...only(core, naive).map((one) => `  core alone:  ${one}`),
    ...only(naive, core).map((one) => `  naive alone: ${one}`),
    asText(told),
  ].join('\n');
}

/** The first disagreement of the core with the naive model about a case; undefined where there is none. */
function disagreement(told: readonly Told[]): Disagreement | undefined {
  let state = initial;
  for (const [index, one] of told.entries()) {
    const about = `${one.command.type} (${index + 1} of ${told.length})`;
    const { next, core, naive } = compare(state, one);
    if (core.join('\n') !== naive.join('\n')) return { about, core, naive };
    state = next;
  }
  return undefined;
}

function compare(state: CaseState, { command, reply }: Told) {
  const decision = decide(state, command);
  if (!decision.accepted) {
    const naive = reply.verdict === 'refused' ? 'refused' : `accepted, not ${decision.refusal.code}`;
    return { next: state, core: ['refused'], naive: [naive] };
  }
  if (reply.verdict !== 'accepted') {
    return {
      next: state,
      core: ['accepted'],
      naive: [`refused: ${reply.verdict === 'refused' && reply.because}`],
    };
  }
  const next = decision.events.reduce(evolve, state);
  return {
    next,
    core: [...decision.events.map(asLine).sort(), ...deadlineLines(next)],
    naive: [...reply.news.map(asLine).sort(), ...comingLines(reply.memory)],
  };
}

/** What an event has to say besides who did it and what they wrote. */
const FIELDS = [
  'level',
  'step',
  'condition',
  'conditionKind',
  'start',
  'ask',
  'response',
  'promise',
  'pause',
  'reminder',
  'to',
  'person',
  'file',
  'reason',
  'track',
  'automatic',
  'early',
  'upheld',
  'beforeMs',
  'latenessMs',
  'occurredAt',
  'statedAt',
  'endsAt',
  'dueAt',
  'computedDueAt',
  'stepDueAt',
] as const;
const NOT_COMPARED: Readonly<Record<string, readonly string[]>> = {
  StepWithdrawn: ['step', 'reason'],
  StepDeclined: ['step', 'reason'],
  StepPassed: ['step'],
  CaseOpened: ['track', 'automatic'],
  HandedOver: ['to'],
  TrackProposed: ['track'],
  DeliveryRecorded: ['level'],
};

export function asLine(event: CaseEvent | Happening): string {
  const fields = event as Readonly<Record<string, unknown>>;
  const said = FIELDS.filter(
    (name) => fields[name] !== undefined && !NOT_COMPARED[event.type]?.includes(name),
  );
  return [event.type, ...said.map((name) => `${name}=${show(name, fields[name])}`)].join(' ');
}

const show = (name: string, value: unknown): string =>
  name.endsWith('At') ? new Date(value as number).toISOString() : String(value);

export function deadlineLines(state: CaseState): readonly string[] {
  return deadlines(state)
    .map((one) => line(one.dueAt, one.kind, deadlineParts(one)))
    .sort();
}

function deadlineParts(one: Deadline): Parts {
  switch (one.kind) {
    case 'promise':
      return [one.promise.id, one.start];
    case 'warning':
      return [one.level, one.condition, one.start, one.beforeMs];
    case 'step':
      return [one.level, one.condition, one.start];
    case 'pass':
      return [one.level];
    case 'reminder':
      return [one.reminder];
    case 'pauseEnd':
      return [];
  }
}

/** The same lines of the naive model. It knows all three reminders, the core the next one. */
export function comingLines(memory: Memory): readonly string[] {
  const coming = whatComes(memory);
  const reminders = coming.filter((one) => one.kind === 'reminder');
  return coming
    .filter((one) => one.kind !== 'reminder' || one === reminders[0])
    .map((one) => line(toInstant(one.reachedAt), one.kind, comingParts(one)))
    .sort();
}

function comingParts(one: Coming): Parts {
  switch (one.kind) {
    case 'promise':
      return [one.rule.id, one.start];
    case 'warning':
      return [one.deadline.step.level, one.deadline.condition, one.deadline.start, one.beforeMs];
    case 'step':
      return [one.deadline.step.level, one.deadline.condition, one.deadline.start];
    case 'pass':
      return [one.level];
    case 'reminder':
      return [one.reminder];
    case 'pauseEnd':
      return [];
  }
}

type Parts = readonly (string | number)[];

const line = (at: number, kind: string, parts: Parts): string =>
  `coming ${new Date(at).toISOString()} ${[kind, ...parts].join(' ')}`;
