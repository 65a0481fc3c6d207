// The telephone side of a node: what it asks of the carrier, and where the carrier asks it.
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import type { LetterParts } from '../../src/app/notices/letters.ts';
import type { TelephoneWriter } from '../../src/app/ports/mail-writer.ts';
import { statusReader } from '../../src/channels/telephone/read-status.ts';
import { twilioCarrier } from '../../src/channels/telephone/send-twilio.ts';
import { isFromCarrier } from '../../src/channels/telephone/signature.ts';
import { textml, twiml } from '../../src/channels/telephone/twiml.ts';
import { machineNow } from '../../src/clock/machine.ts';
import { Pace } from '../../src/engine/pace.ts';
import { statusRoute } from '../../src/http/telephone/status-route.ts';
import { telephoneRoutes } from '../../src/http/telephone/telephone-routes.ts';
import { answersIn } from '../../src/store/answers/answer-book.ts';
import type { Connection } from '../../src/store/connect.ts';
import type { PostgresStore } from '../../src/store/open-store.ts';
import { postgresReading } from '../../src/store/views/reading.ts';

/** The carrier as a node is told of it. */
export interface CarrierSettings {
  readonly url: string;
  readonly account: string;
  readonly token: string;
  readonly number: string;
}

/** As the world knows it; the carrier's front leads there to whichever node is alive. */
export const PUBLIC_URL = 'http://ladder.example';
/** A carrier that hangs is given up the sooner. */
const WITHIN_MS = 3_000;
const PER_MINUTE = 60_000;

export function telephoneOf({ url, account, token, number }: CarrierSettings) {
  const carrier = twilioCarrier({ url, account, token, number, allowed: ['127.0.0.1'], totalMs: WITHIN_MS });
  return { carrier, pace: new Pace({ text: PER_MINUTE, call: PER_MINUTE }, machineNow) };
}

interface Noticed {
  readonly caseId: string;
  readonly choices?: readonly { readonly key: string }[];
}

const words = ({ caseId, choices = [] }: Noticed) => ({
  subject: `Case ${caseId}`,
  text: `Case ${caseId}: something happened. Keys: ${choices.map(({ key }) => key).join(' ')}.`,
});
/** So much that whoever is told knows which case it is, and by what it is answered. */
export const wordsForTelephones: TelephoneWriter = {
  ...{ text: words, call: words, systemText: words, systemCall: words },
};

interface Listening {
  readonly store: PostgresStore;
  readonly connection: Connection<unknown>;
  readonly letters: LetterParts;
}

/** Listens to what the carrier says and asks. */
export async function listenToCarrier(
  { token, number }: CarrierSettings,
  { store, connection, letters }: Listening,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const answers = answersIn(store);
  const baseUrl = (): string => PUBLIC_URL;
  const reading = postgresReading({
    ...{ db: connection.db, revisions: store.revisions },
    now: () => store.transaction((tx) => tx.now()),
  });
  const nothing = { subject: '', text: '', html: '' };
  const server = fastify();
  await server.register(async (scope) =>
    statusRoute(scope, {
      ...{ links: { answers, letters }, baseUrl },
      readStatus: statusReader({ twilioToken: token, gatewayToken: undefined }),
    }),
  );
  await server.register((scope) =>
    telephoneRoutes(scope, {
      ...{ answers, letters, number, baseUrl },
      openings: {
        ...{ reading, isDemonstration: false, compose: () => nothing, firstToCall: async () => undefined },
        ...{ startUrl: () => PUBLIC_URL, mailUrl: () => PUBLIC_URL },
      },
      tongue: {
        isFromCarrier: (asked) => isFromCarrier({ token, ...asked }),
        spoken: (turn) => twiml(turn, number),
        written: textml,
      },
    }),
  );
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => server.close() };
}
