import type { LocalDate } from '../calendar.ts';

/**
 * Lunar New Year, as almanacs give it: the second new moon after the winter solstice (the third after a leap
 * month), by the date in East Asia. The statute names the new moon and no meridian; by California's own date it
 * would be a day earlier in some years (2030: the moon is new at 08:07 on 2 February there).
 */
export const LUNAR_NEW_YEAR: Readonly<Record<number, LocalDate>> = {
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-03',
  2031: '2031-01-23',
  2032: '2032-02-11',
  2033: '2033-01-31',
  2034: '2034-02-19',
  2035: '2035-02-08',
};

/**
 * Diwali, as almanacs give it: the evening of the dark moon that ends the fifteenth day of Kartik. Almanacs of
 * other traditions and places differ by a day in some years, and the State has announced no list ahead.
 */
export const DIWALI: Readonly<Record<number, LocalDate>> = {
  2026: '2026-11-08',
  2027: '2027-10-29',
  2028: '2028-10-17',
  2029: '2029-11-05',
  2030: '2030-10-26',
  2031: '2031-11-14',
  2032: '2032-11-02',
  2033: '2033-10-22',
  2034: '2034-11-10',
  2035: '2035-10-30',
};
