/** One event of a stream. */
interface StreamedEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
}

/** More than any event of ours; a stream without an end of line would fill the memory. */
const EVENT_CHARACTERS_MAX = 4 * 1024 * 1024;

/** The events of a `text/event-stream`; comments, which only keep the connection alive, are left out. */
export async function* eventsOf(
  pieces: AsyncIterable<Uint8Array>,
  heard: () => void,
): AsyncGenerator<StreamedEvent> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const piece of pieces) {
    heard();
    held = (held + decoder.decode(piece, { stream: true })).replaceAll('\r\n', '\n');
    const blocks = held.split('\n\n');
    held = blocks.pop() ?? '';
    if (held.length > EVENT_CHARACTERS_MAX) throw new Error('event-too-long');
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) yield event;
    }
  }
}

function eventOf(block: string): StreamedEvent | undefined {
  const fields = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line) ?? []);
  const all = (name: string): readonly string[] =>
    fields.flatMap(([, field, value = '']) => (field === name ? [value] : []));
  const data = all('data');
  if (data.length === 0) return undefined;
  return { id: all('id').at(-1), event: all('event').at(-1) ?? 'message', data: data.join('\n') };
}
