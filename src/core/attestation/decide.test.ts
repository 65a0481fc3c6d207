import { describe, expect, test } from 'vitest';
import {
  decideOn,
  everything,
  liveAfter,
  released,
  standing,
  takesUp,
} from '../../../test/attestation/build.ts';
import { on } from '../../../test/obligation/build.ts';
import { attestationDeadlines, roundAfter, waitDays } from './deadlines.ts';
import { missedTimes, noAttestation } from './state.ts';

const NOVEMBER = on('2026-11-20');
const ROUND = on('2027-02-18', '09:00');
const due = { type: 'deadlineDue' } as const;
const attest = (...details: readonly string[]) => ({ type: 'attest', details, by: 'ana' }) as const;

describe('rounds', () => {
  test.each([
    ['at once after it', '2026-11-20', '09:00', '2027-02-18'],
    ['a moment before one', '2027-02-18', '08:59', '2027-02-18'],
    ['at one', '2027-02-18', '09:00', '2027-05-19'],
    ['years later', '2031-01-01', '12:00', '2031-01-28'],
  ])('the next one is counted from the anchor: %s', (_title, date, time, next) => {
    expect(roundAfter(standing(), on(date, time))).toBe(on(next, '09:00'));
  });
  test('rounds before the anchor do not come', () => {
    expect(roundAfter(standing({ anchorOn: '2027-06-01' }), NOVEMBER)).toBe(on('2027-08-30', '09:00'));
  });
  test.each([
    [90, 14],
    [30, 10],
    [2, 1],
  ])('where they come every %i days, an answer is waited for %i days', (everyDays, days) => {
    expect(waitDays({ everyDays })).toBe(days);
  });
});

describe('a round', () => {
  test('asks for every detail, reminds twice, and is silence after that', () => {
    const asked = liveAfter([takesUp(), NOVEMBER], [due, ROUND]);
    expect(asked).toMatchObject({ status: 'asked', open: everything, asked: { number: 1, reminders: 0 } });
    expect(attestationDeadlines(asked)).toEqual([
      { kind: 'reminder', reminder: 1, dueAt: on('2027-02-22', '09:00') },
      { kind: 'reminder', reminder: 2, dueAt: on('2027-02-27', '09:00') },
      { kind: 'unanswered', dueAt: on('2027-03-04', '09:00') },
      { kind: 'round', dueAt: on('2027-05-19', '09:00') },
    ]);
    const silent = decideOn(asked, due, on('2027-03-04', '09:01'));
    expect(silent).toMatchObject({
      events: [
        { type: 'AttestationReminded', reminder: 1 },
        { type: 'AttestationReminded', reminder: 2 },
        { type: 'AttestationUnanswered', dueAt: on('2027-03-04', '09:00'), latenessMs: 60_000 },
      ],
      state: { status: 'unanswered', missed: everything },
    });
  });
  test('each detail is confirmed by itself, and what is left stays open', () => {
    const some = liveAfter([takesUp(), NOVEMBER], [due, ROUND], [attest('email'), on('2027-02-19')]);
    expect(some).toMatchObject({ status: 'asked', open: ['mobile', 'availability'] });
    expect(some.confirmed).toEqual({ email: on('2027-02-19') });
    const all = decideOn(some, attest('mobile', 'availability'), on('2027-02-20'));
    expect(all).toMatchObject({ state: { status: 'standing', open: [] } });
    if (all.accepted) expect(attestationDeadlines(all.state).map(({ kind }) => kind)).toEqual(['round']);
  });
  test('what was missed says since when, until it is confirmed, whatever round comes meanwhile', () => {
    const later = liveAfter(
      [takesUp(), NOVEMBER],
      [attest('mobile'), on('2026-12-01')],
      [due, ROUND],
      [due, on('2027-03-04', '09:00')],
      [attest('email', 'availability'), on('2027-03-05')],
      [due, on('2027-05-19', '09:00')],
    );
    expect(later).toMatchObject({ status: 'asked', open: everything, missed: ['mobile'] });
    expect(missedTimes(later)).toEqual({ mobile: on('2026-12-01') });
    const done = decideOn(later, attest('mobile'), on('2027-05-20'));
    expect(done).toMatchObject({ state: { missed: [], open: ['email', 'availability'] } });
  });
  test('rounds on which nobody acted are not made up for', () => {
    const late = decideOn(liveAfter([takesUp(), NOVEMBER]), due, on('2028-01-01'));
    expect(late).toMatchObject({ state: { status: 'asked', nextRoundAt: on('2028-02-13', '09:00') } });
  });
});

type Step = readonly [Parameters<typeof decideOn>[1], Parameters<typeof decideOn>[2]];

