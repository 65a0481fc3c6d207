import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { CarriedCall, CarriedText, Recording } from './carried.ts';
import type { CarrierTime } from './carrier-time.ts';
import type { Faults } from './faults.ts';
import { segmentsOf } from './segments.ts';

/** A no, in the carrier's own numbers. */
export interface CarrierNo {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** What is done with requests that are understood. */
export interface CarrierDesk {
  /** Requests that are not answered yet. */
  waiting: number;
  readonly sendText: (form: URLSearchParams) => CarriedText | CarrierNo;
  readonly placeCall: (form: URLSearchParams) => CarriedCall | CarrierNo;
  /** Ends a call, or leads it elsewhere. */
  readonly changeCall: (call: CarriedCall, form: URLSearchParams) => void;
  readonly text: (sid: string) => CarriedText | undefined;
  readonly call: (sid: string) => CarriedCall | undefined;
  readonly recording: (sid: string) => Recording | undefined;
  readonly forgetRecording: (sid: string) => void;
}

interface ApiParts {
  readonly account: string;
  readonly token: string;
  readonly time: CarrierTime;
  readonly faults: Faults;
  readonly desk: CarrierDesk;
}

const PATH =
  /^\/2010-04-01\/Accounts\/([^/]+?)(?:\/(Messages|Calls|Recordings)(?:\/([A-Z]{2}[0-9a-f]{32}))?)?(\.json|\.wav)?$/;
const BODY_MAX = 64 * 1024;

type Answer = CarrierNo | { readonly status: number; readonly body?: object; readonly wav?: Buffer };

/** The requests that Ladder makes of a carrier. */
export function restApi(parts: ApiParts): Server {
  const { faults, time, desk } = parts;
  return createServer((request, reply) => {
    if (faults.isDown) return void request.socket.destroy();
    desk.waiting++;
    reply.on('close', () => desk.waiting--);
    void readForm(request).then(async (form) => {
      await time.refresh?.();
      if (faults.slowMs > 0) await new Promise<void>((done) => time.after(faults.slowMs, async () => done()));
      if (faults.hangs) return;
      if (faults.answersOnly !== undefined) return void reply.writeHead(faults.answersOnly).end();
      const said = form === undefined ? TOO_LONG : answerOf(parts, request, form);
      if (faults.losesAnswers) return void request.socket.destroy();
      answer(reply, said, faults);
    });
  });
}

const no = (status: number, code: number, message: string): CarrierNo => ({ status, code, message });
const TOO_LONG = no(413, 20413, 'The request is too long');
const MISSING = no(404, 20404, 'The requested resource was not found');

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  let text = '';
  let isTooLong = false;
  try {
    for await (const piece of request.setEncoding('utf8')) {
      if (text.length + piece.length > BODY_MAX) isTooLong = true;
      else text += piece;
    }
  } catch {
    return undefined;
  }
  return isTooLong ? undefined : new URLSearchParams(text);
}

function answerOf(parts: ApiParts, request: IncomingMessage, form: URLSearchParams): Answer {
  const { account, token, desk } = parts;
  const path = PATH.exec((request.url ?? '').split('?')[0] ?? '');
  if (!path) return MISSING;
  const [, asked, what, sid, ending] = path;
  if (!isKnown(request.headers.authorization, `${account}:${token}`) || asked !== account)
    return no(401, 20003, 'Authenticate');
  const isPost = request.method === 'POST';
  if (what === undefined) return { status: 200, body: { sid: account, status: 'active', type: 'Full' } };
  if (what === 'Recordings') return recordingAnswer(parts, request.method, sid ?? '', ending);
  if (what === 'Messages') {
    if (sid === undefined) return isPost ? made(parts, desk.sendText(form), textJson) : MISSING;
    const text = desk.text(sid);
    return text && !isPost ? { status: 200, body: textJson(account, text) } : MISSING;
  }
  if (sid === undefined) return isPost ? made(parts, desk.placeCall(form), callJson) : MISSING;
  const call = desk.call(sid);
  if (!call) return MISSING;
  if (isPost) desk.changeCall(call, form);
  return { status: 200, body: callJson(account, call) };
}

function made<T extends object>(
  { account }: ApiParts,
  one: T | CarrierNo,
  json: (account: string, one: T) => object,
): Answer {
  return 'code' in one ? (one as CarrierNo) : { status: 201, body: json(account, one as T) };
}

function recordingAnswer(
  { desk, account }: ApiParts,
  method: string | undefined,
  sid: string,
  ending: string | undefined,
): Answer {
  const found = desk.recording(sid);
  if (!found) return MISSING;
  if (method === 'DELETE') {
    desk.forgetRecording(sid);
    return { status: 204 };
  }
  if (ending !== '.json') return { status: 200, wav: found.wav };
  const { callSid, seconds } = found;
  const body = { sid, account_sid: account, call_sid: callSid, duration: String(seconds) };
  return { status: 200, body: { ...body, status: 'completed' } };
}

function isKnown(header: string | undefined, expected: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Basic ${Buffer.from(expected).toString('base64')}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function answer(reply: ServerResponse, one: Answer, { retryAfterSeconds }: Faults): void {
  if (one.status === 429) reply.setHeader('retry-after', String(retryAfterSeconds));
  if ('wav' in one && one.wav) {
    reply.writeHead(200, { 'content-type': 'audio/x-wav', 'content-length': one.wav.length }).end(one.wav);
    return;
  }
  if ('code' in one) {
    const { status, code, message } = one;
    const more = `https://carrier.example/errors/${code}`;
    reply.writeHead(status, JSON_TYPE).end(JSON.stringify({ code, message, more_info: more, status }));
    return;
  }
  reply.writeHead(one.status, JSON_TYPE).end(one.body && JSON.stringify(one.body));
}

const JSON_TYPE = { 'content-type': 'application/json' };
const rfc2822 = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toUTCString().replace('GMT', '+0000');

const textJson = (account: string, { sid, from, to, body, status, errorCode, at }: CarriedText): object => ({
  ...{ sid, account_sid: account, from, to, body, status, direction: 'outbound-api' },
  ...{ num_segments: String(segmentsOf(body)), num_media: '0', error_code: errorCode ?? null },
  ...{ error_message: null, price: null, price_unit: 'USD', api_version: '2010-04-01' },
  ...{ date_created: rfc2822(at), date_updated: rfc2822(at), date_sent: null },
  uri: `/2010-04-01/Accounts/${account}/Messages/${sid}.json`,
});

const callJson = (account: string, call: CarriedCall): object => ({
  ...{ sid: call.sid, account_sid: account, from: call.from, to: call.to, status: call.status },
  ...{ direction: call.direction, answered_by: call.answeredBy ?? null, parent_call_sid: call.parentSid },
  ...{ date_created: rfc2822(call.startedAt), start_time: rfc2822(call.answeredAt) },
  ...{ end_time: rfc2822(call.endedAt), price: null, price_unit: 'USD', api_version: '2010-04-01' },
  uri: `/2010-04-01/Accounts/${account}/Calls/${call.sid}.json`,
});
