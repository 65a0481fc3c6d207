import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import { type Instant, parseInstant, parseLocal } from '../../instant.ts';
import { parseAs } from '../../plan/reading/parse.ts';
import type { Revision } from '../../plan/revision/revision.ts';
import { CALL_FAILURES, TELEPHONES } from '../call.ts';
import { COMMAND_TYPES, type CommandType, DELIVERY_WHYS } from '../command.ts';
import { reachingSchema } from './reaching.ts';

const text = z.string();
const whole = z.int().min(0);

const entrySchema = z
  .strictObject({
    at: text,
    occurredAt: text,
    statedAt: text,
    as: text,
    do: z.enum(COMMAND_TYPES),
    over: z.enum(['call', 'email', 'text', 'portal', 'api']),
    level: whole,
    reason: text,
    text: text,
    track: text,
    automatic: z.boolean(),
    to: text,
    pause: whole,
    ask: whole,
    response: whole,
    upheld: z.boolean(),
    lost: z.boolean(),
    reached: z.boolean(),
    audience: z.enum(['customer', 'contractor', 'oversight', 'all']),
    file: text,
    person: text,
    endsAt: text,
    delivery: text,
    contact: text,
    telephone: z.enum(TELEPHONES),
    failure: z.enum(CALL_FAILURES),
    means: z.enum(['call', 'email', 'text', 'portal', 'api']),
    result: z.enum(['handedOver', 'delivered', 'failed']),
    why: z.enum(DELIVERY_WHYS),
    /** For `moveToRevision`: the file of the later plan. */
    plan: text,
  })
  .partial();

/** Under this name because the format says `then`, which the linter takes for a promise's. */
const THEN = 'then';

/** One thing somebody does, as written. */
export type ScenarioEntry = z.infer<typeof entrySchema>;

/** A played case as a file has it: what happens, and when nothing runs. */
const scenarioSchema = z
  .strictObject({
    title: text,
    plan: text,
    track: text,
    openedAt: text,
    statedAt: text,
    customer: text,
    /** Who fills the plan's directory seats for this customer. */
    directory: z.record(text, text),
    automatic: z.boolean(),
    /** Times in which no deadline is acted on: `[from, until]` each. */
    engineDown: z.array(z.tuple([text, text])),
    until: text,
    /** How people are tried; without it nothing of that is played. */
    reaching: reachingSchema,
    [THEN]: z.array(entrySchema),
  })
  .partial();

export type WrittenScenario = z.infer<typeof scenarioSchema>;

/** A scenario as far as it could be read, and what is wrong with its shape. */
export function readScenario(source: string): {
  readonly written: WrittenScenario;
  readonly findings: readonly Finding[];
} {
  const { value, findings } = parseAs(scenarioSchema, source);
  return { written: value, findings };
}

export interface Entry
  extends Omit<ScenarioEntry, 'at' | 'occurredAt' | 'statedAt' | 'endsAt' | 'as' | 'do'> {
  readonly as: string;
  readonly do: CommandType;
  readonly at: Instant;
  readonly occurredAt: Instant;
  readonly statedAt: Instant | undefined;
  readonly endsAt: Instant | undefined;
}

export interface Scenario {
  readonly track: string;
  readonly openedAt: Instant;
  readonly statedAt: Instant | undefined;
  readonly customer: string;
  readonly directory: Readonly<Record<string, string>>;
  readonly automatic: boolean | undefined;
  readonly engineDown: readonly (readonly [Instant, Instant])[];
  /** Undefined: until no deadline is left. */
  readonly until: Instant | undefined;
  /** In order of `at`. */
  readonly entries: readonly Entry[];
}

/** What keeps a scenario from being played: the key, and what stands there. */
interface ScenarioProblem {
  readonly code:
    | 'scenario-key-missing'
    | 'scenario-instant-unclear'
    | 'scenario-time-reversed'
    | 'scenario-actor-unknown'
    | 'scenario-key-surplus';
  readonly values: { readonly key: string; readonly value: string };
}

/** A scenario ready to be played on a revision, or what is missing. A time without offset is the contract zone's. */
export function scenarioOf(
  written: WrittenScenario,
  revision: Revision,
): { readonly scenario: Scenario } | { readonly problem: ScenarioProblem } {
  const reader = new Reader(revision, written.directory ?? {});
  const scenario: Scenario = {
    track: written.track ?? reader.missing('track'),
    openedAt: reader.instant('openedAt', written.openedAt),
    statedAt: reader.perhaps('statedAt', written.statedAt),
    customer: written.customer ?? 'customer',
    directory: written.directory ?? {},
    automatic: written.automatic,
    engineDown: (written.engineDown ?? []).map((down, index) => reader.down(index, down)),
    until: reader.perhaps('until', written.until),
    entries: (written.then ?? [])
      .map((entry, index) => entryOf(reader, entry, index))
      .sort((a, b) => a.at - b.at),
  };
  const { until, openedAt } = scenario;
  if (until !== undefined && until < openedAt) reader.reversed('until', written.until ?? '');
  return reader.problem ? { problem: reader.problem } : { scenario };
}

