import assert from 'node:assert';
import type { MailCarrier } from '../app/ports/mail.ts';
import { outboxCarrier } from '../channels/email/outbox.ts';
import type { SendLimits } from '../channels/email/send.ts';
import { type Config, type InstallationKind, mailDomainOf } from '../config.ts';

/** Who takes our mail away: the carrier of the settings; in a demonstration, and without one, nobody but the outbox. */
export async function carrierOf(config: Config, kind: InstallationKind): Promise<MailCarrier> {
  return kind === 'demonstration' || config.smtpUrl === undefined ? outboxCarrier() : smtpOf(config);
}

/** Somebody waits for the answer, with a page that loads. */
const TEST_LIMITS: SendLimits = {
  connectionsMax: 1,
  connectWithinMs: 8_000,
  greetWithinMs: 8_000,
  silenceMaxMs: 10_000,
  attemptMaxMs: 20_000,
};

/** The carrier of the settings, for one mail by which it is tried; there has to be one. */
export const testCarrierOf = (config: Config): Promise<MailCarrier> => smtpOf(config, TEST_LIMITS);

async function smtpOf(config: Config, limits?: SendLimits): Promise<MailCarrier> {
  const {
    smtpUrl: url,
    mailFrom: { name, address },
  } = config;
  assert(url !== undefined, 'there is a carrier');
  const { smtpCarrier } = await import('../channels/email/send.ts');
  const from = name === '' ? address : `"${name}" <${address}>`;
  return smtpCarrier({ url, from, domain: mailDomainOf(config), plus: config.mailPlus, limits });
}
