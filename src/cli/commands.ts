import type { Cli, CommandsWords } from '../core/message/cli.ts';
import type { CalendarOptions } from './calendar.ts';
import type { DateOptions } from './calendar-dates.ts';
import { CASE_COMMANDS } from './case-commands.ts';
import type { CheckOptions } from './check.ts';
import { CONTRACT_COMMANDS } from './contract-commands.ts';
import type { CoverageOptions } from './coverage.ts';
import type { DeadlineOptions } from './deadline.ts';
import type { DiffOptions } from './diff.ts';
import type { ForecastOptions } from './forecast.ts';
import type { ImportOptions } from './import.ts';
import type { Io } from './io.ts';
import type { OnCallOptions } from './on-call.ts';
import type { LoadOperations } from './operations.ts';
import type { PublishOptions } from './publish.ts';
import { RECORD_COMMANDS } from './record-commands.ts';
import type { SimulateOptions } from './simulate.ts';

type Name = keyof CommandsWords;

/** What the command line was found to say: the words after the command, and its options by camelCase name. */
interface Given {
  readonly words: readonly string[];
  /** The options as the command's own table of flags shapes them. */
  readonly options: <T extends object>() => T;
}

/** A flag as typed: `--at <DATE>` takes a value, `--json` none, `--answered <WHAT...>` several. */
export interface Flag {
  readonly flag: string;
  readonly choices?: readonly string[];
  readonly conflicts?: readonly string[];
}

export interface CommandSpec<N extends Name = Name> {
  readonly name: N;
  readonly group: keyof Cli['groups'];
  /** `<FILE...>` one or more, `[NAME]` perhaps one. */
  readonly takes: readonly string[];
  readonly flags: Readonly<Record<keyof CommandsWords[N]['options'], Flag>>;
  /**
   * Loads the command's own code only now, so that help comes at once. Answers the exit code. Undefined is a command
   * that only has commands of its own.
   */
  readonly run: ((given: Given, io: Io, load: LoadOperations) => Promise<number>) | undefined;
}

const check: CommandSpec<'check'> = {
  name: 'check',
  group: 'plans',
  takes: ['<FILE...>'],
  flags: {
    at: { flag: '--at <DATE>' },
    facts: { flag: '--facts <FILE>' },
    format: { flag: '--format <FORMAT>', choices: ['text', 'json', 'sarif'] },
    json: { flag: '--json' },
  },
  run: async (given, io) =>
    (await import('./check.ts')).check(given.words, given.options<CheckOptions>(), io),
};

const diff: CommandSpec<'diff'> = {
  name: 'diff',
  group: 'plans',
  takes: ['<BEFORE>', '<AFTER>'],
  flags: { json: { flag: '--json' } },
  run: async ({ words, options }, io) => (await import('./diff.ts')).diff(words, options<DiffOptions>(), io),
};

const importDocument: CommandSpec<'import'> = {
  name: 'import',
  group: 'plans',
  takes: ['<FILE>'],
  flags: { out: { flag: '--out <PLAN>' }, json: { flag: '--json' } },
  run: async ({ words, options }, io) =>
    (await import('./import.ts')).importDocument(words, options<ImportOptions>(), io),
};

const BY_HAND = ['plan', 'calendar', 'from', 'span'] as const;

const deadline: CommandSpec<'deadline'> = {
  name: 'deadline',
  group: 'clocks',
  takes: [],
  flags: {
    plan: { flag: '--plan <FILE>' },
    calendar: { flag: '--calendar <NAME>' },
    from: { flag: '--from <TIME>' },
    span: { flag: '--span <SPAN>' },
    stdin: { flag: '--stdin', conflicts: BY_HAND },
    explain: { flag: '--explain' },
    json: { flag: '--json' },
    strict: { flag: '--strict' },
  },
  run: async ({ options }, io) => (await import('./deadline.ts')).deadline(options<DeadlineOptions>(), io),
};

const calendar: CommandSpec<'calendar'> = {
  name: 'calendar',
  group: 'clocks',
  takes: ['[NAME]'],
  flags: { from: { flag: '--from <DATE>' }, to: { flag: '--to <DATE>' }, json: { flag: '--json' } },
  run: async ({ words, options }, io) =>
    (await import('./calendar.ts')).calendar(words, options<CalendarOptions>(), io),
};

const suggestCalendar: CommandSpec<'calendar suggest'> = {
  name: 'calendar suggest',
  group: 'clocks',
  takes: ['<REGION>'],
  flags: { from: { flag: '--from <DATE>' }, to: { flag: '--to <DATE>' } },
  run: async ({ words, options }, io) =>
    (await import('./calendar-suggest.ts')).suggestCalendar(words, options<DateOptions>(), io),
};

