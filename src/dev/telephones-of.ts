import type {
  HeardLine,
  ShownCall,
  ShownTelephone,
  TelephoneAct,
  TelephoneLine,
  Telephones,
} from '../app/ports/telephones.ts';
import { asInstant } from '../core/instant.ts';
import { languageOf } from '../core/message/catalogue.ts';
import type { CallOutcome, TelephoneState } from '../core/message/portal/telephones.ts';
import type { CarriedCall, CarriedText, Line } from './test-carrier/carried.ts';
import { isOver } from './test-carrier/carried.ts';
import type { Telephone } from './test-carrier/telephone.ts';
import type { TestCarrier } from './test-carrier/test-carrier.ts';

/** More than somebody reads on a page. */
const CALLS_MAX = 10;
const TEXTS_MAX = 40;

/** The telephones of a test carrier, as pages hold them; `refresh` brings its clock to that of the installation. */
export function telephonesOf(carrier: TestCarrier, refresh: () => Promise<void>): Telephones {
  return {
    ladder: carrier.number,
    all: async () => carrier.telephones.map(lineOf).filter((one) => one !== undefined),
    one: async (number) => {
      await refresh();
      return shownOf(carrier.phone(number));
    },
    act: async (number, act) => {
      await refresh();
      const phone = carrier.phone(number);
      if (!isPossible(phone, act)) return false;
      await doAct(phone, carrier.number, act);
      return true;
    },
  };
}

function isPossible({ current }: Telephone, { act }: TelephoneAct): boolean {
  switch (act) {
    case 'text':
      return true;
    case 'call':
      return current === undefined;
    case 'answer':
    case 'voicemail':
    case 'turnAway':
      return current?.status === 'ringing' && current.direction !== 'inbound';
    case 'press':
    case 'speak':
      return current?.answeredAt !== undefined;
    case 'hangUp':
      return current !== undefined;
  }
}

async function doAct(phone: Telephone, ladder: string, act: TelephoneAct): Promise<void> {
  switch (act.act) {
    case 'text':
      return phone.text(ladder, act.body);
    case 'call':
      await phone.call(ladder);
      return;
    case 'answer':
      await phone.answer();
      return;
    case 'voicemail':
      await phone.voicemail();
      return;
    case 'turnAway':
      return phone.busy();
    case 'press':
      return phone.press(act.keys);
    case 'speak':
      return phone.speak(act.text, { thenHangsUp: act.thenHangsUp });
    case 'hangUp':
      return phone.hangUp();
  }
}

function lineOf(phone: Telephone): TelephoneLine | undefined {
  const { number, texts, calls } = phone;
  const last = Math.max(...[...texts.slice(-1).map(({ at }) => at), ...calls.slice(-1).map(lastOf)]);
  if (last === Number.NEGATIVE_INFINITY) return undefined;
  return { number, state: stateOf(phone), texts: texts.length, lastAt: asInstant(last) };
}

const lastOf = ({ startedAt, endedAt }: CarriedCall): number => endedAt ?? startedAt;

function stateOf({ current }: Telephone): TelephoneState {
  if (!current) return 'quiet';
  if (current.answeredAt !== undefined) return 'talks';
  return current.direction === 'inbound' ? 'calls' : 'rings';
}

function shownOf(phone: Telephone): ShownTelephone {
  const { number, current, calls, texts } = phone;
  return {
    number,
    state: stateOf(phone),
    current: current && callOf(number, current),
    calls: calls
      .filter(isOver)
      .slice(-CALLS_MAX)
      .reverse()
      .map((call) => callOf(number, call)),
    texts: texts.slice(-TEXTS_MAX).map((text) => textOf(number, text)),
  };
}

const OUTCOMES: Readonly<Partial<Record<CarriedCall['status'], CallOutcome>>> = {
  completed: 'completed',
  busy: 'busy',
  'no-answer': 'noAnswer',
  canceled: 'noAnswer',
  failed: 'failed',
};

function callOf(number: string, call: CarriedCall): ShownCall {
  const isIncoming = call.direction !== 'inbound';
  return {
    isIncoming,
    other: isIncoming ? call.from : call.to,
    outcome: OUTCOMES[call.status],
    isByMachine: call.answeredBy?.startsWith('machine') === true,
    awaits: call.awaited,
    typed: call.typed,
    startedAt: asInstant(call.startedAt),
    lines: call.lines.map((line) => heardOf(number, line)),
  };
}

const heardOf = (number: string, { by, how, text, language }: Line): HeardLine => ({
  by: by === 'carrier' ? 'ladder' : by === number ? 'me' : 'other',
  how,
  text,
  language: languageOf(language?.slice(0, 2)),
});

const textOf = (number: string, { to, body, at, status }: CarriedText) => ({
  isIncoming: to === number,
  body,
  at: asInstant(at),
  isLost: status === 'undelivered' || status === 'failed',
});
