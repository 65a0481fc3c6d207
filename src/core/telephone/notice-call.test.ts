import { describe, expect, test } from 'vitest';
import { type NoticeFacts, type NoticeTurn, noticeBegun, noticeTurn } from './notice-call.ts';

const FACTS: NoticeFacts = {
  ...{ name: 'Ana', caseId: '100001', lines: ['First.', 'Second.'], isMachine: false, isPassed: false },
  keys: [
    { key: '1', act: 'acknowledge', level: 1 },
    { key: '2', act: 'respond', level: 1 },
  ],
};
const CUSTOMER: NoticeFacts = { ...FACTS, keys: [{ key: '3', act: 'satisfied', level: undefined }] };
type Heard = Parameters<typeof noticeTurn>[1];
const keys = (typed: string): Heard => ({ kind: 'keys', keys: typed });
const turnAfter = (facts: NoticeFacts, ...heard: readonly Heard[]): NoticeTurn =>
  heard.reduce(
    (turn, one) => noticeTurn(turn.conversation, one, facts),
    noticeTurn(noticeBegun('en'), { kind: 'began' }, facts),
  );
const codes = ({ said }: NoticeTurn): readonly string[] => said.map(({ code }) => code);

describe('a call that Ladder placed', () => {
  test('reads the case twice and says what the keys do', () => {
    expect(codes(turnAfter(FACTS))).toEqual([
      ...['noticeFor', 'line', 'line', 'line', 'line', 'noticeKey', 'noticeKey', 'noticeAgain'],
    ]);
  });
  test('to a machine says few words, and is no answer whatever comes then', () => {
    const machine = { ...FACTS, isMachine: true };
    expect(codes(turnAfter(machine))).toEqual(['voicemail']);
    expect(turnAfter(machine, keys('1'))).toMatchObject({ next: { wait: 'hangUp' } });
  });
  test('about what has passed says so', () => {
    expect(codes(turnAfter({ ...FACTS, isPassed: true }))).toEqual(['noticePassed', 'goodbye']);
  });
  test('1 acknowledges, and leaves the answer to be given', () => {
    expect(turnAfter(FACTS, keys('1')).next).toEqual({ ask: 'answer', key: '1', recording: undefined });
    const done = turnAfter(FACTS, keys('1'), {
      kind: 'told',
      told: { is: 'done', act: 'acknowledge', level: 1 },
    });
    expect(codes(done)).toEqual(['done', 'noticeKey', 'noticeAgain']);
    expect(done.next).toEqual({ wait: 'keys', max: 1 });
  });
  test('2 records an answer; of silence nothing is made', () => {
    expect(codes(turnAfter(FACTS, keys('2')))).toEqual(['respondNow']);
    const spoken = turnAfter(FACTS, keys('2'), { kind: 'speech', recording: 'r1' });
    expect(spoken.next).toEqual({ ask: 'answer', key: '2', recording: 'r1' });
    expect(codes(turnAfter(FACTS, keys('2'), { kind: 'speech', recording: undefined }))[0]).toBe(
      'nothingSaid',
    );
    expect(codes(turnAfter(FACTS, keys('2'), { kind: 'nothing' }))).toEqual(['respondNow']);
  });
  test('9 is heard again, 0 in the other language, and three silences end it', () => {
    expect(codes(turnAfter(FACTS, keys('9')))[0]).toBe('noticeFor');
    expect(turnAfter(FACTS, keys('0')).conversation.language).toBe('es');
    expect(turnAfter(FACTS, { kind: 'nothing' }, { kind: 'nothing' }, { kind: 'nothing' }).next).toEqual({
      wait: 'hangUp',
    });
  });
  test('what closes a case is asked once more', () => {
    expect(codes(turnAfter(CUSTOMER, keys('3')))).toEqual(['noticeSure']);
    expect(turnAfter(CUSTOMER, keys('3'), keys('1')).next).toMatchObject({ ask: 'answer', key: '3' });
    expect(codes(turnAfter(CUSTOMER, keys('3'), keys('2')))[0]).toBe('noticeFor');
  });
  test('a key that stands for nothing does nothing', () => {
    expect(turnAfter(CUSTOMER, keys('1')).next).toEqual({ wait: 'keys', max: 1 });
  });
});
