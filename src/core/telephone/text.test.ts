import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from './read-text.ts';
import {
  memoryAfter,
  type TextFacts,
  type TextMemory,
  textStep,
  type WaitingNotice,
  withCustomer,
} from './text.ts';

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
    ['100001 123456 ?', { means: 'pinned', caseId: '100001', pin: '123456', act: 'standing', text: '' }],
    ['100001 123456 Where?', { means: 'pinned', caseId: '100001', pin: '123456', act: 'standing', text: '' }],
    [
      '100001 123456 next level!',
      { means: 'pinned', caseId: '100001', pin: '123456', act: 'escalate', text: '' },
    ],
    [
      'caso 100001 123456 siguiente nivel.',
      { means: 'pinned', caseId: '100001', pin: '123456', act: 'escalate', text: '' },
    ],
    [
      '100001 123456 ask, is anybody there?',
      { means: 'pinned', caseId: '100001', pin: '123456', act: 'ask', text: 'is anybody there?' },
    ],
    [
      'Case 100001. PIN 123456. "Satisfied".',
      { means: 'pinned', caseId: '100001', pin: '123456', act: 'satisfied', text: '' },
    ],
    [
      '"100001 pin: 123456" “Not  satisfied”',
      { means: 'pinned', caseId: '100001', pin: '123456', act: 'notSatisfied', text: '' },
    ],
    ['100001 pinned 123456', { means: 'words' }],
    ['100001 1234567', { means: 'words' }],
    ['"3"!', { means: 'key', key: '3', rest: '' }],
    ['3?', { means: 'key', key: '3', rest: '?' }],
    ['3 lines are still dead', { means: 'key', key: '3', rest: 'lines are still dead' }],
    ['2nd line is dead', { means: 'words' }],
    ['2:30 and nobody came', { means: 'words' }],
    ['2.5 hours', { means: 'words' }],
    ['2:100001 on it', { means: 'key', key: '2', rest: '100001 on it' }],
    ['', { means: 'words' }],
    ['hello', { means: 'words' }],
  ])('%j', (body, meaning) => {
    expect(readText(body)).toEqual(meaning);
  });
});

