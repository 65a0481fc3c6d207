import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SECRET_BYTES_MIN, type Secret, secretOf } from '../app/secret.ts';
import type { SettingProblems } from '../core/message/settings.ts';

type SecretProblemCode = Extract<keyof SettingProblems, `secret-${string}`>;

/** The file of the secret is not one to start with. The sentences are among those of the settings. */
export class SecretFault<C extends SecretProblemCode = SecretProblemCode> extends Error {
  readonly code: C;
  readonly values: SettingProblems[C];

  constructor(code: C, values: SettingProblems[C], cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.values = values;
  }
}

interface SecretPlace {
  /** The data folder; the secret is its file `secret`. */
  readonly folder: string;
  /** The value of `LADDER_SECRET`, which goes before the file. */
  readonly given: Uint8Array | undefined;
}

/**
 * The installation's secret: the one given, else the one in the data folder, made there at the first start.
 *
 * Of two starts at once both get the same. A file that others on the machine may read is refused: whoever has
 * the secret can answer in everybody's name.
 */
export async function readSecret({ folder, given }: SecretPlace): Promise<Secret> {
  if (given !== undefined) return secretOf(given);
  const file = join(folder, 'secret');
  const bytes = (await secretIn(file)) ?? (await makeSecret(folder, file));
  return secretOf(bytes);
}

async function secretIn(file: string): Promise<Uint8Array | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new SecretFault('secret-not-readable', { file, reason: error.code ?? error.name }, error);
  });
  if (text === undefined) return undefined;
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) {
    throw new SecretFault('secret-open-to-others', { file });
  }
  const bytes = Buffer.from(text.trim(), 'base64url');
  if (!/^[\w-]+\s*$/.test(text) || bytes.length < SECRET_BYTES_MIN) {
    throw new SecretFault('secret-file-not-understood', { file });
  }
  return bytes;
}

/** Written whole beside its place and then linked to it, so that nobody reads half a secret and none is replaced. */
async function makeSecret(folder: string, file: string): Promise<Uint8Array> {
  const draft = join(folder, `secret.new-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(`${randomBytes(SECRET_BYTES_MIN).toString('base64url')}\n`).finally(async () => {
      await handle.sync();
      await handle.close();
    });
    await link(draft, file);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw new SecretFault('secret-not-writable', { file, reason: code }, error);
  } finally {
    await rm(draft, { force: true });
  }
  const made = await secretIn(file);
  if (made === undefined) throw new SecretFault('secret-not-readable', { file, reason: 'ENOENT' });
  return made;
}
