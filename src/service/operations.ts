import type { Io } from '../cli/io.ts';
import type { Installed, Operations } from '../cli/operations.ts';
import { settingsPage } from '../config/settings-page.ts';
import { COPY_LIST } from './copy-list.ts';
import { configOf, type Installation, openInstallation } from './installation.ts';
import { saidFault } from './terminal-words.ts';

// Each is loaded when it is asked for: together they take longer than any of them.
const init = () => import('./init.ts');
const record = async () => (await import('./record-operations.ts')).recordOperations;

/** What the terminal may ask of an installation. */
export const operations: Operations = {
  start: (io, ready) => said(async () => (await import('./start.ts')).start(configOf(io), io, ready)),
  init: (io) => said(async () => (await init()).initialise(configOf(io), io)),
  administratorLink: (io) => said(async () => (await init()).newAdministratorLink(configOf(io), io)),
  within: (io, work) => said(() => within(io, work)),
  record: {
    verify: async (...asked) => (await record()).verify(...asked),
    erase: async (...asked) => (await record()).erase(...asked),
    backup: async (...asked) => (await record()).backup(...asked),
    restore: async (...asked) => (await record()).restore(...asked),
  },
  copy: { files: async (parts) => (await import('./static-copy.ts')).staticCopy(parts), list: COPY_LIST },
  settings: settingsPage,
};

async function within<T>(io: Io, work: (installed: Installed) => Promise<T>): Promise<T> {
  const installation = await openInstallation(configOf(io), { as: 'command', make: undefined, io });
  try {
    const { movableClock } = await import('../store/answers/movable-clock.ts');
    return await work(installedOf(installation, movableClock(installation.store)));
  } finally {
    await installation.close();
  }
}

const installedOf = (
  { kind, store, contracts, secret, now }: Installation,
  clock: Installed['clock'],
): Installed => ({
  kind,
  store,
  contracts,
  clock,
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
