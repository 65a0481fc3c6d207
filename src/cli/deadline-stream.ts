import type { Readable, Writable } from 'node:stream';

/** A line may be this long; a longer one is passed over, and `answer` is told so by `undefined`. */
export const LINE_CHARACTERS_MAX = 1_048_576;

/**
 * Writes one answer for each line read, in order, as fast as they are taken and no faster. Blank lines are passed
 * over. Ends with the input, or quietly when nobody reads the answers any more.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (line: string | undefined) => string,
): Promise<void> {
  const sink = new Sink(output);
  const lines = new Lines(answer);
  input.setEncoding('utf8');
  for await (const chunk of input as AsyncIterable<string>) {
    if (!(await sink.write(lines.take(chunk)))) break;
  }
  await sink.write(lines.end());
}

/** Cuts what comes in into lines, keeping what is not a whole one yet. */
class Lines {
  readonly #answer: (line: string | undefined) => string;
  #rest = '';
  /** Inside a line that is too long already: nothing of it is kept. */
  #passing = false;

  constructor(answer: (line: string | undefined) => string) {
    this.#answer = answer;
  }

  /** The answers to the lines that end in a chunk. */
  take(chunk: string): string {
    let answers = '';
    let begin = 0;
    for (;;) {
      const end = chunk.indexOf('\n', begin);
      if (end < 0) break;
      answers += this.#line(chunk.slice(begin, end));
      begin = end + 1;
    }
    this.#keep(begin === 0 ? chunk : chunk.slice(begin));
    return answers;
  }

  /** The answer to a last line that ended without a line break. */
  end(): string {
    return this.#rest === '' && !this.#passing ? '' : this.#line('');
  }

  #line(ending: string): string {
    const line = this.#rest === '' ? ending : this.#rest + ending;
    const tooLong = this.#passing || line.length > LINE_CHARACTERS_MAX;
    this.#rest = '';
    this.#passing = false;
    if (tooLong) return `${this.#answer(undefined)}\n`;
    return line.trim() === '' ? '' : `${this.#answer(line)}\n`;
  }

  #keep(part: string): void {
    if (this.#passing) return;
    this.#rest += part;
    if (this.#rest.length <= LINE_CHARACTERS_MAX) return;
    this.#rest = '';
    this.#passing = true;
  }
}

/** Writes as fast as the reader reads. */
class Sink {
  readonly #output: Writable;
  #failure: NodeJS.ErrnoException | undefined;
  #wake: () => void = () => {};

  constructor(output: Writable) {
    this.#output = output;
    const wake = (): void => this.#wake();
    output.on('drain', wake);
    output.on('close', wake);
    output.on('error', (error) => {
      this.#failure = error;
      wake();
    });
  }

  /** False where nobody reads any more; throws where writing failed for another reason. */
  async write(text: string): Promise<boolean> {
    if (text !== '' && !this.#gone() && !this.#output.write(text)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return !this.#gone();
  }

  #gone(): boolean {
    if (this.#failure && this.#failure.code !== 'EPIPE') throw this.#failure;
    return this.#failure !== undefined || this.#output.destroyed;
  }
}
