import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { connect } from '../store/connect.ts';
import { codeOf, folderFault } from '../store/start-fault.ts';
import { type Database, NEVER, type Opening, openOwnDatabase } from './own-database.ts';

/** Whether there is a database at all: one of ours in the data folder, or the operator's own. */
export const hasDatabase = ({ dataFolder, databaseUrl }: Config): boolean =>
  databaseUrl !== undefined || isThere(dataFolder, join(dataFolder, 'pg', 'PG_VERSION'));

/** What may not be looked at is not said to be missing. */
function isThere(folder: string, file: string): boolean {
  try {
    statSync(file);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return false;
    throw folderFault(folder, error);
  }
}

/** What to call the place where the data are: a folder, or a database without its password. */
export function placeOf({ dataFolder, databaseUrl }: Config): string {
  if (databaseUrl === undefined) return dataFolder;
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}

/** Opens the database that the settings name: the operator's own, else ours. */
export async function openDatabase(config: Config, opening: Opening): Promise<Database> {
  if (config.databaseUrl === undefined) return openOwnDatabase(config, opening);
  const connection = connect<unknown>(config.databaseUrl, {
    max: config.databasePool,
    applicationName: `ladder ${opening.as}`,
  });
  try {
    await connection.verify();
  } catch (error) {
    await connection.close();
    throw error;
  }
  return { connection, gone: NEVER, close: connection.close };
}
