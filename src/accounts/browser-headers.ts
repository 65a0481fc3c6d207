import type { Browser } from '../app/ports/accounts.ts';

/** Where better-auth reads whose request it is; set by us alone. */
export const ADDRESS_HEADER = 'x-ladder-address';

/** Enough to tell one browser from another. */
const AGENT_CHARACTERS_MAX = 300;

export const agentOf = ({ agent }: Browser): string | undefined => agent?.slice(0, AGENT_CHARACTERS_MAX);

/** A request as better-auth reads it: whose it is, as we have found, and not as a header of theirs says. */
export function headersOf(browser: Browser): Headers {
  const { cookies, address } = browser;
  const headers = new Headers({ [ADDRESS_HEADER]: address });
  const agent = agentOf(browser);
  if (cookies !== undefined) headers.set('cookie', cookies);
  if (agent !== undefined) headers.set('user-agent', agent);
  return headers;
}
