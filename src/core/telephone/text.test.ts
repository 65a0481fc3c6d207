import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from './read-text.ts';
import { type TextFacts, type TextMemory, textStep, type WaitingNotice, withCustomer } from './text.ts';

describe('a text is read as', () => {
  test.each([
    ['STOP', { means: 'stop' }],
    [' stop. ', { means: 'stop' }],
    ['Alto', { means: 'stop' }],
    ['Stop calling me', { means: 'words' }],
    ['start', { means: 'start' }],
    ['Help', { means: 'help' }],
    ['1', { means: 'number', digits: '1' }],
    ['2 We are on it', { means: 'key', key: '2', rest: 'We are on it' }],
    ['2: 100001 we are on it', { means: 'key', key: '2', rest: '100001 we are on it' }],
    ['12345678', { means: 'number', digits: '12345678' }],
    ['Open no dial tone', { means: 'open', text: 'no dial tone' }],
    ['ABRIR: sin tono', { means: 'open', text: 'sin tono' }],
    ['OPEN', { means: 'open', text: '' }],
    ['Opening soon', { means: 'words' }],
    ['100001 123456', { means: 'pinned', caseId: '100001', pin: '123456', act: 'standing', text: '' }],
    [
      '100001 123456 satisfied',
      { means: 'pinned', caseId: '100001', pin: '123456', act: 'satisfied', text: '' },
    ],
    [
      'case 100001, 123456: Not satisfied, still dead',
      { means: 'pinned', caseId: '100001', pin: '123456', act: 'notSatisfied', text: 'still dead' },
    ],
    ['100001 123456 ask', { means: 'pinned', caseId: '100001', pin: '123456', act: 'ask', text: '' }],
    ['100001 123456 move', { means: 'pinned', caseId: '100001', pin: '123456', act: 'escalate', text: '' }],
    [
      'caso 100001 123456 no satisfecho',
      { means: 'pinned', caseId: '100001', pin: '123456', act: 'notSatisfied', text: '' },
    ],
    ['100001 1234567', { means: 'words' }],
    ['', { means: 'words' }],
    ['hello', { means: 'words' }],
  ])('%j', (body, meaning) => {
    expect(readText(body)).toEqual(meaning);
  });
});

const notice = (caseId: string, ...acts: readonly string[]): WaitingNotice => ({
  ...{ contract: 'sample', deliveryId: `d${caseId}`, caseId },
  keys: acts.map((key) => ({
    key,
    act: key === '1' ? 'acknowledge' : key === '2' ? 'respond' : 'satisfied',
  })),
});
const FACTS: TextFacts = {
  contracts: [{ contract: 'sample', title: 'A contract', tracks: [{ id: 'service', title: 'Service' }] }],
  likely: undefined,
  waiting: [],
};
const DANA = {
  contract: 'sample',
  personId: 'dana',
  name: 'Dana',
  customerId: 'agency',
  customerName: 'An agency',
};
const ask = (body: string, facts: Partial<TextFacts> = {}, memory?: TextMemory) =>
  textStep(body, { language: 'en', memory, facts: { ...FACTS, ...facts } });
const [A, B, C] = [notice('100001', '1', '2'), notice('100002', '1', '2'), notice('100003', '3', '4')];

