import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { LocalDate } from '../../core/calendar/calendar.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { dueOn } from '../../core/plan/asked/obligation-due.ts';
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
 * What the plan owes by a date that it names, and when its calendars are closed in the next three years, as iCalendar.
 * Each entry keeps its id from one revision to the next, so that a calendar replaces it.
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
  const { written, rules, now } = plan;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(rules.timeZone).toPlainDate();
  const period = { from: today.toString(), until: today.add({ years: YEARS }).toString() };
  const owed = (written?.obligations ?? []).flatMap(({ id = '', title = id, due, owner }): Entry[] => {
    const on = due === undefined || !written ? undefined : dueOn(written, due);
    if (on === undefined) return [];
    const summary = papers.feed.due({ title, owner: owner ? planPage.party(owner) : '' });
    return [{ id: `obligation-${id}`, on, summary }];
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
