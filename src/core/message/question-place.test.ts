import { expect, test } from 'vitest';
import { aboutWords as en, readingWords as enReading } from './en/question-place.ts';
import { aboutWords as es, readingWords as esReading } from './es/question-place.ts';

test.each([
  ['contacts.support.office', 'the office number of support', 'el número de oficina de support'],
  ['contacts.support', 'the contact support', 'el contacto support'],
  ['levels.3', 'level 3', 'el nivel 3'],
  ['tracks.outage.steps.2', 'step 2 of the track outage', 'el paso 2 de outage'],
  [
    'tracks.outage.steps.2.when',
    'when step 2 of the track outage is made',
    'cuándo se da el paso 2 de outage',
  ],
  [
    'tracks.outage.steps.2.when.calendar',
    'the calendar by which step 2 of the track outage is counted',
    'el calendario con que se cuenta el paso 2 de outage',
  ],
  [
    'calendars.business.businessDay',
    'what a business day is in the calendar business',
    'qué es un día hábil en el calendario business',
  ],
  [
    'calendars.business.holidays.use',
    'the holidays in the calendar business',
    'los feriados del calendario business',
  ],
  [
    'requirements.levels',
    'the number of levels that the contract requires',
    'cuántos niveles exige el contrato',
  ],
])('a question about %s is said in words', (path, english, spanish) => {
  expect([en(path), es(path)]).toEqual([english, spanish]);
});

test.each([
  'document.title',
  'levels.one',
  'contacts',
  'contacts.support.pager',
  'tracks.outage.steps',
  'calendars.business.constructor',
  'tracks.outage.steps.1.toString',
  'contacts.support.valueOf',
  '',
])('a question about “%s” is said by its path', (path) => {
  expect([en(path), es(path)]).toEqual([path, path]);
});

test.each([
  [
    'calendars.business.businessDay',
    'same-time',
    'until the same time of the next business day',
    'hasta la misma hora del día hábil siguiente',
  ],
  [
    'tracks.outage.steps.3.when',
    'anySilent',
    'once one of the levels before has not answered',
    'cuando uno de los niveles anteriores no ha respondido',
  ],
  ['tracks.outage.steps.2.when.calendar', 'always', 'around the clock', 'día y noche, sin pausa'],
  [
    'tracks.outage.steps.2.when.calendar',
    'business',
    'by the calendar business',
    'con el calendario business',
  ],
  ['calendars.business.businessDay', 'noon', 'noon', 'noon'],
  ['calendars.business.businessDay', 'constructor', 'constructor', 'constructor'],
  ['tracks.outage.steps.2.when', 'toString', 'toString', 'toString'],
  ['tracks.outage.steps.2.when', '4 hours', '4 hours', '4 hours'],
  ['contacts.support.office', '+1 800-555-0100', '+1 800-555-0100', '+1 800-555-0100'],
])('of %s the reading “%s” is said in words', (about, value, english, spanish) => {
  expect([enReading(about, value), esReading(about, value)]).toEqual([english, spanish]);
});
