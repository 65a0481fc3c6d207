import { expect, test } from 'vitest';
import { asInstant } from '../instant.ts';
import { type CodeMeans, type ContactChange, type ContactField, evolveContact } from './contact-change.ts';
import { askChange, type ContactCommand, codeMeans, decideContact, FREEZE_MS } from './decide-contact.ts';
import { meansConfirmed } from './means-confirmed.ts';

const START = asInstant(1_000_000);
const MINUTE = 60_000;
const after = (ms: number) => asInstant(START + ms);

/** A command without its instant, which the test adds. */
type Said<T = ContactCommand> = T extends ContactCommand ? Omit<T, 'at'> : never;
const CODE: Said = { type: 'enterCode', by: 'ana', isRight: true };
const WRONG: Said = { type: 'enterCode', by: 'ana', isRight: false };
const CALL: Said = { type: 'recordCall', by: 'desk' };
const FREEZE: Said = { type: 'freeze' };
const judge = (party: 'contractor' | 'oversight', verdict: 'use' | 'keep', by: string = party): Said => ({
  ...{ type: 'judge', party, verdict, by },
});

/** A field, and by what a code goes to it; to an address by mail, to a number by nothing unless it is said. */
type Asked = ContactField | `mobile ${CodeMeans}` | `office ${CodeMeans}`;

/** What the last of these commands comes to, a minute apart from the asking on; the ones before must be taken. */
function last(asked: Asked, said: readonly Said[], gap = MINUTE): string {
  const [field, codeBy = field === 'email' ? ('email' as const) : undefined] = asked.split(' ') as [
    ContactField,
    CodeMeans?,
  ];
  let change: ContactChange = evolveContact(undefined, askChange({ at: START, by: 'ana' }, field, codeBy));
  let answer = '';
  for (const [index, one] of said.entries()) {
    const decision = decideContact(change, { ...one, at: after((index + 1) * gap) } as ContactCommand);
    if ('no' in decision) {
      answer = `no: ${decision.no}`;
      if (index < said.length - 1) throw new Error(`${one.type}: ${decision.no}`);
      continue;
    }
    change = decision.events.reduce<ContactChange>(evolveContact, change);
    answer = change.status;
  }
  return answer;
}

test.each([
  ['the right code uses an address', 'email', [CODE], 'done'],
  ['a code is typed by whoever asked', 'email', [{ ...CODE, by: 'bo' }], 'no: notTheirs'],
  ['the fourth wrong code is still forgiven', 'email', [WRONG, WRONG, WRONG, WRONG, CODE], 'done'],
  ['the fifth wrong code ends it', 'email', [WRONG, WRONG, WRONG, WRONG, WRONG], 'dropped'],
  ['after that no code counts', 'email', [WRONG, WRONG, WRONG, WRONG, WRONG, CODE], 'no: notWaiting'],
  ['a number that somebody rings has no code', 'mobile', [CODE], 'no: notWaiting'],
  ['the right code uses a number', 'mobile text', [CODE], 'done'],
  ['a code that was spoken does as well', 'office call', [WRONG, CODE], 'done'],
  ['the fifth wrong code of a number ends it', 'mobile text', [WRONG, WRONG, WRONG, WRONG, WRONG], 'dropped'],
  ['where a code went nobody’s call counts', 'mobile text', [CALL], 'no: notByCall'],
  ['a number whose code counts is held up', 'office call', [CODE, FREEZE], 'frozen'],
  ['a call by another uses a number', 'office', [CALL], 'done'],
  ['nobody rings themselves', 'office', [{ ...CALL, by: 'ana' }], 'no: ownChange'],
  ['an address is not rung', 'email', [CALL], 'no: notByCall'],
  ['what is used is not rung again', 'mobile', [CALL, CALL], 'no: notWaiting'],
  ['what waits is held up', 'email', [FREEZE], 'frozen'],
  ['what is used is held up', 'mobile', [CALL, FREEZE], 'frozen'],
  ['what is held up takes no code', 'email', [FREEZE, CODE], 'no: notWaiting'],
  ['what is held up takes no call', 'mobile', [FREEZE, CALL], 'no: notWaiting'],
  [
    'what is held up is not taken back',
    'mobile',
    [FREEZE, { type: 'takeBack', by: 'ana' }],
    'no: notWaiting',
  ],
  ['what was taken back is over', 'email', [{ type: 'takeBack', by: 'ana' }, CODE], 'no: notWaiting'],
  ['nobody takes back another’s', 'email', [{ type: 'takeBack', by: 'bo' }], 'no: notTheirs'],
  ['one party alone settles nothing', 'email', [FREEZE, judge('contractor', 'use')], 'frozen'],
  [
    'one party twice settles nothing',
    'email',
    [FREEZE, judge('contractor', 'use'), judge('contractor', 'use', 'other')],
    'frozen',
  ],
  [
    'two words that differ settle nothing',
    'email',
    [FREEZE, judge('contractor', 'use'), judge('oversight', 'keep')],
    'frozen',
  ],
  ['both may use it', 'email', [FREEZE, judge('oversight', 'use'), judge('contractor', 'use')], 'done'],
  [
    'both may keep the one from before',
    'email',
    [FREEZE, judge('oversight', 'keep'), judge('contractor', 'keep')],
    'dropped',
  ],
  ['nobody judges their own', 'email', [FREEZE, judge('contractor', 'use', 'ana')], 'no: ownChange'],
  ['what is not held up is not judged', 'email', [judge('oversight', 'keep')], 'no: notFrozen'],
] as const)('%s', (_rule, field, said, answer) => {
  expect(last(field, said)).toBe(answer);
});

test('a code goes by what is carried: to a mobile telephone by text or call, to an office by call, else by nothing', () => {
  expect(codeMeans('email', [])).toEqual(['email']);
  expect(codeMeans('mobile', ['text', 'call'])).toEqual(['text', 'call']);
  expect(codeMeans('mobile', ['call'])).toEqual(['call']);
  expect(codeMeans('office', ['text', 'call'])).toEqual(['call']);
  expect(codeMeans('office', ['text'])).toEqual([]);
  expect(codeMeans('mobile', [])).toEqual([]);
});

test('a code counts until its half hour is over, and a change is held up until its 72 hours are', () => {
  expect(last('email', [CODE], 30 * MINUTE - 1)).toBe('done');
  expect(last('email', [CODE], 30 * MINUTE)).toBe('no: codeOver');
  expect(last('mobile text', [CODE], 30 * MINUTE)).toBe('no: codeOver');
  expect(last('email', [FREEZE], FREEZE_MS - 1)).toBe('frozen');
  expect(last('email', [FREEZE], FREEZE_MS)).toBe('no: tooLate');
});

test('of somebody’s details the first and the last confirmation count, and only of what they have', () => {
  const used = { email: 'ana@ladder.example', mobile: '+1 916 555 0101' };
  expect(meansConfirmed(used, {})).toEqual({ unconfirmed: ['email', 'mobile'], confirmed: undefined });
  expect(meansConfirmed(used, { email: after(2), mobile: after(1) })).toEqual({
    unconfirmed: [],
    confirmed: { first: after(1), last: after(2) },
  });
  expect(meansConfirmed(used, { office: after(1) }).unconfirmed).toEqual(['email', 'mobile']);
});
