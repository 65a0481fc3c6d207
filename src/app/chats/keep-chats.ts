import type { ChatKind } from '../../core/message/chat-message.ts';
import type { ChatProblem } from '../../core/message/portal/chats.ts';
import type { ChatChannel, ChatKey, ChatMessageLine, ChatSecrets, ConnectedUser } from '../ports/chats.ts';
import type { Contracts, ContractsTransaction } from '../ports/contracts.ts';
import type { Secret } from '../secret.ts';
import { isUsableUrl } from '../webhooks/usable-url.ts';
import { sealSecrets } from './chat-parts.ts';

/** So many channels a contract has at most. */
const CHANNELS_MAX = 10;
const NAME_MAX = 80;
/** Messages that are shown. */
const SHOWN_MAX = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What channels are kept with. */
export interface ChatKeeping {
  readonly contracts: Contracts;
  readonly secret: Secret;
  readonly newId: () => string;
  /** Hosts that the operator allows though they are not of the open internet. */
  readonly allowedHosts: readonly string[];
}

/** Secrets as somebody types them. */
interface TypedSecrets {
  readonly token: string;
  readonly signingSecret: string;
  readonly url: string;
}

interface NewChannel extends TypedSecrets {
  readonly contract: string;
  readonly by: string;
  readonly kind: ChatKind;
  readonly name: string;
  readonly room: string;
  /** As they were chosen; empty: everything. */
  readonly levels: readonly string[];
}

/** Adds a channel; its secrets are sealed, and never shown again. */
export function addChannel(
  parts: ChatKeeping,
  asked: NewChannel,
): Promise<{ readonly key: ChatKey } | { readonly problem: ChatProblem }> {
  const { contract, by: madeBy, kind, name, room } = asked;
  if (name === '' || name.length > NAME_MAX) return Promise.resolve({ problem: 'name' });
  if (kind === 'slack' && !/^[CG][A-Z0-9]{2,30}$/.test(room)) return Promise.resolve({ problem: 'room' });
  const secrets = secretsFrom(parts, kind, asked);
  if (typeof secrets === 'string') return Promise.resolve({ problem: secrets });
  return parts.contracts.transaction(async (tx) => {
    await tx.lockContract(contract);
    const known = await tx.chats.channels(contract);
    if (known.length >= CHANNELS_MAX) return { problem: 'tooMany' };
    if (known.some((one) => !one.off && (one.name === name || (kind === 'slack' && one.room === room))))
      return { problem: 'same' };
    const levels = await levelsChosen(tx, contract, asked.levels);
    if (!levels) return { problem: 'level' };
    const key = { contract, channelId: parts.newId() };
    const sealed = sealSecrets(parts.secret, key, secrets);
    const madeAt = await tx.now();
    await tx.chats.addChannel({
      ...{ ...key, kind, name, levels, sealed, madeAt, madeBy },
      room: kind === 'slack' ? room : '',
    });
    return { key };
  });
}

function secretsFrom(
  { allowedHosts }: Pick<ChatKeeping, 'allowedHosts'>,
  kind: ChatKind,
  { token, signingSecret, url }: TypedSecrets,
): ChatSecrets | ChatProblem {
  if (kind === 'teams') return isUsableUrl(url, allowedHosts) ? { kind, url } : 'url';
  if (!/^xoxb-[\w-]{10,250}$/.test(token)) return 'token';
  return /^[0-9a-f]{32}$/.test(signingSecret) ? { kind, token, signingSecret } : 'signingSecret';
}

/** Levels of the plan in force, in their order; undefined where one is none of them. */
async function levelsChosen(
  tx: ContractsTransaction,
  contract: string,
  chosen: readonly string[],
): Promise<readonly number[] | undefined> {
  const known = await levelsIn(tx, contract);
  const levels = [...new Set(chosen)].map(Number);
  return levels.every((level) => known.includes(level)) ? levels.sort((a, b) => a - b) : undefined;
}

async function levelsIn(tx: ContractsTransaction, contract: string): Promise<readonly number[]> {
  const revision = await tx.publishedRevision(contract);
  return revision?.rules.levels.map((_, at) => at + 1) ?? [];
}

/** The levels that a channel may be told of. */
export const levelsOf = ({ contracts }: Pick<ChatKeeping, 'contracts'>, contract: string) =>
  contracts.transaction((tx) => levelsIn(tx, contract));

async function found(tx: ContractsTransaction, key: ChatKey): Promise<ChatChannel | undefined> {
  return UUID.test(key.channelId) ? tx.chats.channel(key) : undefined;
}

interface LookedAt {
  readonly channel: ChatChannel;
  readonly messages: readonly ChatMessageLine[];
  readonly users: readonly (ConnectedUser & { readonly name: string })[];
}

/** A channel, what it was told lately, and who its users are; undefined where there is none such. */
export const lookAtChannel = (
  { contracts }: Pick<ChatKeeping, 'contracts'>,
  key: ChatKey,
): Promise<LookedAt | undefined> =>
  contracts.transaction(async (tx) => {
    const channel = await found(tx, key);
    if (!channel) return undefined;
    const users = await tx.chats.connected(key);
    const people = await tx.people(
      key.contract,
      users.map(({ personId }) => personId),
    );
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    return {
      channel,
      messages: await tx.chats.messages(key, SHOWN_MAX),
      users: users.map((user) => ({ ...user, name: names.get(user.personId) ?? user.personId })),
    };
  });

/** Other secrets, which take the place of those before; a problem where they are none, undefined where there is no such channel. */
export const renewSecrets = (
  parts: ChatKeeping,
  key: ChatKey,
  typed: TypedSecrets,
): Promise<'kept' | { readonly problem: ChatProblem } | undefined> =>
  parts.contracts.transaction(async (tx) => {
    const channel = await found(tx, key);
    if (!channel) return undefined;
    const secrets = secretsFrom(parts, channel.kind, typed);
    if (typeof secrets === 'string') return { problem: secrets };
    await tx.chats.sealAnew(key, sealSecrets(parts.secret, key, secrets));
    return 'kept';
  });

/** Tells a channel no more, or again. */
export const turnChannel = (
  { contracts }: Pick<ChatKeeping, 'contracts'>,
  key: ChatKey,
  to: 'on' | 'off',
): Promise<boolean> =>
  contracts.transaction(async (tx) => {
    const channel = await found(tx, key);
    if (!channel) return false;
    if ((channel.off === undefined) === (to === 'on')) return true;
    await tx.chats.turnChannel(key, to === 'off' ? 'person' : undefined, await tx.now());
    return true;
  });
