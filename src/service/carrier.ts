import assert from 'node:assert';
import type { MailCarrier } from '../app/ports/mail.ts';
import { outboxCarrier } from '../channels/email/outbox.ts';
import { type SendLimits, smtpCarrier } from '../channels/email/send.ts';
import { type Config, type InstallationKind, mailDomainOf } from '../config.ts';

/** Who takes our mail away: the carrier of the settings; in a demonstration, and without one, nobody but the outbox. */
export function carrierOf(config: Config, kind: InstallationKind): MailCarrier {
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
export const testCarrierOf = (config: Config): MailCarrier => smtpOf(config, TEST_LIMITS);

function smtpOf(config: Config, limits?: SendLimits): MailCarrier {
  const {
    smtpUrl: url,
    mailFrom: { name, address },
  } = config;
  assert(url !== undefined, 'there is a carrier');
  const from = name === '' ? address : `"${name}" <${address}>`;
  return smtpCarrier({ url, from, domain: mailDomainOf(config), limits });
}
