import type { FindingCode } from '../../../core/finding.ts';
import { asInstant, dateAt, type Instant } from '../../../core/instant.ts';
import { daysAfter } from '../../../core/plan/asked/due-days.ts';
import { check } from '../../../core/plan/check.ts';
import type { Plan } from '../../../core/plan/format/schema.ts';
import type { ContactField, Section } from '../../../core/plan/format/schema-contract.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { seatsAt } from '../../../core/plan/revision/seats-at.ts';
import { DAYS_AHEAD } from '../../../core/plan/rules/level-uncovered.ts';
import { seatChanges, type Vacancy, vacancies } from '../../../core/seat/holders.ts';
import type { Reading, StandingPerson } from '../../ports/reading.ts';
import type { FillingReading } from '../../ports/seat-fillings.ts';
import { type ReadinessParts, readinessOf } from '../readiness/readiness-view.ts';
import { type EmptyLevel, emptyLevels } from './empty-levels.ts';
import type { InForce } from './in-force.ts';

/** Somebody who stands at a level and has not what the clause demands of every contact. */
interface LackingContact {
  readonly name: string;
  readonly fields: readonly ContactField[];
}

/** What speaks against the plans that were in force in a period, and against the people who filled their seats. */
export interface PlanEvidence {
  /** The plan that was in force last; undefined where its text was erased. */
  readonly plan: Plan | undefined;
  /** Whether this instant is among the days. */
  readonly isToday: boolean;
  /** Revisions that were checked, and those whose text was erased. */
  readonly checked: readonly number[];
  readonly erased: readonly number[];
  readonly found: ReadonlySet<FindingCode>;
  /** Sections whose lack the checks find. */
  readonly lacking: ReadonlySet<Section>;
  /** When nobody stood at a level, by the record. */
  readonly empty: readonly EmptyLevel[];
  /** Levels of which nobody could be reached today, though by the record somebody stands there. */
  readonly unmanned: readonly number[];
  /** Levels that reach nobody at this hour, for one customer at least, though somebody of them could be reached. */
  readonly unreached: readonly number[];
  /** By the people of today, where today is among the days. */
  readonly contacts: readonly LackingContact[];
}

export interface EvidenceParts extends ReadinessParts {
  readonly reading: Reading;
  readonly fillings: Pick<FillingReading, 'list' | 'one'>;
}

/** More than a contract has changes of who fills its seats. */
const FILLINGS_MAX = 5_000;

interface Asked {
  /** Those in force today. */
  readonly rules: Revision;
  readonly times: readonly InForce[];
  readonly now: Instant;
}

/** What the plans in force, the record of their seats and the people of today say of a period's demands. */
export async function planEvidence(
  parts: EvidenceParts,
  { rules: current, times, now }: Asked,
): Promise<PlanEvidence> {
  const { reading } = parts;
  const { contract, timeZone } = current;
  const vacant = await vacantTimes(parts.fillings, contract);
  const plans = await Promise.all(
    times.map(async (time) => {
      const source = await reading.source(contract, time.number);
      const rules = await reading.agreedRules(contract, time.number);
      return { time, rules, checks: source === undefined ? [] : checksOver(source, time, timeZone) };
    }),
  );
  const plan = plans.at(-1)?.checks[0]?.plan;
  const findings = plans.flatMap(({ checks }) => checks.flatMap((one) => one.findings));
  const recorded = plans.flatMap(({ rules, time }) => (rules ? emptyLevels(rules, vacant, time) : []));
  const isToday = times.some(({ until }) => until > now);
  const today = isToday ? await byToday(parts, { rules: current, recorded, plan }) : NOTHING_NOW;
  const numbersOf = (isRead: boolean) =>
    plans.filter(({ checks }) => checks.length > 0 === isRead).map(({ time }) => time.number);
  return {
    ...{ plan, isToday },
    ...{ checked: numbersOf(true), erased: numbersOf(false) },
    found: new Set(findings.map(({ code }) => code)),
    lacking: new Set(
      findings.flatMap((one) => (one.code === 'requirement-section-missing' ? [one.values.section] : [])),
    ),
    ...today,
    empty: distinct(recorded),
  };
}

