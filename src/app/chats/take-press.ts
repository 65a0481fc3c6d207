import { asInstant, type Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { maySee, ownershipOf } from '../authorise.ts';
import { giveAnswer, refusalWords, subjectOf } from '../give-answer.ts';
import { knownCaller } from '../known-caller.ts';
import type { AnswerBook, Answers } from '../ports/answers.ts';
import type {
  ChatAddress,
  ChatKey,
  ChatPress,
  ClaimedChat,
  ClaimedPress,
  ReadPress,
} from '../ports/chats.ts';
import type { EngineTransaction } from '../ports/engine.ts';
import { hashOf, linkToken, type Secret } from '../secret.ts';
import { stampOf } from '../stamp.ts';
import { secretsOf } from './chat-parts.ts';

const MINUTE_MS = 60_000;
/** So long somebody may say who a user is that has just pressed a button. */
const INVITED_MINUTES = 10;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What presses are taken with. */
interface PressParts {
  readonly answers: Answers;
  readonly secret: Secret;
  readonly newId: () => string;
  /** Where links lead, without a slash at its end. */
  readonly baseUrl: string;
  readonly read: ReadPress;
}

/** What came of a press: `missing` of no channel, `forged` of nobody, and what its user alone is then told. */
type Taken =
  | 'missing'
  | 'forged'
  | 'nothing'
  | { readonly to: ChatAddress; readonly userId: string; readonly text: string };

/**
 * Takes a press in Slack: whoever has said, signed in here, that this user is them, acknowledges by it. Who the user is
 * by their name or address there is not asked. Any other button only leads somewhere.
 */
export const takePress = (parts: PressParts, key: ChatKey, claimed: ClaimedPress): Promise<Taken> =>
  parts.answers.transaction(async (tx, book) => {
    const channel = UUID.test(key.channelId) ? await tx.chats.channel(key) : undefined;
    if (channel?.kind !== 'slack') return 'missing';
    const secrets = secretsOf(parts.secret, channel);
    if (secrets?.kind !== 'slack') return 'missing';
    const at = await tx.now();
    const press = parts.read(secrets.signingSecret, claimed, at);
    if (press === 'forged') return 'forged';
    if (press === 'unknown' || press.action !== 'acknowledge') return 'nothing';
    const message = UUID.test(press.value) ? await tx.chats.message(key, press.value) : undefined;
    if (!message) return 'nothing';
    const words = catalogue(message.language).chats.pressed;
    const text = channel.off ? words.off : await act(parts, { tx, book, at }, message, press);
    return { to: { secrets, room: channel.room }, userId: press.userId, text };
  });

interface Within {
  readonly tx: EngineTransaction;
  readonly book: AnswerBook;
  readonly at: Instant;
}

/** Acknowledges, or says why not: what the user is told. */
async function act(
  parts: PressParts,
  { tx, book, at }: Within,
  message: ClaimedChat,
  press: ChatPress,
): Promise<string> {
  const { contract, channelId, caseId, language } = message;
  const words = catalogue(language).chats.pressed;
  const { teamId, userId } = press;
  const personId = await tx.chats.personOf({ contract, channelId, teamId, userId });
  const known = personId === undefined ? undefined : await book.person(contract, personId);
  if (!known) return words.unknown(await inviteOf(parts, tx, message, press, at));
  const url = `${parts.baseUrl}/contracts/${encodeURIComponent(contract)}/cases/${encodeURIComponent(caseId)}`;
  // Whoever else moves the case waits, so that what the button was shown for is what it acts on.
  const [locked] = await tx.lockCases([{ contract, caseId }]);
  const subject = await subjectOf(tx, { contract, caseId }, at);
  const caller = knownCaller(contract, known, 'portal');
  if (!locked || !subject || subject.state.status === 'none') return words.over({ url });
  if (!maySee(caller, ownershipOf(subject.state, at))) return words.over({ url });
  if (message.stamp !== stampOf(subject.state)) return words.over({ url });
  const answer = await giveAnswer(tx, {
    key: { contract, caseId },
    caller,
    command: { type: 'acknowledge', by: known.person.personId, over: 'portal', occurredAt: at },
  });
  if (!answer.accepted) {
    const { message: no, advice } = refusalWords(answer.refusal, subject.state, language);
    return `${no} ${advice}`;
  }
  return answer.from > answer.to ? words.already({ caseId }) : words.done({ caseId });
}

/** The way in which a user is told to say who they are: an address that they alone see, good for once and for minutes. */
async function inviteOf(
  { secret, newId, baseUrl }: PressParts,
  tx: EngineTransaction,
  { contract, channelId }: ClaimedChat,
  { teamId, userId, userName }: ChatPress,
  at: Instant,
): Promise<{ readonly url: string; readonly minutes: number }> {
  const token = linkToken(secret, `chat-${newId()}`);
  const expiresAt = asInstant(at + INVITED_MINUTES * MINUTE_MS);
  const user = { contract, channelId, teamId, userId, userName };
  await tx.chats.invite({ ...user, tokenHash: hashOf(token), expiresAt }, at);
  const url = `${baseUrl}/contracts/${encodeURIComponent(contract)}/chats/connect/${token}`;
  return { url, minutes: INVITED_MINUTES };
}
