import { WATCHERS_MAX } from '../../core/case/commands/sharing.ts';
import type { CaseState, OpenState } from '../../core/case/state.ts';
import { standInAt } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import { authorise, type Caller, ownershipOf } from '../authorise.ts';
import type { Colleague, FoundCase, Reading } from '../ports/reading.ts';
import { openPart } from './case-view.ts';

/** Somebody by the name they have today; the id where that was erased. */
interface Named {
  readonly personId: string;
  readonly name: string;
}

/** With whom a case is shared on the customer's side, as one reader sees it. */
export interface Sharing {
  readonly reporter: Named;
  readonly standIn: (Named & { readonly endsAt: Instant | undefined }) | undefined;
  readonly watchers: readonly Named[];
  readonly isFull: boolean;
  /** What the reader may change; nothing of it, for most. */
  readonly may: Readonly<Record<'addWatcher' | 'removeWatcher' | 'nameStandIn' | 'endStandIn', boolean>>;
}

const CHANGES = ['addWatcher', 'removeWatcher', 'nameStandIn', 'endStandIn'] as const;

type Known = Exclude<CaseState, { status: 'none' }>;

/** With whom a case is shared at an instant; `nameOf` knows the names of today. */
export function sharingOf(
  state: Known,
  now: Instant,
  caller: Caller,
  nameOf: (personId: string) => string | undefined,
): Sharing {
  const open = openPart(state);
  const named = (personId: string): Named => ({ personId, name: nameOf(personId) ?? personId });
  const standIn = standInAt(open, now);
  const { watchers = [] } = open;
  const ownership = ownershipOf(state, now);
  const may = CHANGES.map((command) => [command, authorise(caller, command, ownership, false).allowed]);
  return {
    reporter: named(open.reporter),
    standIn: standIn === undefined ? undefined : { ...named(standIn), endsAt: open.standIn?.endsAt },
    watchers: watchers.map(named),
    isFull: watchers.length >= WATCHERS_MAX,
    may: Object.fromEntries(may) as Sharing['may'],
  };
}

/** The people whom `sharingOf` names. */
export function sharers({ reporter, standIn, watchers = [] }: OpenState): readonly string[] {
  return [reporter, ...(standIn ? [standIn.person] : []), ...watchers];
}

/** Nobody picks from a longer list: by then they are named by their address. */
const CHOSEN_MAX = 200;

/** Who else of the customer may be named; `many`: too many to choose from, so they are named by their address. */
export async function colleaguesFor(
  reading: Reading,
  { key, state }: FoundCase,
): Promise<readonly Colleague[] | 'many'> {
  const { customer, reporter } = openPart(state);
  const found = await reading.colleagues(key.contract, customer, CHOSEN_MAX + 1);
  return found.length > CHOSEN_MAX ? 'many' : found.filter(({ personId }) => personId !== reporter);
}
