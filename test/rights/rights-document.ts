import { authorise, authoriseObligation } from '../../src/app/authorise.ts';
import { OBLIGATION_COMMANDS } from '../../src/app/schemas/obligation-commands.ts';
import { COMMAND_TYPES, type CommandType } from '../../src/core/case/command.ts';
import type { LiveObligation } from '../../src/core/obligation/state.ts';
import { liveAfter, report, undertaken } from '../obligation/build.ts';
import type { Walked } from './answered.ts';
import { ANYBODY, type AnsweredElsewhere, type WalkedElsewhere } from './elsewhere-walk.ts';
import { ALL, type Asker, callerOf, OWNERSHIP } from './rights-world.ts';

/** Commands that people give; the others are Ladder's own. */
export const GIVEN = COMMAND_TYPES.filter(
  (type) =>
    type !== 'open' &&
    type !== 'deadlineDue' &&
    type !== 'deliveryResult' &&
    type !== 'noteMeans' &&
    type !== 'endReaching',
);

/** `yes`; `no`, which is said; `unseen`, which is answered as if there were no such case. */
export type Right = 'yes' | 'no' | 'unseen';

/** What the program's own table says of one cell. */
export function rightOf(asker: Asker, command: CommandType, onBehalf = false): Right {
  const found = authorise(callerOf(asker), command, OWNERSHIP, onBehalf);
  if (found.allowed) return 'yes';
  return found.because === 'unseen' ? 'unseen' : 'no';
}

const SIGNS: Readonly<Record<AnsweredElsewhere, string>> = {
  yes: 'yes',
  no: '–',
  unseen: '',
  elsewhere: '→',
  proof: '401',
};

/** What the contractor owes and oversight accepts. */
export const OWED = liveAfter(undertaken());
/** What the customer owes and the contractor accepts. */
export const OWED_BY_CUSTOMERS = liveAfter(
  undertaken({ ...report, terms: { ...report.terms, owner: 'customer', acceptedBy: 'contractor' } }),
);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

interface Everything {
  readonly pages: Walked;
  readonly operations: Walked;
  readonly forms: Walked;
  readonly elsewhere: WalkedElsewhere;
}

/** The page on who may do what: the program's table of rights, and what was answered to whom. */
export function rightsDocument({ pages, operations, forms, elsewhere }: Everything): string {
  const commands = GIVEN.map((type) => [`\`${type}\``, ...ALL.map((asker) => SIGNS[rightOf(asker, type)])]);
  const recorded = GIVEN.filter((type) => rightOf('desk', type, true) === 'yes').map((type) => `\`${type}\``);
  const owed = (what: LiveObligation): string =>
    table(
      ['command', ...ALL],
      OBLIGATION_COMMANDS.map((type) => [
        `\`${type}\``,
        ...ALL.map((asker) => (authoriseObligation(callerOf(asker), type, what) ? 'yes' : '–')),
      ]),
    );
  return TEXT.replace('{commands}', table(['command', ...ALL], commands))
    .replace('{owed}', owed(OWED))
    .replace('{owedByCustomers}', owed(OWED_BY_CUSTOMERS))
    .replace('{recorded}', ['`open`', ...recorded].join(', '))
    .replace('{pages}', tableOf('page', pages))
    .replace('{forms}', tableOf('form', forms))
    .replace('{operations}', tableOf('request', operations))
    .replace('{elsewhere}', elsewhereTable(elsewhere));
}

const tableOf = (what: string, walked: Walked): string =>
  table(
    [what, ...ALL],
    [...walked].map(([name, cells]) => [name, ...ALL.map((asker) => SIGNS[cells.get(asker) ?? 'unseen'])]),
  );

const elsewhereTable = (walked: WalkedElsewhere): string =>
  table(
    ['address', ...ANYBODY],
    [...walked].map(([route, cells]) => [
      `\`${route}\``,
      ...ANYBODY.map((who) => SIGNS[cells.get(who) ?? 'unseen']),
    ]),
  );

