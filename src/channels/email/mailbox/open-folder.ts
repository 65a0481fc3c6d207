import type { ImapFlow, MailboxObject } from 'imapflow';
import { mailboxFault } from './mailbox-fault.ts';
import type { MailboxPlace } from './mailbox-place.ts';
import { LEFT_FLAG, type OpenFolder, TAKEN_MARK } from './take-folder.ts';

/** How long a server may take. Times are milliseconds. */
export interface ConnectLimits {
  readonly connectWithinMs: number;
  readonly greetWithinMs: number;
  /** Silence of the other side, after which it is given up. */
  readonly silenceMaxMs: number;
  /** The longest single answer. */
  readonly answerMaxBytes: number;
}

/** A connection to a mailbox's server, signed in. The library takes long to load, and a service starts without it. */
export async function connected(place: MailboxPlace, limits: ConnectLimits): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow');
  const client = new Client({
    host: place.host,
    port: place.port,
    secure: place.encrypted === 'always',
    ...(place.encrypted === 'always' ? {} : { doSTARTTLS: place.encrypted === 'asked' }),
    auth: { user: place.user, pass: place.password },
    clientInfo: { name: 'Ladder' },
    logger: false,
    connectionTimeout: limits.connectWithinMs,
    greetingTimeout: limits.greetWithinMs,
    socketTimeout: limits.silenceMaxMs,
    maxLiteralSize: limits.answerMaxBytes,
    maxResponseSize: limits.answerMaxBytes,
  });
  // What breaks is said by whatever was asked then, and by the end of the connection.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

/** Where messages go once they are taken: beside the folder, or under it where a server wants that. */
const TAKEN = ['Ladder', 'Taken'];

/** Opens the folder that a mailbox's address names, and finds or makes the place for what is taken. */
export async function openFolder(client: ImapFlow, { folder }: MailboxPlace): Promise<OpenFolder> {
  const opened = await client.mailboxOpen(folder.split('/')).catch((error) => {
    throw client.usable ? mailboxFault('mailbox-no-folder', error) : error;
  });
  if (opened.readOnly) throw mailboxFault('mailbox-read-only');
  const flags = opened.permanentFlags ?? opened.flags;
  const keeps = (flag: string): boolean => flags.has(flag) || (flag.startsWith('$') && flags.has('\\*'));
  return {
    client,
    uidValidity: Number(opened.uidValidity),
    taken: await takenFolder(client, opened, keeps(TAKEN_MARK)),
    keepsFlags: keeps(LEFT_FLAG),
  };
}

async function takenFolder(
  client: ImapFlow,
  { path }: MailboxObject,
  canMark: boolean,
): Promise<string | undefined> {
  try {
    const made = await client.mailboxCreate(TAKEN);
    // A folder is not emptied into itself.
    if (made.path !== path) return made.path;
  } catch (error) {
    if (!client.usable) throw error;
    const there = await client.status(TAKEN, { messages: true }).catch(() => undefined);
    if (there && there.path !== path) return there.path;
  }
  if (canMark) return undefined;
  throw mailboxFault('mailbox-no-place');
}
