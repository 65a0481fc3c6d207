import type { FetchMessageObject, ImapFlow, SearchObject } from 'imapflow';
import type { LeftMessage, LeftWhy, MailboxBook } from '../../../app/ports/mailbox.ts';
import { asInstant, type Instant } from '../../../core/instant.ts';
import { deliveryOfBounceAddress } from '../addresses.ts';
import { type MessageLimits, type MessageTaking, takeMessage } from '../inbound/take-message.ts';
import { mailboxFault, ofOurs } from './mailbox-fault.ts';
import { RECIPIENT_FIELDS, recipientsIn } from './recipients.ts';

/** How far messages are looked at, and when those that could not be taken are tried again. */
export interface FolderLimits extends MessageLimits {
  /** A message that had lain in the mailbox for longer before anybody looked is left to people. */
  readonly ageMaxMs: number;
  readonly putOffMs: number;
  readonly ownFaultMs: number;
}

/** What messages of a folder are taken with. */
export interface FolderTaking extends MessageTaking {
  readonly book: MailboxBook;
  readonly limits: FolderLimits;
  /** Whether a fault is a bug of ours, and not one of the world. */
  readonly isOwnFault: (error: unknown) => boolean;
  /** False where another node has taken the mailbox meanwhile, or this one stops: nothing more is begun. */
  readonly mayGoOn: () => Promise<boolean>;
}

/** A folder that is open, and where messages go once they are taken. */
export interface OpenFolder {
  readonly client: ImapFlow;
  readonly uidValidity: number;
  /** A folder; undefined where none can be made, and they stay under a mark of ours. */
  readonly taken: string | undefined;
  /** Whether the server keeps the flag of what is left; where it does not, what is left waits for its hour alone. */
  readonly keepsFlags: boolean;
}

/** The mark of messages that are taken and stay where they are. */
export const TAKEN_MARK = '$LadderTaken';
export const LEFT_FLAG = '\\Flagged';

/** Messages that are asked about at once. */
const LINES_AT_ONCE = 100;

/**
 * Takes everything in a folder that was not taken or left before: each message is taken first and moved then, so that
 * a crash in between costs nothing but a second look, for its id tells that it was taken.
 *
 * What cannot be taken is flagged and written down. The flag is the handle: whoever takes it off in a mail program has
 * the message tried again, and one that is moved or deleted there is forgotten here.
 */
export async function takeFolder(folder: OpenFolder, taking: FolderTaking): Promise<void> {
  const { client, uidValidity } = folder;
  const left = new Map((await ofOurs(taking.book.left(uidValidity))).map((one) => [one.uid, one]));
  const unflagged = await found(client, { ...untaken(folder), flagged: false });
  const flagged = await found(client, { ...untaken(folder), flagged: true });
  const there = new Set([...unflagged, ...flagged]);
  await ofOurs(taking.book.forget([...left.values()].filter(({ uid }) => !there.has(uid))));
  const now = await ofOurs(taking.book.now());
  const waits = ({ againAt }: LeftMessage): boolean => againAt === undefined || againAt > now;
  const isNew = (uid: number): boolean => {
    const before = left.get(uid);
    return before === undefined || !waits(before);
  };
  const uids = [...unflagged.filter((uid) => folder.keepsFlags || isNew(uid)), ...flagged.filter(isNew)];
  uids.sort((one, other) => one - other);
  for (let from = 0; from < uids.length; from += LINES_AT_ONCE) {
    const lines = await client.fetchAll(
      uids.slice(from, from + LINES_AT_ONCE).join(','),
      { uid: true, size: true, internalDate: true, flags: true },
      { uid: true },
    );
    for (const line of lines) {
      if (!(await taking.mayGoOn())) return;
      await takeLine(folder, taking, line, left.get(line.uid));
    }
  }
}

const untaken = ({ taken }: OpenFolder): SearchObject => ({
  deleted: false,
  ...(taken === undefined && { unKeyword: TAKEN_MARK }),
});

async function found(client: ImapFlow, query: SearchObject): Promise<readonly number[]> {
  const uids = await client.search(query, { uid: true });
  // The library's word for a search that the server has refused.
  if (!Array.isArray(uids)) throw mailboxFault('mailbox-not-read');
  return uids;
}