describe('with number and PIN, more than a word is a message', () => {
  const said = (words: string) => readText(`100001 123456 ${words}`);
  test.each([
    ...['next week is too late', 'move it to the other building', 'satisfied with nothing', 'satisfied?'],
    ...[
      'undo what you did to line 2',
      'where are you',
      'status quo is bad',
      'the line is dead',
      '2',
      '1 lamp',
    ],
    ...[
      'satisfecho con nada',
      'subir la escalera no ayuda',
      'siguiente semana es tarde',
      'avanzar no es posible',
    ],
    ...['deshacer no sirve', 'estado desastroso', 'ya no hay línea', 'not yet satisfied', 'I am satisfied'],
  ])('and does nothing else: %j', (words) => {
    expect(said(words)).toEqual({
      ...{ means: 'pinned', caseId: '100001', pin: '123456', act: 'message', text: words },
    });
  });
  test('whatever follows the word', () => {
    const acting = [
      'satisfied',
      'undo',
      'move',
      'next',
      'satisfecha',
      'deshacer',
      'subir',
      'avanzar',
      'siguiente',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...acting), fc.string({ unit: 'grapheme' }), (word, more) => {
        const isAlone = !/[^\s\p{P}]|\?/u.test(more) || (word === 'next' && /^\s+level$/i.test(more));
        expect(said(`${word} ${more}`)).toMatchObject(isAlone ? { text: '' } : { act: 'message' });
      }),
    );
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

describe('a code that takes no words', () => {
  const said: WaitingNotice = {
    ...{ contract: 'sample', deliveryId: 'd', caseId: '100004' },
    keys: [
      { key: '3', act: 'satisfied' },
      { key: '4', act: 'notSatisfied' },
      { key: '5', act: 'escalate', level: 2 },
    ],
  };
  test.each([
    ['3 lines are still dead', { key: '3', act: 'satisfied' }],
    ['4 days now', { key: '4', act: 'notSatisfied' }],
    ['5 minutes ago it went down again', { key: '5', act: 'escalate', level: 2 }],
    ['3 100004 lines are still dead', { key: '3', act: 'satisfied' }],
    ['3?', { key: '3', act: 'satisfied' }],
  ])('does nothing with words after it: %j', (body, step) => {
    const alone = { step: 'alone', caseId: '100004', wordsKey: undefined, isCustomer: true };
    expect(ask(body, { waiting: [said] })).toMatchObject({ ...alone, ...step });
  });
  test.each(['3', ' 3. ', '(3)', '3 100004', '3 100004!'])('acts alone: %j', (body) => {
    expect(ask(body, { waiting: [said] })).toMatchObject({ step: 'notice', key: '3', text: '' });
  });
  test('says by which code the words are sent, and asks of no case which one', () => {
    expect(ask('1 line of ours is dead', { waiting: [A, B] })).toMatchObject({
      ...{ step: 'alone', key: '1', caseId: '100001', wordsKey: '2', isCustomer: false },
    });
  });
});

describe('while a question is open', () => {
  const contracts = [
    {
      ...FACTS.contracts[0]!,
      tracks: [
        { id: 'bills', title: 'Billing trouble' },
        { id: 'service', title: 'Service trouble' },
      ],
    },
  ];
  const facts = { contracts, likely: DANA, waiting: [C] };
  const opening = (...bodies: readonly string[]) =>
    ['open x', ...bodies].reduce<TextMemory | undefined>(
      (memory, body) => memoryAfter(ask(body, facts, memory), memory),
      undefined,
    );

  test.each(['3', '9', 'hello', '3 lines are dead', 'trouble', 'YES', 'start', '2 billing'])(
    'what does not fit it has it asked again, and reaches no other case: %j',
    (body) => {
      const again = ask(body, facts, opening());
      expect(again).toMatchObject({ step: 'asked', isAgain: true });
      expect(again).toMatchObject({ said: [{ code: 'chooseTrack' }, { code: 'chooseTrack' }] });
      expect(ask('2', facts, opening(body))).toMatchObject({ said: [{ code: 'confirmPerson' }] });
    },
  );
  test('at the third time it is let go', () => {
    expect(ask('9', facts, opening('9', 'hello'))).toEqual({ step: 'letGo' });
    expect(opening('9', 'hello', '9')).toBeUndefined();
    expect(ask('9', facts, opening('9', 'hello', '2', 'x'))).toMatchObject({ isAgain: true });
  });
  test.each(['service', 'Service.', 'service trouble', '2 service', '2: Service trouble'])(
    'the word of a track is its digit: %j',
    (body) => {
      expect(ask(body, facts, opening())).toMatchObject({
        ...{ step: 'asked', said: [{ code: 'confirmPerson' }] },
        memory: { conversation: { track: 'service' } },
      });
    },
  );
  test.each(['Yes', 'sí', 'Si.', '1 yes'])('yes is 1 where it is yes or no: %j', (body) => {
    for (const isStopped of [true, false])
      expect(ask(body, { ...facts, isStopped }, opening('2'))).toMatchObject({
        step: 'open',
        person: 'dana',
      });
  });
  test('no is 2 there', () => {
    expect(ask('no', facts, opening('2'))).toMatchObject({ said: [{ code: 'enterCode' }] });
    expect(ask('12', facts, opening('2', 'no'))).toMatchObject({
      said: [{ code: 'enterCode' }],
      isAgain: true,
    });
  });
  test('help, a case with its PIN and an answer that names its case take nothing of it away', () => {
    for (const body of ['help', '100001 123456', '3 100003'])
      expect(ask('2', facts, opening(body))).toMatchObject({ said: [{ code: 'confirmPerson' }] });
    expect(ask('3 100003', facts, opening())).toMatchObject({ step: 'notice', notice: C });
    expect(opening('stop')).toBeUndefined();
  });
  test('which case is meant is asked again too, and no other code is taken for it', () => {
    const waiting = [A, B, C];
    const which = memoryAfter(ask('1', { waiting }), undefined);
    for (const body of ['3', '2', 'the first', '100009'])
      expect(ask(body, { waiting }, which)).toMatchObject({ step: 'which', key: '1', isAgain: true });
    const twice = ['3', '9'].reduce(
      (memory, body) => memoryAfter(ask(body, { waiting }, memory), memory),
      which,
    );
    expect(ask('100002', { waiting }, twice)).toMatchObject({ step: 'notice', notice: B, key: '1' });
    expect(ask('3', { waiting }, twice)).toEqual({ step: 'letGo' });
  });
});

test('texts come again only to a number that had stopped them', () => {
  expect(ask('START', { isStopped: true })).toEqual({ step: 'start' });
  expect(ask('START')).toEqual({ step: 'help' });
  expect(ask('YES', { waiting: [A] })).toEqual({ step: 'nothingWaits' });
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
