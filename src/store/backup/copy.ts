import { Readable, type Writable } from 'node:stream';
import type pg from 'pg';

/** The part of a connection of `pg` that speaks the copy protocol; the library has it and does not describe it. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
  readonly stream: Writable & { pause(): void; resume(): void };
}

/** What a client of `pg` calls on a question that is being answered. */
abstract class Copying {
  readonly #text: string;
  /** What the client calls where the connection is lost. */
  callback = (): void => undefined;

  constructor(text: string) {
    this.#text = text;
  }

  submit(connection: unknown): void {
    (connection as CopyConnection).query(this.#text);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFail('nothing to copy');
  }
  handleCopyData(_message: { readonly chunk: Buffer }, _connection: CopyConnection): void {}
  abstract handleReadyForQuery(): void;
  abstract handleError(error: Error): void;
}

class CopyingOut extends Copying {
  readonly rows: Readable;
  #connection: CopyConnection | undefined;

  constructor(text: string) {
    super(text);
    this.rows = new Readable({ objectMode: true, read: () => this.#connection?.stream.resume() });
  }

  override handleCopyData({ chunk }: { readonly chunk: Buffer }, connection: CopyConnection): void {
    this.#connection = connection;
    // The library reads the next message into the same memory.
    if (!this.rows.push(Buffer.from(chunk))) connection.stream.pause();
  }

  handleReadyForQuery(): void {
    // The last rows may have stopped the connection, and nobody asks for more of them.
    this.#connection?.stream.resume();
    this.rows.push(null);
  }

  handleError(error: Error): void {
    this.rows.destroy(error);
  }
}

/**
 * What `copy … to stdout` answers, a row a piece, no faster than it is taken.
 *
 * Leaving off before the end leaves the connection unusable: end it then.
 */
export const copyOut = (client: pg.ClientBase, text: string): AsyncIterable<Buffer> =>
  client.query(new CopyingOut(text)).rows;

class CopyingIn extends Copying {
  readonly done: Promise<void>;
  readonly #source: AsyncIterable<Buffer>;
  readonly #settle: { resolve: () => void; reject: (error: unknown) => void };
  #failed: unknown;

  constructor(text: string, source: AsyncIterable<Buffer>) {
    super(text);
    this.#source = source;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.done = promise;
    this.#settle = { resolve, reject };
  }

  override handleCopyInResponse(connection: CopyConnection): void {
    void this.#send(connection);
  }

  /** A source that fails ends the copy with nothing written; what it failed with is what is thrown. */
  async #send(connection: CopyConnection): Promise<void> {
    try {
      for await (const chunk of this.#source) {
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain) await drained(connection.stream);
      }
      connection.endCopyFrom();
    } catch (error) {
      this.#failed = error;
      connection.sendCopyFail('the source failed');
    }
  }

  handleReadyForQuery(): void {
    this.#settle.resolve();
  }

  handleError(error: Error): void {
    this.#settle.reject(this.#failed ?? error);
  }
}

const drained = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });

/** Sends what `copy … from stdin` asks for, no faster than it is taken. */
export const copyIn = (client: pg.ClientBase, text: string, source: AsyncIterable<Buffer>): Promise<void> =>
  client.query(new CopyingIn(text, source)).done;
