import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

interface Signed {
  /** The secret of the account. */
  readonly token: string;
  /** The whole address as the carrier asked it, with its query. */
  readonly url: string;
  /** The fields of the form. */
  readonly params: Readonly<Record<string, string>>;
  readonly signature: string;
}

/**
 * Whether a request is the carrier's own: it signs the address and every field with the secret of the account. What is
 * signed for another address, or with a field more or less, is not.
 */
export const isFromCarrier = ({ token, url, params, signature }: Signed): boolean =>
  signature !== '' && validateRequest(token, signature, url, { ...params });
