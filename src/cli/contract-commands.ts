import type { CommandSpec } from './commands.ts';
import { DRAFT_COMMANDS } from './draft-commands.ts';
import { OBLIGATION_COMMANDS } from './obligation-commands.ts';

type Family = 'plan' | 'obligation' | 'customer' | 'person' | 'token';

/** A command that only has commands of its own. */
const family = <N extends Family>(name: N): CommandSpec<Family> => ({
  name,
  group: 'contracts',
  takes: [],
  flags: {},
  run: undefined,
});

const planLoad: CommandSpec<'plan load'> = {
  name: 'plan load',
  group: 'contracts',
  takes: ['<FILE>'],
  flags: { agreed: { flag: '--agreed <WHO,WHO>' }, json: { flag: '--json' } },
  run: async ({ words, options }, io, load) =>
    (await import('./plan-load.ts')).planLoad(words, options(), await load(), io),
};

const customerAdd: CommandSpec<'customer add'> = {
  name: 'customer add',
  group: 'contracts',
  takes: ['<ID>'],
  flags: {
    name: { flag: '--name <NAME>' },
    accountManager: { flag: '--account-manager <PERSON>' },
    contract: { flag: '--contract <CONTRACT>' },
    json: { flag: '--json' },
  },
  run: async ({ words, options }, io, load) =>
    (await import('./customer-add.ts')).customerAdd(words, options(), await load(), io),
};

const customerImport: CommandSpec<'customer import'> = {
  name: 'customer import',
  group: 'contracts',
  takes: ['<FILE>'],
  flags: {
    yes: { flag: '--yes' },
    contract: { flag: '--contract <CONTRACT>' },
    json: { flag: '--json' },
  },
  run: async ({ words, options }, io, load) =>
    (await import('./customer-import.ts')).customerImport(words, options(), await load(), io),
};

const customerList: CommandSpec<'customer list'> = {
  name: 'customer list',
  group: 'contracts',
  takes: [],
  flags: { contract: { flag: '--contract <CONTRACT>' }, json: { flag: '--json' } },
  run: async ({ options }, io, load) =>
    (await import('./customer-list.ts')).customerList(options(), await load(), io),
};

const personAdd: CommandSpec<'person add'> = {
  name: 'person add',
  group: 'contracts',
  takes: ['<ID>'],
  flags: {
    role: { flag: '--role <ROLE>' },
    name: { flag: '--name <NAME>' },
    email: { flag: '--email <ADDRESS>' },
    office: { flag: '--office <NUMBER>' },
    mobile: { flag: '--mobile <NUMBER>' },
    title: { flag: '--title <TITLE>' },
    customer: { flag: '--customer <CUSTOMER>' },
    language: { flag: '--language <LANGUAGE>' },
    contract: { flag: '--contract <CONTRACT>' },
    json: { flag: '--json' },
  },
  run: async ({ words, options }, io, load) =>
    (await import('./person-add.ts')).personAdd(words, options(), await load(), io),
};

const personList: CommandSpec<'person list'> = {
  name: 'person list',
  group: 'contracts',
  takes: [],
  flags: { contract: { flag: '--contract <CONTRACT>' }, json: { flag: '--json' } },
  run: async ({ options }, io, load) =>
    (await import('./person-list.ts')).personList(options(), await load(), io),
};

const tokenCreate: CommandSpec<'token create'> = {
  name: 'token create',
  group: 'contracts',
  takes: [],
  flags: {
    name: { flag: '--name <NAME>' },
    person: { flag: '--person <CONTRACT/ID>', conflicts: ['admin'] },
    admin: { flag: '--admin' },
    scope: { flag: '--scope <SCOPE...>' },
    expires: { flag: '--expires <TIME>' },
    json: { flag: '--json' },
  },
  run: async ({ options }, io, load) =>
    (await import('./token-create.ts')).tokenCreate(options(), await load(), io),
};

const tokenList: CommandSpec<'token list'> = {
  name: 'token list',
  group: 'contracts',
  takes: [],
  flags: { json: { flag: '--json' } },
  run: async ({ options }, io, load) =>
    (await import('./token-list.ts')).tokenList(options(), await load(), io),
};

const tokenRevoke: CommandSpec<'token revoke'> = {
  name: 'token revoke',
  group: 'contracts',
  takes: ['<ID>'],
  flags: { json: { flag: '--json' } },
  run: async ({ words, options }, io, load) =>
    (await import('./token-revoke.ts')).tokenRevoke(words, options(), await load(), io),
};

const readiness: CommandSpec<'readiness'> = {
  name: 'readiness',
  group: 'contracts',
  takes: [],
  flags: { contract: { flag: '--contract <CONTRACT>' }, json: { flag: '--json' } },
  run: async ({ options }, io) => (await import('./readiness.ts')).readiness(options(), io),
};

/** The commands that take in plans, people, customers and tokens. */
export const CONTRACT_COMMANDS: readonly CommandSpec[] = [
  family('plan'),
  planLoad,
  ...DRAFT_COMMANDS,
  family('obligation'),
  ...OBLIGATION_COMMANDS,
  readiness,
  family('customer'),
  customerAdd,
  customerImport,
  customerList,
  family('person'),
  personAdd,
  personList,
  family('token'),
  tokenCreate,
  tokenList,
  tokenRevoke,
];
