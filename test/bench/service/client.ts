import { parentPort, workerData } from 'node:worker_threads';

/** What the opening client is told: where to post what, how often at once and for how long. */
export interface ClientOrder {
  readonly url: string;
  readonly token: string;
  readonly body: string;
  readonly atOnce: number;
  readonly forMs: number;
}

const { url, token, body, atOnce, forMs } = workerData as ClientOrder;
const took: number[] = [];
const end = performance.now() + forMs;

async function keepPosting(): Promise<void> {
  while (performance.now() < end) {
    const begin = performance.now();
    const reply = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
    const text = await reply.text();
    if (reply.status !== 201) throw new Error(`${reply.status} ${text}`);
    took.push(performance.now() - begin);
  }
}

await Promise.all(Array.from({ length: atOnce }, keepPosting));
parentPort?.postMessage(took);
