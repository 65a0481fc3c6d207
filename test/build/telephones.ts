import type { Instant } from '../../src/core/instant.ts';
import { telephonesOf } from '../../src/dev/telephones-of.ts';
import { testCarrier } from '../../src/dev/test-carrier/test-carrier.ts';

const ACCOUNT = `AC${'0'.repeat(32)}`;
const LADDER = '+19165550199';

/** A number that is nobody's, as a path has it. */
export const STRANGER = '17075550198';

/**
 * Telephones as a demonstration has them, with a text and a call that came to nothing: no Ladder takes them. Told once
 * what time it is, they stay there.
 */
export async function telephonesHere(at: Instant) {
  const time = { now: () => at, after: () => () => undefined };
  const carrier = await testCarrier({ account: ACCOUNT, token: 'token', number: LADDER, time });
  carrier.ladderAt({ url: carrier.url });
  const telephones = telephonesOf(carrier, async () => undefined);
  await telephones.act(`+${STRANGER}`, { act: 'text', body: '1' });
  await telephones.act(`+${STRANGER}`, { act: 'call' });
  return { telephones, close: carrier.close };
}
