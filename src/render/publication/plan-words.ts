import type { Instant } from '../../core/instant.ts';
import { contextFor } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { type Clocks, clocksOf } from '../../core/message/clocks.ts';
import type { ForecastContext } from '../../core/message/forecast.ts';
import type { Revision, TimeLimit } from '../../core/plan/revision/revision.ts';
import { parseSpan } from '../../core/span.ts';
import type { Words } from '../paper/paper.ts';
import type { PublishedPlan } from './published-plan.ts';

/** What sentences about conditions look up. */
export const contextOf = (rules: Revision, readerZone?: string | undefined): ForecastContext => ({
  ...contextFor(rules, readerZone),
  always: new Set(Object.keys(rules.calendars).filter((id) => isAlways(rules, id))),
});

/** A level by its number and title. */
export const levelOf = ({ levels }: Revision, level: number): { level: number; title: string } => ({
  level,
  title: levels[level - 1]?.title ?? '',
});

/** Whether a calendar never closes. */
const isAlways = ({ calendars }: Revision, id: string): boolean => calendars[id]?.hours === 'always';

/** A length of time in words, with the hours it is counted in: `4 hours, round the clock`. */
export const limitWords = (rules: Revision, { span, calendar }: TimeLimit, language: Language): string =>
  catalogue(language).planPage.limit({ span, calendar, isAlways: isAlways(rules, calendar) });

/** The same for a length of time as a plan writes it. */
export function writtenLimit(
  rules: Revision,
  written: { readonly span: string; readonly calendar: string | undefined },
  language: Language,
): string {
  const span = parseSpan(written.span);
  if (!span) return written.span;
  const { calendar } = written;
  const always = calendar !== undefined && isAlways(rules, calendar);
  return catalogue(language).planPage.limit({ span, calendar, isAlways: always });
}

/** Whose clocks the instants of a plan are said on. */
export const clocksOfPlan = ({ rules, readerZone }: Pick<PublishedPlan, 'rules' | 'readerZone'>): Clocks =>
  clocksOf(rules.timeZone, readerZone);

/** An instant on the contract's clocks, to the minute that has begun. */
export const instantWords = (at: Instant, timeZone: Clocks, language: Language): Words => [
  { text: catalogue(language).parts.time.at({ at, timeZone }), at },
];

/** Whether an address leads to a page; a plan out of a file may have nothing but a name. */
export const isPage = (address: string): boolean => /^https?:/.test(address);
