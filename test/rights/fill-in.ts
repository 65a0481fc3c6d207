import { DOMAIN, OBLIGATION, type RightsWorld } from './rights-world.ts';

/** What stands for the parts of an address that name something, on pages (`:name`) and in the API (`{name}`). */
const NAMED: Readonly<Record<string, string>> = {
  act: 'addNote',
  change: '1',
  '*': 'step/2',
  customer: 'agency',
  domain: DOMAIN,
  field: 'email',
  obligation: OBLIGATION,
  draft: '1',
  entry: '_new',
  part: 'contacts',
  person: 'dana',
  revision: '1',
  role: 'customer',
  seat: 'account',
  state: 'published',
};

/** The address of a pattern, about what this world holds. `named` goes before what stands for it else. */
export function fillIn(
  here: RightsWorld,
  pattern: string,
  { contract = here.contract, ...named }: Readonly<Record<string, string>> = {},
): string {
  const known: Readonly<Record<string, string>> = {
    ...NAMED,
    ...{ contract, caseId: here.key.caseId, case: here.key.caseId, token: here.token },
    file: fileOf(here, pattern),
    ...named,
  };
  return pattern.replace(/:(\w+)|\{(\w+)\}|\*/g, (whole, colon?: string, braced?: string) => {
    const value = known[colon ?? braced ?? whole];
    if (value === undefined) throw new Error(`nothing stands for ${whole} of ${pattern}`);
    return value;
  });
}

function fileOf({ evidence, file }: RightsWorld, pattern: string): string {
  if (pattern.includes('/obligations/')) return evidence;
  return pattern.includes('/cases/') ? file : 'cases.csv';
}
