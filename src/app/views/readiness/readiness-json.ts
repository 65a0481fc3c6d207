import { formatInstant, type Instant } from '../../../core/instant.ts';
import type { ReadinessView } from './readiness-view.ts';
import type { ReadyDuty } from './ready-duty.ts';

const iso = (at: Instant | undefined): string | null => (at === undefined ? null : formatInstant(at));

/** Whether Ladder could reach the people of a plan now, for a program. */
export const readinessJson = ({
  contract,
  now,
  isPublished,
  much,
  levels,
  people,
  mailFailingSince,
}: ReadinessView) => ({
  ...{ contract, asOf: formatInstant(now), published: isPublished, whole: much === 'whole' },
  mailFailingSince: iso(mailFailingSince),
  levels: levels.map(({ level, title, reached, customers, vacant }) => ({
    ...{ level, title, reached, customers: customers ?? null },
    vacant: vacant.map(({ seat }) => seat),
  })),
  people: people.map(
    ({ personId, name, reached, means, hasFewMeans, places, duty, absencesUnreadSince }) => ({
      ...{ person: personId, name, reached, twoMeans: !hasFewMeans },
      places: places.map(({ level, place, afterMinutes }) => ({
        ...{ level, place: place ?? null, afterMinutes: afterMinutes ?? null },
      })),
      means: means.map(({ field, value, confirmedAt, doubt }) => ({
        ...{ means: field, value, confirmedAt: iso(confirmedAt) },
        doubt: doubt === undefined ? null : { because: doubt.because, since: iso(doubt.since) },
      })),
      duty: dutyJson(duty),
      absencesUnreadSince: iso(absencesUnreadSince),
    }),
  ),
});

const dutyJson = (duty: ReadyDuty) => ({
  is: duty.is,
  until: iso(duty.is === 'on' ? duty.until : undefined),
  from: iso(duty.is === 'off' ? duty.from : undefined),
});
