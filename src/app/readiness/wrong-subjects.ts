import type { WrongSubject } from '../ports/told-readiness.ts';
import type { ReadinessView, ReadyPerson } from '../views/readiness/readiness-view.ts';

/** From this level on oversight hears of a person. */
const OVERSIGHT_LEVEL = 3;

/** Whether something speaks against somebody, by whatever means. */
const isWrong = ({ reached, means, hasFewMeans }: ReadyPerson): boolean =>
  reached !== 'yes' || hasFewMeans || means.some(({ doubt }) => doubt !== undefined);

/** Everything that keeps somebody from being reached without doubt: levels first, then seats, then people. */
export function wrongSubjects({ levels, people }: ReadinessView): readonly WrongSubject[] {
  const seats = new Map<string, { title: string; level: number }>();
  for (const { level, vacant } of levels)
    for (const { seat, title } of vacant) seats.set(seat, { title, level });
  return [
    ...levels
      .filter(({ reached }) => reached === 'no')
      .map(({ level }): WrongSubject => ({ subject: `level:${level}`, isOversights: true })),
    ...[...seats].map(
      ([seat, { title, level }]): WrongSubject => ({
        ...{ subject: `seat:${seat}`, title, isOversights: level >= OVERSIGHT_LEVEL },
      }),
    ),
    ...people.filter(isWrong).map(
      ({ personId, places }): WrongSubject => ({
        subject: `person:${personId}`,
        isOversights: places.some(({ level }) => level >= OVERSIGHT_LEVEL),
      }),
    ),
  ];
}
