const SHOWN: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** A wall clock's reading in words: `2026-11-25T16:30` is "Wed, Nov 25, 2026, 16:30". */
export const wallTime = (local: string): string =>
  Temporal.PlainDateTime.from(local).toLocaleString('en-US', SHOWN);
