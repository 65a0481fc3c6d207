import { type CalendarRules, WEEKDAYS, type Window } from '../../core/calendar/calendar.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Block, PaperSection } from '../paper/paper.ts';
import type { PlanParts } from './published-plan.ts';

/** The hours of each calendar, what a business day means, and the days of the coming year that are otherwise. */
export function calendarsSection({ plan }: PlanParts, language: Language): PaperSection {
  const { rules, now } = plan;
  const words = catalogue(language).planPage.calendars;
  const all = Object.entries(rules.calendars);
  const from = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(rules.timeZone).toPlainDate();
  const year: Year = {
    from: from.toString(),
    until: from.add({ years: 1 }).subtract({ days: 1 }).toString(),
  };
  return {
    id: 'calendars',
    title: words.title,
    blocks: [
      ...all
        .filter(([, calendar]) => calendar.hours === 'always')
        .map(([calendar]): Block => ({ is: 'text', words: words.always({ calendar }) })),
      ...all
        .filter(([, calendar]) => calendar.hours !== 'always')
        .flatMap(([name, calendar]) => calendarBlocks(name, calendar, year, language)),
    ],
  };
}

interface Year {
  readonly from: string;
  readonly until: string;
}

function calendarBlocks(
  name: string,
  rules: CalendarRules,
  year: Year,
  language: Language,
): readonly Block[] {
  const { planPage, papers } = catalogue(language);
  const words = planPage.calendars;
  const { businessDay, dataUntil, timeZone } = rules;
  const days = specialDays(rules, year).map(({ date, holiday, windows }) =>
    holiday === undefined ? words.otherHours({ date, windows }) : words.closedDay({ date, name: holiday }),
  );
  return [
    { is: 'heading', rank: 3, text: words.calendar({ calendar: name, timeZone }) },
    ...hoursOf(rules).map((hours): Block => ({ is: 'text', words: words.hours(hours) })),
    ...(businessDay === undefined ? [] : [{ is: 'text' as const, words: words.meaning[businessDay] }]),
    { is: 'text', words: days.length > 0 ? papers.comingDays(year) : papers.noComingDays(year) },
    ...(days.length > 0 ? [{ is: 'list' as const, items: days }] : []),
    ...(dataUntil !== undefined && dataUntil < year.until
      ? [{ is: 'text' as const, words: words.knownUntil({ until: dataUntil }) }]
      : []),
  ];
}

interface SpecialDay {
  readonly date: string;
  /** Its name; undefined of a day that an exception gives other hours. */
  readonly holiday: string | undefined;
  readonly windows: readonly Window[];
}

/** The dates between two, both included, on which a calendar is not as on others, in their order. */
export function specialDays(
  { holidays, exceptions }: CalendarRules,
  { from, until }: Year,
): readonly SpecialDay[] {
  const isWithin = ({ date }: { date: string }): boolean => date >= from && date <= until;
  const closed = new Set(holidays.map(({ date }) => date));
  return [
    ...holidays.map(({ date, name }) => ({ date, holiday: name, windows: [] })),
    // A holiday beats an exception on the same date.
    ...Object.entries(exceptions)
      .filter(([date]) => !closed.has(date))
      .map(([date, windows]) => ({ date, holiday: undefined, windows })),
  ]
    .filter(isWithin)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The hours of the week: weekdays that have the same ones stand together. */
function hoursOf({ hours }: CalendarRules): readonly {
  readonly weekdays: readonly number[];
  readonly windows: readonly Window[];
}[] {
  if (hours === 'always') return [];
  const groups = Map.groupBy(WEEKDAYS.keys(), (index) =>
    JSON.stringify(hours[WEEKDAYS[index] ?? 'mon'] ?? []),
  );
  return [...groups].flatMap(([text, weekdays]) => {
    const windows = JSON.parse(text) as readonly Window[];
    return windows.length === 0 ? [] : [{ weekdays, windows }];
  });
}
