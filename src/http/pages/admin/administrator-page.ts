import type { FastifyInstance } from 'fastify';
import type { ChangedBy, Contracts } from '../../../app/ports/contracts.ts';
import { isId } from '../../../app/text-field.ts';
import type { AdminFrame } from '../../../portal/admin/admin-frame.tsx';
import type { PageParts } from '../page-parts.ts';
import { isUnproved, openPage, provingFirst } from '../page-route.ts';
import { adminPath } from '../places.ts';
import type { PageAnswer, PageRoute, Visit } from '../visit.ts';

/** A visit by somebody who administers the contract. */
export interface AdminVisit extends Visit {
  readonly contract: string;
  /** As whom they are recorded. */
  readonly by: ChangedBy;
  /** What they change is recorded as theirs. */
  readonly contracts: Contracts;
  readonly page: AdminFrame;
}

/**
 * A page for administrators of the contract, and for whoever keeps the installation. To everybody else there is no
 * such page. Whatever changes something wants a proof of who they are that is not old.
 */
export function administratorPage(
  server: FastifyInstance,
  parts: PageParts,
  { method, path, isDangerous }: Omit<PageRoute, 'roles'>,
  answer: (visit: AdminVisit) => Promise<PageAnswer>,
): void {
  openPage(server, parts, { method, path: `/contracts/:contract/admin${path}` }, async (visit) => {
    const { session, frame, params } = visit;
    if (!session) return provingFirst(visit);
    const by = administratorOf(visit);
    const { contract = '' } = params;
    const [listed] = by ? await parts.reading.contracts(contract) : [];
    if (!by || !listed) return 'missing';
    const wantsProof = method === 'POST' || isDangerous === true;
    if (wantsProof && isUnproved(visit, { isDangerous: true })) return provingFirst(visit);
    const page = { ...frame, base: adminPath(contract), timeZone: listed.timeZone };
    return answer({ ...visit, contract, by, contracts: parts.contractsFor(by), page });
  });
}

/** As whom somebody administers the contract; undefined where they may not. */
function administratorOf({ session, visitor }: Visit): ChangedBy | undefined {
  if (visitor?.caller.grants.some(({ role }) => role === 'administrator')) {
    return { kind: 'person', personId: visitor.caller.personId };
  }
  return session?.isInstallationAdministrator ? { kind: 'account', accountId: session.accountId } : undefined;
}

/** Lines of a page of a list. */
export const LINES_MAX = 50;

/** After which id a list goes on; what is none begins it. */
export function placeIn({ query }: Visit): string {
  const after = query.text('after');
  return isId(after) ? after : '';
}

/** Before which number a list of what happened goes on; what is none begins it at the newest. */
export function numberIn({ query }: Visit): number | undefined {
  const before = query.text('before');
  return /^\d{1,15}$/.test(before) ? Number(before) : undefined;
}

interface Paged<T> {
  readonly shown: readonly T[];
  readonly older: string | undefined;
}

/** A list cut to a page, and the address of the next one. */
export const paged = <T>(found: readonly T[], path: string, placeOf: (one: T) => string): Paged<T> =>
  cut(found, path, (last) => ({ after: placeOf(last) }));

/** The same of what happened, which has numbers. */
export const pagedByNumber = <T>(found: readonly T[], path: string, numberOf: (one: T) => number): Paged<T> =>
  cut(found, path, (last) => ({ before: String(numberOf(last)) }));

function cut<T>(found: readonly T[], path: string, next: (last: T) => Record<string, string>): Paged<T> {
  const shown = found.slice(0, LINES_MAX);
  const last = found.length > LINES_MAX ? shown.at(-1) : undefined;
  return { shown, older: last && `${path}?${new URLSearchParams(next(last))}` };
}
