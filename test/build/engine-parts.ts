import { randomUUID } from 'node:crypto';
import type { LetterParts } from '../../src/app/notices/letters.ts';
import type { EngineStore } from '../../src/app/ports/engine.ts';
import type { Log } from '../../src/app/ports/log.ts';
import type { MailCarrier, MailResult, OutgoingMail } from '../../src/app/ports/mail.ts';
import type { Meters } from '../../src/app/ports/meters.ts';
import { secretOf } from '../../src/app/secret.ts';
import type { EngineParts } from '../../src/engine/parts.ts';
import { composeAttestation } from '../../src/render/mail/compose-attestation.ts';
import { composeCheckpoint } from '../../src/render/mail/compose-checkpoint.ts';
import { composeContactReport } from '../../src/render/mail/compose-contact-report.ts';
import { composeDrill } from '../../src/render/mail/compose-drill.ts';
import { composeMail } from '../../src/render/mail/compose-mail.ts';
import { composeObligation } from '../../src/render/mail/compose-obligation.ts';
import { composeSeat } from '../../src/render/mail/compose-seat.ts';
import { composeSystemMail } from '../../src/render/mail/compose-system-mail.ts';
import {
  composeCall,
  composeSystemCall,
  composeSystemText,
  composeText,
} from '../../src/render/telephone/compose-telephone.ts';

/** A carrier that keeps what it is given, and answers as the test says. */
interface FakeCarrier extends MailCarrier {
  readonly sent: OutgoingMail[];
  answer: (mail: OutgoingMail) => MailResult | Promise<MailResult>;
}

function fakeCarrier(): FakeCarrier {
  const carrier: FakeCarrier = {
    sent: [],
    answer: ({ id }) => ({ result: 'handedOver', carrierId: id }),
    send: async (mail) => {
      carrier.sent.push(mail);
      return carrier.answer(mail);
    },
    close: async () => undefined,
  };
  return carrier;
}

/** A log that keeps its lines. */
export function fakeLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (code: string): void => {
    lines.push(code);
  };
  const error = (code: string, thrown: unknown): void => {
    lines.push(`${code} ${thrown instanceof Error ? thrown.stack : ''}`);
  };
  return { lines, info: keep, warn: keep, error };
}

/** No plan waits to take effect. */
const NO_PUBLICATIONS: EngineParts['publications'] = {
  takeEffect: async () => [],
  untilNext: async () => undefined,
};

const NO_METERS: Meters = {
  deadlinesFired: () => undefined,
  delivered: () => undefined,
  requestAnswered: () => undefined,
};

export const TEST_SECRET = secretOf(Buffer.alloc(32, 7));

const letters: LetterParts = {
  writer: {
    notice: composeMail,
    system: composeSystemMail,
    checkpoint: composeCheckpoint,
    obligation: composeObligation,
    attestation: composeAttestation,
    contactReport: composeContactReport,
    drill: composeDrill,
    seat: composeSeat,
  },
  secret: TEST_SECRET,
  newId: randomUUID,
  canReply: true,
  isDemonstration: false,
  carriers: ['email'],
  telephone: {
    writer: {
      text: composeText,
      call: composeCall,
      systemText: composeSystemText,
      systemCall: composeSystemCall,
    },
    number: undefined,
  },
};

/** Everything an engine needs, with a carrier and a log that keep what they get. */
export function engineParts(
  store: EngineStore,
  changes: Partial<EngineParts> = {},
): EngineParts & { readonly mail: FakeCarrier; readonly log: ReturnType<typeof fakeLog> } {
  return {
    store,
    log: fakeLog(),
    meters: NO_METERS,
    mail: fakeCarrier(),
    telephone: undefined,
    letters,
    secret: TEST_SECRET,
    baseUrl: 'http://ladder.example',
    mailDomain: 'ladder.example',
    version: '1.0.0',
    beat: undefined,
    publications: NO_PUBLICATIONS,
    rotas: {
      tellGaps: async () => undefined,
      tellDuty: async () => undefined,
      readTimeOff: async () => undefined,
    },
    digests: { tellReadiness: async () => undefined },
    webhooks: { feed: async () => undefined, send: async () => false },
    chats: { send: async () => false },
    subscribers: { writeNews: async () => false },
    bringRecordings: async () => false,
    takeWaitingMails: async () => undefined,
    loops: 1,
    ...changes,
  } as EngineParts & { mail: FakeCarrier; log: ReturnType<typeof fakeLog> };
}