async function takeLine(
  folder: OpenFolder,
  taking: FolderTaking,
  line: FetchMessageObject,
  left: LeftMessage | undefined,
): Promise<void> {
  const now = await ofOurs(taking.book.now());
  const receivedAt = receivedAtOf(line, now);
  const why = await leftWhy(folder, taking, line, { receivedAt, now });
  const { client, uidValidity } = folder;
  const { uid, flags } = line;
  if (why === 'gone') return;
  if (why === undefined) {
    if (left && flags?.has(LEFT_FLAG))
      await client.messageFlagsRemove(String(uid), [LEFT_FLAG], { uid: true });
    await putAway(folder, uid);
    if (left) await ofOurs(taking.book.forget([{ uidValidity, uid }]));
    return;
  }
  const waitMs = { putOff: taking.limits.putOffMs, ownFault: taking.limits.ownFaultMs }[why as string];
  const againAt = waitMs === undefined ? undefined : asInstant(now + waitMs);
  await ofOurs(taking.book.leave({ uidValidity, uid, why, receivedAt, leftAt: now, againAt }));
  if (!flags?.has(LEFT_FLAG)) await client.messageFlagsAdd(String(uid), [LEFT_FLAG], { uid: true });
  if (left?.why !== why) taking.log.warn('mailbox-message-left', { reason: REASONS[why] });
}

const REASONS: Readonly<Record<LeftWhy, string>> = {
  notAddressed: 'not-addressed',
  tooLarge: 'too-large',
  unreadable: 'unreadable',
  tooOld: 'too-old',
  putOff: 'put-off',
  ownFault: 'own-fault',
};

/** The mailbox's own stamp; one from ahead of our clock counts as just now. */
function receivedAtOf({ internalDate }: FetchMessageObject, now: Instant): Instant {
  const stamp = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime();
  return Number.isFinite(stamp) ? asInstant(Math.min(stamp, now)) : now;
}

/** Takes a message; why not, where it stays. */
async function leftWhy(
  { client }: OpenFolder,
  taking: FolderTaking,
  { uid, size = 0 }: FetchMessageObject,
  { receivedAt, now }: { readonly receivedAt: Instant; readonly now: Instant },
): Promise<LeftWhy | 'gone' | undefined> {
  const { limits } = taking;
  if (now - receivedAt > limits.ageMaxMs) return 'tooOld';
  if (size > limits.messageMaxBytes) return 'tooLarge';
  const head = await client.fetchOne(String(uid), { headers: [...RECIPIENT_FIELDS] }, { uid: true });
  if (!head) return 'gone';
  const recipients = await recipientsOf(taking, head.headers?.toString('latin1') ?? '');
  if (recipients.length === 0) return 'notAddressed';
  const maxLength = limits.messageMaxBytes + 1;
  const whole = await client.fetchOne(String(uid), { source: { start: 0, maxLength } }, { uid: true });
  if (!whole) return 'gone';
  try {
    await takeMessage(
      taking,
      {
        source: piecesOf(whole.source ?? Buffer.alloc(0)),
        hasRoomFor: () => true,
        receivedAt: () => receivedAt,
        recipients,
        // Written by the server that put it into the mailbox; where none did, it is not known to be from nobody.
        envelopeFrom: ({ head: { first } }) => (first('return-path') === '<>' ? '' : 'unknown'),
      },
      limits,
    );
    return undefined;
  } catch (error) {
    return notTaken(taking, error);
  }
}

async function recipientsOf(
  { domain, plus, limits, taker }: FolderTaking,
  lines: string,
): Promise<readonly string[]> {
  const recipients: string[] = [];
  for (const address of recipientsIn(lines, { domain, plus, max: limits.recipientsMax })) {
    const isOurs =
      deliveryOfBounceAddress(address, domain) !== undefined || (await ofOurs(taker.knows(address)));
    if (isOurs) recipients.push(address);
  }
  return recipients;
}

const PIECE_BYTES = 64 * 1024;

async function* piecesOf(whole: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < whole.length; from += PIECE_BYTES) yield whole.subarray(from, from + PIECE_BYTES);
}

/** A refusal of the message itself is said by the code that a mail server would get. */
function notTaken({ log, isOwnFault }: FolderTaking, error: unknown): LeftWhy {
  const code = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
  if (code === 552) return 'tooLarge';
  if (code === 554) return 'unreadable';
  log.error('mail-not-taken', error);
  return isOwnFault(error) ? 'ownFault' : 'putOff';
}

async function putAway({ client, taken }: OpenFolder, uid: number): Promise<void> {
  const isDone =
    taken === undefined
      ? await client.messageFlagsAdd(String(uid), [TAKEN_MARK], { uid: true })
      : await client.messageMove(String(uid), taken, { uid: true });
  if (!isDone) throw mailboxFault('mailbox-not-moved');
}
