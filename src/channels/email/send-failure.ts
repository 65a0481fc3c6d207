import type { MailResult } from '../../app/ports/mail.ts';

/** What a failed attempt of the mail library carries; every field may be missing. */
interface SendError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
  readonly name?: string;
}

type Failure = Extract<MailResult, { result: 'failed' }>;

/**
 * What a failed attempt means. Only a 5xx about this recipient or this message is permanent: a refusal of our own
 * sender, sign-in or certificate is ours to mend, and the mail waits until it is.
 *
 *     sendFailure({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 })  // permanent, smtp-550
 */
export function sendFailure(thrown: unknown): Failure {
  const error: SendError = thrown instanceof Error ? thrown : {};
  const { responseCode, command = '', response } = error;
  if (responseCode !== undefined && responseCode >= 400) {
    const no = failed(`smtp-${responseCode}`, isRefusalOfMail(responseCode, command));
    return response === undefined ? no : { ...no, said: serverWords(response) };
  }
  if (error.code === 'EENVELOPE' && command === 'API') return failed('unusable-address', true);
  return failed(connectionReason(error), false);
}

/** What the next server says is its own text, of any length and of any kind. */
const SAID_MAX = 200;

/** A server's own words as they can be kept and shown: one line, of a length with an end. */
export const serverWords = (response: string): string =>
  response
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, SAID_MAX);

/** 503 and 421 speak of the session and not of the mail; RFC 5321, 4.2.1. */
const isRefusalOfMail = (code: number, command: string): boolean =>
  code >= 500 && code !== 503 && /^(RCPT TO|DATA)/.test(command);

const REASONS: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'timeout',
  EABORT: 'timeout',
  ETLS: 'tls',
  EDNS: 'unknown-host',
  EAUTH: 'sign-in',
  ENOAUTH: 'sign-in',
  ECONNECTION: 'lost-connection',
  EPROTOCOL: 'unknown-answer',
  EMESSAGE: 'unknown-answer',
  ECONFIG: 'carrier-settings',
  ECONNREFUSED: 'refused-connection',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ECONNRESET: 'lost-connection',
  EPIPE: 'lost-connection',
};

/** A failing certificate has a code of OpenSSL's, and is known by being none of the system's. */
const CERTIFICATE = /CERT|SELF_SIGNED|^ERR_(TLS|SSL|OSSL)|UNABLE_TO_|HOSTNAME_MISMATCH/;

/** Why a connection to a mail server failed that said nothing itself. */
export function connectionReason({
  code = '',
  originalCode = '',
}: Pick<SendError, 'code' | 'originalCode'>): string {
  if (CERTIFICATE.test(originalCode) || CERTIFICATE.test(code)) return 'tls';
  return REASONS[originalCode] ?? REASONS[code] ?? 'lost-connection';
}

const failed = (reason: string, permanent: boolean): Failure => ({ result: 'failed', permanent, reason });
