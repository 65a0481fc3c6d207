import type { CallBack, Form } from './call-back.ts';
import {
  type AnsweredBy,
  type CallStatus,
  type CarriedCall,
  isOver,
  type Line,
  type Recording,
} from './carried.ts';
import type { CarrierTime } from './carrier-time.ts';
import { type Dial, type Gather, type RecordVerb, readTwiml, type Verb } from './read-twiml.ts';

/** A call to be placed in order to connect another. */
export interface Leg {
  readonly to: string;
  readonly from: string;
  readonly parentSid: string;
  readonly timeoutSeconds: number;
  /** Runs for whoever answers alone, before the two are joined. */
  readonly url: string | undefined;
  readonly joined: (run: CallRun) => Promise<void>;
  readonly ended: (call: CarriedCall) => Promise<void>;
}

export interface RunParts {
  readonly time: CarrierTime;
  readonly callBack: CallBack;
  readonly account: string;
  /** How much longer it waits for keys and words than it is told: whoever reads and types is slower. */
  readonly patience: number;
  readonly place: (leg: Leg) => CallRun;
  readonly keep: (call: CarriedCall, text: string, seconds: number) => Recording;
  readonly recordingUrl: (sid: string) => string;
  readonly note: (problem: string) => void;
}

interface RunAsked {
  readonly call: CarriedCall;
  /** Where it is told what to do. */
  readonly url: string | undefined;
  /** Told of each state in this list. */
  readonly statusCallback: string | undefined;
  readonly statusEvents: readonly string[];
  /** What happens when nothing is left to do; otherwise it is hung up. */
  readonly whenDone?: (run: CallRun) => Promise<void>;
  readonly whenEnded?: (call: CarriedCall) => Promise<void>;
}

/** What somebody at a telephone says. */
interface Spoken {
  readonly text: string;
  readonly seconds: number;
  /** The key that ends it; silence does without. */
  readonly key: string | undefined;
  readonly thenHangsUp: boolean;
}

type Wait =
  | { readonly kind: 'gather'; readonly verb: Gather; readonly timer: () => void; readonly digits: string }
  | { readonly kind: 'record'; readonly verb: RecordVerb; readonly timer: () => void }
  | { readonly kind: 'dial'; readonly settle: Settle };

type Settle = (call: CarriedCall | undefined, isBridged: boolean) => Promise<void>;

/** A call that asks more than this in one go runs in a circle. */
const STEPS_MAX = 300;
const APPLICATION_ERROR = 'We are sorry, an application error has occurred. Goodbye.';

/** A call while it goes on: it is walked through what it is told to do, until it waits for somebody or is over. */
export class CallRun {
  readonly call: CarriedCall;
  readonly #parts: RunParts;
  readonly #asked: RunAsked;
  #queue: Verb[] = [];
  #wait: Wait | undefined;
  /** The address whose answer runs. */
  #page: string;
  #steps = 0;
  #told = 0;
  #joinedTo: CallRun | undefined;

  constructor(parts: RunParts, asked: RunAsked) {
    this.call = asked.call;
    this.#parts = parts;
    this.#asked = asked;
    this.#page = asked.url ?? '';
  }

  /** The call has come to this, and Ladder is told where it asked to be. */
  async notify(status: CallStatus): Promise<void> {
    const { statusCallback, statusEvents } = this.#asked;
    this.call.status = status;
    const event = FINAL.has(status) ? 'completed' : status === 'in-progress' ? 'answered' : status;
    if (statusCallback === undefined || !statusEvents.includes(event)) return;
    const spent = FINAL.has(status) ? { CallDuration: String(secondsOf(this.call)) } : {};
    await this.#parts.callBack.tell(statusCallback, {
      ...this.#form({ CallStatus: status, CallbackSource: 'call-progress-events', ...spent }),
      SequenceNumber: String(this.#told++),
      Timestamp: new Date(this.#parts.time.now()).toUTCString(),
    });
  }

