/** Findings about calendars, tracks, steps, promises, pauses, reopening and closing. */
export type TimeFindings = Record<never, never>;
