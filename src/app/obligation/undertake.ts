import type { Instant } from '../../core/instant.ts';
import { dateAt } from '../../core/instant.ts';
import { dueContext } from '../../core/obligation/due-dates.ts';
import { type Occasion, occasionsOf } from '../../core/obligation/occasions.ts';
import { isOwed, type LiveObligation } from '../../core/obligation/state.ts';
import { parse } from '../../core/plan/reading/parse.ts';
import { contractByContract, type HeldUp } from '../contract-by-contract.ts';
import type { NewlyPublished } from '../ports/obligations.ts';
import type { Store, Transaction } from '../ports/store.ts';
import { handleObligationsIn, type ObligationRequest } from './handle-obligations.ts';

/**
 * Takes up the obligations of every plan that was published since this was last done: what is new is undertaken, what
 * reads otherwise is revised, what the plan has no more is dropped, each with its event. Answers how many plans there
 * were. Done twice, it changes nothing.
 */
export const undertakePublished = (store: Store, held?: HeldUp): Promise<number> =>
  contractByContract(store, held, {
    next: (tx, except) => tx.newlyPublished(except),
    work: undertake,
    max: PLANS_MAX,
  });

/** In one call; whoever asks asks again. */
const PLANS_MAX = 100;

/** The next plan, in a transaction and as of an instant; false where there is none. */
export async function undertakeNext(tx: Transaction, at: Instant): Promise<boolean> {
  const published = await tx.newlyPublished([]);
  if (published) await undertake(tx, published, at);
  return published !== undefined;
}

async function undertake(tx: Transaction, published: NewlyPublished, now: Instant): Promise<void> {
  const requests = await requestsFor(tx, published);
  if (requests.length > 0) await handleObligationsIn(tx, requests, { at: now });
  await tx.saveUndertaken(published.contract, published.rules.number, now);
}

async function requestsFor(
  tx: Transaction,
  published: NewlyPublished,
): Promise<readonly ObligationRequest[]> {
  const { contract, rules } = published;
  const wanted = wantedBy(published);
  const ids = await tx.obligationIds(contract);
  const locked = await tx.lockObligations(ids.map((obligationId) => ({ contract, obligationId })));
  const live = new Map(
    locked.flatMap(({ key, state }) => (state.status === 'none' ? [] : [[key.obligationId, state] as const])),
  );
  const { number: revisionNumber, timeZone } = rules;
  const base = { by: 'ladder' } as const;
  const request = (id: string, command: ObligationRequest['command']): ObligationRequest => ({
    key: { contract, obligationId: id },
    caller: undefined,
    command,
  });
  const kept = wanted.occasions.map((occasion) => {
    const known = live.get(occasion.id);
    return known === undefined || known.status === 'dropped'
      ? request(occasion.id, { type: 'undertake', ...base, occasion, revisionNumber, timeZone })
      : request(occasion.id, { type: 'revise', ...base, occasion, revisionNumber });
  });
  const names = new Set(wanted.occasions.map(({ id }) => id));
  const dropped = [...live].flatMap(([id, state]) =>
    !names.has(id) && isGone(state, wanted) ? [request(id, { type: 'drop', ...base, revisionNumber })] : [],
  );
  return [...kept, ...dropped];
}

interface Wanted {
  readonly occasions: readonly Occasion[];
  /** Ids of the plan's obligations, whether or not any date of theirs is still to come, and whether each change brings one. */
  readonly obligations: ReadonlyMap<string, { readonly isOfChange: boolean }>;
  /** When it was published, in its zone. */
  readonly on: string;
}

function wantedBy({ rules, source, publishedAt, isChange }: NewlyPublished): Wanted {
  const plan = source === undefined ? {} : parse(source).value;
  const on = dateAt(publishedAt, rules.timeZone);
  const context = dueContext(plan, { published: on, isChange, calendars: rules.calendars });
  const obligations = new Map(
    (plan.obligations ?? []).flatMap(({ id, due }) => {
      if (id === undefined) return [];
      return [[id, { isOfChange: typeof due === 'object' && due.after === 'change' }] as const];
    }),
  );
  return { occasions: occasionsOf(plan, context), obligations, on };
}

/**
 * Whether a plan has it no more: nobody has handed anything over, and either the plan names it no longer, or a date of
 * it that was still to come does not come any more. What has fallen due stays owed, and so does what an earlier change
 * brought.
 */
function isGone(state: LiveObligation, { obligations, on }: Wanted): boolean {
  const named = obligations.get(state.obligation);
  if (!isOwed(state)) return false;
  return named === undefined || (!named.isOfChange && state.dueOn > on);
}
