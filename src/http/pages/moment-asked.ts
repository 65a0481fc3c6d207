import { INSTANT_MAX, INSTANT_MIN } from '../../core/calendar/page.ts';
import { type Instant, parseInstant, parseLocal } from '../../core/instant.ts';
import type { Fields } from './visit.ts';

interface Typed {
  readonly date: string;
  readonly time: string;
}

/** An instant as somebody asked for it, with what they typed, to be shown again. */
type MomentAsked = { readonly typed: Typed } & (
  | { readonly is: 'none' }
  /** `reading`: whether the zone's clocks show that local time once, twice (the first is taken) or never. */
  | { readonly is: 'instant'; readonly at: Instant; readonly reading: Reading }
  | { readonly is: 'problem'; readonly value: string }
);

type Reading = 'once' | 'twice' | 'never';

/** A part of a text that is shown back: nobody types a date of more. */
const TYPED_MAX = 40;

/**
 * The instant under a name: with its offset or on the clocks of the zone under `<name>`, or as date and time of day
 * under `<name>-date` and `<name>-time`, as forms send it.
 */
export function momentAsked(fields: Fields, name: string, timeZone: string): MomentAsked {
  const whole = fields.text(name).trim().slice(0, TYPED_MAX);
  const [date = '', time = ''] = [fields.text(`${name}-date`), fields.text(`${name}-time`)].map((text) =>
    text.trim().slice(0, TYPED_MAX),
  );
  const value = whole === '' ? [date, time].filter((part) => part !== '').join(' ') : whole;
  if (value === '') return { is: 'none', typed: { date, time } };
  const [wholeDate = '', wholeTime = ''] = whole.split(/[T ]/i);
  const typed = whole === '' ? { date, time } : { date: wholeDate, time: wholeTime.slice(0, 5) };
  const instant = parseInstant(value);
  if (instant !== undefined) return counted({ at: instant, reading: 'once', typed, value });
  const at = parseLocal(value, timeZone);
  if (at === undefined) return { is: 'problem', value, typed };
  return counted({ at, reading: readingOf(value, timeZone), typed, value });
}

interface Found {
  readonly at: Instant;
  readonly reading: Reading;
  readonly typed: Typed;
  readonly value: string;
}

const counted = ({ at, reading, typed, value }: Found): MomentAsked =>
  at >= INSTANT_MIN && at < INSTANT_MAX
    ? { is: 'instant', at, reading, typed }
    : { is: 'problem', value, typed };

/** Where the clocks show a local time twice the first is meant, where they skip it the one after the gap. */
function readingOf(value: string, timeZone: string): Reading {
  const first = parseLocal(value, timeZone, 'earlier');
  if (first === parseLocal(value, timeZone, 'later')) return 'once';
  return first === parseLocal(value, timeZone) ? 'twice' : 'never';
}
