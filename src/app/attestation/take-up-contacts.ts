import type { ContactStanding } from '../../core/attestation/standing.ts';
import { dateAt, type Instant } from '../../core/instant.ts';
import { roundDays } from '../../core/plan/asked/round-days.ts';
import { parse } from '../../core/plan/reading/parse.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { seatsAt } from '../../core/plan/revision/seats-at.ts';
import { contractByContract, type HeldUp } from '../contract-by-contract.ts';
import type { ChangedContacts, SeatedContact } from '../ports/attestations.ts';
import type { Store, Transaction } from '../ports/store.ts';
import { type AttestationRequest, handleAttestationsIn } from './handle-attestations.ts';

/** Contracts in one call; whoever asks asks again. */
const CONTRACTS_MAX = 100;

/**
 * Looks at the contacts of every contract whose plan, seats or people have changed since this was last done: who stands
 * at a level is taken up, who stands elsewhere or has other details is asked, who stands at none is released. Answers
 * how many contracts there were. Done twice, it changes nothing.
 */
export const takeUpContacts = (store: Store, held?: HeldUp): Promise<number> =>
  contractByContract(store, held, {
    next: (tx, except) => tx.changedContacts(except),
    work: takeUp,
    max: CONTRACTS_MAX,
  });

async function takeUp(tx: Transaction, changed: ChangedContacts, now: Instant): Promise<void> {
  const { contract, rules } = changed;
  const seated = await tx.seatedContacts(contract);
  const standing = standingsOf(changed, seated);
  const people = [...new Set([...(await tx.attestedPeople(contract)), ...standing.keys()])];
  const known = new Map(seated.map(({ personId, confirmed }) => [personId, confirmed]));
  const requests = people.map((personId): AttestationRequest => {
    const { isKnown: isChange } = changed;
    const facts = { standing: standing.get(personId), known: known.get(personId) ?? {}, isChange };
    return {
      key: { contract, personId },
      command: { type: 'takeUp', by: 'ladder', revisionNumber: rules.number, ...facts },
    };
  });
  if (requests.length > 0) await handleAttestationsIn(tx, requests);
  await tx.saveLookedAt(changed, rules.number, now);
}

/** Where everybody stands who fills a seat of a level, by their id; nobody where the plan wants nothing confirmed. */
function standingsOf(
  changed: ChangedContacts,
  seated: readonly SeatedContact[],
): ReadonlyMap<string, ContactStanding> {
  const rounds = roundsOf(changed);
  if (!rounds) return new Map();
  const { rules } = changed;
  const places = [...Map.groupBy(seated, ({ personId }) => personId)].map(([personId, seats]) => {
    const at = (isThere: (level: Revision['levels'][number], seat: string) => boolean) =>
      rules.levels
        .filter((level) => seats.some(({ seat }) => isThere(level, seat)))
        .map(({ number }) => number);
    const levels = at((level, seat) => seatsAt(level, rules).includes(seat));
    const owned = at(({ reach }, seat) => reach[0] === seat);
    const details = [...seats[0]!.fields, ...(owned.length > 0 ? (['availability'] as const) : [])];
    return [personId, { levels, owned, details, ...rounds }] as const;
  });
  return new Map(places.filter(([, { levels, details }]) => levels.length > 0 && details.length > 0));
}

/** How often, and from which day on; undefined where the plan does not say, or was erased. */
function roundsOf({
  rules: { timeZone },
  source,
  firstPublishedAt,
  publishedAt,
}: ChangedContacts): Pick<ContactStanding, 'timeZone' | 'everyDays' | 'anchorOn'> | undefined {
  const plan = source === undefined ? {} : parse(source).value;
  const { after = 'publication' } = plan.requirements?.attestation ?? {};
  const everyDays = roundDays(plan);
  if (everyDays === undefined) return undefined;
  const day = (at: Instant) => dateAt(at, timeZone);
  const { executed } = plan.contract ?? {};
  const anchors = {
    execution: executed ?? day(firstPublishedAt),
    publication: day(firstPublishedAt),
    change: day(publishedAt),
  };
  return { timeZone, everyDays, anchorOn: anchors[after] };
}
