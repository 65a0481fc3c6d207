import assert from 'node:assert';
import { randomUUIDv7 } from 'node:crypto';
import { administratorLink } from '../accounts/administrator-link.ts';
import { createToken } from '../app/tokens.ts';
import type { Io } from '../cli/io.ts';
import { baseUrlOf, type Config } from '../config.ts';
import { accountBook } from '../store/accounts/account-book.ts';
import { placeOf } from './database.ts';
import { type Installation, openInstallation } from './installation.ts';
import { refused } from './terminal-words.ts';

const TOKEN_NAME = 'administrator';

/** Makes a real installation where there is none, the token of its administrator, and the link to become that. */
export async function initialise(
  config: Config,
  io: Io,
): Promise<{ readonly token: string; readonly link: string }> {
  const installation = await openInstallation(config, { as: 'command', make: 'real', io });
  try {
    const { isNew, kind, contracts, now } = installation;
    if (!isNew) throw refused('installation-there', { kind, place: placeOf(config) });
    const made = await createToken(contracts, { name: TOKEN_NAME, owner: undefined, at: await now() });
    assert(made.accepted, 'a token of our own making is accepted');
    return { token: made.token, link: await linkIn(installation) };
  } finally {
    await installation.close();
  }
}

/** A new link by which somebody becomes administrator of the installation that is there. */
export async function newAdministratorLink(config: Config, io: Io): Promise<{ readonly link: string }> {
  const installation = await openInstallation(config, { as: 'command', make: undefined, io });
  try {
    return { link: await linkIn(installation) };
  } finally {
    await installation.close();
  }
}

const linkIn = ({ store, connection, secret, config }: Installation): Promise<string> =>
  administratorLink({
    book: accountBook(store, connection.db),
    secret,
    newId: randomUUIDv7,
    baseUrl: baseUrlOf(config, config.port),
  });
