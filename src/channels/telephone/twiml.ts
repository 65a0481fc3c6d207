import type { SpokenTurn, TextAnswer } from '../../app/ports/conversation.ts';
import type { Language } from '../../core/message/catalogue.ts';

/** The voice that reads, by the name carriers have for it: one that can be slowed, as the voices that they take by themselves cannot. */
const VOICES = {
  en: { voice: 'Polly.Joanna', language: 'en-US' },
  es: { voice: 'Polly.Penelope', language: 'es-US' },
} as const satisfies Readonly<Record<Language, object>>;
type Voice = (typeof VOICES)[Language];

/** How fast it reads: whoever writes down a number keeps up. */
const RATE = '90%';

/** So long a caller may think before what was said is taken to be answered by nothing. */
const THINK_SECONDS = 8;
/** A silence that ends what is spoken. */
const SILENCE_SECONDS = 5;
/** Between two sentences, so that numbers can be written down. */
const PAUSE_SECONDS = 1;

/** Somebody who reads: the whole answer, or what is said while keys are waited for. */
interface Reading {
  say(attributes: Voice, text: string): { prosody(attributes: { rate: string }, text: string): unknown };
  pause(attributes: { length: number }): unknown;
}

/** What XML cannot hold; the library throws at it. */
const UNSAYABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const sayable = (text: string): string => text.replaceAll(UNSAYABLE, '');

function read(to: Reading, { sentences }: SpokenTurn): void {
  for (const [index, { language, text }] of sentences.entries()) {
    if (index > 0) to.pause({ length: PAUSE_SECONDS });
    to.say(VOICES[language], '').prosody({ rate: RATE }, sayable(text));
  }
}

/** A turn of a call as the carrier carries it out. The library escapes what is said; it is loaded when somebody calls. */
export async function twiml(turn: SpokenTurn, from: string): Promise<string> {
  const { default: VoiceResponse } = await import('twilio/lib/twiml/VoiceResponse.js');
  const answer = new VoiceResponse();
  const { after } = turn;
  if (after.kind === 'keys') {
    const ends =
      after.max === 'untilPound' ? { finishOnKey: '#' } : { numDigits: after.max, finishOnKey: '' };
    const waiting = { input: ['dtmf' as const], timeout: THINK_SECONDS, action: after.next, ...ends };
    read(answer.gather({ ...waiting, method: 'POST' }), turn);
    // Reached only where no key was pressed.
    answer.redirect({ method: 'POST' }, after.next);
    return answer.toString();
  }
  read(answer, turn);
  switch (after.kind) {
    case 'speak':
      answer.record({
        ...{ action: after.next, method: 'POST', maxLength: after.secondsMax, finishOnKey: '#' },
        ...{ playBeep: true, timeout: SILENCE_SECONDS, trim: 'trim-silence' },
      });
      // Reached only where nothing was said.
      answer.redirect({ method: 'POST' }, after.next);
      break;
    case 'connect': {
      const { number, whisper: url, ringSeconds: timeout, next: action } = after;
      answer
        .dial({ action, method: 'POST', timeout, callerId: from })
        .number({ url, method: 'POST' }, number);
      break;
    }
    case 'goOn':
      answer.redirect({ method: 'POST' }, after.next);
      break;
    case 'join':
      break;
    case 'hangUp':
      answer.hangup();
      break;
  }
  return answer.toString();
}

/** The answer to a text that came in, sent back to whoever wrote it. */
export async function textml({ text }: TextAnswer): Promise<string> {
  const { default: MessagingResponse } = await import('twilio/lib/twiml/MessagingResponse.js');
  const answer = new MessagingResponse();
  if (text !== undefined) answer.message(sayable(text));
  return answer.toString();
}
