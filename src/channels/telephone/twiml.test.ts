import { describe, expect, test } from 'vitest';
import type { CallNext } from '../../app/ports/conversation.ts';
import { readTwiml } from '../../dev/test-carrier/read-twiml.ts';
import { textml, twiml } from './twiml.ts';

const OURS = '+15005550100';
const NEXT = 'http://ladder.example/telephone/call?turn=2';
const HOSTILE = `<b>"'&</b>]]>\u0001`;
const spoken = (after: CallNext, sentences: readonly string[] = ['One.', 'Two.']) =>
  twiml({ sentences: sentences.map((text) => ({ language: 'es', text })), after }, OURS);

describe('a turn of a call', () => {
  test('that waits for keys says what it has to say while it waits, and asks again where none comes', async () => {
    const said = await spoken({ kind: 'keys', max: 1, next: NEXT });
    expect(said).toContain('<Gather input="dtmf" timeout="8"');
    expect(said).toMatch(
      /<Gather[^>]*numDigits="1"[^>]*><Say voice="Polly\.Penelope" language="es-US"><prosody rate="90%">One\.<\/prosody><\/Say><Pause length="1"\/><Say [^>]*><prosody rate="90%">Two\.<\/prosody><\/Say><\/Gather><Redirect method="POST">/,
    );
  });
  test('that waits for a number of any length ends with the pound key', async () => {
    expect(await spoken({ kind: 'keys', max: 'untilPound', next: NEXT })).toContain('finishOnKey="#"');
  });
  test('that waits for speech records it, and goes on where nothing is said', async () => {
    expect(await spoken({ kind: 'speak', secondsMax: 90, next: NEXT })).toMatch(
      /<\/Say><Record action="http:\/\/ladder\.example\/telephone\/call\?turn=2" method="POST" maxLength="90" finishOnKey="#"[^>]*\/><Redirect/,
    );
  });
  test('that connects rings one number, from ours', async () => {
    const after = {
      kind: 'connect',
      number: '+12025550123',
      ringSeconds: 20,
      whisper: NEXT,
      next: NEXT,
    } as const;
    expect(await spoken(after)).toMatch(
      /<Dial [^>]*timeout="20" callerId="\+15005550100"><Number url="[^"]*" method="POST">\+12025550123<\/Number><\/Dial>/,
    );
  });
  test.each([
    ['goOn', { kind: 'goOn', next: NEXT }, /<Redirect method="POST">/],
    ['hangUp', { kind: 'hangUp' }, /<Hangup\/>/],
    ['join', { kind: 'join' }, /<\/Say><\/Response>/],
  ] as const)('%s', async (_name, after, pattern) => {
    expect(await spoken(after)).toMatch(pattern);
  });
  test('holds nothing that is not escaped', async () => {
    const said = await spoken({ kind: 'hangUp' }, [HOSTILE]);
    expect(said).not.toContain('<b>');
    expect(said).toContain('<prosody rate="90%">&lt;b&gt;');
  });
  test('is understood by a carrier, as text and not as markup', async () => {
    const read = readTwiml(await spoken({ kind: 'hangUp' }, [HOSTILE]));
    expect(read).toEqual({
      verbs: [{ kind: 'say', text: `<b>"'&</b>]]>`, language: 'es-US' }, { kind: 'hangup' }],
    });
  });
});

describe('every turn fits what carriers document', () => {
  const connect = {
    kind: 'connect',
    number: '+12025550123',
    ringSeconds: 20,
    whisper: NEXT,
    next: NEXT,
  } as const;
  const TURNS: readonly CallNext[] = [
    ...([1, 'untilPound'] as const).map((max) => ({ kind: 'keys', max, next: NEXT }) as const),
    ...([{ kind: 'speak', secondsMax: 90, next: NEXT }, connect] as const),
    ...([{ kind: 'goOn', next: NEXT }, { kind: 'hangUp' }, { kind: 'join' }] as const),
  ];
  const all = async () => {
    const sentences = (['en', 'es'] as const).map((language) => ({ language, text: 'One.' }));
    return (await Promise.all(TURNS.map((after) => twiml({ sentences, after }, OURS)))).join('');
  };
  /** What each verb may have, and which values are taken. */
  const VERBS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
    Response: {},
    Say: { voice: /./, language: /./ },
    prosody: { rate: /^\d{2,3}%$/ },
    Pause: { length: /^\d+$/ },
    Gather: {
      ...{ input: /^dtmf$/, timeout: /^\d+$/, action: /^http/, method: /^POST$/ },
      ...{ numDigits: /^\d+$/, finishOnKey: /^#?$/ },
    },
    Redirect: { method: /^POST$/ },
    Record: {
      ...{ action: /^http/, method: /^POST$/, maxLength: /^\d+$/, finishOnKey: /^#$/, playBeep: /^true$/ },
      ...{ timeout: /^\d+$/, trim: /^trim-silence$/ },
    },
    Dial: { action: /^http/, method: /^POST$/, timeout: /^\d+$/, callerId: /^\+\d+$/ },
    Number: { url: /^http/, method: /^POST$/ },
    Hangup: {},
  };
  /** Standard voices that can be slowed, by what they speak; the basic ones cannot. */
  const VOICES: Readonly<Record<string, readonly string[]>> = {
    'en-US': ['Ivy', 'Joanna', 'Kendra', 'Kimberly', 'Salli', 'Joey', 'Kevin'],
    'es-US': ['Lupe', 'Penelope', 'Miguel'],
    'es-MX': ['Mia'],
  };

  test('in its verbs, what they have, and their values', async () => {
    for (const [, verb = '', written = ''] of (await all()).matchAll(/<([A-Za-z]+)((?: [^<>]*?)?)\/?>/g)) {
      for (const [, name = '', value] of written.matchAll(/ ([A-Za-z]+)="([^"]*)"/g))
        expect([verb, name, value]).toEqual([
          verb,
          name,
          expect.stringMatching(VERBS[verb]?.[name] ?? /^(?!)/),
        ]);
      expect(Object.keys(VERBS)).toContain(verb);
    }
  });
  test('in its voices: each is of the language that is named beside it, in English and in Spanish', async () => {
    const found = [...(await all()).matchAll(/<Say voice="Polly\.(\w+)" language="([\w-]+)">/g)];
    expect(new Set(found.map(([, , language]) => language?.slice(0, 2)))).toEqual(new Set(['en', 'es']));
    for (const [, voice, language = ''] of found) expect(VOICES[language]).toContain(voice);
  });
});

test('a text is answered in one message, or by nothing', async () => {
  expect(await textml({ text: HOSTILE })).toContain('<Message>&lt;b&gt;');
  expect(await textml({ text: undefined })).toMatch(/<Response\s*\/>/);
});