  /** Somebody, or something, takes the receiver. */
  async answer(answeredBy?: AnsweredBy): Promise<void> {
    this.call.answeredBy = answeredBy;
    await this.#pickUp();
    if (this.#asked.url !== undefined) await this.#goTo(this.#asked.url);
    else await this.#asked.whenDone?.(this);
  }

  /** Goes on with what another address says. */
  async goTo(url: string): Promise<void> {
    if (isOver(this.call)) return;
    this.#stopWaiting();
    await this.#goTo(url);
  }

  async press(keys: string): Promise<void> {
    this.#write('pressed', mine(this.call), keys);
    const now = this.#wait;
    if (now?.kind === 'record' && [...keys].some((key) => now.verb.finishOnKey.includes(key))) {
      this.#stopWaiting();
      return this.#go();
    }
    if (now?.kind !== 'gather' || !now.verb.takesKeys) return;
    const { verb, timer } = now;
    let { digits } = now;
    for (const key of keys) {
      if (verb.finishOnKey.includes(key)) return this.#gathered(verb, digits);
      digits += key;
      if (digits.length >= verb.numDigits) return this.#gathered(verb, digits);
    }
    timer();
    this.#listen(verb, digits);
  }

  async speak(spoken: Spoken): Promise<void> {
    const { text, thenHangsUp } = spoken;
    this.hear(mine(this.call), text);
    this.#joinedTo?.hear(mine(this.call), text);
    const now = this.#wait;
    if (now?.kind === 'gather' && now.verb.takesSpeech) {
      return this.#gathered(now.verb, '', { SpeechResult: text, Confidence: '0.9' });
    }
    if (now?.kind === 'record') return this.#recorded(now.verb, spoken);
    if (thenHangsUp) await this.end('completed');
  }

  /** Words of somebody on the line. */
  hear(by: string, text: string): void {
    this.#write('spoken', by, text);
  }

  /** From here on each of the two hears the other. */
  join(other: CallRun): void {
    this.#joinedTo = other;
    this.call.awaited = 'talk';
  }

  /** Ends it; whoever hangs up is the telephone, or the carrier for Ladder. */
  async end(status: CallStatus): Promise<void> {
    if (isOver(this.call)) return;
    const was = this.#wait;
    this.call.endedAt = this.#parts.time.now();
    this.#stopWaiting();
    this.#queue = [];
    await this.notify(this.call.answeredAt !== undefined && status !== 'failed' ? 'completed' : status);
    if (was?.kind === 'dial') {
      const other = this.#joinedTo;
      if (other) await other.end('completed');
      await was.settle(other?.call, other !== undefined);
    }
    await this.#asked.whenEnded?.(this.call);
  }

  #form(extra: Form): Form {
    const { sid, from, to, status, direction, answeredBy, parentSid } = this.call;
    return {
      ...{ CallSid: sid, AccountSid: this.#parts.account, From: from, To: to, Called: to, Caller: from },
      ...{ CallStatus: status, ApiVersion: '2010-04-01', Direction: direction },
      ...(answeredBy && { AnsweredBy: answeredBy }),
      ...(parentSid && { ParentCallSid: parentSid }),
      ...extra,
    };
  }

  async #goTo(url: string, extra: Form = {}): Promise<void> {
    const page = URL.parse(url, this.#page || undefined)?.href;
    if (page === undefined) return this.#fail(`${url} is no address`);
    this.#page = page;
    const answer = await this.#parts.callBack.ask(page, this.#form(extra));
    // Whoever has hung up hears nothing any more.
    if (isOver(this.call)) return;
    if (!answer || answer.status >= 300) return this.#fail(`no TwiML from ${page}`);
    const read = readTwiml(answer.body);
    if ('problem' in read) return this.#fail(`${page}: ${read.problem}`);
    this.#queue = [...read.verbs];
    await this.#go();
  }

  async #fail(problem: string): Promise<void> {
    this.#parts.note(problem);
    if (this.call.answeredAt === undefined) return this.end('failed');
    this.#write('said', 'carrier', APPLICATION_ERROR);
    await this.end('completed');
  }

  async #go(): Promise<void> {
    while (!isOver(this.call)) {
      const verb = this.#queue.shift();
      if (!verb) return this.#asked.whenDone ? this.#asked.whenDone(this) : this.end('completed');
      if (++this.#steps > STEPS_MAX) return this.#fail('the call runs in a circle');
      if ((await this.#perform(verb)) === 'rests') return;
    }
  }

  /** A call that came in is answered by the first thing that is done with it, unless that is to reject it. */
  async #perform(verb: Verb): Promise<'goesOn' | 'rests'> {
    if (this.call.answeredAt === undefined && verb.kind !== 'reject') await this.#pickUp();
    switch (verb.kind) {
      case 'say':
        this.#write('said', 'carrier', verb.text, verb.language);
        return 'goesOn';
      case 'play':
        this.#write('said', 'carrier', `(${verb.what})`);
        return 'goesOn';
      // Heard as silence, and nobody waits for it.
      case 'pause':
        return 'goesOn';
      case 'message':
        await this.#fail('<Message> in a call');
        return 'rests';
      case 'redirect':
        await this.#goTo(verb.url);
        return 'rests';
      case 'hangup':
        await this.end('completed');
        return 'rests';
      case 'reject':
        await this.end(verb.isBusy ? 'busy' : 'failed');
        return 'rests';
      case 'gather':
        for (const one of verb.inside) await this.#perform(one);
        this.#listen(verb, '');
        return 'rests';
      case 'record':
        this.#record(verb);
        return 'rests';
      case 'dial':
        this.#dial(verb);
        return 'rests';
    }
  }

  #listen(verb: Gather, digits: string): void {
    const timer = this.#after(verb.timeoutSeconds, () => this.#gathered(verb, digits));
    this.#wait = { kind: 'gather', verb, digits, timer };
    this.call.awaited = verb.takesKeys ? (verb.takesSpeech ? 'keysOrWords' : 'keys') : 'words';
    this.call.typed = digits;
  }

