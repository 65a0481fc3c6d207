import type { ReadStatus, TelephoneCarrier, TelephoneResult } from '../app/ports/telephone.ts';
import { statusReader } from '../channels/telephone/read-status.ts';
import { gatewayCarrier } from '../channels/telephone/send-gateway.ts';
import { twilioCarrier } from '../channels/telephone/send-twilio.ts';
import { machineNow } from '../clock/machine.ts';
import type { Config } from '../config.ts';
import type { NoticeMeans } from '../core/reach/notice-rules.ts';
import { Pace } from '../engine/pace.ts';
import type { EngineParts } from '../engine/parts.ts';
import type { NoteCarrier } from './carrier-notes.ts';

/**
 * Who carries texts and calls of an installation, by its settings; undefined where nobody does. A demonstration is
 * given none but its own.
 */
export function telephoneCarrierOf(config: Config): TelephoneCarrier | undefined {
  const twilio = twilioOf(config);
  const gateway = gatewayOf(config);
  if (!gateway) return twilio;
  return {
    carries: twilio ? ['text', 'call'] : ['text'],
    text: gateway.text,
    call: twilio ? twilio.call : async () => NO_CALLS,
    close: async () => undefined,
  };
}

const NO_CALLS: TelephoneResult = { result: 'failed', permanent: true, reason: 'no-carrier' };

function twilioOf(config: Config): TelephoneCarrier | undefined {
  const { twilioAccount: account, twilioToken: token, twilioUrl: url, telephoneNumber: number } = config;
  if (account === undefined || token === undefined || number === undefined) return undefined;
  // The operator has named the carrier, wherever it is.
  const allowed = [...config.outgoingPrivate, new URL(url).hostname];
  return twilioCarrier({ account, token, url, number, allowed });
}

function gatewayOf(config: Config): Pick<TelephoneCarrier, 'text'> | undefined {
  const { textGatewayUrl: url, textGatewayToken: token, outgoingPrivate: allowed } = config;
  return url === undefined || token === undefined ? undefined : gatewayCarrier({ url, token, allowed });
}

/** How what carriers say of texts and calls is proved and read; undefined where there are none. */
export function statusReaderOf({ twilioToken, textGatewayToken }: Config): ReadStatus | undefined {
  if (twilioToken === undefined && textGatewayToken === undefined) return undefined;
  return statusReader({ twilioToken, gatewayToken: textGatewayToken });
}

/** By what anything can be carried; mail always, for what no server takes stands in the outbox. */
export const carriersWith = (telephone: TelephoneCarrier | undefined): readonly NoticeMeans[] => [
  'email',
  ...(telephone?.carries ?? []),
];

/** What the engine sends texts and calls with: how the carrier did is noted, and it gets no more than it takes. */
export function pacedTelephone(
  carrier: TelephoneCarrier | undefined,
  { callsPerMinute, textsPerMinute }: Config,
  note: NoteCarrier,
): EngineParts['telephone'] {
  if (!carrier) return undefined;
  const pace = new Pace({ text: textsPerMinute, call: callsPerMinute }, machineNow);
  return { carrier: noting(carrier, note), pace };
}

const noting = (carrier: TelephoneCarrier, note: NoteCarrier): TelephoneCarrier => ({
  carries: carrier.carries,
  async text(text) {
    const result = await carrier.text(text);
    await note('texts', failureOf(result));
    return result;
  },
  async call(call) {
    const result = await carrier.call(call);
    await note('calls', failureOf(result));
    return result;
  },
  close: () => carrier.close(),
});

/** A number that is none is no fault of the carrier. */
const failureOf = (result: TelephoneResult): string | undefined =>
  result.result === 'failed' && !result.permanent ? result.reason : undefined;
