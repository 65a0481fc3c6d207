import type { CommandSpec } from './commands.ts';

const verify: CommandSpec<'verify'> = {
  name: 'verify',
  group: 'running',
  takes: [],
  flags: { against: { flag: '--against <FILE>' }, json: { flag: '--json' } },
  run: async ({ options }, io, load) =>
    (await import('./verify.ts')).verify(options(), io, (await load()).record),
};

const backup: CommandSpec<'backup'> = {
  name: 'backup',
  group: 'running',
  takes: ['<FILE>'],
  flags: {},
  run: async ({ words }, io, load) => (await import('./backup.ts')).backup(words, io, (await load()).record),
};

const restore: CommandSpec<'restore'> = {
  name: 'restore',
  group: 'running',
  takes: ['<FILE>'],
  flags: {},
  run: async ({ words }, io, load) =>
    (await import('./restore.ts')).restore(words, io, (await load()).record),
};

const erase: CommandSpec<'erase'> = {
  name: 'erase',
  group: 'running',
  takes: [],
  flags: {
    before: { flag: '--before <DATE>' },
    case: { flag: '--case <CONTRACT/CASE>' },
    person: { flag: '--person <CONTRACT/PERSON>' },
    sources: { flag: '--sources' },
    dryRun: { flag: '--dry-run' },
    json: { flag: '--json' },
  },
  run: async ({ options }, io, load) =>
    (await import('./erase.ts')).erase(options(), io, (await load()).record),
};

/** The commands that prove, keep and clear the record. */
export const RECORD_COMMANDS: readonly CommandSpec[] = [verify, backup, restore, erase];
