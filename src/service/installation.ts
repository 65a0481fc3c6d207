import type { Contracts } from '../app/ports/contracts.ts';
import type { Log } from '../app/ports/log.ts';
import type { Secret } from '../app/secret.ts';
import type { Io } from '../cli/io.ts';
import { type Config, type InstallationKind, kindProblems, readConfig } from '../config.ts';
import type { Instant } from '../core/instant.ts';
import type { Connection } from '../store/connect.ts';
import type { PostgresStore } from '../store/open-store.ts';
import { hasDatabase, openDatabase, placeOf } from './database.ts';
import type { As } from './own-database.ts';
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

export interface Opened {
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
  // Loaded while the database starts.
  const [database, { enter }] = await Promise.all([
    openDatabase(config, { as, say: sayer(io), tell: teller(io) }),
    import('./enter-installation.ts'),
  ]);
  try {
    return await enter(config, database, { as, make, io });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Settings that this kind of installation must not have are said. */
export function refuseSettings(config: Config, kind: InstallationKind, io: Io): void {
  const problems = kindProblems(config, kind);
  if (problems.length > 0) throw refusedSettings(problems, io);
}
