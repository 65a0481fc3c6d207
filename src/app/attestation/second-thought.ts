import type { Person } from '../ports/engine.ts';

const THOUGHT =
  /(?<![\p{Letter}\p{Mark}])(?:but|except|however|apart|wrong|incorrect|outdated|not|no|instead|changed?|new|old|pero|salvo|excepto|menos|sin embargo|mal|cambi\p{Letter}*|nuev[oa]s?|viej[oa]s?|incorrect[oa]s?|equivocad[oa]s?)(?![\p{Letter}\p{Mark}])/iu;
const NUMBER = /\+?\d[\d\s().-]{5,}\d/g;
const ADDRESS = /[^\s<>()"',;]+@[^\s<>()"',;]+/g;
/** By so many of its last digits a number is known again, however it is written. */
const DIGITS = 7;

/**
 * Whether what stands below the first line of an answer may speak against it: a "but", or a number or an address that is
 * not the one on file. A signature that has those on file does not.
 *
 *     hasSecondThought('Confirmed\nBut my mobile is new', person)  // true
 */
export function hasSecondThought(
  text: string,
  { email, office, mobile }: Pick<Person, 'email' | 'office' | 'mobile'>,
): boolean {
  const lines = text.split('\n');
  const rest = lines.slice(lines.findIndex((line) => line.trim() !== '') + 1).join('\n');
  if (THOUGHT.test(rest)) return true;
  const numbers = [office, mobile].flatMap((one) => (one === undefined ? [] : [lastDigits(one)]));
  const isNewNumber = (written: string): boolean => !numbers.includes(lastDigits(written));
  const isNewAddress = (written: string): boolean =>
    written.replace(/[.\s]+$/, '').toLowerCase() !== email?.toLowerCase();
  return (
    (rest.match(NUMBER) ?? []).some(isNewNumber) ||
    (rest.match(ADDRESS) ?? []).some((one) => isNewAddress(one.replace(/^mailto:/i, '')))
  );
}

const lastDigits = (text: string): string => text.replace(/\D/g, '').slice(-DIGITS);
