import type { Calendar } from '../core/calendar/compile-calendar.ts';

/** What the cache may hold: laid-out days and windows (some 10 MB), and characters of keys. */
const WEIGHT_MAX = 150_000;
/** What a calendar holds before anything is laid out. */
const ENTRY_WEIGHT = 300;
const KEY_CHARACTERS_MAX = 2_000_000;

/**
 * Compiled calendars by the text of their rules, the least lately used dropped first. A calendar grows while it is
 * used, so each use is weighed again.
 */
export class CalendarCache {
  readonly #calendars = new Map<string, { readonly calendar: Calendar; weight: number }>();
  #weight = 0;
  #characters = 0;
  #lastKey = '';
  #last: Calendar | undefined;

  get(key: string): Calendar | undefined {
    if (key === this.#lastKey) return this.#last;
    const found = this.#calendars.get(key);
    if (!found) return undefined;
    this.#calendars.delete(key);
    this.#calendars.set(key, found);
    this.#lastKey = key;
    this.#last = found.calendar;
    return found.calendar;
  }

  set(key: string, calendar: Calendar): void {
    this.#calendars.set(key, { calendar, weight: 0 });
    this.#weight += ENTRY_WEIGHT;
    this.#characters += key.length;
    this.#lastKey = key;
    this.#last = calendar;
  }

  /** To be called after the calendar under `key` was counted with. */
  weigh(key: string): void {
    const entry = this.#calendars.get(key);
    if (!entry) return;
    this.#weight += entry.calendar.weight - entry.weight;
    entry.weight = entry.calendar.weight;
    if (this.#weight > WEIGHT_MAX || this.#characters > KEY_CHARACTERS_MAX) this.#drop();
  }

  #drop(): void {
    this.#lastKey = '';
    this.#last = undefined;
    for (const [key, entry] of this.#calendars) {
      if (this.#weight <= WEIGHT_MAX && this.#characters <= KEY_CHARACTERS_MAX) return;
      this.#calendars.delete(key);
      this.#weight -= entry.weight + ENTRY_WEIGHT;
      this.#characters -= key.length;
    }
  }
}
