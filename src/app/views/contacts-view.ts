import { parse } from '../../core/plan/reading/parse.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { ReachedPerson, Reading } from '../ports/reading.ts';

/** Who is to be reached at one level. */
interface LevelContacts {
  readonly level: number;
  readonly title: string;
  readonly reach: readonly object[];
  readonly otherwise: readonly object[];
}

interface Asked {
  readonly contract: string;
  readonly revision: Revision;
  /** Seats whose person differs by customer. */
  readonly directory: Readonly<Record<string, string>>;
  /** Whether the reader is of the contract's own parties, and not a customer's. */
  readonly isInside: boolean;
}

/**
 * Whom to reach at each level today, and by what numbers: the people who fill the seats now, which may be others
 * than when the case was opened. A number that the plan shows to the parties alone is left out for a customer.
 */
export async function contactsView(reading: Reading, asked: Asked): Promise<readonly LevelContacts[]> {
  const { contract, revision, directory, isInside } = asked;
  const seats = [...new Set(revision.levels.flatMap(({ reach, otherwise }) => [...reach, ...otherwise]))];
  const holders = await reading.reached(contract, seats);
  const keepers = await reading.reachedThemselves(contract, Object.values(directory));
  const hidden = isInside ? () => false : hiddenIn(await reading.source(contract, revision.number));
  const shown = (seat: string): object => {
    const keeper = directory[seat];
    const person = keeper === undefined ? holders.get(seat) : keepers.get(keeper);
    const { title = null, deputy = null } = revision.seats[seat] ?? {};
    return { seat, title, deputy, person: person ? personView(person, hidden(seat)) : null };
  };
  return revision.levels.map(({ number, title, reach, otherwise }) => ({
    level: number,
    title,
    reach: reach.map(shown),
    otherwise: otherwise.map(shown),
  }));
}

const personView = (person: ReachedPerson, isHidden: boolean): object => {
  const { personId, name = null, office = null, mobile = null, email = null } = person;
  return isHidden ? { personId, name } : { personId, name, office, mobile, email };
};

/** Which contacts the plan shows to the parties alone; of a plan that was erased nobody knows, and all are. */
function hiddenIn(source: string | undefined): (seat: string) => boolean {
  if (source === undefined) return () => true;
  const { contacts = {} } = parse(source).value;
  return (seat) => contacts[seat]?.shown === 'parties';
}
