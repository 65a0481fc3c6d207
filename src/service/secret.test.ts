import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, secretOf } from '../app/secret.ts';
import { readSecret } from './secret.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ladder secret '));
});
afterEach(() => rm(folder, { recursive: true }));

const read = async (given?: Uint8Array): Promise<string> => fingerprint(await readSecret({ folder, given }));

test('the first start makes a secret that only its owner reads, and the next finds it', async () => {
  const first = await read();
  expect(await read()).toBe(first);
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['secret']);
  expect(await readFile(join(folder, 'secret'), 'utf8')).toMatch(/^[\w-]{43}\n$/);
});

test('a folder that is not there yet is made', async () => {
  folder = join(folder, 'deep', 'data');
  expect(await read()).toBe(await read());
  folder = join(folder, '..', '..');
});

test('ten starts at once find one secret', async () => {
  const found = await Promise.all(Array.from({ length: 10 }, () => read()));
  expect(new Set(found).size).toBe(1);
  expect(await readdir(folder)).toEqual(['secret']);
});

test('a secret that is given goes before the file, and leaves the folder alone', async () => {
  const given = Buffer.alloc(40, 3);
  expect(await read(given)).toBe(fingerprint(secretOf(given)));
  expect(await readdir(folder)).toEqual([]);
});

test('two installations have two secrets', async () => {
  const first = await read();
  await rm(join(folder, 'secret'));
  expect(await read()).not.toBe(first);
});

test.each([
  ['empty', ''],
  ['too short', 'abc\n'],
  ['of other signs', `${'?'.repeat(60)}\n`],
])('a file that is %s is refused and kept', async (_what, text) => {
  await writeFile(join(folder, 'secret'), text, { mode: 0o600 });
  await expect(read()).rejects.toMatchObject({ code: 'secret-file-not-understood' });
  expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(text);
});

test.skipIf(process.platform === 'win32')('a file that others may read is refused', async () => {
  await read();
  await chmod(join(folder, 'secret'), 0o640);
  await expect(read()).rejects.toMatchObject({
    code: 'secret-open-to-others',
    values: { file: join(folder, 'secret') },
  });
});

test('a folder that cannot hold a secret is named with the reason', async () => {
  await writeFile(join(folder, 'data'), '');
  folder = join(folder, 'data');
  await expect(read()).rejects.toMatchObject({ code: 'secret-not-readable', values: { reason: 'ENOTDIR' } });
  folder = join(folder, '..');
});
