import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { CarrierTime } from './carrier-time.ts';
import type { Faults } from './faults.ts';

export type Form = Readonly<Record<string, string>>;

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** How a carrier asks Ladder. */
export interface CallBack {
  /** Asks and waits for the answer: a turn of a call, a text that came. Undefined where nobody answers. */
  readonly ask: (url: string, form: Form) => Promise<Answer | undefined>;
  /** Tells what became of something, if it tells anything. */
  readonly tell: (url: string, form: Form) => Promise<void>;
}

interface Calling {
  readonly token: string;
  readonly time: CarrierTime;
  readonly faults: Faults;
  /** Where what the world knows by its public address listens on this machine. */
  readonly place: (url: string) => string;
  readonly later: (ms: number, run: () => Promise<void>) => void;
  readonly note: (problem: string) => void;
}

export function callingBack({ token, faults, place, later, note }: Calling): CallBack {
  const send = (url: string, form: Form) =>
    post(place(url), form, signatureOf(faults.signsWith ?? token, url, form));
  const sendAll = async (url: string, form: Form): Promise<Answer | undefined> => {
    const first = await send(url, form);
    for (let more = 0; more < faults.repeatsCallbacks; more++) await send(url, form);
    if (!first) note(`nobody answers at ${url}`);
    else if (first.status >= 300) note(`${url} answered ${first.status}`);
    return first;
  };
  return {
    ask: sendAll,
    async tell(url, form) {
      if (faults.dropsCallbacks) return;
      const telling = async () => {
        await sendAll(url, form);
      };
      if (faults.callbacksAfterMs > 0) later(faults.callbacksAfterMs, telling);
      else await telling();
    },
  };
}

/** The address, then each field with its value in the order of the names: HMAC-SHA1 by the token. */
function signatureOf(token: string, url: string, form: Form): string {
  const fields = Object.keys(form).sort();
  const text = url + fields.map((name) => name + form[name]).join('');
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}

/** A carrier waits no longer for an answer, and reads no more of it. */
const WITHIN_MS = 15_000;
const READ_MAX = 128 * 1024;

function post(url: string, form: Form, signature: string): Promise<Answer | undefined> {
  const body = new URLSearchParams(form).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    'content-length': String(Buffer.byteLength(body)),
    'x-twilio-signature': signature,
    'user-agent': 'TwilioProxy/1.1',
  };
  return new Promise((done) => {
    const options = { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(WITHIN_MS) };
    const asking = request(url, options, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (piece: string) => {
        if (text.length < READ_MAX) text += piece;
      });
      reply.on('end', () => done({ status: reply.statusCode ?? 0, body: text }));
      reply.on('error', () => done(undefined));
    });
    asking.on('error', () => done(undefined));
    asking.end(body);
  });
}
