import { generateKeyPairSync } from 'node:crypto';
import type { MailResolver } from '../channels/email/inbound/mail-resolver.ts';
import { resolverOf } from '../channels/email/inbound/resolver-file.ts';
import type { PageParts } from '../http/pages/page-parts.ts';

type SendReply = NonNullable<PageParts['sendReply']>;

/** The mailboxes of a demonstration: who writes from them, and what their domains publish. */
interface DemonstrationMail {
  readonly resolver: MailResolver;
  /** Sends to a mail server on this machine. */
  readonly sendReplyTo: (port: number) => SendReply;
}

const SELECTOR = 'demonstration';
const SEND_WITHIN_MS = 10_000;

/**
 * A key made for this start when the first reply wants it, and a domain name system of its own that publishes it for each domain somebody writes
 * from: the mail server checks a signature as it does for every mail. Names it does not know are asked of `others`.
 */
export function demonstrationMail(others: MailResolver | undefined): DemonstrationMail {
  let made: ReturnType<typeof newKeys> | undefined;
  const keys = () => {
    made ??= newKeys();
    return made;
  };
  const records: Record<string, { TXT: string[] }> = {};
  const own = resolverOf(records);
  const publish = (domain: string): void => {
    records[`${SELECTOR}._domainkey.${domain}`] = {
      TXT: [`v=DKIM1; k=rsa; p=${keys().publicKey.toString('base64')}`],
    };
    records[`_dmarc.${domain}`] = { TXT: ['v=DMARC1; p=reject'] };
  };
  return {
    resolver: (name, type) =>
      (others && !Object.hasOwn(records, name.toLowerCase()) ? others : own)(name, type),
    sendReplyTo: (port) => (reply) => {
      const domain = reply.from.address.slice(reply.from.address.lastIndexOf('@') + 1).toLowerCase();
      publish(domain);
      return send(port, { domainName: domain, keySelector: SELECTOR, privateKey: keys().privateKey }, reply);
    },
  };
}

const newKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

interface Dkim {
  readonly domainName: string;
  readonly keySelector: string;
  readonly privateKey: string;
}

async function send(
  port: number,
  dkim: Dkim,
  { from, to, subject, text }: Parameters<SendReply>[0],
): Promise<string | undefined> {
  const { createTransport } = await import('nodemailer');
  const limits = { connectionTimeout: SEND_WITHIN_MS, socketTimeout: SEND_WITHIN_MS };
  const files = { disableFileAccess: true, disableUrlAccess: true };
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, dkim, ...limits, ...files });
  try {
    const envelope = { from: from.address, to: [to] };
    await transport.sendMail({ from, to, envelope, subject, text });
    return undefined;
  } catch (error) {
    const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
    return typeof responseCode === 'number' ? `smtp-${responseCode}` : String(code ?? 'unknown');
  } finally {
    transport.close();
  }
}
