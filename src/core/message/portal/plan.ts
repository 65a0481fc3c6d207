import type { BusinessDay, Window } from '../../calendar/calendar.ts';
import type { Instant } from '../../instant.ts';
import type { Due, Obligation } from '../../plan/format/schema-contract.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { PromiseKind } from '../../plan/revision/revision.ts';
import type { Span } from '../../span.ts';
import type { RefusalWords } from '../case.ts';
import type { Clocks } from '../clocks.ts';
import type { PersonField } from '../people.ts';
import type { ReadingValue } from '../question-place.ts';

interface Moment {
  readonly at: Instant;
  readonly timeZone: Clocks;
}

interface PeopleOfPlanWords {
  readonly title: string;
  readonly about: string;
  readonly level: (values: { level: number; title: string }) => string;
  readonly responsibility: string;
  /** A seat that nobody fills. */
  readonly nobody: string;
  readonly nobodyAbout: string;
  /** Who it is differs by customer. */
  readonly eachCustomer: (values: { title: string }) => string;
  readonly eachCustomerAbout: string;
  readonly ownOf: (values: { customerName: string }) => string;
  readonly otherwise: string;
  readonly deputy: (values: { name: string }) => string;
  readonly since: (values: Moment) => string;
  readonly notConfirmed: string;
  readonly partlyConfirmed: (
    values: { fields: readonly PersonField[]; last: Instant } & Pick<Moment, 'timeZone'>,
  ) => string;
  /** Each detail was, the first and the last of them then. */
  readonly confirmed: (values: { first: Instant; last: Instant } & Pick<Moment, 'timeZone'>) => string;
  readonly differs: (values: { fields: readonly PersonField[] }) => string;
  readonly kept: Readonly<Record<'customers' | 'parties', string>>;
  readonly quietHours: (values: { hours: string }) => string;
  readonly mobile: (values: { number: string }) => string;
}

interface TracksWords {
  readonly title: string;
  readonly about: string;
  readonly covers: (values: { covers: string }) => string;
  readonly examples: string;
  readonly urgency: Readonly<Record<'high' | 'normal', string>>;
  /** Beside a picture: what it shows is in the table. */
  readonly picture: (values: { track: string } & Moment) => string;
  readonly columns: Readonly<Record<'who' | 'when' | 'promises', string>>;
  readonly opens: (values: { means: readonly string[] }) => string;
  readonly moves: (values: { actor: Party; means: readonly string[] }) => string;
  readonly automatic: string;
  readonly or: string;
  readonly requires: (values: { levels: readonly number[] }) => string;
  readonly warned: (values: { spans: readonly Span[] }) => string;
  readonly early: (values: { reasons: readonly string[] }) => string;
  readonly ifNotTaken: (values: { within: string; to: Party }) => string;
  readonly promises: Readonly<Record<PromiseKind, (values: { within: string }) => string>>;
  readonly noPromises: string;
}

interface ForecastPageWords {
  readonly title: string;
  readonly about: string;
  readonly track: string;
  readonly at: string;
  readonly atHint: string;
  readonly button: string;
  readonly opened: (values: { track: string } & Moment) => string;
  readonly table: string;
  readonly columns: Readonly<Record<'when' | 'what' | 'why', string>>;
  readonly why: string;
  /** The way to whom Ladder would try of a level reached then. */
  readonly whom: (values: { level: number }) => string;
  readonly notUnderstood: (values: { value: string }) => RefusalWords;
  readonly readTwice: (values: Moment) => string;
  readonly readNever: (values: Moment) => string;
}

interface CalendarPageWords {
  readonly title: string;
  readonly previous: (values: { month: string }) => string;
  readonly next: (values: { month: string }) => string;
  readonly always: (values: { calendar: string }) => string;
  readonly calendar: (values: { calendar: string; timeZone: string }) => string;
  readonly table: (values: { calendar: string; month: string }) => string;
  readonly weekdays: readonly string[];
  readonly businessDays: (values: { count: number }) => string;
  readonly meaning: Readonly<Record<BusinessDay, string>>;
  /** Weekdays by number, 0 for Monday. */
  readonly hours: (values: { weekdays: readonly number[]; windows: readonly Window[] }) => string;
  readonly open: string;
  readonly closed: string;
  readonly holiday: string;
  readonly exception: string;
  readonly weekColumn: string;
  readonly week: (values: { from: string }) => string;
  readonly closedDay: (values: { date: string; name: string }) => string;
  readonly otherHours: (values: { date: string; windows: readonly Window[] }) => string;
  readonly knownUntil: (values: { until: string }) => string;
  readonly monthNotUnderstood: (values: { value: string }) => RefusalWords;
}

