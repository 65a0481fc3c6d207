import type { Kysely } from 'kysely';
import type { ChatsTransaction } from '../../app/ports/chats.ts';
import { addChannel, channel, channels, rest, sealAnew, turnChannel } from './channel-rows.ts';
import { addMessages, claim, forget, message, messages, newest, redraw, settle } from './message-rows.ts';
import { connect, connected, disconnect, invitation, invite, personOf } from './user-rows.ts';

/** Channels, what they are told and who their users are, asked on one transaction's connection. */
export const chatsIn = (db: Kysely<unknown>): ChatsTransaction => ({
  channels: (contract) => channels(db, contract),
  channel: (key) => channel(db, key),
  addChannel: (one) => addChannel(db, one),
  sealAnew: (key, sealed) => sealAnew(db, key, sealed),
  turnChannel: (key, off, at) => turnChannel(db, key, off, at),
  messages: (key, max) => messages(db, key, max),
  addMessages: (added) => addMessages(db, added),
  redraw: (cases, at) => redraw(db, cases, at),
  claim: (at, until, max) => claim(db, at, until, max),
  settle: (one, settled, at) => settle(db, one, settled, at),
  rest: (key, until) => rest(db, key, until),
  message: (key, messageId) => message(db, key, messageId),
  newest: (max) => newest(db, max),
  forget: (at) => forget(db, at),
  invite: (one, at) => invite(db, one, at),
  invitation: (contract, tokenHash, at) => invitation(db, contract, tokenHash, at),
  connect: (user, tokenHash) => connect(db, user, tokenHash),
  personOf: (user) => personOf(db, user),
  connected: (of) => connected(db, of),
  disconnect: (user) => disconnect(db, user),
});
