import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Contracts } from '../app/ports/contracts.ts';
import type { Log } from '../app/ports/log.ts';
import { fingerprint, type Secret } from '../app/secret.ts';
import type { Io } from '../cli/io.ts';
import { databaseClock } from '../clock/database.ts';
import { type Config, type InstallationKind, kindProblems, readConfig } from '../config.ts';
import type { Instant } from '../core/instant.ts';
import type { Connection } from '../store/connect.ts';
import { openContracts } from '../store/contracts/open-contracts.ts';
import { foreignTable, makeInstallation, readInstallation } from '../store/installation.ts';
import { migrate } from '../store/migrate.ts';
import { openStore, type PostgresStore } from '../store/open-store.ts';
import { hasDatabase, openDatabase, placeOf } from './database.ts';
import { jsonLog, type LogLevel } from './log.ts';
import type { As, Database } from './own-database.ts';
import { readSecret } from './secret.ts';
import { refused, refusedSettings, sayer, teller } from './terminal-words.ts';

/** An installation that is open: its database runs, is migrated, and belongs to its secret. */
export interface Installation {
  readonly kind: InstallationKind;
  /** Just now, by this very start. */
  readonly isNew: boolean;
  readonly config: Config;
  readonly connection: Connection<unknown>;
  readonly store: PostgresStore;
  readonly contracts: Contracts;
  readonly secret: Secret;
  readonly log: Log;
  /** The newest migration this Ladder knows. */
  readonly migration: number;
  readonly now: () => Promise<Instant>;
  /** Rejects when the database has gone away for good; never resolves. */
  readonly gone: Promise<never>;
  readonly close: () => Promise<void>;
}

interface Opened {
  readonly as: As;
  /** What to make where there is nothing; undefined: nothing. */
  readonly make: InstallationKind | undefined;
  readonly io: Io;
}

/** The settings of this environment; every wrong one is said. */
export function configOf(io: Io): Config {
  const read = readConfig(io.env);
  if ('problems' in read) throw refusedSettings(read.problems, io);
  return read.config;
}

/**
 * Opens the installation that the settings name, or makes it. Whatever is not as it must be is thrown before
 * anything is changed: no start makes a secret for a database that has another, or a table in somebody else's.
 */
export async function openInstallation(config: Config, { as, make, io }: Opened): Promise<Installation> {
  if (make === undefined && !hasDatabase(config)) {
    throw refused('installation-missing', { place: placeOf(config) });
  }
  if (make !== undefined && !hasDatabase(config)) refuseSettings(config, make, io);
  const database = await openDatabase(config, { as, say: sayer(io), tell: teller(io) });
  try {
    return await entered(config, database, { as, make, io });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function entered(config: Config, database: Database, { as, make, io }: Opened): Promise<Installation> {
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

/** Settings that this kind of installation must not have are said. */
export function refuseSettings(config: Config, kind: InstallationKind, io: Io): void {
  const problems = kindProblems(config, kind);
  if (problems.length > 0) throw refusedSettings(problems, io);
}

const secretFile = ({ dataFolder }: Config): string => join(dataFolder, 'secret');

async function secretFor(config: Config, isThere: boolean): Promise<Secret> {
  const file = secretFile(config);
  if (isThere && config.secret === undefined && !existsSync(file)) {
    throw refused('installation-secret-missing', { file });
  }
  return readSecret({ folder: config.dataFolder, given: config.secret });
}
