import type { AnyRule } from '../rule.ts';

/** The rules about time and routes: calendars, tracks, steps, promises, pauses, reopening, closing. */
export const TIME_RULES: readonly AnyRule[] = [];
