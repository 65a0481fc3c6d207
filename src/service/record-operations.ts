import assert from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { erase } from '../app/retention.ts';
import { fingerprint, signingKey } from '../app/secret.ts';
import { type Verification, verifyRecord } from '../app/verify.ts';
import type { Io } from '../cli/io.ts';
import type { RecordOperations } from '../cli/record-operations.ts';
import { recordRefused } from '../cli/record-refused.ts';
import { readRecord } from '../store/record/read-record.ts';
import { openRetention } from '../store/record/retention.ts';
import { backup } from './backup.ts';
import { openDatabase } from './database.ts';
import { configOf, type Installation, openInstallation } from './installation.ts';
import { type RestoreRefusal, refusalOf, restore } from './restore.ts';
import { readSecret } from './secret.ts';
import { saidFault, sayer, teller } from './terminal-words.ts';

/** What the terminal may ask about the record of the installation that the settings name. */
export const recordOperations: RecordOperations = {
  verify: (io, against, progress) =>
    within(io, ({ connection, secret }) => {
      const { publicKey } = signingKey(secret);
      return readRecord(connection.db, (record) => verifyRecord(record, { against, publicKey, progress }));
    }),
  erase: (io, asked) =>
    within(io, async ({ connection, now }) => {
      const answer = await erase(openRetention(connection.db), { ...asked, at: await now() });
      if ('refusal' in answer) throw recordRefused(answer.refusal.code, answer.refusal.values);
      return answer;
    }),
  backup: (io, file, version) =>
    within(io, async ({ connection, secret, now }) => {
      const secretFingerprint = fingerprint(secret);
      const made = await backup({ pool: connection.pool, file, version, secretFingerprint, at: await now() });
      if (!made) throw recordRefused('backup-file-exists', { file });
      return made;
    }),
  restore: (io, file, progress) => said(restoreHere(io, file, progress)),
};

/** What the world did to a command, as a refusal with its sentences. */
const said = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error) => {
    throw saidFault(error);
  });

const within = <T>(io: Io, work: (installation: Installation) => Promise<T>): Promise<T> =>
  said(inside(io, work));

async function inside<T>(io: Io, work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(configOf(io), { as: 'command', make: undefined, io });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** The secret must be there before its data: none is made for data that has another. */
async function restoreHere(
  io: Io,
  file: string,
  progress: (done: number, total: number) => void,
): Promise<{ readonly rows: number; readonly verification: Verification }> {
  const config = configOf(io);
  const { dataFolder: folder, secret: given } = config;
  const isThere = given !== undefined || existsSync(join(folder, 'secret'));
  const secret = isThere ? await readSecret({ folder, given }) : undefined;
  const refusal = await refusalOf(file, secret && fingerprint(secret));
  if (refusal) throw refusedAs(refusal);
  // Without one the file was refused.
  assert(secret !== undefined);
  const { connection, close } = await openDatabase(config, {
    as: 'command',
    say: sayer(io),
    tell: teller(io),
  });
  try {
    const answer = await restore({ connection, file, secretFingerprint: fingerprint(secret) });
    if ('refusal' in answer) throw refusedAs(answer.refusal);
    const { publicKey } = signingKey(secret);
    const verification = await readRecord(connection.db, (record) =>
      verifyRecord(record, { against: [], publicKey, progress }),
    );
    return { rows: answer.rows, verification };
  } finally {
    await close();
  }
}

const refusedAs = ({ code, values }: RestoreRefusal) => recordRefused(code, values);
