import { createReadStream } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { nearestWord } from '../core/nearest-word.ts';
import { CliRefusal } from './cli-refusal.ts';
import type { Io } from './io.ts';

/** No file a command reads whole may be longer: plans, facts and scenarios are written by people. */
const FILE_MEBIBYTES_MAX = 16;

/** The real terminal: this process's streams, folder and environment. */
export function terminal(): Io {
  endWhenNobodyReads(process.stdout);
  endWhenNobodyReads(process.stderr);
  const cwd = process.cwd();
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd,
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    readText: (path) => readText(path, cwd, process.stdin),
  };
}

/** What a shell says of a program that a closed pipe has ended: 128 and the number of SIGPIPE. */
const NOBODY_READS = 141;

/**
 * `ladder … | head` ends without a word once the reader has gone, for nobody is left to tell. It never ends with 0:
 * what was not written may have been the finding that blocks.
 */
function endWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(NOBODY_READS);
  });
}

/**
 * The text of a file, or of standard input for `-`; whatever prevents it is a `CliRefusal` with the
 * name as it was typed. A byte order mark at the start is left out, and bytes that are no UTF-8 become
 * U+FFFD: whoever reads the text reports them with their place.
 */
export async function readText(path: string, cwd: string, stdin: Readable): Promise<string> {
  return new TextDecoder().decode(await readBytes(path, cwd, stdin));
}

/** As `readText`, for a file that is no text or is not yet known to be one. */
export async function readBytes(path: string, cwd: string, stdin: Readable): Promise<Uint8Array> {
  try {
    const source = path === '-' ? stdin : createReadStream(resolve(cwd, path));
    return await readAll(source, path);
  } catch (error) {
    throw error instanceof CliRefusal ? error : await whyNotRead(error, path, cwd);
  }
}

/** Says why a file that is read piece by piece, elsewhere, cannot be read; before anything is done for it. */
export async function refuseUnread(path: string, cwd: string): Promise<void> {
  try {
    const file = await open(resolve(cwd, path));
    const found = await file.stat().finally(() => file.close());
    if (found.isDirectory()) throw new CliRefusal('file-not-readable', { file: path, reason: 'EISDIR' });
  } catch (error) {
    throw error instanceof CliRefusal ? error : await whyNotRead(error, path, cwd);
  }
}

async function readAll(source: Readable, file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    length += bytes.length;
    if (length > FILE_MEBIBYTES_MAX * 1024 * 1024) {
      throw new CliRefusal('file-too-large', { file, mebibytesMax: FILE_MEBIBYTES_MAX });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function whyNotRead(error: unknown, file: string, cwd: string): Promise<CliRefusal> {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'EISDIR') return new CliRefusal('file-is-folder', { file }, error);
  if (
    code === 'ENOENT' ||
    code === 'ENOTDIR' ||
    code === 'ENAMETOOLONG' ||
    code === 'ERR_INVALID_ARG_VALUE'
  ) {
    return new CliRefusal('file-missing', { file, suggestion: await likelyFile(file, cwd) }, error);
  }
  return new CliRefusal('file-not-readable', { file, reason: code }, error);
}

/** A file of the same folder with nearly that name; a suggestion must never become a second error. */
async function likelyFile(file: string, cwd: string): Promise<string | undefined> {
  const names = await readdir(resolve(cwd, dirname(file))).catch(() => []);
  const name = nearestWord(basename(file), names);
  return name === undefined ? undefined : join(dirname(file), name);
}
