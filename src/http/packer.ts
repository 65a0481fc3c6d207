import { constants, crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

/** The head of a gzip member that names neither a file nor a time (RFC 1952, 2.3). */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** A last block with nothing in it (RFC 1951, 3.2.6). */
const LAST_BLOCK = Buffer.from([0x03, 0x00]);
/** What a full flush ends in: an empty stored block, after which nothing refers back to what came before. */
const FLUSHED = Buffer.from([0x00, 0x00, 0xff, 0xff]);

/** As many at once as Node has threads for it, unless told otherwise. */
const AT_ONCE = 4;

/**
 * Packs texts as gzip on a few deflates that are never closed: after each text they are flushed so that the next refers to
 * nothing before it. A compressor of its own for each answer is an object outside the heap that lives until the whole heap
 * is marked, and brings that about: two hundred answers a second had the heap marked every few seconds.
 */
export class Packer {
  readonly #idle: DeflateRaw[] = [];
  readonly #waiting: ((deflate: DeflateRaw) => void)[] = [];
  #open = 0;

  /** The text as a gzip member; undefined where packing failed, and it is to be sent as it is. */
  async pack(bytes: Buffer): Promise<Buffer | undefined> {
    const deflate = await this.#taken();
    const parts: Buffer[] = [];
    const keep = (part: Buffer): void => void parts.push(part);
    deflate.on('data', keep);
    const error = await new Promise<unknown>((resolve) => deflate.write(bytes, resolve));
    deflate.off('data', keep);
    const blocks = Buffer.concat(parts);
    const isWhole = !error && blocks.subarray(-FLUSHED.length).equals(FLUSHED);
    this.#giveBack(isWhole ? deflate : undefined);
    if (!isWhole) {
      deflate.destroy();
      return undefined;
    }
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(crc32(bytes), 0);
    tail.writeUInt32LE(bytes.length, 4);
    return Buffer.concat([HEAD, blocks, LAST_BLOCK, tail]);
  }

  close(): void {
    for (const deflate of this.#idle.splice(0)) deflate.destroy();
    this.#open = 0;
  }

  async #taken(): Promise<DeflateRaw> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#open >= AT_ONCE) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#open += 1;
    return opened();
  }

  #giveBack(deflate: DeflateRaw | undefined): void {
    const next = this.#waiting.shift();
    if (next) next(deflate ?? opened());
    else if (deflate) this.#idle.push(deflate);
    else this.#open -= 1;
  }
}

/** What it fails with comes with the write that failed. */
const opened = (): DeflateRaw =>
  createDeflateRaw({ flush: constants.Z_FULL_FLUSH })
    .on('error', () => undefined)
    .resume();
