import type { ChatInvitation, ChatUser, ConnectedUser } from '../ports/chats.ts';
import type { Contracts, ContractsTransaction } from '../ports/contracts.ts';
import { hashOf, isLinkToken } from '../secret.ts';

interface Connecting {
  readonly contract: string;
  readonly personId: string;
  readonly token: string;
}

/** A user who is to be connected, with the name of the channel. */
interface Invited extends ChatInvitation {
  readonly channelName: string;
}

async function invited(
  tx: ContractsTransaction,
  { contract, token }: Pick<Connecting, 'contract' | 'token'>,
): Promise<Invited | undefined> {
  if (!isLinkToken(token)) return undefined;
  const found = await tx.chats.invitation(contract, hashOf(token), await tx.now());
  const channel = found && (await tx.chats.channel(found));
  return found && channel && { ...found, channelName: channel.name };
}

/** Whom a link to say so is about; undefined where it was used, is over, or never was. */
export const lookAtInvitation = (
  contracts: Contracts,
  asked: Pick<Connecting, 'contract' | 'token'>,
): Promise<Invited | undefined> => contracts.transaction((tx) => invited(tx, asked));

/** Somebody says, signed in, that a user is them; of an earlier person of the same user the later holds. */
export const connectUser = (contracts: Contracts, asked: Connecting): Promise<boolean> =>
  contracts.transaction(async (tx) => {
    const found = await invited(tx, asked);
    if (!found) return false;
    const { contract, channelId, teamId, userId, tokenHash } = found;
    const user = { contract, channelId, teamId, userId, personId: asked.personId };
    await tx.chats.connect({ ...user, at: await tx.now() }, tokenHash);
    return true;
  });

/** The users that are somebody's. */
export const usersOf = (
  contracts: Contracts,
  of: { readonly contract: string; readonly personId: string },
): Promise<readonly ConnectedUser[]> => contracts.transaction((tx) => tx.chats.connected(of));

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ends that a user is somebody; `by` undefined: whoever keeps the channel ends it, else only one's own. */
export const disconnectUser = (
  contracts: Contracts,
  user: ChatUser,
  by: string | undefined,
): Promise<boolean> =>
  contracts.transaction(async (tx) => {
    if (!UUID.test(user.channelId)) return false;
    if (by !== undefined && (await tx.chats.personOf(user)) !== by) return false;
    return tx.chats.disconnect(user);
  });
