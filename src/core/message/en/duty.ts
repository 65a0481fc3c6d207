import type { Instant } from '../../instant.ts';
import type { Cover } from '../../plan/coverage/coverage.ts';
import type { DutyWords } from '../duty.ts';
import { counted, formatLocal } from './dates.ts';
import { listed } from './diff-places.ts';

const local = (at: Instant, timeZone: string): string =>
  formatLocal(at, timeZone, { year: true, zone: true });

const MINUTE_MS = 60_000;

/** `2 days, 3 hours and 5 minutes`; less than a minute is said in seconds. */
function lengthOf(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes === 0) return counted(Math.ceil(ms / 1000), 'second');
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ];
  return listed(parts.flatMap(([count, unit]) => (count === 0 ? [] : [counted(count, unit)])));
}

const COVERS: Readonly<Record<Cover, (people: readonly string[], ways: string) => string>> = {
  covered: (people) => `${listed(people)} on duty`,
  unconfirmed: (people) =>
    `${listed(people)} on duty, without two confirmed ways to be reached that do not fail together`,
  thin: (people, ways) =>
    `${listed(people)} on duty, without ${ways} to be reached that do not fail together`,
  otherwise: (people) => `nobody on duty; reached otherwise: ${listed(people)}`,
  nobody: () => 'nobody on duty, and nobody is reached otherwise',
};

export const duty: DutyWords = {
  refusals: {
    'duty-level-unknown': ({ level, levels }) => ({
      message: `The plan has no level "${level}".`,
      advice: levels === 1 ? 'It has level 1.' : `It has levels 1 to ${levels}.`,
    }),
    'duty-period-reversed': ({ from, to }) => ({
      message: `The period ends at ${to}, which is before it begins at ${from}.`,
      advice: 'Give the earlier one under --from.',
    }),
    'duty-period-too-long': ({ daysMax }) => ({
      message: 'This period has too many shifts to be looked through at once.',
      advice: `Ask for a shorter one, ${daysMax} days at most.`,
    }),
  },
  coverage: {
    heading: ({ from, until, timeZone }) => `${local(from, timeZone)} until ${local(until, timeZone)}`,
    level: ({ level, title, gaps, totalMs }) => {
      const name = `Level ${level}${title === '' ? '' : `, ${title}`}`;
      if (gaps === 0) return `${name}: covered at every instant`;
      return `${name}: not covered ${gaps === 1 ? 'once' : `${gaps} times`}, ${lengthOf(totalMs)} in all`;
    },
    gap: ({ from, until, cover, people, timeZone, isConfirmed }) =>
      `${formatLocal(from, timeZone, { year: true })} until ${formatLocal(until, timeZone, { year: true })}: ${COVERS[cover](people, isConfirmed ? 'two confirmed ways' : 'two ways')}`,
    more: (gaps) => `and ${gaps} more; --json has them all`,
    unconfirmed:
      'Numbers and addresses count as the plan has them. With --facts only those count that were attested.',
  },
  heading: ({ level, title, at, timeZone }) =>
    `Level ${level}${title === '' ? '' : `, ${title}`}, ${formatLocal(at, timeZone, { year: true, zone: true })}:`,
  otherwise: '  Nobody is on duty; reached otherwise:',
  nobody: '  Nobody is on duty, and nobody is reached otherwise.',
  until: ({ until, timeZone }) => `  until ${formatLocal(until, timeZone, { year: true, zone: true })}`,
};
