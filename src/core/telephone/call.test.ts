import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asInstant } from '../instant.ts';
import { callTurn } from './call.ts';
import {
  begun,
  type CaseOffer,
  type Conversation,
  type Facts,
  type Heard,
  type Told,
  type Turn,
} from './conversation.ts';

const ONE: Facts = {
  contracts: [
    {
      contract: 'sample',
      title: 'A contract',
      tracks: [
        { id: 'service', title: 'Service' },
        { id: 'billing', title: 'Bills' },
      ],
    },
  ],
  likely: undefined,
};
const DANA = {
  contract: 'sample',
  personId: 'dana',
  name: 'Dana',
  customerId: 'agency',
  customerName: 'An agency',
};
const KNOWN: Facts = { ...ONE, likely: DANA };
const TWO: Facts = {
  ...ONE,
  contracts: [...ONE.contracts, { contract: 'other', title: 'Other', tracks: [{ id: 'all', title: 'All' }] }],
};
const OFFER: CaseOffer = {
  caseId: '100001',
  stands: 'Level 1 owes an answer.',
  moves: [2],
  ahead: undefined,
  acts: ['ask', 'satisfied', 'notSatisfied'],
};

const keys = (typed: string): Heard => ({ kind: 'keys', keys: typed });
const told = (what: Told): Heard => ({ kind: 'told', told: what });
const NOTHING: Heard = { kind: 'nothing' };

function turnAfter(facts: Facts, ...heard: readonly Heard[]): Turn {
  const first = callTurn(begun('en'), { kind: 'began' }, facts);
  return heard.reduce((turn, one) => callTurn(turn.conversation, one, facts), first);
}
const codes = ({ said }: Turn): readonly string[] => said.map(({ code }) => code);
const OPENED = told({
  is: 'opened',
  ...{ offer: OFFER, pin: '654321' },
  course: {
    timeZone: 'UTC',
    asked: { level: 1, title: 'Manager', answerBy: undefined },
    moves: [
      { level: 2, title: 'Architect', at: asInstant(0), actor: 'customer' },
      { level: 3, title: 'Director', at: asInstant(1), actor: 'oversight' },
    ],
  },
});
const RIGHT = told({ is: 'right', offer: OFFER, contract: 'sample' });
const atCase = [keys('2'), keys('100001'), keys('123456'), RIGHT] as const;

describe('a call that comes in', () => {
  test('is greeted by the contract’s title, and offered the other language in that language', () => {
    const turn = turnAfter(ONE);
    expect(codes(turn)).toEqual(['greeting', 'otherLanguage', 'menu']);
    expect(turn.said[0]).toMatchObject({ values: { title: 'A contract' } });
    expect(turn.said[1]).toMatchObject({ language: 'es' });
    expect(turnAfter(ONE, keys('9')).conversation.language).toBe('es');
    expect(turnAfter(ONE, keys('9'), keys('9')).conversation.language).toBe('en');
  });
  test('of several contracts none is named before it is chosen', () => {
    expect(turnAfter(TWO).said[0]).toMatchObject({ values: { title: undefined } });
    expect(codes(turnAfter(TWO, keys('1')))).toEqual(['chooseContract', 'chooseContract']);
    expect(turnAfter(TWO, keys('1'), keys('2')).conversation).toMatchObject({
      contract: 'other',
      track: 'all',
    });
  });
  test('ends after three turns without anything that fits', () => {
    expect(turnAfter(ONE, NOTHING, keys('7')).next).toEqual({ wait: 'keys', max: 1 });
    expect(turnAfter(ONE, NOTHING, keys('7'), NOTHING)).toMatchObject({ next: { wait: 'hangUp' } });
    expect(turnAfter(ONE, NOTHING, NOTHING, keys('1'), NOTHING, NOTHING).next).toEqual({
      wait: 'keys',
      max: 1,
    });
  });
  test('where no plan is in force is told so', () => {
    expect(codes(turnAfter({ contracts: [], likely: undefined }, keys('1')))).toContain('nothingOpen');
  });
});