const onCall: CommandSpec<'on-call'> = {
  name: 'on-call',
  group: 'clocks',
  takes: ['[PLAN]'],
  flags: {
    level: { flag: '--level <NUMBER>' },
    at: { flag: '--at <TIME>' },
    json: { flag: '--json' },
    stdin: { flag: '--stdin', conflicts: ['level', 'at', 'json'] },
    strict: { flag: '--strict' },
  },
  run: async ({ words, options }, io) =>
    (await import('./on-call.ts')).onCall(words, options<OnCallOptions>(), io),
};

const coverage: CommandSpec<'coverage'> = {
  name: 'coverage',
  group: 'clocks',
  takes: ['<PLAN>'],
  flags: {
    from: { flag: '--from <DATE>' },
    to: { flag: '--to <DATE>' },
    facts: { flag: '--facts <FILE>' },
    json: { flag: '--json' },
  },
  run: async ({ words, options }, io) =>
    (await import('./coverage.ts')).coverage(words, options<CoverageOptions>(), io),
};

const forecast: CommandSpec<'forecast'> = {
  name: 'forecast',
  group: 'clocks',
  takes: ['<FILE>'],
  flags: {
    track: { flag: '--track <TRACK>' },
    opened: { flag: '--opened <TIME>' },
    answered: { flag: '--answered <LEVEL@TIME...>' },
    automatic: { flag: '--automatic' },
    reaching: { flag: '--reaching <FILE>' },
    json: { flag: '--json', conflicts: ['svg'] },
    svg: { flag: '--svg' },
  },
  run: async ({ words, options }, io) =>
    (await import('./forecast.ts')).forecast(words, options<ForecastOptions>(), io),
};

const simulate: CommandSpec<'simulate'> = {
  name: 'simulate',
  group: 'cases',
  takes: ['<FILE>', '[SCENARIO]'],
  flags: { json: { flag: '--json', conflicts: ['story'] }, story: { flag: '--story' } },
  run: async ({ words, options }, io) =>
    (await import('./simulate.ts')).simulate(words, options<SimulateOptions>(), io),
};

const tour: CommandSpec<'tour'> = {
  name: 'tour',
  group: 'cases',
  takes: [],
  flags: {},
  run: async (_given, io) => (await import('./tour.ts')).tour(io),
};

const publish: CommandSpec<'publish'> = {
  name: 'publish',
  group: 'plans',
  takes: ['<FILE>'],
  flags: {
    out: { flag: '--out <DIR>' },
    revision: { flag: '--revision <NUMBER>' },
    effective: { flag: '--effective <DATE>' },
    address: { flag: '--address <URL>' },
    for: { flag: '--for <READER>', choices: ['public', 'customers', 'parties'] },
    json: { flag: '--json' },
  },
  run: async ({ words, options }, io, load) =>
    (await import('./publish.ts')).publish(words, options<PublishOptions>(), load, io),
};

const start: CommandSpec<'start'> = {
  name: 'start',
  group: 'running',
  takes: [],
  flags: { json: { flag: '--json' } },
  run: async ({ options }, io, load) => (await import('./start.ts')).start(options(), io, await load()),
};

const init: CommandSpec<'init'> = {
  name: 'init',
  group: 'running',
  takes: [],
  flags: { json: { flag: '--json' } },
  run: async ({ options }, io, load) => (await import('./init.ts')).init(options(), io, await load()),
};

const administrator: CommandSpec<'administrator'> = {
  name: 'administrator',
  group: 'running',
  takes: [],
  flags: {},
  run: undefined,
};

const administratorLink: CommandSpec<'administrator link'> = {
  name: 'administrator link',
  group: 'running',
  takes: [],
  flags: { json: { flag: '--json' } },
  run: async ({ options }, io, load) =>
    (await import('./administrator-link.ts')).administratorLink(options(), await load(), io),
};

const settings: CommandSpec<'settings'> = {
  name: 'settings',
  group: 'running',
  takes: [],
  flags: {},
  run: async (_given, io, load) => (await import('./settings.ts')).settings(io, await load()),
};

const clock: CommandSpec<'clock'> = { name: 'clock', group: 'running', takes: [], flags: {}, run: undefined };

const clockAdvance: CommandSpec<'clock advance'> = {
  name: 'clock advance',
  group: 'running',
  takes: ['<SPAN>'],
  flags: { json: { flag: '--json' } },
  run: async ({ words, options }, io, load) =>
    (await import('./clock-advance.ts')).clockAdvance(words, options(), await load(), io),
};

/** Every command, in the order in which help lists them. A name with a space is a command of a command. */
export const COMMANDS: readonly CommandSpec[] = [
  check,
  diff,
  importDocument,
  publish,
  deadline,
  calendar,
  suggestCalendar,
  onCall,
  coverage,
  forecast,
  simulate,
  tour,
  start,
  init,
  administrator,
  administratorLink,
  settings,
  clock,
  clockAdvance,
  ...RECORD_COMMANDS,
  ...CONTRACT_COMMANDS,
  ...CASE_COMMANDS,
];
