import type { ApiCommand } from '../app/schemas/commands.ts';
import { TELEPHONES } from '../core/case/call.ts';
import type { CaseCommandsWords } from '../core/message/case-terminal.ts';
import { CALL_OUTCOMES } from './call-outcome.ts';
import type { CommandSpec, Flag } from './commands.ts';

type CaseCommand = keyof CaseCommandsWords;

/** The flags of all commands for cases, by the name under which their words stand. */
const FLAGS = {
  contract: { flag: '--contract <CONTRACT>' },
  json: { flag: '--json' },
  key: { flag: '--key <KEY>' },
  ifVersion: { flag: '--if-version <NUMBER>' },
  text: { flag: '--text <TEXT>' },
  statedAt: { flag: '--stated-at <TIME>' },
  onBehalf: { flag: '--on-behalf' },
  level: { flag: '--level <LEVEL>' },
  reason: { flag: '--reason <REASON>' },
  contact: { flag: '--contact <CONTACT>' },
  telephone: { flag: '--telephone <WHICH>', choices: TELEPHONES },
  outcome: { flag: '--outcome <WHAT>', choices: CALL_OUTCOMES },
  audience: { flag: '--audience <WHO>', choices: ['customer', 'contractor', 'oversight', 'all'] },
  body: { flag: '--body <JSON>' },
  after: { flag: '--after <NUMBER>' },
  track: { flag: '--track <TRACK>' },
  reference: { flag: '--reference <NUMBER...>' },
  customer: { flag: '--customer <CUSTOMER>' },
  reporter: { flag: '--reporter <PERSON>' },
  automatic: { flag: '--automatic' },
  practice: { flag: '--practice' },
  status: { flag: '--status <STATUS>', choices: ['open', 'closed'] },
  waiting: { flag: '--waiting <WHAT>' },
  openedFrom: { flag: '--opened-from <TIME>' },
  openedUntil: { flag: '--opened-until <TIME>' },
  limit: { flag: '--limit <NUMBER>' },
} as const satisfies Readonly<Record<string, Flag>>;

const flags = <F extends keyof typeof FLAGS>(...names: readonly F[]): Readonly<Record<F, Flag>> =>
  Object.fromEntries(names.map((name): [string, Flag] => [name, FLAGS[name]])) as Record<F, Flag>;

const family: CommandSpec<'case'> = { name: 'case', group: 'cases', takes: [], flags: {}, run: undefined };

const open: CommandSpec<'case open'> = {
  name: 'case open',
  group: 'cases',
  takes: [],
  flags: {
    ...flags('track', 'text', 'customer', 'reporter', 'automatic', 'practice', 'statedAt', 'onBehalf'),
    reference: { flag: '--reference <NUMBER...>' },
    ...flags('key', 'contract', 'json'),
  },
  run: async ({ options }, io) => (await import('./case-open.ts')).openCase(options(), io),
};

const list: CommandSpec<'case list'> = {
  name: 'case list',
  group: 'cases',
  takes: [],
  flags: {
    ...flags('status', 'track', 'level', 'waiting', 'customer', 'practice', 'openedFrom', 'openedUntil'),
    reference: { flag: '--reference <NUMBER>' },
    ...flags('limit', 'contract', 'json'),
  },
  run: async ({ options }, io) => (await import('./case-list.ts')).listCases(options(), io),
};

const events: CommandSpec<'case events'> = {
  name: 'case events',
  group: 'cases',
  takes: ['<CASE>'],
  flags: flags('after', 'contract', 'json'),
  run: async ({ words, options }, io) => (await import('./case-events.ts')).listEvents(words, options(), io),
};

const watch: CommandSpec<'case watch'> = {
  name: 'case watch',
  group: 'cases',
  takes: ['[CASE]'],
  flags: flags('contract', 'json'),
  run: async ({ words, options }, io) => (await import('./case-watch.ts')).watchCase(words, options(), io),
};

const file: CommandSpec<'case file'> = {
  name: 'case file',
  group: 'cases',
  takes: ['<CASE>'],
  flags: { out: { flag: '--out <FILE>' }, ...flags('contract', 'json') },
  run: async ({ words, options }, io) => (await import('./case-file.ts')).keepCaseFile(words, options(), io),
};

type Read = 'show' | 'deadlines' | 'forecast' | 'contacts' | 'deliveries';

/** A command that shows one side of a case. */
const read = <R extends Read>(what: R): CommandSpec<CaseCommand> => ({
  name: `case ${what}`,
  group: 'cases',
  takes: ['<CASE>'],
  flags: flags('contract', 'json'),
  run: async ({ words, options }, io) =>
    (await import('./case-read.ts')).readCase(what, words, options(), io),
});

const MOVING = ['ifVersion', 'key', 'contract', 'json'] as const;

/** A command that moves a case: what the API calls it, and which of its fields are flags. */
const move = <N extends CaseCommand>(
  name: N,
  command: ApiCommand,
  own: Readonly<Record<Exclude<keyof CommandSpec<N>['flags'], (typeof MOVING)[number]>, Flag>>,
): CommandSpec<CaseCommand> => ({
  name,
  group: 'cases',
  takes: ['<CASE>'],
  flags: { ...own, ...flags(...MOVING) },
  run: async ({ words, options }, io) =>
    (await import('./case-move.ts')).moveCase({ command, name }, words, options(), io),
});

const other: CommandSpec<'case do'> = {
  name: 'case do',
  group: 'cases',
  takes: ['<CASE>', '<COMMAND>'],
  flags: flags('body', ...MOVING),
  run: async ({ words, options }, io) => (await import('./case-do.ts')).doCommand(words, options(), io),
};

/** The commands for cases, which speak to a running Ladder over its API. */
export const CASE_COMMANDS: readonly CommandSpec[] = [
  family,
  open,
  list,
  read('show'),
  events,
  read('deadlines'),
  read('forecast'),
  read('contacts'),
  read('deliveries'),
  file,
  watch,
  move('case ask', 'ask', flags('text', 'statedAt', 'onBehalf')),
  move('case not-satisfied', 'notSatisfied', flags('text', 'statedAt', 'onBehalf')),
  move('case escalate', 'escalate', flags('level', 'reason', 'text', 'statedAt', 'onBehalf')),
  move('case decline', 'decline', flags('level', 'reason')),
  move('case acknowledge', 'acknowledge', {}),
  move('case respond', 'respond', flags('text', 'statedAt')),
  move('case propose', 'proposeResolution', flags('text', 'statedAt')),
  move('case update', 'update', flags('text')),
  move('case note', 'addNote', flags('text', 'audience')),
  move('case call', 'recordCall', flags('level', 'contact', 'telephone', 'outcome', 'text', 'statedAt')),
  move('case satisfied', 'satisfied', flags('text')),
  move('case undo', 'undoSatisfied', {}),
  move('case withdraw', 'withdraw', flags('text')),
  other,
];