function entryOf(reader: Reader, entry: ScenarioEntry, index: number): Entry {
  const key = `then.${index + 1}`;
  const at = reader.instant(`${key}.at`, entry.at);
  const occurredAt = reader.perhaps(`${key}.occurredAt`, entry.occurredAt) ?? at;
  const statedAt = reader.perhaps(`${key}.statedAt`, entry.statedAt);
  const endsAt = reader.perhaps(`${key}.endsAt`, entry.endsAt);
  const as = reader.actor(`${key}.as`, entry.as);
  const command = entry.do ?? (reader.missing(`${key}.do`) as CommandType);
  for (const field of NEEDED_FIELDS[command] ?? []) {
    if (entry[field] === undefined) reader.missing(`${key}.${field}`);
  }
  const taken = [...ALWAYS_TAKEN, ...(NEEDED_FIELDS[command] ?? []), ...(OTHER_FIELDS[command] ?? [])];
  for (const field of Object.keys(entry)) {
    if (!taken.includes(field as keyof ScenarioEntry)) reader.surplus(`${key}.${field}`);
  }
  return { ...entry, at, occurredAt, statedAt, endsAt, as, do: command };
}

const ACTORS: readonly string[] = ['customer', 'desk', 'oversight', 'contractor'];

/** Reads values and keeps the first problem. */
class Reader {
  readonly #revision: Revision;
  readonly #people: ReadonlySet<string>;
  problem: ScenarioProblem | undefined;

  constructor(revision: Revision, directory: Readonly<Record<string, string>>) {
    this.#revision = revision;
    this.#people = new Set([...Object.keys(revision.seats), ...Object.values(directory)]);
  }

  actor(key: string, written: string | undefined): string {
    if (written === undefined) return this.missing(key);
    const level = Number(/^level-([1-9]\d?)$/.exec(written)?.[1] ?? 0);
    const isKnown = ACTORS.includes(written) || this.#people.has(written);
    if (!isKnown && (level === 0 || level > this.#revision.levels.length)) {
      this.problem ??= { code: 'scenario-actor-unknown', values: { key, value: written } };
    }
    return written;
  }

  reversed(key: string, value: string): void {
    this.problem ??= { code: 'scenario-time-reversed', values: { key, value } };
  }

  surplus(key: string): void {
    this.problem ??= { code: 'scenario-key-surplus', values: { key, value: '' } };
  }

  missing(key: string): string {
    this.problem ??= { code: 'scenario-key-missing', values: { key, value: '' } };
    return '';
  }

  instant(key: string, written: string | undefined): Instant {
    const found = this.perhaps(key, written ?? this.missing(key));
    return found ?? (0 as Instant);
  }

  perhaps(key: string, written: string | undefined): Instant | undefined {
    if (written === undefined) return undefined;
    const found = parseInstant(written) ?? parseLocal(written, this.#revision.timeZone);
    if (found === undefined) {
      this.problem ??= { code: 'scenario-instant-unclear', values: { key, value: written } };
    }
    return found;
  }

  down(index: number, [from, until]: readonly [string, string]): readonly [Instant, Instant] {
    const key = `engineDown.${index + 1}`;
    const pair = [this.instant(key, from), this.instant(key, until)] as const;
    if (pair[1] < pair[0]) {
      this.reversed(key, `${from} – ${until}`);
    }
    return pair;
  }
}

/** The fields a command cannot do without; the others may be left out of a scenario. */
const NEEDED_FIELDS: Readonly<Partial<Record<CommandType, readonly (keyof ScenarioEntry)[]>>> = {
  escalate: ['level'],
  decline: ['level', 'reason'],
  requestPause: ['reason'],
  contestPause: ['pause'],
  decidePauseDispute: ['pause', 'upheld'],
  contestStatedInstant: ['ask'],
  decideStatedInstant: ['ask', 'upheld'],
  confirmResponse: ['response'],
  handOver: ['to'],
  changeTrack: ['track'],
  proposeTrack: ['track'],
  chooseAutomatic: ['automatic'],
  addNote: ['text'],
  attach: ['file'],
  recordCall: ['level', 'reached'],
  addWatcher: ['person'],
  removeWatcher: ['person'],
  nameStandIn: ['person'],
  close: ['reason'],
  moveToRevision: ['plan'],
  proposeRevision: ['plan'],
  deliveryResult: ['delivery', 'contact', 'means', 'result'],
  noteMeans: ['contact', 'means', 'lost'],
  endReaching: ['level'],
};

const ALWAYS_TAKEN: readonly (keyof ScenarioEntry)[] = ['at', 'occurredAt', 'as', 'do', 'over', 'text'];

/** The fields a command may have besides. */
const OTHER_FIELDS: Readonly<Partial<Record<CommandType, readonly (keyof ScenarioEntry)[]>>> = {
  escalate: ['statedAt', 'reason'],
  ask: ['statedAt'],
  notSatisfied: ['statedAt'],
  respond: ['statedAt'],
  proposeResolution: ['statedAt'],
  recordCall: ['statedAt', 'contact', 'telephone', 'failure'],
  addNote: ['audience'],
  attach: ['audience'],
  nameStandIn: ['endsAt'],
  deliveryResult: ['level', 'why'],
};
