import type { CommandSpec, Flag } from './commands.ts';

/** A command about plans on their way. */
type DraftCommandName = `plan ${'draft' | 'list' | 'show' | 'propose' | 'agree' | 'send-back' | 'publish'}`;

const contract = { flag: '--contract <CONTRACT>' };
const json = { flag: '--json' };
const IN_CONTRACT = { contract, json } as const satisfies Readonly<Record<string, Flag>>;

const draft: CommandSpec<'plan draft'> = {
  name: 'plan draft',
  group: 'contracts',
  takes: ['[FILE]'],
  flags: { into: { flag: '--into <DRAFT>' }, ...IN_CONTRACT },
  run: async ({ words, options }, io) => (await import('./draft-do.ts')).keepText(words, options(), io),
};

const list: CommandSpec<'plan list'> = {
  name: 'plan list',
  group: 'contracts',
  takes: [],
  flags: IN_CONTRACT,
  run: async ({ options }, io) => (await import('./draft-read.ts')).listDrafts(options(), io),
};

const show: CommandSpec<'plan show'> = {
  name: 'plan show',
  group: 'contracts',
  takes: ['<DRAFT>'],
  flags: { text: { flag: '--text' }, ...IN_CONTRACT },
  run: async ({ words, options }, io) => (await import('./draft-read.ts')).showDraft(words, options(), io),
};

/** A command that moves a draft on: the sub-resource it is posted to. */
const move = <N extends DraftCommandName>(
  name: N,
  resource: string,
  own: Readonly<Record<Exclude<keyof CommandSpec<N>['flags'], keyof typeof IN_CONTRACT>, Flag>>,
): CommandSpec<DraftCommandName> =>
  ({
    name,
    group: 'contracts',
    takes: ['<DRAFT>'],
    flags: { ...own, ...IN_CONTRACT },
    run: async ({ words, options }, io) =>
      (await import('./draft-do.ts')).moveDraft(resource, words, options(), io),
  }) as CommandSpec<DraftCommandName>;

/** The commands about plans on their way, which speak to a running Ladder over its API. */
export const DRAFT_COMMANDS: readonly CommandSpec[] = [
  draft,
  list,
  show,
  move('plan propose', 'proposals', { text: { flag: '--text <TEXT>' } }),
  move('plan agree', 'agreements', {}),
  move('plan send-back', 'send-backs', { reason: { flag: '--reason <REASON>' } }),
  move('plan publish', 'publications', { at: { flag: '--at <TIME>' } }),
];