const TEXT = `# Who may do what

Every right is one table in the program: which cases a role sees, and for which party it acts
([authorise.ts](../../src/app/authorise.ts)); what a party may do at all is the core's
([commands.md](commands.md)). This page is written by \`npx vitest run test/rights --update\`; without \`--update\` a test
asks for every cell of every table over HTTP as every asker, and compares: commands by the API, on the portal and by
links in mails, everything else by its own address. What is asked for is taken from the server itself, so that no page,
form or operation is left out.

Who asks, as against a case: its **reporter**; the **stand-in** whom the reporter named, until that is over; a
**watcher**; a **colleague** of the same customer with whom the case is not shared; the customer's **manager**;
somebody of **another customer**; and the people of the contract. An **account manager** is so for the customers whose
account they keep, and for no other.

Whoever has no role in a contract, or none any more, is nobody there. An empty cell: what one may not see is answered
as if it did not exist, with 404. Who is not signed in is led to sign
in, and sees nothing before.

## Commands

\`yes\`: may be given, as far as the case allows it at that moment. \`–\`: the case is seen, and the command is refused.

{commands}

The desk records for a caller, in the customer's name: {recorded}. Nobody else does, and nothing else.

A case is opened by the customer's own people, and by the desk for a caller, as the
[requests of the API](#requests-of-the-api) show.

## Obligations

Of an obligation that the contractor owes and oversight accepts, as far as it allows the command at that moment. Whoever
hands it over never accepts it. Of a change one party proposes, and a person of the other answers. What a customer owes
or accepts is for its manager; where there are several customers, for the manager of each, since a plan names the party
and not one of them. The customer's own people read of the others' obligations what the plan publishes and how they
stand; what was handed over and said, they do not.

{owed}

Of an obligation that the customer owes and the contractor accepts:

{owedByCustomers}

## Swaps of duty

Whoever has duty to come offers a swap of it to somebody of the same rota. Whom it is offered to accepts or declines it,
and nobody else does, not even the program manager. Until it is accepted whoever offered it takes it back; the program
manager takes back what is offered and what holds, and nobody else what holds. Of the people here, the contact has duty.
A link in the mail to whoever is asked accepts or declines as them. All else is done on the pages of the rota, whose
[forms](#forms) are below; over the API there is nothing about rotas.
Whoever sees who is on duty makes addresses for calendar programs, and ends only their own. Whoever has duty stops the
mails about it for themselves, and nobody for another.

## Pages

\`yes\`: the page is there. \`→\`: it leads to the first place of its reader.

{pages}

## Forms

\`yes\`: the form is taken, and answered by what is typed and how things stand. \`–\`: its page is seen, and the form is
refused. Nobody sends one who is not signed in.

{forms}

## Requests of the API

What a program is answered that has a token of one of them; the commands of a case are in the first table. A list holds
what its asker sees and nothing else. \`–\`: refused.

{operations}

## What is of no contract

The same people, **nobody** who is signed in, and the **keeper**: whoever keeps the installation, and has no role in the
contract. In a real installation, without an organisation's directory to sign in at.

\`yes\`: it is there, or the form is taken, and answered by what is typed and how things stand: \`/clock\` says there
that only a demonstration's clock can be moved. \`→\`: it leads to sign in, or to the first place of its reader.
\`401\`: the administrator's token is asked for. Empty for everybody: \`/step-in\` is there in a demonstration alone,
\`/sign-in/organisation\` where a directory is set, \`/metrics\` for a token that was made for it; \`/*\` is every
address that leads nowhere. What a plan's pages show of names and numbers is as the plan says.

{elsewhere}

Links in letters have a token in their address and are for whoever reads that mailbox, whoever is signed in there. Of the
pages of a contract the keeper has those of its administration, and no others.
`;
