import { parsePhoneNumberFromString } from 'libphonenumber-js';

interface SaidEndpoint {
  readonly value: string;
  readonly at: number;
  readonly length: number;
}

const NUMBER =
  /(?<![\w@.+-])(?:\+\d{1,3}[\s.-]?|1[\s.-])?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?!\d)(?:,?\s*(?:ext(?:ension)?|x)\s*[.:]?\s*\d{1,6})?|\+\d{1,3}(?:[\s.()-]{0,2}\d){6,12}(?!\d)/gi;
const ADDRESS = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;

/** Telephone numbers in a text, as a plan writes them. A number without a country is North American. */
export const numbersIn = (text: string): readonly SaidEndpoint[] =>
  [...text.matchAll(NUMBER)].flatMap((found) => {
    const number = parsePhoneNumberFromString(found[0], 'US');
    if (!number?.isPossible()) return [];
    const national = number.nationalNumber;
    const main =
      number.countryCallingCode === '1'
        ? `+1 ${national.slice(0, 3)}-${national.slice(3, 6)}-${national.slice(6)}`
        : number.formatInternational().replace(/\s*ext\..*$/, '');
    const value = number.ext ? `${main} ext. ${number.ext}` : main;
    return [{ value, at: found.index, length: found[0].length }];
  });

/** Addresses of e-mail in a text. */
export const addressesIn = (text: string): readonly SaidEndpoint[] =>
  [...text.matchAll(ADDRESS)].map((found) => ({
    value: found[0].replace(/[.'-]+$/, ''),
    at: found.index,
    length: found[0].length,
  }));