/** Who left which seat when, by the record. */
async function vacantTimes(
  fillings: EvidenceParts['fillings'],
  contract: string,
): Promise<ReadonlyMap<string, readonly Vacancy[]>> {
  const listed = await fillings.list(contract, { before: undefined, max: FILLINGS_MAX });
  // Where one follows another the seat was never vacant; the record has the first of them first.
  const ofNobody = listed
    .filter(({ state: { filling } }) => filling.holder === undefined || filling.before === undefined)
    .toReversed();
  const found = await Promise.all(ofNobody.map((key) => fillings.one(key)));
  return vacancies(found.flatMap((one) => (one ? seatChanges(one.events) : [])));
}

/** The check as of the first day, as of the last, and between them as often as none of the days is overlooked. */
function checksOver(
  source: string,
  { from, until }: InForce,
  timeZone: string,
): readonly ReturnType<typeof check>[] {
  const last = dateAt(asInstant(until - 1), timeZone);
  const days: string[] = [];
  for (let day = dateAt(from, timeZone); day < last; day = daysAfter(day, DAYS_AHEAD)) days.push(day);
  return [...days, last].map((today) => check(source, { today }));
}

const NOTHING_NOW: Pick<PlanEvidence, 'unmanned' | 'unreached' | 'contacts'> = {
  unmanned: [],
  unreached: [],
  contacts: [],
};

interface Today {
  readonly recorded: readonly EmptyLevel[];
  readonly plan: Plan | undefined;
}

/** What the people who fill the seats at this instant say: the record knows neither who was erased nor who has no address. */
async function byToday(
  parts: EvidenceParts,
  { rules, recorded, plan }: Pick<Asked, 'rules'> & Today,
): Promise<Pick<PlanEvidence, 'unmanned' | 'unreached' | 'contacts'>> {
  const ready = await readinessOf(parts, rules.contract);
  if (!ready) return NOTHING_NOW;
  const isManned = (level: number): boolean =>
    ready.people.some(({ reached, places }) => reached !== 'no' && places.some((one) => one.level === level));
  const isRecorded = (level: number): boolean =>
    recorded.some((one) => one.level === level && one.until === undefined);
  const wanted = (plan?.requirements?.contactFields ?? []).filter((field) => field !== 'responsibility');
  const held = await parts.reading.standing(rules.contract, fixedSeats(rules));
  return {
    unmanned: rules.levels
      .map(({ number }) => number)
      .filter((level) => !isManned(level) && !isRecorded(level)),
    unreached: ready.levels.flatMap(({ level, reached }) =>
      reached === 'no' && isManned(level) ? [level] : [],
    ),
    contacts: lackingOf([...held.values()], wanted),
  };
}

/** Seats of levels that have a holder of their own, rather than one for each customer. */
const fixedSeats = (rules: Revision): readonly string[] => [
  ...new Set(
    rules.levels
      .flatMap((level) => seatsAt(level, rules))
      .filter((seat) => rules.seats[seat]?.kind !== 'directory'),
  ),
];

function lackingOf(
  people: readonly StandingPerson[],
  wanted: readonly Exclude<ContactField, 'responsibility'>[],
): readonly LackingContact[] {
  const distinctPeople = new Map(
    people.filter(({ isErased }) => !isErased).map((one) => [one.personId, one]),
  );
  return [...distinctPeople.values()].flatMap((person) => {
    const fields = wanted.filter((field) => person[field] === undefined);
    return fields.length === 0 ? [] : [{ name: person.name ?? person.personId, fields }];
  });
}

const distinct = (empty: readonly EmptyLevel[]): readonly EmptyLevel[] =>
  [...new Map(empty.map((one) => [`${one.level}/${one.from}`, one])).values()].sort(
    (a, b) => a.from - b.from || a.level - b.level,
  );
