import { formatInstant, type Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';

/** An instant and whose clocks it is shown on. */
interface When {
  readonly at: Instant;
  /** The contract's zone, which is shown first. */
  readonly timeZone: string;
  /** The zone that the reader has asked for, shown beside it where it is another. */
  readonly readerZone: string | undefined;
  readonly language: Language;
  /** `from`: something may be done from then on, so it is rounded up to the minute. */
  readonly as?: 'at' | 'from';
}

/** An instant with its zone, and beside it the same on the clocks of the zone that its reader has asked for. */
export function whenPart(when: When): Html {
  const { at, timeZone, readerZone, language, as = 'at' } = when;
  const { time } = catalogue(language).parts;
  if (readerZone === undefined || readerZone === timeZone) return timeOf(when);
  return (
    <span>
      {timeOf(when)} <span class="quiet">({time.beside[as]({ at, timeZone, readerZone })})</span>
    </span>
  );
}

const timeOf = ({ at, timeZone, language, as = 'at' }: When): Html => (
  <time datetime={formatInstant(at)}>{catalogue(language).parts.time[as]({ at, timeZone })}</time>
);

interface LiveClock extends When {
  readonly now: Instant;
}

/** An instant to come, or gone by, with how far it is. It reads as a plain instant; with script it counts,
 * and on paper it is the instant alone. */
export function liveClock(clock: LiveClock): Html {
  const { at, now, language } = clock;
  const { time } = catalogue(language).parts;
  const left = at - now;
  return (
    <span class="clock" data-clock={at} data-now={now} data-now-word={time.now}>
      {whenPart(clock)}{' '}
      <span class="no-print">
        (
        <span class="clock-left" data-clock-left="">
          {left >= 0 ? time.left({ ms: left }) : time.late({ ms: -left })}
        </span>
        )
      </span>
    </span>
  );
}

/** One thing that happened. */
interface Happening {
  readonly title: Child;
  readonly when: When;
  readonly children?: Child;
  /** What changed where things stand, as against what was only said. */
  readonly isStrong?: boolean;
  /** To lead to it. */
  readonly id?: string;
}

/** What happened, in its order. */
export const timeline = (happenings: readonly Happening[]): Html => (
  <ol class="timeline">
    {happenings.map(({ title, when, children, isStrong = false, id }) => (
      <li class={isStrong ? 'strong' : undefined} id={id}>
        <h3>{title}</h3>
        <p class="quiet small">{whenPart(when)}</p>
        {children}
      </li>
    ))}
  </ol>
);
