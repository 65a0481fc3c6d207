import { expect, test } from 'vitest';
import { parseSpan } from './span.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CENTURY_DAYS = 36_525;

const time = (ms: number) => ({ unit: 'time', ms });
const days = (count: number) => ({ unit: 'day', days: count });
const businessDays = (count: number) => ({ unit: 'businessDay', days: count });

test.each([
  ['45 seconds', time(45_000)],
  ['90 minutes', time(90 * MINUTE)],
  ['1 hour', time(HOUR)],
  ['4 hours', time(4 * HOUR)],
  ['1 day', days(1)],
  ['2 weeks', days(14)],
  ['1 business day', businessDays(1)],
  ['10 business days', businessDays(10)],
])('"%s" is a span in words', (text, span) => {
  expect(parseSpan(text)).toEqual(span);
});

test.each([
  ['PT1H30M', time(90 * MINUTE)],
  ['PT90M', time(90 * MINUTE)],
  ['PT0.25S', time(250)],
  ['PT1.001S', time(1001)],
  ['P2D', days(2)],
  ['P1W', days(7)],
])('"%s" is a span in ISO 8601', (text, span) => {
  expect(parseSpan(text)).toEqual(span);
});

test.each([
  ['one of many', '1 hours', time(HOUR)],
  ['many of one', '2 business day', businessDays(2)],
  ['capitals', '4 Hours', time(4 * HOUR)],
  ['small letters', 'pt1h', time(HOUR)],
  ['spaces around it', '  4 hours\n', time(4 * HOUR)],
  ['zeros before it', '04 hours', time(4 * HOUR)],
])('%s make no difference', (_what, text, span) => {
  expect(parseSpan(text)).toEqual(span);
});

test.each([
  ['nothing', ''],
  ['no number', 'an hour'],
  ['no unit', '4'],
  ['no space', '4hours'],
  ['two spaces', '4  hours'],
  ['a unit that is no fixed length', '1 month'],
  ['a day of work by another name', '1 working day'],
  ['a business hour', '2 business hours'],
  ['two units in words', '1 hour 30 minutes'],
  ['a broken number in words', '1.5 hours'],
  ['a time before', '-4 hours'],
  ['no time in words', '0 hours'],
  ['no day', '0 business days'],
  ['no time in ISO form', 'PT0S'],
  ['less than a millisecond', 'PT0.0001S'],
  ['ISO form without a unit', 'P'],
  ['ISO form with an empty time', 'PT'],
  ['years and months', 'P1Y'],
  ['months, which are no minutes', 'P1M'],
  ['days and hours together', 'P1DT4H'],
  ['hours in the wrong order', 'PT30M1H'],
  ['something after it', '4 hours at most'],
])('%s is no span: "%s"', (_what, text) => {
  expect(parseSpan(text)).toBeUndefined();
});

test.each([
  [`${CENTURY_DAYS} days`, days(CENTURY_DAYS)],
  [`${CENTURY_DAYS} business days`, businessDays(CENTURY_DAYS)],
  [`${CENTURY_DAYS * 24} hours`, time(CENTURY_DAYS * 24 * HOUR)],
])('a century is a span: "%s"', (text, span) => {
  expect(parseSpan(text)).toEqual(span);
});

test.each([
  `${CENTURY_DAYS + 1} days`,
  `${CENTURY_DAYS + 1} business days`,
  `${CENTURY_DAYS * 24 + 1} hours`,
  'P5218W',
  '9999999999 hours',
])('more than a century is a typing error: "%s"', (text) => {
  expect(parseSpan(text)).toBeUndefined();
});