describe('opening a case', () => {
  test('by a number on file asks whether it is them, and opens for them', () => {
    const asked = turnAfter(KNOWN, keys('1'), keys('1'));
    expect(asked.said).toMatchObject([{ code: 'confirmPerson', values: { name: 'Dana' } }]);
    expect(codes(turnAfter(KNOWN, keys('1'), keys('1'), keys('1')))).toEqual(['describe']);
    const opens = turnAfter(KNOWN, keys('1'), keys('1'), keys('1'), { kind: 'speech', recording: 'r1' });
    expect(opens.next).toEqual({
      ...{ ask: 'open', contract: 'sample', track: 'service' },
      ...{ customer: 'agency', person: 'dana', recording: 'r1' },
    });
  });
  test('by somebody else at that number asks for the code', () => {
    expect(codes(turnAfter(KNOWN, keys('1'), keys('2'), keys('2')))).toEqual(['enterCode']);
  });
  test('a number on file in another contract says nothing', () => {
    expect(
      codes(turnAfter({ ...ONE, likely: { ...DANA, contract: 'other' } }, keys('1'), keys('1'))),
    ).toEqual(['enterCode']);
  });
  test.each([
    ['a customer’s code', '12345678', { ask: 'customer', contract: 'sample', code: '12345678' }],
    ['no code', '0', { wait: 'speech', secondsMax: 120 }],
  ])('with %s', (_name, typed, next) => {
    expect(turnAfter(ONE, keys('1'), keys('1'), keys(typed)).next).toEqual(next);
  });
  test('a code that is none is asked for again', () => {
    const turn = turnAfter(ONE, keys('1'), keys('1'), keys('12345678'), told({ is: 'nobody' }));
    expect(codes(turn)).toEqual(['codeUnknown', 'enterCode']);
  });
  test('opens also where nothing is said', () => {
    expect(turnAfter(KNOWN, keys('1'), keys('1'), keys('1'), NOTHING).next).toMatchObject({
      ask: 'open',
      recording: undefined,
    });
  });
  test('tells number and PIN twice, what comes next, and all of it again for a key', () => {
    const turn = turnAfter(...([KNOWN, keys('1'), keys('1'), keys('1'), NOTHING] as const), OPENED);
    const all = ['opened', 'openedAgain', 'courseAsked', 'courseMove', 'courseMove', 'courseEnds'];
    expect(codes(turn)).toEqual([...all, 'afterOpening']);
    const again = callTurn(turn.conversation, keys('9'), KNOWN);
    expect(again).toMatchObject({ said: [], next: { ask: 'opened' } });
    expect(codes(callTurn(again.conversation, OPENED, KNOWN))).toEqual([...all, 'afterOpening']);
  });
  test('what is held is said to be, and leads to whoever is on duty', () => {
    const turn = turnAfter(ONE, keys('1'), keys('1'), keys('0'), NOTHING, told({ is: 'held' }));
    expect(codes(turn)).toEqual(['held', 'afterHeld']);
    expect(callTurn(turn.conversation, keys('1'), ONE).next).toEqual({
      ask: 'reach',
      contract: 'sample',
      tried: 0,
    });
  });
});

describe('number and PIN', () => {
  test('open the case’s own menu', () => {
    const turn = turnAfter(ONE, ...atCase);
    expect(codes(turn)).toEqual(['stands', 'mayAsk', 'mayMove', 'maySettle', 'mayConnect']);
  });
  test('a wrong one asks for both again, and the fifth ends the call', () => {
    const wrong = [keys('100001'), keys('123456'), told({ is: 'wrong' })] as const;
    const four = turnAfter(ONE, keys('2'), ...wrong, ...wrong, ...wrong, ...wrong);
    expect(codes(four)).toEqual(['wrongPin', 'enterCase']);
    const fifth = turnAfter(ONE, keys('2'), ...wrong, ...wrong, ...wrong, ...wrong, ...wrong);
    expect(codes(fifth)).toEqual(['tooManyWrong', 'goodbye']);
    expect(fifth.next).toEqual({ wait: 'hangUp' });
  });
  test('a line that is locked says so and ends', () => {
    const turn = turnAfter(ONE, keys('2'), keys('100001'), keys('123456'), told({ is: 'locked' }));
    expect(codes(turn)).toEqual(['lineLocked', 'goodbye']);
  });
  test.each([
    ['2', { ask: 'give', act: 'ask', level: undefined }],
    ['4', { ask: 'give', act: 'notSatisfied', level: undefined }],
    ['9', { ask: 'standing' }],
    ['0', { ask: 'reach', contract: 'sample', tried: 0 }],
  ])('key %s acts at once', (key, next) => {
    expect(turnAfter(ONE, ...atCase, keys(key)).next).toEqual(next);
  });
  test.each([
    ['3', 'sureSatisfied', { ask: 'give', act: 'satisfied', level: undefined }],
    ['5', 'sureMove', { ask: 'give', act: 'escalate', level: 2 }],
  ])('key %s is asked once more', (key, code, next) => {
    expect(codes(turnAfter(ONE, ...atCase, keys(key)))).toEqual([code]);
    expect(turnAfter(ONE, ...atCase, keys(key), keys('1')).next).toEqual(next);
    expect(turnAfter(ONE, ...atCase, keys(key), keys('2')).conversation.place).toBe('case');
  });
  test('what is not offered is not done', () => {
    const closed = told({
      is: 'right',
      contract: 'sample',
      offer: { ...OFFER, moves: [], acts: ['undoSatisfied'] },
    });
    const at = [keys('2'), keys('100001'), keys('123456'), closed] as const;
    for (const key of ['2', '3', '4', '5']) {
      expect(codes(turnAfter(ONE, ...at, keys(key)))[0]).toBe('notUnderstood');
    }
    expect(turnAfter(ONE, ...at, keys('6')).next).toMatchObject({ act: 'undoSatisfied' });
  });
  test('what was done is said, and what may be done now', () => {
    const done = told({ is: 'done', offer: { ...OFFER, moves: [] }, contract: 'sample' });
    expect(codes(turnAfter(ONE, ...atCase, keys('5'), keys('1'), done))).toEqual([
      ...['done', 'stands', 'mayAsk', 'maySettle', 'mayConnect'],
    ]);
  });
});

