import type { MailCarrier } from '../../app/ports/mail.ts';

/**
 * The carrier of an installation that sends nothing: each mail counts as handed over, and stays to be read
 * where the deliveries are kept.
 */
export function outboxCarrier(): MailCarrier {
  return {
    send: async () => ({ result: 'handedOver', carrierId: 'outbox' }),
    close: async () => {},
  };
}
