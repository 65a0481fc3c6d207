import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { ChatKind, ChatMessage } from '../../core/message/chat-message.ts';
import type { CaseKey } from './store.ts';

/** A channel of one contract; the contract leads everywhere. */
export interface ChatKey {
  readonly contract: string;
  readonly channelId: string;
}

/** Why it is told no more: somebody said so, or whoever keeps it there refuses us. */
export type ChatOff = 'person' | 'refused';

export interface ChatChannel extends ChatKey {
  readonly kind: ChatKind;
  /** What it is called here. */
  readonly name: string;
  /** Of Slack the channel's id; empty elsewhere. */
  readonly room: string;
  /** Empty: every level, and what goes to the contractor's own people. */
  readonly levels: readonly number[];
  /** Its secrets, sealed. */
  readonly sealed: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly off: { readonly because: ChatOff; readonly at: Instant } | undefined;
}

/** What of a case one channel is told at once. */
export interface NewChatMessage extends ChatKey, CaseKey {
  readonly messageId: string;
  /** Of the events it tells, the first is 1. */
  readonly numbers: readonly number[];
  /** Levels that it concerns. */
  readonly levels: readonly number[];
  readonly queuedAt: Instant;
}

export interface ChatMessageLine extends NewChatMessage {
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAt: Instant | undefined;
  /** What the last attempt came to, where it was no success. */
  readonly reason: string | undefined;
}

/** A message with everything needed to send it. */
export interface ClaimedChat extends ChatMessageLine {
  readonly channel: ChatChannel;
  /** Of the contract. */
  readonly language: Language;
  /** Where it stands in its channel; undefined until it was sent. */
  readonly place: string | undefined;
  /** The case as the message shows it. */
  readonly stamp: string | undefined;
  /** Grows with each wish to have it drawn anew. */
  readonly wanted: number;
  /** Nothing later of its case was told to its channel. */
  readonly isNewest: boolean;
}

/** What one attempt means for a message. */
export interface ChatSettled {
  readonly state: ChatMessageLine['state'];
  readonly reason: string | undefined;
  readonly nextAt: Instant | undefined;
  readonly place: string | undefined;
  readonly stamp: string | undefined;
  /** Whether it has a button that acts, which has to go when the case moves on. */
  readonly isLive: boolean;
}

/** A user of a chat program, as it names them itself. */
export interface ChatUser extends ChatKey {
  readonly teamId: string;
  readonly userId: string;
}

/** Who a user is here: proved in the person's own session. */
export interface ConnectedUser extends ChatUser {
  readonly personId: string;
  readonly channelName: string;
  readonly at: Instant;
}

/** What a user was shown, to be followed by whoever they are here. */
export interface ChatInvitation extends ChatUser {
  readonly tokenHash: string;
  readonly userName: string;
  readonly expiresAt: Instant;
}

/** What a transaction does for channels. */
export interface ChatsTransaction {
  channels(contract: string): Promise<readonly ChatChannel[]>;
  /** Locked until the transaction ends. */
  channel(key: ChatKey): Promise<ChatChannel | undefined>;
  addChannel(channel: Omit<ChatChannel, 'off'>): Promise<void>;
  sealAnew(key: ChatKey, sealed: string): Promise<void>;
  turnChannel(key: ChatKey, off: ChatOff | undefined, at: Instant): Promise<void>;
  /** Of one channel, the newest first. */
  messages(key: ChatKey, max: number): Promise<readonly ChatMessageLine[]>;

  /** Queues messages, each once, and has those drawn anew that show a button about the same case. */
  addMessages(messages: readonly NewChatMessage[]): Promise<void>;
  redraw(cases: readonly CaseKey[], at: Instant): Promise<void>;
  /** Of channels that are told and rest from nothing, one message each, claimed until an instant. */
  claim(at: Instant, until: Instant, max: number): Promise<readonly ClaimedChat[]>;
  settle(message: ClaimedChat, settled: ChatSettled, at: Instant): Promise<void>;
  /** Nothing is sent to a channel until then. */
  rest(key: ChatKey, until: Instant): Promise<void>;
  message(key: ChatKey, messageId: string): Promise<ClaimedChat | undefined>;
  /** Of all contracts: for the outbox of a demonstration. */
  newest(max: number): Promise<readonly ClaimedChat[]>;
  forget(at: Instant): Promise<void>;

  invite(invitation: ChatInvitation, at: Instant): Promise<void>;
  /** Locked until the transaction ends; undefined where it was used, or is over. */
  invitation(contract: string, tokenHash: string, at: Instant): Promise<ChatInvitation | undefined>;
  connect(user: Omit<ConnectedUser, 'channelName'>, tokenHash: string): Promise<void>;
  /** Whose a user is; undefined where nobody has said. */
  personOf(user: ChatUser): Promise<string | undefined>;
  /** Of one channel, or of one person. */
  connected(
    of: ChatKey | { readonly contract: string; readonly personId: string },
  ): Promise<readonly ConnectedUser[]>;
  disconnect(user: ChatUser): Promise<boolean>;
}

/** The secrets of a channel, by what it is. */
export type ChatSecrets =
  | { readonly kind: 'slack'; readonly token: string; readonly signingSecret: string }
  | { readonly kind: 'teams'; readonly url: string };

/** What handing a message over came to. */
export type ChatResult =
  | { readonly result: 'sent'; readonly place: string | undefined }
  | { readonly result: 'later'; readonly reason: string; readonly afterSeconds: number | undefined }
  /** `isForGood`: the channel itself is refused, not this message. */
  | { readonly result: 'refused'; readonly reason: string; readonly isForGood: boolean };

/** Hands messages over, each once; what the world does wrong is an answer too. */
export interface ChatCarrier {
  post(to: ChatAddress, message: ChatMessage): Promise<ChatResult>;
  /** Draws a message anew that stands in its channel. */
  redraw(to: ChatAddress, place: string, message: ChatMessage): Promise<ChatResult>;
  /** Says something that one user alone sees. */
  whisper(to: ChatAddress, userId: string, text: string): Promise<ChatResult>;
}

export interface ChatAddress {
  readonly secrets: ChatSecrets;
  readonly room: string;
}

/** A button that somebody pressed in Slack, after its signature was found good. */
export interface ChatPress {
  readonly teamId: string;
  readonly userId: string;
  readonly userName: string;
  /** `acknowledge`, or anything else that only leads somewhere. */
  readonly action: string;
  readonly value: string;
}

/** A request that says that it is Slack's. */
export interface ClaimedPress {
  readonly body: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** Reads a press: `forged` where the signature is not good or is old. */
export type ReadPress = (
  signingSecret: string,
  claimed: ClaimedPress,
  now: Instant,
) => ChatPress | 'forged' | 'unknown';
