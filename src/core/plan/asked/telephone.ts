import { parsePhoneNumberFromString } from 'libphonenumber-js';

const NORTH_AMERICAN = /^\+1[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}$/;
const SHORT = /^\d{2,6}$/;

/**
 * Whether a number can be dialled from anywhere: written with `+` and the country, and of a length its country has.
 * Not whether anybody answers: numbers reserved for fiction pass.
 */
export const isDiallable = (number: string): boolean =>
  NORTH_AMERICAN.test(number) || parsePhoneNumberFromString(number)?.isPossible() === true;

/** Whether a number is a short one that only works where it is dialled, such as 911. */
export const isShortNumber = (number: string): boolean => SHORT.test(number);

/**
 * A number as a carrier takes it (E.164), however people write it.
 *
 *     dialled('+1 916-555-0171')  // '+19165550171'
 */
export const dialled = (number: string): string => `+${digitsOf(number)}`;

/** The digits of a number, for comparing: two ways of writing one number have the same. */
export const digitsOf = (number: string): string => number.replace(/\D+/g, '');
