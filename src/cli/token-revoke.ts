import { revokeToken } from '../app/tokens.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { accepted, say } from './contract-answer.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';

/** `ladder token revoke`: a token ends at once. */
export function tokenRevoke(
  [tokenId = '']: readonly string[],
  { json }: { readonly json?: true },
  operations: Operations,
  io: Io,
): Promise<number> {
  return refusedBy(io, async () => {
    const answer = await operations.within(io, async ({ contracts, now }) =>
      revokeToken(contracts, tokenId, await now()),
    );
    const { token, isNew } = accepted(answer);
    const { news } = catalogue('en').people;
    const { name, revokedAt } = token;
    const line =
      isNew || revokedAt === undefined
        ? news['token-revoked']({ tokenId, name })
        : news['token-kept-revoked']({ tokenId, revokedAt });
    say(io, json, { tokenId, isNew }, [line]);
    return 0;
  });
}
