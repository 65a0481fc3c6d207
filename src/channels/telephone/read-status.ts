import type { ReadStatus, StatusRequest, TelephoneReceipt } from '../../app/ports/telephone.ts';
import { isFromGateway } from './gateway-token.ts';
import { receiptOf } from './telephone-failure.ts';

/** By what requests are known to be a carrier's own; undefined where that carrier is not set. */
interface StatusSecrets {
  readonly twilioToken: string | undefined;
  readonly gatewayToken: string | undefined;
}

/** Fields that one post may have; the carrier's have some thirty. */
const FIELDS_MAX = 200;

/** Reads what Twilio posts, by its signature, or a gateway, by its token. */
export const statusReader =
  ({ twilioToken, gatewayToken }: StatusSecrets): ReadStatus =>
  async (request) => {
    if (request.signature !== '' && twilioToken !== undefined) {
      const params = fieldsOf(request.body);
      if (!params) return 'forged';
      const { url, signature } = request;
      // It brings the carrier's own library with it, which a start does not wait for.
      const { isFromCarrier } = await import('./signature.ts');
      if (!isFromCarrier({ token: twilioToken, url, params, signature })) return 'forged';
      const receipt = receiptOf(params);
      return receipt ? { carrierId: params.MessageSid ?? params.CallSid, receipt } : 'unread';
    }
    if (gatewayToken === undefined || !isFromGateway(gatewayToken, request.authorization)) return 'forged';
    const receipt = gatewayReceipt(request);
    return receipt ? { carrierId: undefined, receipt } : 'unread';
  };

function fieldsOf(body: string): Readonly<Record<string, string>> | undefined {
  const entries = [...new URLSearchParams(body)];
  return entries.length > FIELDS_MAX ? undefined : Object.fromEntries(entries);
}

const REASON = /^[\w.-]{1,40}$/;

/** By this a gateway says that the number is wrong, and not only that this text did not arrive. */
const NO_SUCH_NUMBER = 'no-such-number';

/** `{"state":"delivered"}`, or `{"state":"failed","permanent":true,"reason":"no-such-number"}`. */
function gatewayReceipt({ body }: StatusRequest): TelephoneReceipt | undefined {
  const { state, permanent, reason } = readJson(body);
  if (state === 'delivered') return { is: 'delivered' };
  if (state !== 'failed') return undefined;
  const isReason = typeof reason === 'string' && REASON.test(reason);
  return {
    is: 'failed',
    permanent: permanent === true,
    ...(permanent === true && reason === NO_SUCH_NUMBER && { isWrongNumber: true as const }),
    reason: isReason ? `gateway-${reason}` : 'not-delivered',
  };
}

function readJson(body: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
