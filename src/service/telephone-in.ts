import { FILE_BYTES_MAX } from '../app/files/attach-file.ts';
import type { LetterParts } from '../app/notices/letters.ts';
import type { OpeningParts } from '../app/open-by-mail.ts';
import type { Answers } from '../app/ports/answers.ts';
import type { Log } from '../app/ports/log.ts';
import { type FetchRecording, fetchRecordings } from '../app/telephone/fetch-recordings.ts';
import { outgoing } from '../channels/outgoing/request.ts';
import { isFromGateway } from '../channels/telephone/gateway-token.ts';
import { isFromCarrier } from '../channels/telephone/signature.ts';
import { textml, twiml } from '../channels/telephone/twiml.ts';
import type { Config } from '../config.ts';
import type { GatewayTexts } from '../http/telephone/gateway-text-route.ts';
import type { TelephoneRoutes } from '../http/telephone/telephone-routes.ts';

type Settings = Pick<
  Config,
  | ('twilioAccount' | 'twilioToken' | 'twilioUrl' | 'telephoneNumber')
  | ('textGatewayToken' | 'outgoingPrivate')
>;

interface Answering {
  readonly answers: Answers;
  readonly letters: LetterParts;
  readonly openings: OpeningParts;
  readonly baseUrl: () => string;
}

/** What takes calls and texts; undefined where no carrier brings any. */
export function telephoneIn(
  { twilioToken: token, telephoneNumber: number }: Settings,
  answering: Answering,
): TelephoneRoutes | undefined {
  if (token === undefined || number === undefined) return undefined;
  return {
    ...answering,
    number,
    tongue: {
      isFromCarrier: (request) => isFromCarrier({ token, ...request }),
      spoken: (turn) => twiml(turn, number),
      written: textml,
    },
  };
}

/** What takes texts of a gateway; undefined where there is none. Calls come in only where another carrier brings them. */
export function gatewayTextsIn(
  { textGatewayToken: token, twilioToken, telephoneNumber }: Settings,
  answering: Answering,
): GatewayTexts | undefined {
  if (token === undefined) return undefined;
  return {
    ...answering,
    ownNumber: telephoneNumber,
    number: twilioToken === undefined ? undefined : telephoneNumber,
    isFromGateway: (authorization) => isFromGateway(token, authorization),
  };
}

/** A recording of two minutes takes a tenth of this. */
const LIMITS = { totalMs: 30_000, replyBytesMax: FILE_BYTES_MAX };

/** Asks the carrier for recordings; only itself is told who we are. */
function recordingFetcher(settings: Settings): FetchRecording {
  const { twilioAccount = '', twilioToken = '', twilioUrl, outgoingPrivate } = settings;
  const authorization = `Basic ${Buffer.from(`${twilioAccount}:${twilioToken}`).toString('base64')}`;
  const own = new URL(twilioUrl);
  return async (given) => {
    const url = URL.parse(`${given}.wav`);
    if (!url) return undefined;
    const isOwn = url.origin === own.origin;
    const reply = await outgoing({
      url: url.href,
      headers: isOwn ? { authorization } : {},
      // The operator has named the carrier, wherever it is.
      allowed: isOwn ? [...outgoingPrivate, own.hostname] : outgoingPrivate,
      limits: LIMITS,
    });
    return reply.result === 'answered' && reply.status === 200 ? reply.body : undefined;
  };
}

interface Fetching extends Pick<Answering, 'answers' | 'letters'> {
  readonly log: Log;
}

/** Brings recordings from the carrier to their cases; whether there may be more. */
export function recordingBringer(settings: Settings, fetching: Fetching): () => Promise<boolean> {
  if (settings.twilioToken === undefined) return async () => false;
  const fetch = recordingFetcher(settings);
  return () => fetchRecordings({ ...fetching, fetch });
}
