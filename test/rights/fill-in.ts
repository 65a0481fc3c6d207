import { on } from '../build/case.ts';
import { STRANGER } from '../build/telephones.ts';
import {
  CHANNEL,
  DOMAIN,
  HELD_MAIL,
  OBLIGATION,
  OWED_BY_CUSTOMER,
  OWN_WEBHOOK,
  type RightsWorld,
  WEBHOOK,
} from './rights-world.ts';

/** What stands for the parts of an address that name something, on pages (`:name`) and in the API (`{name}`). */
const NAMED: Readonly<Record<string, string>> = {
  act: 'addNote',
  change: '1',
  channel: CHANNEL,
  kind: 'slack',
  number: STRANGER,
  '*': 'step/2',
  customer: 'agency',
  domain: DOMAIN,
  feed: WEBHOOK,
  field: 'email',
  mail: HELD_MAIL,
  filling: '1',
  drill: '1',
  obligation: OBLIGATION,
  draft: '1',
  entry: '_new',
  part: 'contacts',
  person: 'dana',
  // It began as this world did, perhaps on another node.
  reading: `${on('Tue 09:00').toString(36)}-${'A'.repeat(22)}`,
  report: '1',
  revision: '1',
  role: 'customer',
  seat: 'account',
  state: 'published',
  track: 'service',
  webhook: WEBHOOK,
  delivery: WEBHOOK,
};

/** A way in which an address is asked for: what its row is called beside it, and what stands for its names. */
export interface Way {
  readonly called: string;
  readonly named: Readonly<Record<string, string>>;
}

/** Said of rows about what a customer owes; without it the contractor owes it, and oversight accepts. */
export const OF_CUSTOMER = ', that a customer owes';

/** What is of an obligation is asked for twice, by whose it is; everything else once. */
export const waysOf = (pattern: string): readonly Way[] => [
  { called: '', named: {} },
  ...(/[:{]obligation\b/.test(pattern)
    ? [{ called: OF_CUSTOMER, named: { obligation: OWED_BY_CUSTOMER } }]
    : []),
];

/** The address of a pattern, about what this world holds. `named` goes before what stands for it else. */
export function fillIn(
  here: RightsWorld,
  pattern: string,
  { contract = here.contract, ...named }: Readonly<Record<string, string>> = {},
): string {
  const known: Readonly<Record<string, string>> = {
    ...NAMED,
    ...{ contract, caseId: here.key.caseId, case: here.key.caseId, token: here.token },
    file: fileOf(here, pattern, named.obligation),
    // Of a seat that differs by customer nobody is named here.
    ...(pattern.includes('/contacts/seats/') && { seat: 'cy' }),
    // Dana's own, which nobody else finds.
    ...(pattern.includes('/plan-webhooks/') && { webhook: OWN_WEBHOOK, delivery: OWN_WEBHOOK }),
    ...named,
  };
  return pattern.replace(/:(\w+)|\{(\w+)\}|\*/g, (whole, colon?: string, braced?: string) => {
    const value = known[colon ?? braced ?? whole];
    if (value === undefined) throw new Error(`nothing stands for ${whole} of ${pattern}`);
    return value;
  });
}

function fileOf({ evidence, file }: RightsWorld, pattern: string, obligation = OBLIGATION): string {
  if (pattern.includes('/obligations/')) return evidence[obligation] ?? '';
  if (pattern.includes('/mail/')) return '1';
  return pattern.includes('/cases/') ? file : 'cases.csv';
}