interface RulesWords {
  readonly title: string;
  readonly pauses: string;
  readonly pausesSay: (values: { longest: string; reasons: readonly string[] }) => string;
  readonly noPauses: string;
  readonly reopening: string;
  readonly reopeningSays: (values: { within: string }) => string;
  readonly noReopening: string;
  readonly closing: string;
  readonly closingSays: (values: { silentFor: string }) => string;
  readonly noClosing: string;
  readonly changes: string;
  readonly changesSay: (values: { within: string }) => string;
  readonly acknowledgement: string;
  readonly acknowledgementSays: (values: { span: Span }) => string;
}

interface RolesWords {
  readonly title: string;
  readonly columns: Readonly<Record<'role' | 'party' | 'does', string>>;
  readonly none: string;
}

interface ObligationsWords {
  readonly title: string;
  readonly about: string;
  readonly columns: Readonly<Record<'what' | 'kind' | 'due' | 'owner' | 'acceptedBy', string>>;
  readonly kinds: Readonly<Record<NonNullable<Obligation['kind']>, string>>;
  readonly due: (values: { due: Due; on: string | undefined }) => string;
  readonly unsaid: string;
  readonly none: string;
}

interface QuestionsWords {
  readonly title: string;
  readonly none: string;
  readonly open: (values: { count: number }) => string;
  readonly allSettled: (values: { count: number }) => string;
  readonly settledTitle: string;
  readonly about: (values: { about: string }) => string;
  /** What a reading comes to, by what the question is about. */
  readonly value: (values: { about: string; value: ReadingValue }) => string;
  readonly reading: (values: {
    value: string;
    quote: string | undefined;
    place: string | undefined;
  }) => string;
  readonly taken: string;
  readonly settled: (values: { by: readonly string[]; date: string | undefined }) => string;
  readonly because: (values: { because: string }) => string;
  readonly unsettled: string;
  readonly kept: string;
}

/** Findings that both parties let stand. */
interface OverridesWords {
  readonly none: string;
  readonly title: string;
  readonly about: (values: { count: number }) => string;
  readonly one: (values: { path: string }) => string;
  readonly by: (values: { party: 'contractor' | 'oversight'; name: string }) => string;
  readonly kept: string;
  readonly keptReason: string;
  readonly erased: string;
  readonly erasedReason: string;
}

interface HistoryWords {
  readonly title: string;
  readonly about: string;
  readonly revision: (values: { number: number }) => string;
  readonly inForce: string;
  readonly publishedAt: string;
  readonly agreedBy: string;
  /** Whoever loaded it at the terminal said that these agreed. */
  readonly byWord: (values: { names: string }) => string;
  readonly first: string;
  readonly sameText: string;
  readonly erased: string;
  readonly changes: (values: { count: number }) => string;
  readonly kept: (values: { count: number }) => string;
  readonly older: (values: { count: number }) => string;
  readonly versions: string;
  readonly version: (values: {
    version: string;
    date: string | undefined;
    note: string | undefined;
  }) => string;
}

interface AboutWords {
  readonly title: string;
  readonly document: string;
  readonly version: string;
  readonly contract: string;
  readonly clause: string;
  readonly parties: string;
  readonly term: string;
  readonly termSays: (values: { from: string; until: string }) => string;
  readonly revision: string;
  readonly effective: string;
  readonly digest: string;
  readonly digestSays: string;
  readonly zone: string;
  readonly json: string;
  readonly erased: string;
}

/** The sentences of the public pages about plans. */
export interface PlanPageWords {
  readonly list: {
    readonly title: string;
    readonly about: string;
    readonly revision: (values: { number: number }) => string;
    readonly emptyTitle: string;
    readonly empty: string;
  };
  readonly title: string;
  readonly contents: string;
  readonly emergency: (values: { says: string }) => string;
  readonly emergencyCall: (values: { number: string }) => string;
  readonly emergencyNot: string;
  readonly party: (party: Party) => string;
  /** A length of time in the hours of a calendar. */
  readonly limit: (values: { span: Span; calendar: string | undefined; isAlways: boolean }) => string;
  readonly open: { readonly about: string; readonly button: string; readonly signIn: string };
  readonly notPublished: RefusalWords;
  readonly people: PeopleOfPlanWords;
  readonly tracks: TracksWords;
  readonly forecast: ForecastPageWords;
  readonly calendars: CalendarPageWords;
  readonly rules: RulesWords;
  readonly roles: RolesWords;
  readonly obligations: ObligationsWords;
  readonly questions: QuestionsWords;
  readonly overrides: OverridesWords;
  readonly history: HistoryWords;
  readonly about: AboutWords;
  /** What stands on a contact saved to a phone. */
  /** Without an instant, of a plan that nobody keeps current. */
  readonly cardNote: (
    values: { contract: string; levels: readonly number[]; at: Instant | undefined } & Pick<
      Moment,
      'timeZone'
    >,
  ) => string;
}
