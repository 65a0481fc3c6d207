import { sql } from 'kysely';
import type { Instant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { openScreen, type Reader, type ReaderOptions } from './browser.ts';

/** A demonstration that listens, and browsers in front of it. Its engine turns when the test says `settle`. */
interface PortalWorld extends AnswersWorld {
  readonly baseUrl: string;
  /** A browser of their own for somebody, signed in; for nobody where none is named. */
  reader(person?: string, options?: ReaderOptions): Promise<Reader>;
}

/**
 * Pages as people have them: a real server on this machine, a real database, a real browser.
 *
 *     const here = await portalWorld(on('Tue 09:00'));
 *     const dana = await here.reader('dana');
 *     await dana.visit(`/contracts/${here.contract}/cases`);
 *     await expectAccessible(dana.page);
 */
export async function portalWorld(
  now: Instant,
  changes: Parameters<typeof answersWorld>[1] = {},
): Promise<PortalWorld> {
  let baseUrl = '';
  const made = await answersWorld(now, { isDemonstration: true, baseUrl: () => baseUrl, ...changes });
  await sql`insert into installation (kind, made_at, secret_fingerprint)
    values ('demonstration', '2026-01-01T00:00:00Z', 'x')`.execute(made.connection.db);
  const address = await made.server.listen({ host: '127.0.0.1', port: 0 });
  // By this name passkeys work too.
  baseUrl = address.replace('127.0.0.1', 'localhost');
  const screen = await openScreen(baseUrl);
  return {
    ...made,
    baseUrl,
    reader: async (person, options = {}) =>
      screen.reader(person === undefined ? options : { ...options, cookies: await made.stepIn(person) }),
    close: async () => {
      await screen.close();
      await made.close();
    },
  };
}
