import type { Calendar } from '../core/calendar/compile-calendar.ts';

/** What the cache may hold: laid-out days and windows (some 10 MB), and characters of keys. */
const WEIGHT_MAX = 150_000;
/** What a calendar holds before anything is laid out. */
const ENTRY_WEIGHT = 300;
const KEY_CHARACTERS_MAX = 2_000_000;
const SEEN_CHARACTERS_MAX = 500_000;

/**
 * Compiled calendars by the text of their rules, the least lately used dropped first. A calendar grows while it is
 * used, so each use is weighed again.
 */
export class CalendarCache {
  readonly #calendars = new Map<string, { readonly calendar: Calendar; weight: number }>();
  readonly #seen = new Set<string>();
  #seenCharacters = 0;
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

  /**
   * Keeps a calendar that has come before; one that comes for the first time is only remembered by its text. A
   * stream in which every line brings its own would otherwise fill the old generation with what nobody asks for again.
   */
  set(key: string, calendar: Calendar): void {
    this.#lastKey = key;
    this.#last = calendar;
    if (!this.#seen.has(key)) {
      this.#remember(key);
      return;
    }
    this.#calendars.set(key, { calendar, weight: 0 });
    this.#weight += ENTRY_WEIGHT;
    this.#characters += key.length;
  }

  #remember(key: string): void {
    this.#seen.add(key);
    this.#seenCharacters += key.length;
    for (const oldest of this.#seen) {
      if (this.#seenCharacters <= SEEN_CHARACTERS_MAX) return;
      this.#seen.delete(oldest);
      this.#seenCharacters -= oldest.length;
    }
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
