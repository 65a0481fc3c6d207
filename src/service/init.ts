import assert from 'node:assert';
import { createToken } from '../app/tokens.ts';
import type { Io } from '../cli/io.ts';
import type { Config } from '../config.ts';
import { placeOf } from './database.ts';
import { openInstallation } from './installation.ts';
import { refused } from './terminal-words.ts';

const TOKEN_NAME = 'administrator';

/** Makes a real installation where there is none, and the token of its administrator. */
export async function initialise(config: Config, io: Io): Promise<{ readonly token: string }> {
  const installation = await openInstallation(config, { as: 'command', make: 'real', io });
  try {
    const { isNew, kind, contracts, now } = installation;
    if (!isNew) throw refused('installation-there', { kind, place: placeOf(config) });
    const made = await createToken(contracts, { name: TOKEN_NAME, owner: undefined, at: await now() });
    assert(made.accepted, 'a token of our own making is accepted');
    return { token: made.token };
  } finally {
    await installation.close();
  }
}