describe('a reply code', () => {
  test('answers the one notice that waits', () => {
    expect(ask('1', { waiting: [A] })).toMatchObject({ step: 'notice', notice: A, key: '1', text: '' });
    expect(ask('2 we are on it', { waiting: [A] })).toMatchObject({ key: '2', text: 'we are on it' });
  });
  test('may name its case', () => {
    expect(ask('2 100002 we are on it', { waiting: [A, B] })).toMatchObject({
      notice: B,
      text: 'we are on it',
    });
  });
  test('that names a case which has gone on since is told so, and answers no other', () => {
    const facts = { waiting: [B], passed: [A] };
    expect(ask('2 100001 we are on it', facts)).toMatchObject({ step: 'notice', notice: A });
    expect(ask('1 100001', facts)).toMatchObject({ step: 'notice', notice: A, key: '1' });
    expect(ask('2 we are on it', facts)).toMatchObject({ step: 'notice', notice: B });
  });
  test('that names a case of which nothing waits does nothing; another number is a word like others', () => {
    expect(ask('2 100009 we are on it', { waiting: [B], namedCase: '100009' })).toEqual({
      step: 'nothingWaits',
    });
    expect(ask('2 441200 is the ticket', { waiting: [B] })).toMatchObject({
      ...{ notice: B, text: '441200 is the ticket' },
    });
  });
  test('of which several notices have it is asked which, and the case’s number says it', () => {
    const which = ask('2 we are on it', { waiting: [A, B, C] });
    expect(which).toMatchObject({ step: 'which', key: '2', caseIds: ['100001', '100002'] });
    if (which.step !== 'which') throw new Error();
    expect(ask('100002', { waiting: [A, B, C] }, which.memory)).toMatchObject({
      ...{ step: 'notice', notice: B, key: '2', text: 'we are on it' },
    });
  });
  test('that one notice alone has is that one’s', () => {
    expect(ask('3', { waiting: [A, B, C] })).toMatchObject({ step: 'notice', notice: C });
  });
  test('that none has does nothing', () => {
    expect(ask('8', { waiting: [A] })).toEqual({ step: 'noSuchKey', keys: ['1', '2'], caseId: '100001' });
    expect(ask('1')).toEqual({ step: 'nothingWaits' });
    expect(ask('thank you', { waiting: [A] })).toEqual({ step: 'nothingWaits' });
  });
});

describe('opening by text', () => {
  test('asks a number on file whether it is them, and opens', () => {
    const first = ask('OPEN no dial tone', { likely: DANA });
    expect(first).toMatchObject({ step: 'asked', said: [{ code: 'confirmPerson' }] });
    if (first.step !== 'asked') throw new Error();
    expect(ask('1', { likely: DANA, waiting: [A] }, first.memory)).toEqual({
      ...{ step: 'open', contract: 'sample', track: 'service' },
      ...{ customer: 'agency', person: 'dana', text: 'no dial tone' },
    });
    expect(ask('2', { likely: DANA }, first.memory)).toMatchObject({ said: [{ code: 'enterCode' }] });
  });
  test('of somebody unknown goes by the customer’s code, and without one to the desk', () => {
    const first = ask('open all lines dead');
    expect(first).toMatchObject({ step: 'asked', said: [{ code: 'enterCode' }] });
    if (first.step !== 'asked') throw new Error();
    const asked = ask('12345678', {}, first.memory);
    expect(asked).toMatchObject({ step: 'customer', code: '12345678' });
    if (asked.step !== 'customer' || asked.memory.kind !== 'opening') throw new Error();
    expect(withCustomer(asked.memory, { customer: 'agency', person: 'dana' }, FACTS)).toMatchObject({
      ...{ step: 'open', customer: 'agency', person: 'dana', text: 'all lines dead' },
    });
    expect(ask('0', {}, first.memory)).toMatchObject({
      step: 'open',
      customer: undefined,
      text: 'all lines dead',
    });
  });
  test('asks for the track where there are several', () => {
    const contracts = [
      {
        ...FACTS.contracts[0]!,
        tracks: [
          { id: 'service', title: 'Service' },
          { id: 'billing', title: 'Bills' },
        ],
      },
    ];
    const first = ask('open x', { contracts, likely: DANA });
    expect(first).toMatchObject({ said: [{ code: 'chooseTrack' }, { code: 'chooseTrack' }] });
    if (first.step !== 'asked') throw new Error();
    expect(ask('2', { contracts, likely: DANA }, first.memory)).toMatchObject({
      said: [{ code: 'confirmPerson' }],
    });
  });
});

test('whatever is written, and whatever was asked before, a text leads somewhere', () => {
  const memories: fc.Arbitrary<TextMemory | undefined> = fc.constantFrom(
    ...[undefined, { kind: 'which', key: '1', text: '' } as const],
    ...['open x', 'open'].map((body) => {
      const step = ask(body);
      return step.step === 'asked' ? step.memory : undefined;
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), memories, (body, memory) => {
      expect(ask(body, { waiting: [A, B] }, memory).step).toEqual(expect.any(String));
    }),
  );
});
