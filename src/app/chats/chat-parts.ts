import type { ChatMessage, ChatNotice } from '../../core/message/chat-message.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { ChatMail } from '../../core/message/portal/chats.ts';
import type { ChatCarrier, ChatKey, ChatSecrets } from '../ports/chats.ts';
import type { Contracts } from '../ports/contracts.ts';
import type { EngineStore } from '../ports/engine.ts';
import type { Log } from '../ports/log.ts';
import { type Secret, sealText, unsealText } from '../secret.ts';

/** What messages are written with. */
export interface ChatWriting {
  /** Where links lead, without a slash at its end. */
  readonly baseUrl: string;
  readonly compose: (notice: ChatNotice) => ChatMessage;
  readonly isDemonstration: boolean;
}

/** What channels are told with. */
export interface ChatSending extends ChatWriting {
  readonly store: Pick<EngineStore, 'transaction'>;
  /** For the mail that says that one is told no more. */
  readonly contracts: Contracts;
  readonly secret: Secret;
  readonly newId: () => string;
  readonly carrier: ChatCarrier;
  readonly composeMail: (mail: ChatMail) => ComposedMail;
  readonly log: Log;
}

const sealOf = ({ contract, channelId }: ChatKey): string => `chat/${contract}/${channelId}`;

/** Secrets as they are kept: only this installation reads them, and of this channel alone. */
export const sealSecrets = (secret: Secret, key: ChatKey, secrets: ChatSecrets): string =>
  sealText(secret, sealOf(key), JSON.stringify(secrets));

/** Undefined where they were sealed by an installation with another secret. */
export function secretsOf(
  secret: Secret,
  channel: ChatKey & { readonly sealed: string },
): ChatSecrets | undefined {
  const text = unsealText(secret, sealOf(channel), channel.sealed);
  return text === undefined ? undefined : (JSON.parse(text) as ChatSecrets);
}
