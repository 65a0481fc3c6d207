import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { answerLines, LINE_CHARACTERS_MAX } from './deadline-stream.ts';

const shown = (line: string | undefined): string => (line === undefined ? 'too long' : `<${line.trim()}>`);

/** Takes what is written, and can say no to more, or break. */
class Reader extends Writable {
  text = '';
  #taken: () => void = () => {};
  readonly #mode: 'at once' | 'when asked' | 'broken';

  constructor(mode: 'at once' | 'when asked' | 'broken', highWaterMark = 16_384) {
    super({ highWaterMark });
    this.#mode = mode;
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    if (this.#mode === 'broken') {
      done(Object.assign(new Error('nobody reads'), { code: 'EPIPE' }));
      return;
    }
    this.text += chunk.toString();
    if (this.#mode === 'when asked') this.#taken = done;
    else done();
  }

  take(): void {
    this.#taken();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

async function answers(chunks: readonly (string | Buffer)[]): Promise<string> {
  const reader = new Reader('at once');
  await answerLines(Readable.from(chunks, { objectMode: false }), reader, shown);
  return reader.text;
}

test.each([
  ['lines cut anywhere', ['{"a', '":1}\n{"b"', ':2}\n'], '<{"a":1}>\n<{"b":2}>\n'],
  ['a last line without a break', ['a\nb'], '<a>\n<b>\n'],
  ['blank lines', ['\n \na\r\n\n'], '<a>\n'],
  ['nothing', [''], ''],
  ['a letter cut in two', [Buffer.from('é\n').subarray(0, 1), Buffer.from('é\n').subarray(1)], '<é>\n'],
])('%s are read as they were meant', async (_title, chunks, text) => {
  expect(await answers(chunks)).toBe(text);
});

test('a line over the limit is answered in its place and not kept', async () => {
  const long = 'x'.repeat(LINE_CHARACTERS_MAX);
  expect(await answers(['a\n', long, long, '\nb\n'])).toBe('<a>\ntoo long\n<b>\n');
  expect(await answers([`${long}\n`])).toBe(`<${long}>\n`);
  expect(await answers([long, 'x'])).toBe('too long\n');
});

test('no more is read than the reader of the answers takes', async () => {
  let read = 0;
  const input = new Readable({
    highWaterMark: 64,
    read() {
      read++;
      this.push(read <= 1000 ? `line ${read}\n`.repeat(20) : null);
    },
  });
  const reader = new Reader('when asked', 64);
  const ended = answerLines(input, reader, shown);
  for (let turn = 0; turn < 300; turn++) await settled();
  expect(read).toBeLessThan(10);
  input.destroy();
  reader.take();
  await expect(ended).rejects.toThrow();
});

test('a reader that is gone ends it quietly', async () => {
  const endless = new Readable({
    read() {
      this.push('a\n');
    },
  });
  await answerLines(endless, new Reader('broken'), shown);
  expect(endless.destroyed).toBe(true);
});
