import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { LocalDate } from '../../core/calendar/calendar.ts';
import { dateAt } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { dueContext } from '../../core/obligation/due-dates.ts';
import { type Occasion, occasionsOf } from '../../core/obligation/occasions.ts';
import { plain } from '../paper/paper.ts';
import { specialDays } from './calendars-section.ts';
import { planTitle, stampOf } from './plan-paper.ts';
import type { PlanParts } from './published-plan.ts';

interface Entry {
  readonly id: string;
  readonly on: LocalDate;
  readonly summary: string;
}

/** Beyond this many years nobody plans by it. */
const YEARS = 3;

/**
 * What the plan owes by a date, also what comes again until the end of the term, and when its calendars are closed in the
 * next three years, as iCalendar. Each entry keeps its id from one revision to the next, so that a calendar replaces it.
 */
export function planFeed(parts: PlanParts, language: Language): string {
  const { plan, address } = parts;
  const { papers } = catalogue(language);
  const stamp = plain(stampOf(parts, language));
  const feed = ical({
    name: papers.feed.title({ title: planTitle(parts, language) }),
    description: stamp,
    prodId: { company: 'Ladder', product: 'Published plan', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url: address,
  });
  for (const { id, on, summary } of entriesOf(parts, language)) {
    feed.createEvent({
      id: `${id}@${plan.contract.contract}.ladder`,
      start: on,
      allDay: true,
      summary,
      description: stamp,
      url: address,
      stamp: new Date(plan.now),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return feed.toString().replaceAll(/\r?\n/g, '\r\n');
}

function entriesOf({ plan }: PlanParts, language: Language): readonly Entry[] {
  const { papers, planPage } = catalogue(language);
  const { rules, now } = plan;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(rules.timeZone).toPlainDate();
  const period = { from: today.toString(), until: today.add({ years: YEARS }).toString() };
  const owed = owedBy(plan).map(({ id, dueOn, terms: { title, owner } }): Entry => {
    const summary = papers.feed.due({ title, owner: planPage.party(owner) });
    return { id: `obligation-${id}`, on: dueOn, summary };
  });
  const closed = Object.entries(rules.calendars).flatMap(([calendar, one]) =>
    specialDays(one, period).flatMap(({ date, holiday }): Entry[] =>
      holiday === undefined
        ? []
        : [
            {
              id: `closed-${calendar}-${date}`,
              on: date,
              summary: papers.feed.holiday({ name: holiday, calendar }),
            },
          ],
    ),
  );
  return [...owed, ...closed];
}

/** Every date by which something is owed, also of what comes again, laid out as it is once the plan is published. */
function owedBy({ written, rules, published, history, now }: PlanParts['plan']): readonly Occasion[] {
  if (!written) return [];
  const on = dateAt(published.publishedAt ?? now, rules.timeZone);
  const how = { published: on, isChange: history.length > 1, calendars: rules.calendars };
  // One without an id is kept by nobody, but it is owed by its date all the same.
  const obligations =
    written.obligations?.map((one, index) => ({ id: `unnamed-${index + 1}`, ...one })) ?? [];
  return occasionsOf({ ...written, obligations }, dueContext(written, how));
}
