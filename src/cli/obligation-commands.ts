import type { ObligationChoice } from '../app/views/obligation/obligation-lines.ts';
import type { CommandSpec } from './commands.ts';

const contract = { flag: '--contract <CONTRACT>' };
const json = { flag: '--json' };
const key = { flag: '--key <KEY>' };
const reason = { flag: '--reason <REASON>' };

const WHICH: readonly ObligationChoice[] = ['open', 'due', 'late', 'mine', 'delivered', 'settled'];

const list: CommandSpec<'obligation list'> = {
  name: 'obligation list',
  group: 'contracts',
  takes: [],
  flags: { show: { flag: '--show <WHICH>', choices: WHICH }, contract, json },
  run: async ({ options }, io) => (await import('./obligation-read.ts')).listObligations(options(), io),
};

const show: CommandSpec<'obligation show'> = {
  name: 'obligation show',
  group: 'contracts',
  takes: ['<OBLIGATION>'],
  flags: { contract, json },
  run: async ({ words, options }, io) =>
    (await import('./obligation-read.ts')).showObligation(words, options(), io),
};

const deliver: CommandSpec<'obligation deliver'> = {
  name: 'obligation deliver',
  group: 'contracts',
  takes: ['<OBLIGATION>'],
  flags: {
    text: { flag: '--text <TEXT>' },
    link: { flag: '--link <LINK...>' },
    doneOn: { flag: '--done-on <DATE>' },
    ...{ key, contract, json },
  },
  run: async ({ words, options }, io) => (await import('./obligation-do.ts')).deliver(words, options(), io),
};

const accept: CommandSpec<'obligation accept'> = {
  name: 'obligation accept',
  group: 'contracts',
  takes: ['<OBLIGATION>'],
  flags: { text: { flag: '--text <TEXT>' }, key, contract, json },
  run: async ({ words, options }, io) =>
    (await import('./obligation-do.ts')).judge('acceptances', words, options(), io),
};

const sendBack: CommandSpec<'obligation send-back'> = {
  name: 'obligation send-back',
  group: 'contracts',
  takes: ['<OBLIGATION>'],
  flags: { reason, key, contract, json },
  run: async ({ words, options }, io) =>
    (await import('./obligation-do.ts')).judge('returns', words, options(), io),
};

const renegotiate: CommandSpec<'obligation renegotiate'> = {
  name: 'obligation renegotiate',
  group: 'contracts',
  takes: ['<OBLIGATION>'],
  flags: {
    date: { flag: '--date <DATE>', conflicts: ['waive', 'agree', 'decline', 'withdraw'] },
    waive: { flag: '--waive', conflicts: ['agree', 'decline', 'withdraw'] },
    agree: { flag: '--agree', conflicts: ['decline', 'withdraw'] },
    decline: { flag: '--decline', conflicts: ['withdraw'] },
    withdraw: { flag: '--withdraw', conflicts: ['reason'] },
    ...{ reason, key, contract, json },
  },
  run: async ({ words, options }, io) =>
    (await import('./obligation-do.ts')).renegotiate(words, options(), io),
};

/** The commands about obligations, which speak to a running Ladder over its API. */
export const OBLIGATION_COMMANDS: readonly CommandSpec[] = [
  list,
  show,
  deliver,
  accept,
  sendBack,
  renegotiate,
];
