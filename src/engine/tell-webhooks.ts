import type { EngineParts } from './parts.ts';

/** So soon after something has happened programs are told of it. */
const LOOK_EVERY_MS = 1_000;

/** One turn: what has happened since the last one is queued for whoever wants to be told. */
export async function feedWebhooks({ webhooks }: EngineParts): Promise<number> {
  await webhooks.feed();
  return LOOK_EVERY_MS;
}

/** One turn: some of what is queued is sent. */
export async function sendWebhooks({ webhooks }: EngineParts): Promise<number> {
  return (await webhooks.send()) ? 0 : LOOK_EVERY_MS;
}

/** One turn: some of what channels are to be told is sent. */
export async function sendChats({ chats }: EngineParts): Promise<number> {
  return (await chats.send()) ? 0 : LOOK_EVERY_MS;
}
