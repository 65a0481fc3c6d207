// One node of Ladder: store, engine and mail, put together as the service does it, with commands from standard input.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { handle, type Request } from '../../src/app/handle.ts';
import type { LetterParts } from '../../src/app/notices/letters.ts';
import type { Clock } from '../../src/app/ports/clock.ts';
import { secretOf } from '../../src/app/secret.ts';
import { smtpCarrier } from '../../src/channels/email/send.ts';
import { asInstant } from '../../src/core/instant.ts';
import { startEngine } from '../../src/engine/engine.ts';
import { connect } from '../../src/store/connect.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type CarrierSettings, listenToCarrier, telephoneOf, wordsForTelephones } from './node-telephone.ts';

/** What a node is told at its start. */
export interface NodeSettings {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly carrier: CarrierSettings;
  /** By how many milliseconds this node's clock is wrong. */
  readonly skewFile: string;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as NodeSettings;
const say = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

const clock: Clock = async (ask) => {
  const [row] = await ask(
    'select now_ms, floor(extract(epoch from clock_timestamp()) * 1000)::int8 as real from test_clock',
  );
  const { now_ms, real } = row as { now_ms: number; real: number };
  const now = now_ms + Number(readFileSync(settings.skewFile, 'utf8'));
  return { now: asInstant(now), offsetMs: now - real };
};

const secret = secretOf(Buffer.alloc(32, 7));
const plain = { subject: 'A case', text: 'Something happened.', html: '<p>Something happened.</p>' };
const letters: LetterParts = {
  writer: {
    ...{ notice: () => plain, system: () => plain, checkpoint: () => plain },
    ...{ obligation: () => plain, attestation: () => plain, contactReport: () => plain },
    ...{ seat: () => plain, drill: () => plain },
  },
  secret,
  newId: randomUUID,
  canReply: true,
  isDemonstration: false,
  carriers: ['email', 'text', 'call'],
  telephone: { writer: wordsForTelephones, number: settings.carrier.number },
};
const note = (code: string, error?: unknown): void => {
  const { stack = '' } = (error ?? {}) as Error;
  if (/set-aside|batch-failed|letter-failed/.test(code)) say({ wrong: `${code} ${stack}` });
};

const connection = connect<unknown>(settings.databaseUrl, { max: 8, applicationName: 'ladder node' });
const store = await openStore({ connection, clock, tends: true });
startEngine({
  store,
  log: { info: () => undefined, warn: () => undefined, error: note },
  meters: {
    deadlinesFired: () => undefined,
    delivered: () => undefined,
    requestAnswered: () => undefined,
  },
  telephone: telephoneOf(settings.carrier),
  mail: smtpCarrier({
    url: settings.smtpUrl,
    from: 'ladder@ladder.example',
    domain: 'ladder.example',
    limits: { connectWithinMs: 1500, greetWithinMs: 1500, silenceMaxMs: 1500, attemptMaxMs: 4000 },
  }),
  letters,
  secret,
  baseUrl: 'http://ladder.example',
  mailDomain: 'ladder.example',
  version: '1.0.0',
  beat: undefined,
  rotas: {
    tellGaps: async () => undefined,
    tellDuty: async () => undefined,
    readTimeOff: async () => undefined,
  },
  digests: { tellReadiness: async () => undefined },
  webhooks: { feed: async () => undefined, send: async () => false },
  chats: { send: async () => false },
  subscribers: { writeNews: async () => false },
  publications: { takeEffect: async () => [], untilNext: async () => undefined },
  bringRecordings: async () => false,
  takeWaitingMails: async () => undefined,
  loops: 4,
});

async function answer(asked: { readonly id: number; readonly request: Request }): Promise<void> {
  const { id, request } = asked;
  try {
    const [given] = await handle(store, [request]);
    say({ id, answer: given });
  } catch (error) {
    const {
      code = '',
      message = '',
      stack = '',
    } = error as { code?: string; message?: string; stack?: string };
    say({ id, fault: `${code} ${message}`, stack });
  }
}

createInterface(process.stdin)
  .on('line', (line) => void answer(JSON.parse(line) as never))
  // Whoever started it has gone.
  .on('close', () => process.exit());
const { port } = await listenToCarrier(settings.carrier, { store, connection, letters });
say({ ready: true, port });
