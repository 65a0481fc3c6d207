import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliRefusal } from './cli-refusal.ts';
import type { Io } from './io.ts';

/** Writes a file that is not there yet: one that is may be what people have worked on, and is left as it is. */
export async function writeNew(file: string, content: string | Uint8Array, io: Io): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, file), content, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new CliRefusal('file-exists', { file }, error);
    throw new CliRefusal('file-not-written', { file, reason: code ?? String(error) }, error);
  }
}
