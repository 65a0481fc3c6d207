import { describe, expect, test } from 'vitest';
import { answerKeys } from '../../src/app/notices/answer-keys.ts';
import type { Language } from '../../src/core/message/catalogue.ts';
import type { TelephoneNotice } from '../../src/core/message/telephone-notice.ts';
import { segmentsOf } from '../../src/core/message/text-segments.ts';
import { composeCall, composeText } from '../../src/render/telephone/compose-telephone.ts';
import { noticeOf, scenarioTellings, type Telling } from '../mail/notices.ts';

const OURS = '+19165550100';
const TELLINGS = ['a', 'b', 'i'].flatMap(scenarioTellings);

function noticeTo(telling: Telling, language: Language): TelephoneNotice {
  const { actions, before: _before, ...notice } = noticeOf(telling, { language });
  return { ...notice, choices: answerKeys(actions, 'open'), number: OURS };
}

const LANGUAGES = ['en', 'es'] as const;
const all = (language: Language) => TELLINGS.map((one) => noticeTo(one, language));

describe.each(LANGUAGES)('texts in %s', (language) => {
  const texts = all(language).map((notice) => composeText(notice).text);

  test('are two messages at most', () => {
    const long = texts.filter((text) => segmentsOf(text) > 2);
    expect(long).toEqual([]);
  });

  test('say nothing that anybody typed', () => {
    const typed = TELLINGS.flatMap(({ events }) =>
      events.flatMap((event) => ('text' in event && event.text ? [event.text] : [])),
    );
    expect(typed.length).toBeGreaterThan(0);
    for (const text of texts) for (const said of typed) expect(text).not.toContain(said);
    for (const text of texts) expect(text).not.toMatch(/INC-4711|ladder-link|https?:|@/);
  });
});

test('calls say who rings, what happened and how the case stands, a sentence a line; the number digit by digit', () => {
  const [first] = all('en').filter(({ level }) => level === 1);
  expect(composeCall(first!).text.split('\n')).toEqual([
    'This is Ladder, calling about case 1, 0, 0, 0, 0, 1 of Department of Lighthouses, under CALNET 3, Category 9.1.',
    'You are contacted at level 1.',
    'The customer waits for your response.',
    expect.stringContaining('level'),
  ]);
});

test('calls in Spanish spell the number too', () => {
  const [first] = all('es').filter(({ level }) => level === 1);
  expect(composeCall(first!).text).toMatch(/^Le llama Ladder por el caso 1, 0, 0, 0, 0, 1 de /);
});

test('a demonstration and a case for practice say so first', () => {
  const [first] = all('en');
  const marked = { ...first!, demonstration: true };
  expect(composeText(marked).text).toMatch(/^DEMONSTRATION\. Ladder, case /);
  expect(composeCall(marked).text).toMatch(/^This is a demonstration\. No trouble is real\.\n/);
});

test('a name that is long or breaks lines breaks no text', () => {
  const [first] = all('es');
  const { text } = composeText({ ...first!, customerName: `A\nB ${'ñ'.repeat(300)}` });
  expect(text).not.toContain('\n');
  expect(segmentsOf(text)).toBeLessThanOrEqual(2);
});