describe('being connected', () => {
  const rings = told({ is: 'rings', number: '+12025550101' });
  test('goes from one to the next, and to a message where nobody is left', () => {
    const first = turnAfter(ONE, keys('3'), rings);
    expect(first).toMatchObject({ next: { wait: 'connection', number: '+12025550101' } });
    expect(codes(first)).toEqual(['connecting']);
    const second = callTurn(first.conversation, { kind: 'connection', reached: false }, ONE);
    expect(second.next).toEqual({ ask: 'reach', contract: 'sample', tried: 1 });
    const none = callTurn(second.conversation, told({ is: 'nobody' }), ONE);
    expect(codes(none)).toEqual(['nobodyThere', 'leaveMessage']);
    const kept = callTurn(none.conversation, { kind: 'speech', recording: 'r2' }, ONE);
    expect(kept.next).toEqual({ ask: 'message', contract: 'sample', recording: 'r2' });
  });
  test('whoever has spoken with somebody is done', () => {
    const turn = turnAfter(ONE, keys('3'), rings, { kind: 'connection', reached: true });
    expect(turn.next).toEqual({ wait: 'hangUp' });
  });
});

test('whatever is heard, a call says something or waits for an answer, offers no case without its PIN, and ends', () => {
  const anything: fc.Arbitrary<Heard> = fc.oneof(
    fc.constantFrom<Heard>(
      { kind: 'nothing' },
      { kind: 'connection', reached: false },
      { kind: 'connection', reached: true },
    ),
    fc.stringMatching(/^[0-9*#]{0,20}$/).map((typed): Heard => keys(typed)),
    fc
      .option(fc.constant('r'), { nil: undefined })
      .map((recording): Heard => ({ kind: 'speech', recording })),
  );
  const answers = (next: Turn['next']): Told => {
    if (!('ask' in next)) throw new Error('nothing was asked');
    switch (next.ask) {
      case 'pin':
        return { is: 'wrong' };
      case 'customer':
      case 'reach':
        return { is: 'nobody' };
      case 'open':
        return { is: 'held' };
      case 'message':
        return { is: 'kept' };
      default:
        throw new Error(`${next.ask} without a PIN`);
    }
  };
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 40 }), fc.constantFrom(ONE, KNOWN, TWO), (heard, facts) => {
      let turn = callTurn(begun('en'), { kind: 'began' }, facts);
      let misses = 0;
      for (const one of heard) {
        const before: Conversation = turn.conversation;
        turn = callTurn(before, one, facts);
        for (let asked = 0; 'ask' in turn.next; asked++) {
          expect(asked).toBeLessThan(3);
          turn = callTurn(turn.conversation, told(answers(turn.next)), facts);
        }
        misses = turn.conversation.misses;
        expect(misses).toBeLessThan(3);
        expect(turn.conversation.offer).toBeUndefined();
        expect(turn.said.length > 0 || before.place === 'over').toBe(true);
      }
    }),
  );
});
