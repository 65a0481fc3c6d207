import type { MailCarrier } from '../app/ports/mail.ts';
import { outboxCarrier } from '../channels/email/outbox.ts';
import { smtpCarrier } from '../channels/email/send.ts';
import { type Config, type InstallationKind, mailDomainOf } from '../config.ts';

/** Who takes our mail away: the carrier of the settings; in a demonstration, and without one, nobody but the outbox. */
export function carrierOf(config: Config, kind: InstallationKind): MailCarrier {
  const { smtpUrl, mailFrom } = config;
  if (kind === 'demonstration' || smtpUrl === undefined) return outboxCarrier();
  const { name, address } = mailFrom;
  const from = name === '' ? address : `"${name}" <${address}>`;
  return smtpCarrier({ url: smtpUrl, from, domain: mailDomainOf(config) });
}
