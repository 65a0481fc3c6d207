import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, type Secret } from '../app/secret.ts';
import type { Io } from '../cli/io.ts';
import { databaseClock } from '../clock/database.ts';
import type { Config, InstallationKind } from '../config.ts';
import type { Instant } from '../core/instant.ts';
import { openContracts } from '../store/contracts/open-contracts.ts';
import { foreignTable, makeInstallation, readInstallation } from '../store/installation.ts';
import { migrate } from '../store/migrate.ts';
import { openStore } from '../store/open-store.ts';
import { placeOf } from './database.ts';
import { type Installation, type Opened, refuseSettings } from './installation.ts';
import { jsonLog, type LogLevel } from './log.ts';
import type { Database } from './own-database.ts';
import { readSecret } from './secret.ts';
import { refused } from './terminal-words.ts';

/** Enters an installation by its database, which runs: migrates it, and makes it one where there is none and one is wanted. */
export async function enter(
  config: Config,
  database: Database,
  { as, make, io }: Opened,
): Promise<Installation> {
  const { connection, gone } = database;
  const { db } = connection;
  const table = await foreignTable(db);
  if (table !== undefined) throw refused('database-foreign', { place: placeOf(config), table });
  const { to: migration } = await migrate(connection.pool);
  const found = await readInstallation(db);
  const kind = found?.kind ?? make;
  if (kind === undefined) throw refused('installation-missing', { place: placeOf(config) });
  refuseSettings(config, kind, io);
  const secret = await secretFor(config, found !== undefined);
  const log = jsonLog({ level: as === 'service' ? logLevel(config, kind, io) : 'silent', to: 2 });
  const store = await openStore({
    connection,
    clock: databaseClock,
    tends: as === 'service',
    onError: (error) => log.error('queue-keeper-failed', error),
  });
  try {
    const now = (): Promise<Instant> => store.now();
    const isNew =
      found === undefined &&
      (await makeInstallation(db, { kind, secretFingerprint: fingerprint(secret) }, await now()));
    const row = isNew ? undefined : (found ?? (await readInstallation(db)));
    if (row && row.secretFingerprint !== fingerprint(secret)) {
      throw refused('installation-secret-other', { file: config.secret ? undefined : secretFile(config) });
    }
    const close = async (): Promise<void> => {
      await store.close();
      await database.close();
    };
    const contracts = openContracts(store);
    return {
      kind: row?.kind ?? kind,
      isNew,
      config,
      connection,
      store,
      contracts,
      secret,
      log,
      migration,
      now,
      gone,
      close,
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Whoever tries a demonstration at a terminal has not asked for a line a happening. */
const logLevel = ({ logLevel }: Config, kind: InstallationKind, io: Io): LogLevel =>
  kind === 'demonstration' && !io.env.LADDER_LOG ? 'warn' : logLevel;

const secretFile = ({ dataFolder }: Config): string => join(dataFolder, 'secret');

async function secretFor(config: Config, isThere: boolean): Promise<Secret> {
  const file = secretFile(config);
  if (isThere && config.secret === undefined && !existsSync(file)) {
    throw refused('installation-secret-missing', { file });
  }
  return readSecret({ folder: config.dataFolder, given: config.secret });
}
