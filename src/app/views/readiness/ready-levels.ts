import type { Instant } from '../../../core/instant.ts';
import type { Level, Revision } from '../../../core/plan/revision/revision.ts';
import { NEXT_PERSON_MS } from '../../../core/reach/reach-level.ts';
import { levelPeople } from '../../notices/who.ts';
import type { ListedCustomer, StandingPerson } from '../../ports/reading.ts';
import type { Reached } from './ready-person.ts';

/** What a level is resolved with. */
interface LevelParts {
  readonly rules: Revision;
  /** Who fills the seats today, and who stands in directories, by the id of the seat or their own. */
  readonly people: ReadonlyMap<string, StandingPerson>;
  readonly customers: readonly ListedCustomer[];
  readonly reached: ReadonlyMap<string, Reached>;
  readonly now: Instant;
}

/** When a level's notices would come to somebody, were it reached now. */
export interface ReadyPlace {
  readonly level: number;
  /** Which in turn, from 1; undefined where they would not be told now. */
  readonly place: number | undefined;
  /** Plain minutes after the level was reached, while nobody acknowledges. */
  readonly afterMinutes: number | undefined;
}

/** Whom a level would be told now. */
export interface ReadyLevel {
  readonly level: number;
  readonly title: string;
  readonly reached: Reached;
  /** For how many customers it is so, where it differs by customer; undefined where it is the same for all. */
  readonly customers: number | undefined;
  /** Its seats that nobody fills, by their titles. */
  readonly vacant: readonly { readonly seat: string; readonly title: string }[];
}

/** Whom a level would be told now for one customer, in turn, as its notices go: doubtful addresses come last. */
function turnOf({ rules, people, reached, now }: LevelParts, level: number, directory: Directory) {
  const found = levelPeople({ people, seated: {} }, { revision: rules, directory }, level, now);
  const able = found.filter(({ personId }) => reached.get(personId) !== 'no');
  const isReturned = ({ doubted }: StandingPerson): boolean => doubted?.email !== undefined;
  return [...able.filter((one) => !isReturned(one)), ...able.filter(isReturned)];
}

type Directory = Readonly<Record<string, string>>;

/** Those that differ in who keeps the account, each once; one of nobody where there is no customer. */
function directoriesOf({ customers }: LevelParts): readonly { directory: Directory; count: number }[] {
  const alike = Map.groupBy(customers, ({ accounts }) => JSON.stringify(Object.entries(accounts).sort()));
  const found = [...alike.values()].map((same) => ({ directory: same[0]!.accounts, count: same.length }));
  return found.length === 0 ? [{ directory: {}, count: 0 }] : found;
}

const WORST: readonly Reached[] = ['no', 'doubtful', 'yes'];

/** Every level: whether anybody of it could be reached now, for the customer who is worst off. */
export function readyLevels(parts: LevelParts): readonly ReadyLevel[] {
  const directories = directoriesOf(parts);
  return parts.rules.levels.map((level) => {
    const each = directories.map(({ directory, count }) => ({ is: bestOf(parts, level, directory), count }));
    const reached = WORST.find((one) => each.some(({ is }) => is === one)) ?? 'no';
    const count = each.reduce((sum, one) => sum + (one.is === reached ? one.count : 0), 0);
    return {
      ...{ level: level.number, title: level.title, reached },
      customers: each.every(({ is }) => is === reached) ? undefined : count,
      vacant: vacantOf(parts, level),
    };
  });
}

function bestOf(parts: LevelParts, { number }: Level, directory: Directory): Reached {
  const found = turnOf(parts, number, directory).map(({ personId }) => parts.reached.get(personId));
  return found.includes('yes') ? 'yes' : found.includes('doubtful') ? 'doubtful' : 'no';
}

const vacantOf = ({ rules: { seats }, people }: LevelParts, { reach, otherwise }: Level) =>
  [...new Set([...reach, ...otherwise])].flatMap((seat) => {
    const rules = seats[seat];
    if (!rules || rules.kind === 'directory' || people.has(seat)) return [];
    return [{ seat, title: rules.title }];
  });

/** Each level at which somebody stands, with when its notices would come to them: the earliest, whoever the customer. */
export function readyPlaces(
  parts: LevelParts,
): (personId: string, levels: readonly number[]) => readonly ReadyPlace[] {
  const directories = directoriesOf(parts);
  const first = new Map<string, number>();
  for (const { number } of parts.rules.levels)
    for (const { directory } of directories)
      for (const [index, { personId }] of turnOf(parts, number, directory).entries()) {
        const name = `${number}/${personId}`;
        first.set(name, Math.min(first.get(name) ?? index, index));
      }
  return (personId, levels) =>
    levels.map((level) => {
      const index = first.get(`${level}/${personId}`);
      return {
        level,
        place: index === undefined ? undefined : index + 1,
        afterMinutes: index === undefined ? undefined : (index * NEXT_PERSON_MS) / 60_000,
      };
    });
}
