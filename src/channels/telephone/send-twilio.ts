import type { RequestClient, Twilio } from 'twilio';
import type {
  OutgoingCall,
  OutgoingText,
  TelephoneCarrier,
  TelephoneResult,
} from '../../app/ports/telephone.ts';
import { outgoing, type Resolve } from '../outgoing/request.ts';
import { oneLine, refusedBy } from './telephone-failure.ts';

interface TwilioSettings {
  readonly account: string;
  readonly token: string;
  /** Where its methods are, without a slash at its end. */
  readonly url: string;
  /** Ours, E.164. */
  readonly number: string;
  /** Host names, addresses and ranges that may be asked though they are not of the open internet. */
  readonly allowed: readonly string[];
  readonly resolve?: Resolve;
  readonly totalMs?: number;
}

const WITHIN_MS = 15_000;
const REPLY_BYTES_MAX = 64 * 1024;
/** How long a telephone rings before nobody is there. */
const RING_SECONDS = 30;
/** A text or a call is told of in words on a page; a code of ours is no longer than this. */
const E164 = /^\+[1-9]\d{6,14}$/;
const NO_NUMBER: TelephoneResult = { result: 'failed', permanent: true, reason: 'unusable-number' };

/** No answer that could be used. */
class Unheard extends Error {
  readonly result: TelephoneResult;

  constructor(result: TelephoneResult) {
    super('the carrier gave no answer that could be used');
    this.result = result;
  }
}

/**
 * Texts and calls by Twilio, or by whoever speaks as it does. What is asked and how comes from its own library, which is
 * loaded when the first is sent; it leaves by the one function that asks outside, which follows no redirect and reaches
 * no private place unless it is allowed.
 */
export function twilioCarrier(settings: TwilioSettings): TelephoneCarrier {
  let made: Promise<Twilio> | undefined;
  const client = (): Promise<Twilio> => {
    made ??= makeClient(settings);
    return made;
  };
  const { number: from } = settings;
  return {
    carries: ['text', 'call'],
    text: (text) => (E164.test(text.to) ? sent(async () => sendText(await client(), from, text)) : refused()),
    call: (call) =>
      E164.test(call.to) ? sent(async () => placeCall(await client(), from, call)) : refused(),
    close: async () => undefined,
  };
}

const refused = async (): Promise<TelephoneResult> => NO_NUMBER;

const sendText = (client: Twilio, from: string, { to, body, statusUrl }: OutgoingText) =>
  client.messages.create({ to, from, body, ...(statusUrl !== undefined && { statusCallback: statusUrl }) });

const placeCall = (client: Twilio, from: string, { to, spokenUrl, statusUrl }: OutgoingCall) =>
  client.calls.create({
    ...{ to, from, url: spokenUrl, method: 'POST' },
    ...{ statusCallback: statusUrl, statusCallbackMethod: 'POST' },
    statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    machineDetection: 'DetectMessageEnd',
    timeout: RING_SECONDS,
  });

async function sent(create: () => Promise<{ readonly sid: string }>): Promise<TelephoneResult> {
  try {
    const { sid } = await create();
    return { result: 'handedOver', carrierId: oneLine(String(sid ?? '')) };
  } catch (error) {
    if (error instanceof Unheard) return error.result;
    // It answered that all is well, and in words that its library does not know.
    if (error instanceof SyntaxError) return unheard('reply-not-understood').result;
    throw error;
  }
}

const unheard = (reason: string): Unheard => new Unheard({ result: 'failed', permanent: false, reason });

async function makeClient(settings: TwilioSettings): Promise<Twilio> {
  const { default: twilio } = await import('twilio');
  const httpClient = { request: (asked: Asked) => ask(settings, asked) } as unknown as RequestClient;
  return twilio(settings.account, settings.token, { httpClient });
}

/** What its library hands to whoever carries its questions. */
interface Asked {
  readonly method: string;
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly data?: Readonly<Record<string, unknown>>;
}

async function ask({ url, allowed, resolve, totalMs = WITHIN_MS }: TwilioSettings, asked: Asked) {
  const { pathname, search } = new URL(asked.uri);
  const reply = await outgoing({
    url: `${url}${pathname}${search}`,
    method: asked.method === 'post' ? 'POST' : 'GET',
    headers: { ...asked.headers, authorization: basic(asked) },
    body: formOf(asked.data ?? {}),
    allowed,
    limits: { totalMs, replyBytesMax: REPLY_BYTES_MAX },
    ...(resolve && { resolve }),
  });
  if (reply.result === 'failed') throw unheard(reply.reason);
  const { status, retryAfterSeconds } = reply;
  const body = new TextDecoder().decode(reply.body);
  if (status < 200 || status >= 300)
    throw new Unheard(refusedBy({ status, retryAfterSeconds, ...problemIn(body) }));
  return { statusCode: status, body, headers: {} };
}

const basic = ({ username = '', password = '' }: Asked): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Several values of one name are said one after the other. */
function formOf(data: Readonly<Record<string, unknown>>): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
  }
  return form.toString();
}

/** Twilio's number of a problem, and its words for it. */
function problemIn(body: string): { readonly code: number | undefined; readonly said: string | undefined } {
  try {
    const { code, message } = JSON.parse(body) as { readonly code?: unknown; readonly message?: unknown };
    return {
      code: Number.isInteger(code) ? (code as number) : undefined,
      said: typeof message === 'string' ? message : undefined,
    };
  } catch {
    return { code: undefined, said: undefined };
  }
}
