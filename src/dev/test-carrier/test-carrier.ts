import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { callingBack } from './call-back.ts';
import { CallRun, type Leg, type RunParts } from './call-run.ts';
import type { CarriedCall, CarriedText, Recording } from './carried.ts';
import { isOver } from './carried.ts';
import { type CarrierTime, machineTime } from './carrier-time.ts';
import { type Faults, noFaults } from './faults.ts';
import { readTwiml } from './read-twiml.ts';
import { type CarrierDesk, type CarrierNo, restApi } from './rest-api.ts';
import { type Running, type Telephone, telephone } from './telephone.ts';
import { wavOf } from './wav.ts';

/** Where the Ladder is whose number the carrier keeps. */
interface LadderPlace {
  /** As the world knows it; this is what is signed. */
  readonly url: string;
  /** Where it listens on this machine, where that is another address. */
  readonly listensAt?: string;
  /** Told how calls that came in went on; nowhere unless said. */
  readonly callStatusPath?: string;
}

interface CarrierAsked {
  readonly account: string;
  readonly token: string;
  /** Ladder's own number. */
  readonly number: string;
  readonly port?: number;
  readonly time?: CarrierTime;
  /** How much longer calls ring, and wait for keys and words, than they are told to. */
  readonly patience?: number;
  /** How many texts and calls it remembers of each. */
  readonly keeps?: number;
}

/** A telephone carrier on this machine, which speaks over HTTP as the real one does. */
export interface TestCarrier {
  readonly url: string;
  readonly account: string;
  readonly token: string;
  readonly number: string;
  readonly faults: Faults;
  /** What a real carrier would have written into its log of errors. */
  readonly problems: readonly string[];
  /** All of them, the oldest first. */
  readonly texts: readonly CarriedText[];
  readonly calls: readonly CarriedCall[];
  readonly recordings: readonly Recording[];
  readonly ladderAt: (place: LadderPlace) => void;
  readonly phone: (number: string) => Telephone;
  /** Those that anything has come to, or that somebody has held. */
  readonly telephones: readonly Telephone[];
  /** Returns when nothing is on its way to Ladder any more. */
  readonly settled: () => Promise<void>;
  /** Requests of Ladder that are not answered yet. */
  readonly waiting: number;
  readonly close: () => Promise<void>;
}

/** What a carrier remembers unless it is told to remember more; the oldest is forgotten first. */
const KEPT_MAX = 5_000;
const RECORDINGS_MAX = 200;
const PROBLEMS_MAX = 200;
const SECOND_MS = 1_000;
const TEXT_MAX = 1_600;
const RING_SECONDS = 60;

