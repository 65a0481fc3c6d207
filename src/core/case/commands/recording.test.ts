import { describe, expect, test } from 'vitest';
import { does, event, given, openAfter, opens, stateAfter } from '../../../../test/build/case.ts';
import { caseSentences } from '../../message/case.ts';
import { catalogue } from '../../message/catalogue.ts';
import { shownByCall } from '../call.ts';
import type { CaseEvent } from '../event.ts';

const closed = [opens('Tue 09:00'), does('withdraw', 'Tue 10:00')];
const called = { level: 1, contact: 'ana', telephone: 'mobile' } as const;
const put = (fields: object) =>
  does('recordCall', 'Tue 11:00', {
    ...called,
    by: 'ladder',
    over: 'call',
    actor: 'customer',
    ...fields,
  } as never);

describe('a call on a closed case', () => {
  test('is recorded where Ladder put it through: it has seen it', () => {
    given(...closed)
      .when(put({ reached: true, rangAt: 'Tue 10:57', connectedAt: 'Tue 10:58', lastedSeconds: 120 }))
      .then(event('CallRecorded', { ...called, reached: true, connectedAt: 'Tue 10:58' } as never));
    expect(stateAfter(...closed, put({ reached: true })).status).toBe('closed');
  });
  test('is not, by anybody’s word', () => {
    given(...closed)
      .when(does('recordCall', 'Tue 11:00', { ...called, reached: true, actor: 'customer' }))
      .refuses('case-closed');
  });
  test('is to somebody whom the case knows', () => {
    given(...closed)
      .when(put({ reached: true, contact: 'zoe' }))
      .refuses('case-contact-unknown', { contact: 'zoe' });
  });
});

test.each(['busy', 'notTaken', 'notConnected'] as const)('%s puts no number in doubt', (failure) => {
  expect(shownByCall({ ...called, reached: false, failure })).toBeUndefined();
});

test.each([
  ['of before, which knows no instants', {}, 'by the mobile number: reached, connected for 21 seconds.'],
  [
    'that has them',
    { connectedAt: 'Tue 10:58', rangAt: 'Tue 10:57' },
    'connected for 21 seconds, from Tue 17 Nov 2026, 10:58 am',
  ],
] as const)('the sentence of a call %s', (_which, fields, said) => {
  const { revision } = openAfter(opens('Tue 09:00'));
  const put21 = put({ reached: true, lastedSeconds: 21, ...fields });
  const told = { ...put21, type: 'CallRecorded' } as unknown as CaseEvent;
  expect(caseSentences(catalogue('en').case, revision).event(told)).toContain(said);
});