describe('doubt', () => {
  const confirmed = liveAfter([takesUp(), NOVEMBER], [attest('email', 'mobile'), on('2026-12-01')]);
  const CALL = { type: 'doubt', detail: 'mobile', failure: 'wrongPerson', caseId: '7' } as const;
  const doubted = (...steps: readonly Step[]) =>
    liveAfter(
      [takesUp(), NOVEMBER],
      [attest('email', 'mobile'), on('2026-12-01')],
      [CALL, on('2026-12-02', '10:00')],
      ...steps,
    );
  test('takes the proof of that number alone, and is told once', () => {
    const first = decideOn(confirmed, CALL, on('2026-12-02'));
    expect(first).toMatchObject({
      events: [{ type: 'MeansDoubted', detail: 'mobile', failure: 'wrongPerson', caseId: '7' }],
      state: { confirmed: { email: on('2026-12-01') }, doubted: { mobile: on('2026-12-02') } },
    });
    expect(doubted().confirmed.mobile).toBeUndefined();
    expect(decideOn(doubted(), CALL, on('2026-12-03'))).toMatchObject({ accepted: true, events: [] });
  });
  test('is of what they stand there with: a number that is none of theirs is not doubted', () => {
    const office = { ...CALL, detail: 'office' } as const;
    expect(decideOn(confirmed, office, on('2026-12-02'))).toMatchObject({ events: [] });
  });
  test('ends with their word, or a call that reached them later, and not with an answered mail', () => {
    const reached = (detail: string, time: string) =>
      decideOn(doubted(), { type: 'answered', detail, sentAt: on('2026-12-02', time) }, on('2026-12-03'));
    expect(reached('mobile', '10:01')).toMatchObject({ events: [{ type: 'DoubtLifted', detail: 'mobile' }] });
    expect(reached('mobile', '10:00')).toMatchObject({ events: [] });
    expect(reached('email', '10:01')).toMatchObject({ events: [] });
    expect(doubted([attest('mobile'), on('2026-12-03')]).doubted).toBeUndefined();
  });
});

describe('standing', () => {
  test('whoever stood there when the plan came is not asked, who comes later is', () => {
    expect(liveAfter([takesUp(), NOVEMBER]).status).toBe('standing');
    expect(liveAfter([takesUp({}, { isChange: true }), NOVEMBER])).toMatchObject({
      status: 'asked',
      open: everything,
    });
  });
  test('the same facts again are nothing new', () => {
    const state = liveAfter([takesUp(), NOVEMBER]);
    expect(decideOn(state, takesUp({}, { isChange: true }), on('2026-12-01'))).toMatchObject({ events: [] });
  });
  test('another level asks for all of it, a new number for that alone', () => {
    const state = liveAfter([takesUp(), NOVEMBER]);
    const types = (changes: object) => {
      const decision = decideOn(state, takesUp(changes, { isChange: true }), on('2026-12-01'));
      return decision.accepted ? decision.events.slice(1) : decision.refusal;
    };
    expect(types({ levels: [2, 3], owned: [2, 3] })).toMatchObject([
      { because: 'seat', details: everything },
    ]);
    expect(types({ details: ['email', 'office', 'mobile', 'availability'] })).toMatchObject([
      { because: 'details', details: ['office'] },
    ]);
  });
  test('a code or a call proves a detail, and what is replaced unproved is asked for', () => {
    const known = { mobile: on('2026-12-02') };
    const proved = liveAfter([takesUp(), NOVEMBER], [takesUp({}, { known }), on('2026-12-03')]);
    expect(proved.confirmed).toEqual(known);
    const replaced = decideOn(proved, takesUp({}, { isChange: true }), on('2026-12-04'));
    expect(replaced).toMatchObject({
      events: [
        { type: 'DetailsReplaced', details: ['mobile'] },
        { type: 'AttestationAsked', because: 'details', details: ['mobile'] },
      ],
    });
  });
  test('who stands nowhere any more is released: nothing falls due, nothing is confirmed', () => {
    const gone = liveAfter([takesUp(), NOVEMBER], [released, on('2026-12-01')]);
    expect(gone.status).toBe('released');
    expect(attestationDeadlines(gone)).toEqual([]);
    expect(decideOn(gone, attest('email'), on('2026-12-02'))).toMatchObject({
      refusal: { code: 'attestation-unknown' },
    });
    expect(
      liveAfter([takesUp(), NOVEMBER], [released, on('2026-12-01')], [takesUp(), on('2027-01-01')]),
    ).toMatchObject({ status: 'standing' });
  });
  test.each([
    ['somebody who never stood there', noAttestation, attest('email'), 'attestation-unknown'],
    ['nothing', liveAfter([takesUp(), NOVEMBER]), attest(), 'attestation-detail-missing'],
    ['what is not theirs', liveAfter([takesUp(), NOVEMBER]), attest('office'), 'attestation-detail-unknown'],
  ])('refused: %s', (_title, state, said, code) => {
    expect(decideOn(state, said, on('2026-12-01'))).toMatchObject({ refusal: { code } });
  });
});
