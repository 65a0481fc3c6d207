import { describe, expect, test } from 'vitest';
import {
  ahead,
  asks,
  does,
  event,
  given,
  moves,
  openAfter,
  opens,
  responds,
  timePasses,
} from '../../../../test/build/case.ts';

const opened = opens('Tue 09:00');

describe('stated instants', () => {
  test('an opening counts from the instant the customer states, and shows it as stated', () => {
    given()
      .when(opens('Tue 09:30', { statedAt: 'Tue 09:00' }))
      .brings(event('CaseOpened', { occurredAt: 'Tue 09:30', statedAt: 'Tue 09:00' }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('an ask counts from the instant the customer states', () => {
    given(opened, responds('Tue 09:10'))
      .when(asks('Tue 11:00', { statedAt: 'Tue 10:00' }))
      .then(event('CustomerAsked', { statedAt: 'Tue 10:00' }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 10:00');
  });
  test('an instant stated exactly 24 hours back is accepted', () => {
    given()
      .when(opens('Wed 09:00', { statedAt: 'Tue 09:00' }))
      .brings(event('CaseOpened', { statedAt: 'Tue 09:00' }));
  });
  test('an instant stated a millisecond more than 24 hours back is refused', () => {
    given()
      .when(opens('Wed 09:00', { statedAt: 'Tue 08:59:59.999' }))
      .refuses('case-stated-too-old', {
        ...{ statedAt: 'Tue 08:59:59.999', occurredAt: 'Wed 09:00', hours: 24 },
      });
  });
  test('the 24 hours are counted from when the word was received, however late it is handled', () => {
    given()
      .when(opens('Thu 09:00', { occurredAt: 'Wed 09:00', statedAt: 'Tue 09:00' }))
      .brings(event('CaseOpened', { statedAt: 'Tue 09:00' }));
  });
  test('an instant cannot be stated after the word was received', () => {
    given(opened)
      .when(asks('Tue 10:00', { statedAt: 'Tue 10:01' }))
      .refuses('case-stated-ahead', { statedAt: 'Tue 10:01', occurredAt: 'Tue 10:00' });
  });
  test('no ask is stated before the opening', () => {
    given(opened)
      .when(asks('Tue 10:00', { statedAt: 'Tue 08:59' }))
      .refuses('case-stated-before-opening', { statedAt: 'Tue 08:59', openedAt: 'Tue 09:00' });
  });
  test('an ask may be stated back to the opening as the customer stated it', () => {
    given(opens('Tue 09:30', { statedAt: 'Tue 09:00' }))
      .when(asks('Tue 10:00', { statedAt: 'Tue 09:00' }))
      .then(event('CustomerAsked'));
  });
  test('a move is never stated before its step was due', () => {
    given(opened, timePasses('Tue 13:00'))
      .when(moves('Tue 13:10', 2, { statedAt: 'Tue 12:59' }))
      .refuses('case-stated-before-due', { statedAt: 'Tue 12:59', level: 2, dueAt: 'Tue 13:00' });
  });
  test('a move may be stated from the instant its step was due, and its ask counts from there', () => {
    const state = openAfter(opened, responds('Tue 09:40'), moves('Tue 15:00', 2, { statedAt: 'Tue 13:00' }));
    expect(ahead(state)).toEqual(['step 3 Wed 13:00']);
  });
  test("a response counts from when it was received, until the customer confirms the author's instant", () => {
    const answered = [opened, responds('Tue 11:00', 'ana', { statedAt: 'Tue 09:40' })];
    const again = [...answered, asks('Tue 11:30', { statedAt: 'Tue 10:00' })];
    // Received at 11:00, it still follows what the customer asked at 10:00.
    expect(ahead(openAfter(...again))).toEqual(['step 2 Tue 13:00']);
    given(...again)
      .when(does('confirmResponse', 'Tue 12:00', { response: 0 }))
      .then(event('ResponseConfirmed', { response: 0 }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 10:00');
  });
  test.each([
    ['is unknown', 7],
    ['states no other instant', 0],
  ])('a response that %s cannot be confirmed', (_, response) => {
    given(opened, responds('Tue 09:40'))
      .when(does('confirmResponse', 'Tue 12:00', { response }))
      .refuses('case-answer-unknown', { response });
  });
});

describe('a stated instant is open to contest', () => {
  const stated = [opens('Tue 09:30', { statedAt: 'Tue 09:00' })];
  const contested = [...stated, does('contestStatedInstant', 'Tue 10:00', { ask: 0 })];

  test('the contractor contests it', () => {
    given(...stated)
      .when(does('contestStatedInstant', 'Tue 10:00', { ask: 0 }))
      .then(event('StatedInstantContested', { ask: 0, actor: 'contractor' }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('upheld, everything counts from when the word was received', () => {
    given(...contested)
      .when(does('decideStatedInstant', 'Tue 11:00', { ask: 0, upheld: true }))
      .then(event('StatedInstantDecided', { actor: 'oversight', upheld: true }))
      .leaves('step 2 Tue 13:30', 'step 3 Wed 09:30');
  });
  test('dismissed, the stated instant stands', () => {
    given(...contested)
      .when(does('decideStatedInstant', 'Tue 11:00', { ask: 0, upheld: false }))
      .then(event('StatedInstantDecided', { upheld: false }))
      .leaves('step 2 Tue 13:00', 'step 3 Wed 09:00');
  });
  test('an ask is contested once', () => {
    given(...contested)
      .when(does('contestStatedInstant', 'Tue 10:30', { ask: 0 }))
      .refuses('case-contest-settled', { what: 'ask', number: 0 });
  });
  test('what nobody contests cannot be decided', () => {
    given(...stated)
      .when(does('decideStatedInstant', 'Tue 11:00', { ask: 0, upheld: true }))
      .refuses('case-contest-missing', { what: 'ask', number: 0 });
  });
  test('an ask for which no instant was stated cannot be contested', () => {
    given(opened)
      .when(does('contestStatedInstant', 'Tue 10:00', { ask: 0 }))
      .refuses('case-ask-not-stated', { ask: 0 });
  });
  test.each(['contestStatedInstant', 'decideStatedInstant'] as const)('%s needs an ask there is', (type) => {
    given(...stated)
      .when(does(type, 'Tue 10:00', { ask: 4 }))
      .refuses('case-ask-unknown', { ask: 4 });
  });
});
