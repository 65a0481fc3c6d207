import type { ApiToken } from '../app/ports/contracts.ts';
import { listTokens } from '../app/tokens.ts';
import { formatInstant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { PeopleWords } from '../core/message/people.ts';
import { allOf, sayList } from './contract-answer.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';

/** `ladder token list`: whose each token is and what it may be used for; never the token. */
export function tokenList(
  { json }: { readonly json?: true },
  operations: Operations,
  io: Io,
): Promise<number> {
  return refusedBy(io, async () => {
    const { news, labels } = catalogue('en').people;
    const tokens = await operations.within(io, ({ contracts }) =>
      allOf(
        (page) => listTokens(contracts, page),
        ({ tokenId }) => tokenId,
      ),
    );
    sayList(
      io,
      json,
      tokens,
      [
        ['tokenId', (one) => one.tokenId],
        ['name', (one) => one.name],
        ['owner', ({ owner }) => (owner ? `${owner.contract}/${owner.personId}` : labels.administrator)],
        ['scopes', (one) => one.scopes.join(', ')],
        ['made', (one) => formatInstant(one.madeAt)],
        ['ends', (one) => endText(one, labels)],
      ],
      news['list-empty']({ of: 'tokens' }),
    );
    return 0;
  });
}

function endText({ revokedAt, expiresAt }: ApiToken, labels: PeopleWords['labels']): string {
  if (revokedAt !== undefined) return `${labels.revoked} ${formatInstant(revokedAt)}`;
  return expiresAt === undefined ? labels.nothing : formatInstant(expiresAt);
}