/** Starts a carrier that listens on loopback. */
export async function testCarrier(asked: CarrierAsked): Promise<TestCarrier> {
  const carrier = new Carrier(asked);
  const { account, token, time, faults } = carrier;
  const server = restApi({ account, token, time, faults, desk: carrier });
  server.listen(asked.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  carrier.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  carrier.close = async () => {
    server.close();
    server.closeAllConnections();
    await carrier.settled();
  };
  return carrier;
}

const isNumber = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

class Carrier implements TestCarrier, CarrierDesk {
  readonly account: string;
  readonly token: string;
  readonly number: string;
  readonly time: CarrierTime;
  readonly faults = noFaults();
  readonly problems: string[] = [];
  readonly texts: CarriedText[] = [];
  readonly calls: CarriedCall[] = [];
  readonly recordings: Recording[] = [];
  url = '';
  waiting = 0;
  close: () => Promise<void> = async () => {};

  readonly #phones = new Map<string, Telephone>();
  /** By the number of the telephone. */
  readonly #running = new Map<string, Running>();
  readonly #stopped = new Set<string>();
  readonly #underway = new Set<Promise<void>>();
  readonly #run: RunParts;
  readonly #keeps: number;
  #ladder: LadderPlace | undefined;
  #taken: number[] = [];

  constructor({ account, token, number, time = machineTime, patience = 1, keeps = KEPT_MAX }: CarrierAsked) {
    this.account = account;
    this.token = token;
    this.number = number;
    this.time = time;
    this.#keeps = keeps;
    const note = (problem: string) => keep(this.problems, problem, PROBLEMS_MAX);
    const later = (ms: number, run: () => Promise<void>) => {
      time.after(ms, run);
    };
    const place = (url: string) => this.#placed(url);
    this.#run = {
      ...{ time, account, patience, note },
      callBack: callingBack({ token, time, faults: this.faults, place, later, note }),
      place: (leg) => this.#connect(leg),
      keep: (call, text, seconds) => this.#record(call, text, seconds),
      recordingUrl: (sid) => `${this.url}/2010-04-01/Accounts/${account}/Recordings/${sid}`,
    };
  }

  ladderAt(place: LadderPlace): void {
    this.#ladder = place;
  }

  phone(number: string): Telephone {
    const known = this.#phones.get(number);
    if (known) return known;
    if (!isNumber(number)) throw new Error(`${number} is no number of a telephone`);
    const made = telephone(number, {
      texts: this.texts,
      calls: this.calls,
      running: (of) => this.#running.get(of),
      textIn: (from, to, body) => this.#textIn(from, to, body),
      callIn: (from, to) => this.#callIn(from, to),
      through: async (act) => {
        const answer = await act();
        await this.settled();
        return answer;
      },
    });
    this.#phones.set(number, made);
    return made;
  }

  get telephones(): readonly Telephone[] {
    return [...this.#phones.values()];
  }

  async settled(): Promise<void> {
    while (this.#underway.size > 0) await Promise.all(this.#underway);
  }

  text(sid: string): CarriedText | undefined {
    return this.texts.find((one) => one.sid === sid);
  }

  call(sid: string): CarriedCall | undefined {
    return this.calls.find((one) => one.sid === sid);
  }

  recording(sid: string): Recording | undefined {
    return this.recordings.find((one) => one.sid === sid);
  }

  forgetRecording(sid: string): void {
    const at = this.recordings.findIndex((one) => one.sid === sid);
    if (at >= 0) this.recordings.splice(at, 1);
  }

  sendText(form: URLSearchParams): CarriedText | CarrierNo {
    const [to, body] = [form.get('To') ?? '', form.get('Body') ?? ''];
    const refused = this.#refused(form, 21606);
    if (refused) return refused;
    if (body === '') return no(21602, 'Message body is required');
    if (body.length > TEXT_MAX)
      return no(21617, 'The concatenated message body exceeds the 1600 character limit');
    if (this.#stopped.has(to)) return no(21610, 'Attempt to send to unsubscribed recipient');
    const statusCallback = form.get('StatusCallback') ?? undefined;
    const text = this.#addText({ from: this.number, to, body, status: 'queued', statusCallback });
    this.#follow(() => this.#carryText(text));
    return text;
  }

  placeCall(form: URLSearchParams): CarriedCall | CarrierNo {
    const url = form.get('Url') ?? '';
    const refused = this.#refused(form, 21210);
    if (refused) return refused;
    if (!URL.canParse(url)) return no(21205, 'Url is not a valid URL');
    const statusCallback = form.get('StatusCallback') ?? undefined;
    const to = form.get('To') ?? '';
    const call = this.#addCall({ from: this.number, to, direction: 'outbound-api', statusCallback });
    const events = form.getAll('StatusCallbackEvent').flatMap((one) => one.split(/[\s,]+/));
    const statusEvents = events.length > 0 ? events : ['completed'];
    const run = new CallRun(this.#run, { call, url, statusCallback, statusEvents, whenEnded: this.#freed });
    const detects = { Enable: 'machine_start', DetectMessageEnd: 'machine_end_beep' } as const;
    const how = form.get('MachineDetection') as keyof typeof detects | null;
    const seconds = Number(form.get('Timeout') ?? RING_SECONDS);
    this.#follow(() => this.#ring(run, seconds, how ? detects[how] : undefined));
    return call;
  }

  changeCall(call: CarriedCall, form: URLSearchParams): void {
    const found = this.#running.get(farEnd(call));
    if (found?.run.call !== call) return;
    const [status, url] = [form.get('Status'), form.get('Url')];
    if (status === 'completed' || status === 'canceled') {
      found.stopRinging();
      this.#follow(() => found.run.end(status));
    } else if (url) this.#follow(() => found.run.goTo(url));
  }

  /** Why a text or a call is not taken at all. */
  #refused(form: URLSearchParams, wrongFrom: number): CarrierNo | undefined {
    const to = form.get('To') ?? '';
    if (!isNumber(to)) return no(21211, `The 'To' number ${to} is not a valid phone number`);
    if (form.get('From') !== this.number) return no(wrongFrom, 'The From number is not yours');
    const code = this.faults.refuses.get(to);
    if (code !== undefined) return no(code, `The number ${to} is refused`);
    const { perSecond } = this.faults;
    if (perSecond === undefined) return undefined;
    const now = this.time.now();
    this.#taken = this.#taken.filter((at) => at > now - SECOND_MS);
    if (this.#taken.length >= perSecond) return { status: 429, code: 20429, message: 'Too Many Requests' };
    this.#taken.push(now);
    return undefined;
  }

  #follow(act: () => Promise<void>): void {
    // What is answered first is told of afterwards.
    const underway = new Promise<void>((done) => setImmediate(done))
      .then(act)
      .catch((error: unknown) => keep(this.problems, String(error), PROBLEMS_MAX));
    const ending = underway.then(() => {
      this.#underway.delete(ending);
    });
    this.#underway.add(ending);
  }

  async #carryText(text: CarriedText): Promise<void> {
    const { statusCallback } = text;
    const lost = this.faults.loses.get(text.to);
    for (const status of lost === undefined
      ? (['sent', 'delivered'] as const)
      : (['sent', 'undelivered'] as const)) {
      text.status = status;
      if (status === 'undelivered') text.errorCode = lost;
      if (statusCallback === undefined) continue;
      await this.#run.callBack.tell(statusCallback, {
        ...{ MessageSid: text.sid, SmsSid: text.sid, MessageStatus: status, SmsStatus: status },
        ...{ AccountSid: this.account, From: text.from, To: text.to, ApiVersion: '2010-04-01' },
        ...(status === 'undelivered' && { ErrorCode: String(lost) }),
      });
    }
  }

  async #ring(run: CallRun, seconds: number, detects: Running['detects']): Promise<void> {
    const { call } = run;
    const phone = this.phone(call.to);
    await run.notify('initiated');
    if (this.faults.loses.has(call.to)) return run.end('failed');
    await this.#makeRoom(call.to);
    if (this.#running.has(call.to) || phone.habit === 'busy') return run.end('busy');
    const stopRinging = this.time.after(seconds * SECOND_MS * this.#run.patience, () => run.end('no-answer'));
    this.#running.set(call.to, { run, detects, stopRinging });
    await run.notify('ringing');
    if (phone.habit === 'rings' || isOver(call)) return;
    stopRinging();
    await run.answer(detects && (phone.habit === 'voicemail' ? detects : 'human'));
  }

  /** Where telephones are in no hurry to answer, one that still rings gives way to the next call: its time was over. */
  async #makeRoom(number: string): Promise<void> {
    const found = this.#running.get(number);
    if (this.#run.patience > 1 && found?.run.call.answeredAt === undefined) await found?.run.end('no-answer');
  }

  #connect({ to, from, parentSid, timeoutSeconds, url, joined, ended }: Leg): CallRun {
    const call = this.#addCall({ from, to, direction: 'outbound-dial', parentSid });
    const run = new CallRun(this.#run, {
      ...{ call, url, statusCallback: undefined, statusEvents: [], whenDone: joined },
      whenEnded: async (over) => {
        await this.#freed(over);
        await ended(over);
      },
    });
    this.#follow(() => (isNumber(to) ? this.#ring(run, timeoutSeconds, undefined) : run.end('failed')));
    return run;
  }

  readonly #freed = async (call: CarriedCall): Promise<void> => {
    const found = this.#running.get(farEnd(call));
    if (found?.run.call !== call) return;
    found.stopRinging();
    this.#running.delete(farEnd(call));
  };

  async #callIn(from: string, to: string): Promise<CarriedCall> {
    if (to !== this.number) throw new Error(`${to} is not the number of Ladder`);
    if (this.#running.has(from)) throw new Error(`${from} is in a call`);
    const { callStatusPath } = this.#place();
    const call = this.#addCall({ from, to, direction: 'inbound' });
    const run = new CallRun(this.#run, {
      ...{ call, url: undefined, whenEnded: this.#freed, statusEvents: ['completed'] },
      statusCallback: callStatusPath && `${this.#place().url}${callStatusPath}`,
    });
    this.#running.set(from, { run, detects: undefined, stopRinging: () => {} });
    call.status = 'ringing';
    await run.goTo(`${this.#place().url}/telephone/call`);
    return call;
  }

  /** The carrier itself keeps who wants no texts, whatever Ladder does. */
  async #textIn(from: string, to: string, body: string): Promise<void> {
    if (to !== this.number) throw new Error(`${to} is not the number of Ladder`);
    const text = this.#addText({ from, to, body, status: 'received' });
    const word = body.trim().toUpperCase();
    if (STOP.includes(word)) this.#stopped.add(from);
    if (START.includes(word)) this.#stopped.delete(from);
    const answer = await this.#run.callBack.ask(`${this.#place().url}/telephone/text`, {
      ...{ MessageSid: text.sid, SmsSid: text.sid, SmsMessageSid: text.sid, SmsStatus: 'received' },
      ...{ AccountSid: this.account, From: from, To: to, Body: body, NumMedia: '0', NumSegments: '1' },
      ApiVersion: '2010-04-01',
    });
    if (!answer || answer.status >= 300 || answer.body.trim() === '') return;
    const read = readTwiml(answer.body);
    if ('problem' in read) {
      keep(this.problems, `/telephone/text: ${read.problem}`, PROBLEMS_MAX);
      return;
    }
    for (const verb of read.verbs) {
      if (verb.kind !== 'message') keep(this.problems, `<${verb.kind}> for a text`, PROBLEMS_MAX);
      else if (this.#stopped.has(verb.to ?? from)) keep(this.problems, '21610', PROBLEMS_MAX);
      else this.#addText({ from: to, to: verb.to ?? from, body: verb.text, status: 'delivered' });
    }
  }

  #place(): LadderPlace {
    if (!this.#ladder) throw new Error('nobody has said where Ladder is');
    return this.#ladder;
  }

  #placed(url: string): string {
    const { url: known = '', listensAt } = this.#ladder ?? {};
    return listensAt !== undefined && url.startsWith(known) ? listensAt + url.slice(known.length) : url;
  }

  #addText(one: Pick<CarriedText, 'from' | 'to' | 'body' | 'status'> & Partial<CarriedText>): CarriedText {
    const text = {
      statusCallback: undefined,
      ...one,
      sid: sidOf('SM'),
      at: this.time.now(),
      errorCode: undefined,
    };
    keep(this.texts, text, this.#keeps);
    this.phone(text.from === this.number ? text.to : text.from);
    return text;
  }

  #addCall(one: Pick<CarriedCall, 'from' | 'to' | 'direction'> & Partial<CarriedCall>): CarriedCall {
    const call: CarriedCall = {
      ...{
        parentSid: undefined,
        statusCallback: undefined,
        ...one,
        sid: sidOf('CA'),
        status: 'queued',
        startedAt: this.time.now(),
      },
      ...{ answeredBy: undefined, answeredAt: undefined, endedAt: undefined },
      ...{ awaited: 'nothing', typed: '', lines: [] },
    };
    keep(this.calls, call, this.#keeps);
    return call;
  }

  #record(call: CarriedCall, text: string, seconds: number): Recording {
    const wav = wavOf(text, seconds);
    const made = { sid: sidOf('RE'), callSid: call.sid, seconds, text, wav, at: this.time.now() };
    keep(this.recordings, made, RECORDINGS_MAX);
    return made;
  }
}

const STOP = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'];
const START = ['START', 'YES', 'UNSTOP'];

const no = (code: number, message: string): CarrierNo => ({ status: 400, code, message });
const sidOf = (kind: 'SM' | 'CA' | 'RE'): string => kind + randomUUID().replaceAll('-', '');

/** The number of the telephone of a call. */
const farEnd = ({ direction, from, to }: CarriedCall): string => (direction === 'inbound' ? from : to);

function keep<T>(list: T[], one: T, max: number): void {
  list.push(one);
  if (list.length > max) list.shift();
}
