import type { Instant } from '../../../core/instant.ts';
import type { Plan } from '../../../core/plan/format/schema.ts';
import { liveRevision } from '../../../core/plan/revision/live-revision.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { isAhead } from '../../../core/rota/live/decide-live.ts';
import type { LiveEntry, LiveRotas } from '../../../core/rota/live/live-rotas.ts';
import type { RotaRules } from '../../../core/rota/rota.ts';
import { authoriseRota, type Caller } from '../../authorise.ts';
import type { Contracts } from '../../ports/contracts.ts';
import type { Reading } from '../../ports/reading.ts';
import { dutySeats } from '../../rota/duty-seats.ts';
import { levelsOfRota } from '../../rota/levels-of-rota.ts';
import { agreedPlan } from '../plan/agreed-plan.ts';

/** One rota of the plan, as it is lived. */
export interface NamedRota {
  readonly id: string;
  readonly title: string;
  readonly rules: RotaRules;
  /** The levels that reach it. */
  readonly levels: readonly number[];
}

/** All there is about who is on duty in a contract. */
export interface RotaView {
  readonly contract: string;
  readonly now: Instant;
  readonly timeZone: string;
  readonly rotas: readonly NamedRota[];
  /** The plan's rules with what was changed since. */
  readonly rules: Revision | undefined;
  /** As written; undefined where that was erased. */
  readonly written: Plan | undefined;
  readonly live: LiveRotas;
  /** Changes that hold now or later, or wait for a word. */
  readonly entries: readonly LiveEntry[];
  /** Whom an override may put on duty. */
  readonly people: readonly string[];
  /** What a seat's holder, or the person with that id, is called today. */
  readonly nameOf: (id: string) => string;
  /** What whoever made a change is called, whoever fills their seat by now. */
  readonly makerOf: (id: string) => string;
  /** Whether the reader answers for the rotas, and which seats are the reader's own. */
  readonly manages: boolean;
  readonly seats: readonly string[];
}

/** Who is on duty in the reader's contract; undefined where there is no such contract. */
export async function rotaView(
  reading: Reading,
  contracts: Contracts,
  caller: Caller,
): Promise<RotaView | undefined> {
  const { contract } = caller;
  const right = authoriseRota(caller);
  const [listed] = await reading.contracts(contract);
  if (!right.allowed || !listed) return undefined;
  const agreed = await agreedPlan(reading, contract);
  const { stored, live } = await contracts.transaction(async (tx) => ({
    stored: await tx.publishedRevision(contract),
    live: (await tx.liveRotas(contract)).state,
  }));
  const now = await reading.now();
  const entries = live.entries.filter((one) => isAhead(one, now));
  const rules = stored && liveRevision(stored.rules, live);
  const people = stored ? dutySeats(stored.rules) : [];
  const names = await namesOf(reading, contract, people);
  const makers = await reading.namesOf(
    contract,
    entries.map(({ by }) => by),
  );
  const nameOf = (id: string): string => names.get(id) ?? rules?.seats[id]?.title ?? id;
  return {
    ...{ contract, now, rules, live, entries, nameOf },
    makerOf: (id: string): string => makers.get(id) ?? id,
    people: [...people].sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
    timeZone: rules?.timeZone ?? listed.timeZone,
    written: agreed?.written,
    rotas: rules ? rotasOf(rules, agreed?.written) : [],
    manages: right.manages,
    seats: right.seats,
  };
}

async function namesOf(
  reading: Reading,
  contract: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await reading.reached(contract, [...new Set(ids)]);
  return new Map([...found].flatMap(([id, { name }]) => (name === undefined ? [] : [[id, name] as const])));
}

/** The rotas of a plan as they are lived, by the names that the plan gives them. */
export const rotasOf = (
  { rotas = {}, seats, levels }: Revision,
  written: Plan | undefined,
): readonly NamedRota[] =>
  Object.entries(rotas).map(([id, rules]) => ({
    id,
    rules,
    title: written?.rotas?.[id]?.title ?? id,
    levels: levelsOfRota({ levels, seats }, id),
  }));

/** Everybody who has a turn by a rota or is put on duty by a change to it, each once. */
export function rotaPeople({ rules }: Pick<NamedRota, 'rules'>): readonly string[] {
  const turns = rules.layers.flatMap(({ turns }) => turns.flat());
  const put = rules.overrides.flatMap((one) => (one.kind === 'replace' ? one.by : one.people));
  return [...new Set([...turns, ...put])];
}
