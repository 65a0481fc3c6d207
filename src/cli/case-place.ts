import { formatInstant, parseInstant, parseLocal } from '../core/instant.ts';
import { type ApiClient, apiClient, TOKEN_VARIABLE } from './api-client.ts';
import { apiRefused } from './api-refused.ts';
import type { Io } from './io.ts';

/** A contract of a running Ladder, and where it is reached. */
export interface CasePlace {
  readonly client: ApiClient;
  /** Everything of the contract stands under this path. */
  readonly path: string;
  readonly timeZone: string;
}

/** What every command for cases takes. */
export interface CaseOptions {
  readonly contract?: string;
  readonly json?: true;
}

interface Contract {
  readonly contract: string;
  readonly timeZone: string;
}

/** The contract that is named, or the only one that the token sees. */
export async function casePlace({ contract }: CaseOptions, io: Io): Promise<CasePlace> {
  const client = apiClient(io);
  const found = contract === undefined ? await onlyContract(client) : await namedContract(client, contract);
  return { client, path: `/contracts/${encodeURIComponent(found.contract)}`, timeZone: found.timeZone };
}

const namedContract = (client: ApiClient, contract: string): Promise<Contract> =>
  client.get<Contract>(`/contracts/${encodeURIComponent(contract)}`);

async function onlyContract(client: ApiClient): Promise<Contract> {
  const { items } = await client.get<{ readonly items: readonly Contract[] }>('/contracts');
  const [only, second] = items;
  if (!only) throw apiRefused('contract-none-seen', { variable: TOKEN_VARIABLE });
  if (!second) return only;
  throw apiRefused('contract-choice-missing', { known: items.map(({ contract }) => contract) });
}

/** The path of one case. */
export const casePath = ({ path }: CasePlace, [caseId = '']: readonly string[]): string =>
  `${path}/cases/${encodeURIComponent(caseId)}`;

const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * A time as somebody types it, for the API: with its offset, or on the contract's clocks; a date alone is its
 * beginning. Where those clocks show a time twice, or never, it is asked which is meant.
 */
export function typedTime(
  value: string | undefined,
  { option, timeZone }: { readonly option: string; readonly timeZone: string },
): string | undefined {
  if (value === undefined) return undefined;
  const instant = parseInstant(value);
  if (instant !== undefined) return formatInstant(instant);
  const written = DATE.test(value) ? `${value}T00:00` : value;
  const [earlier, later] = (['earlier', 'later'] as const).map((choice) =>
    parseLocal(written, timeZone, choice),
  );
  if (earlier === undefined || later === undefined) throw apiRefused('case-time-unclear', { option, value });
  if (earlier === later) return formatInstant(earlier);
  const choices = [earlier, later].map(formatInstant);
  throw apiRefused('case-time-ambiguous', { option, value, choices });
}
