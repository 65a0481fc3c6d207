import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, test } from 'vitest';
import { isFromCarrier } from './signature.ts';

const token = '0123456789abcdef0123456789abcdef';
const url = 'https://ladder.example/telephone/call?turn=3';
const params = { CallSid: 'CA1', From: '+12025550123', Digits: '1' };
const signature = getExpectedTwilioSignature(token, url, params);

describe('a request is the carrier’s', () => {
  test('where address and fields are signed with the secret of the account', () => {
    expect(isFromCarrier({ token, url, params, signature })).toBe(true);
  });
  test.each([
    ['another secret', { token: 'f'.repeat(32) }],
    ['another address', { url: 'https://other.example/telephone/call?turn=3' }],
    ['another turn', { url: 'https://ladder.example/telephone/call?turn=4' }],
    ['another field', { params: { ...params, Digits: '2' } }],
    ['a field more', { params: { ...params, Extra: '' } }],
    ['a field less', { params: { CallSid: 'CA1', From: '+12025550123' } }],
    ['no signature', { signature: '' }],
    ['half a signature', { signature: signature.slice(0, 10) }],
    ['a longer one', { signature: `${signature}=` }],
    ['nonsense', { signature: '\u0000é' }],
  ])('and not with %s', (_name, changes) => {
    expect(isFromCarrier({ token, url, params, signature, ...changes })).toBe(false);
  });
});
