import type { Io } from '../cli/io.ts';
import type { Installed, Operations } from '../cli/operations.ts';
import { settingsPage } from '../config/settings-page.ts';
import { movableClock } from '../store/answers/movable-clock.ts';
import { COPY_LIST } from './copy-list.ts';
import { initialise, newAdministratorLink } from './init.ts';
import { configOf, type Installation, openInstallation } from './installation.ts';
import { recordOperations } from './record-operations.ts';
import { start } from './start.ts';
import { saidFault } from './terminal-words.ts';

/** What the terminal may ask of an installation. */
export const operations: Operations = {
  start: (io, ready) => said(() => start(configOf(io), io, ready)),
  init: (io) => said(() => initialise(configOf(io), io)),
  administratorLink: (io) => said(() => newAdministratorLink(configOf(io), io)),
  within: (io, work) => said(() => within(io, work)),
  record: recordOperations,
  copy: { files: async (parts) => (await import('./static-copy.ts')).staticCopy(parts), list: COPY_LIST },
  settings: settingsPage,
};

async function within<T>(io: Io, work: (installed: Installed) => Promise<T>): Promise<T> {
  const installation = await openInstallation(configOf(io), { as: 'command', make: undefined, io });
  try {
    return await work(installedOf(installation));
  } finally {
    await installation.close();
  }
}

const installedOf = ({ kind, store, contracts, secret, now }: Installation): Installed => ({
  kind,
  store,
  contracts,
  clock: movableClock(store),
  secret,
  now,
});

/** What the world did to a command, as a refusal with its sentences. */
async function said<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw saidFault(error);
  }
}
