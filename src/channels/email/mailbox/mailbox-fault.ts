import { connectionReason } from '../send-failure.ts';

/** Why mail cannot be taken from a mailbox, where nothing else says so. */
type MailboxReason =
  | 'mailbox-no-folder'
  | 'mailbox-read-only'
  | 'mailbox-no-place'
  | 'mailbox-not-read'
  | 'mailbox-not-moved'
  | 'database-away';

interface MailboxFault extends Error {
  readonly mailboxReason: MailboxReason;
}

export const mailboxFault = (mailboxReason: MailboxReason, cause?: unknown): MailboxFault =>
  Object.assign(new Error(mailboxReason, { cause }), { mailboxReason });

/** Waits for something of our own database, whose faults are not those of the mailbox. */
export async function ofOurs<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw mailboxFault('database-away', error);
  }
}

/** What the IMAP library's errors carry; every field may be missing. */
interface ImapError {
  readonly mailboxReason?: string;
  readonly authenticationFailed?: boolean;
  readonly tlsFailed?: boolean;
  readonly code?: string;
  readonly cause?: unknown;
}

const TIMEOUTS = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT', 'ETIMEOUT', 'LockTimeout'];
/** It speaks, but not as the protocol has it, or more than anything of ours would ask for. */
const UNKNOWN =
  /^(ParserError|UnexpectedTag|MissingTag|InvalidResponse|LineTooLarge|LiteralTooLarge|ResponseTooLarge|TooMany)/;

/** Why a mailbox failed, as a code that has a sentence. */
export function mailboxReason(thrown: unknown): string {
  const error: ImapError = thrown instanceof Error ? thrown : {};
  const { code = '' } = error;
  if (error.mailboxReason !== undefined) return error.mailboxReason;
  if (error.authenticationFailed) return 'sign-in';
  if (error.tlsFailed) return 'tls';
  if (TIMEOUTS.includes(code)) return 'timeout';
  return UNKNOWN.test(code) ? 'unknown-answer' : connectionReason(error);
}
