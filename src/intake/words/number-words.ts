const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  first: 1,
  two: 2,
  second: 2,
  three: 3,
  third: 3,
  four: 4,
  fourth: 4,
  five: 5,
  fifth: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
  'forty-five': 45,
  'forty-eight': 48,
  sixty: 60,
  'seventy-two': 72,
  ninety: 90,
  next: 1,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
};

/** Words for numbers as they stand in a pattern, the longer first. */
export const NUMBER_WORDS = Object.keys(WORDS)
  .sort((one, other) => other.length - one.length)
  .join('|');

/** The number that digits, a word or an ordinal says; undefined where it says none. `1rst` is 1. */
export function numberOf(word: string): number | undefined {
  const digits = /^\d{1,4}/.exec(word)?.[0];
  return digits === undefined ? WORDS[word.toLowerCase().replace(/\s+/, '-')] : Number(digits);
}
