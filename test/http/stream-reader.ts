import type { ApiWorld, Person } from './api-world.ts';

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** One reader of a stream: what it was told so far. */
export interface StreamReader {
  readonly reply: Response;
  readonly told: Told[];
  readonly ended: Promise<void>;
  stop(): void;
}

interface Asked {
  readonly from: ApiWorld;
  /** The address at which it listens. */
  readonly at: string;
  readonly headers?: Record<string, string>;
}

/** Somebody begins to read a stream. */
export async function readsOf(
  who: Person,
  path: string,
  { from, at, headers }: Asked,
): Promise<StreamReader> {
  const stopped = new AbortController();
  const authorization = `Bearer ${from.token(who)}`;
  const reply = await fetch(at + path, { headers: { authorization, ...headers }, signal: stopped.signal });
  const told: Told[] = [];
  return { reply, told, ended: follow(reply, told), stop: () => stopped.abort() };
}

async function follow(reply: Response, told: Told[]): Promise<void> {
  let text = '';
  try {
    for await (const piece of reply.body!.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const whole = text.split('\n\n');
      text = whole.pop() ?? '';
      for (const one of whole) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(one)?.[1];
        const data = field('data');
        if (data) told.push({ id: field('id') ?? '', event: field('event') ?? '', data: JSON.parse(data) });
      }
    }
  } catch {
    // The test stopped reading.
  }
}

export const typesOf = ({ told }: StreamReader) => told.map(({ event }) => event);