  async #gathered(verb: Gather, digits: string, extra: Form = {}): Promise<void> {
    this.#stopWaiting();
    if (digits === '' && !verb.actsOnEmpty && extra.SpeechResult === undefined) return this.#go();
    await this.#goTo(verb.action || this.#page, { Digits: digits, ...extra });
  }

  /** Silence from the beginning is not kept, and the call goes on. */
  #record(verb: RecordVerb): void {
    const timer = this.#after(verb.timeoutSeconds, async () => {
      this.#stopWaiting();
      await this.#go();
    });
    this.#wait = { kind: 'record', verb, timer };
    this.call.awaited = 'words';
  }

  async #recorded(verb: RecordVerb, { text, seconds, key, thenHangsUp }: Spoken): Promise<void> {
    const { action, statusCallback, maxSeconds } = verb;
    const { keep, recordingUrl, callBack } = this.#parts;
    this.#stopWaiting();
    const kept = keep(this.call, text, Math.min(seconds, maxSeconds));
    const told = {
      RecordingUrl: recordingUrl(kept.sid),
      RecordingSid: kept.sid,
      RecordingDuration: String(kept.seconds),
    };
    if (thenHangsUp) await this.end('completed');
    if (statusCallback !== undefined) {
      const target = URL.parse(statusCallback, this.#page)?.href ?? statusCallback;
      await callBack.tell(target, this.#form({ ...told, RecordingStatus: 'completed' }));
    }
    await this.#goTo(action || this.#page, { ...told, Digits: thenHangsUp ? 'hangup' : (key ?? '') });
  }

  /** Rings them all; the first who takes it and stays is joined, and the others are left in peace. */
  #dial(verb: Dial): void {
    const legs: CallRun[] = [];
    let isSettled = false;
    const settle: Settle = async (child, isBridged) => {
      if (isSettled) return;
      isSettled = true;
      this.#stopWaiting();
      this.#joinedTo = undefined;
      for (const leg of legs) await leg.end('canceled');
      await this.#dialed(verb, child, isBridged);
    };
    this.#wait = { kind: 'dial', settle };
    this.call.awaited = 'other';
    const from = verb.callerId ?? (this.call.direction === 'inbound' ? this.call.from : this.call.to);
    for (const { number, url } of verb.numbers) {
      const leg = this.#parts.place({
        ...{ to: number, from, parentSid: this.call.sid, timeoutSeconds: verb.timeoutSeconds },
        url: url === undefined ? undefined : URL.parse(url, this.#page)?.href,
        joined: async (run) => {
          this.join(run);
          run.join(this);
          for (const other of legs) if (other !== run) await other.end('canceled');
        },
        ended: async (child) => {
          const wasJoined = this.#joinedTo?.call === child;
          if (wasJoined || legs.every((one) => isOver(one.call))) await settle(child, wasJoined);
        },
      });
      legs.push(leg);
    }
  }

  /** Somebody who took the receiver and was not joined has not answered the caller. */
  async #dialed({ action }: Dial, child: CarriedCall | undefined, isBridged: boolean): Promise<void> {
    if (action === undefined) return this.#go();
    const ended = child?.status === 'completed' ? 'no-answer' : (child?.status ?? 'canceled');
    await this.#goTo(action || this.#page, {
      ...{ DialCallStatus: isBridged ? 'completed' : ended, DialBridged: String(isBridged) },
      ...(child && { DialCallSid: child.sid }),
      ...(child && isBridged && { DialCallDuration: String(secondsOf(child)) }),
    });
  }

  #after(seconds: number, run: () => Promise<void>): () => void {
    const { time, patience } = this.#parts;
    return time.after(seconds * 1_000 * patience, run);
  }

  #stopWaiting(): void {
    if (this.#wait && this.#wait.kind !== 'dial') this.#wait.timer();
    this.#wait = undefined;
    this.call.awaited = 'nothing';
    this.call.typed = '';
  }

  async #pickUp(): Promise<void> {
    this.call.answeredAt = this.#parts.time.now();
    await this.notify('in-progress');
  }

  #write(how: Line['how'], by: string, text: string, language?: string): void {
    this.call.lines.push({ by, how, text, language, at: this.#parts.time.now() });
  }
}

const FINAL: ReadonlySet<CallStatus> = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled']);

/** The number at the other end of a call from Ladder, or from which Ladder was rung. */
const mine = ({ direction, from, to }: CarriedCall): string => (direction === 'inbound' ? from : to);

const secondsOf = ({ answeredAt, endedAt }: CarriedCall): number =>
  answeredAt === undefined || endedAt === undefined ? 0 : Math.round((endedAt - answeredAt) / 1_000);
