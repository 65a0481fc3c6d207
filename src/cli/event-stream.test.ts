import { expect, test } from 'vitest';
import { eventsOf } from './event-stream.ts';

const TEXT =
  ': connected\nretry: 3000\n\nid: 3\nevent: Responded\ndata: {"text":"Grüße"}\n\n: still here\n\ndata: a\ndata: b\n\nid: 9\n';

async function readIn(pieces: readonly Uint8Array[]) {
  let heard = 0;
  const events = [];
  const source = (async function* () {
    yield* pieces;
  })();
  for await (const event of eventsOf(source, () => heard++)) events.push(event);
  return { heard, events };
}

test.each([1, 2, 7, 10_000])('events are whole however they arrive: in pieces of %i bytes', async (size) => {
  const bytes = new TextEncoder().encode(TEXT);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_one, at) =>
    bytes.slice(at * size, (at + 1) * size),
  );
  const { heard, events } = await readIn(pieces);
  expect(heard).toBe(pieces.length);
  // What was not finished is no event.
  expect(events).toEqual([
    { id: '3', event: 'Responded', data: '{"text":"Grüße"}' },
    { id: undefined, event: 'message', data: 'a\nb' },
  ]);
});
