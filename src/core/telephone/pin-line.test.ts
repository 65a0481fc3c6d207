import fc from 'fast-check';
import { expect, test } from 'vitest';
import { on } from '../../../test/build/case.ts';
import { asInstant, type Instant } from '../instant.ts';
import { afterWrongPin, isLocked, type PinLine, UNTRIED, WRONG_OF_CASE_MAX } from './pin-line.ts';

const START = on('Tue 09:00');
const later = (minutes: number): Instant => asInstant(START + minutes * 60_000);
const turnAfter = (minutes: readonly number[]): PinLine =>
  minutes.reduce((line, minute) => afterWrongPin(line, later(minute)), UNTRIED);

test('nine wrong PINs in an hour lock nothing, the tenth locks the line for an hour', () => {
  const nine = Array.from({ length: 9 }, (_, index) => index * 5);
  expect(isLocked(turnAfter(nine), later(45))).toBe(false);
  const ten = turnAfter([...nine, 45]);
  expect(isLocked(ten, later(45))).toBe(true);
  expect(isLocked(ten, asInstant(later(105) - 1))).toBe(true);
  expect(isLocked(ten, later(105))).toBe(false);
});

test('wrong PINs of more than an hour ago do not count', () => {
  expect(isLocked(turnAfter([0, 1, 2, 3, 4, 5, 6, 7, 8, 61]), later(61))).toBe(false);
});

test('while the line is locked, more wrong PINs make it no longer', () => {
  const locked = turnAfter(Array.from({ length: 10 }, () => 0));
  expect(afterWrongPin(locked, later(30))).toBe(locked);
});

test('in no hour are more than ten tried that could have been right, however they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 200 }), (given) => {
      const minutes = given.toSorted((a, b) => a - b);
      let line = UNTRIED;
      const heard: number[] = [];
      for (const minute of minutes) {
        if (!isLocked(line, later(minute))) heard.push(minute);
        line = afterWrongPin(line, later(minute));
        expect(line.wrongAt.length).toBeLessThan(WRONG_OF_CASE_MAX);
      }
      for (const from of heard) {
        expect(heard.filter((one) => one >= from && one < from + 60).length).toBeLessThanOrEqual(
          2 * WRONG_OF_CASE_MAX - 1,
        );
      }
      // A day of guessing, without a pause: the bound that the length of a PIN relies on.
      expect(heard.length).toBeLessThanOrEqual(WRONG_OF_CASE_MAX * 11);
    }),
  );
});
