import { createToken } from '../app/tokens.ts';
import { type Instant, parseInstant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { CliRefusal } from './cli-refusal.ts';
import { accepted, say } from './contract-answer.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';

interface TokenCreateOptions {
  readonly name?: string;
  readonly person?: string;
  readonly admin?: true;
  readonly scope?: readonly string[];
  readonly expires?: string;
  readonly json?: true;
}

/** `ladder token create`: a token for the API, printed this once. */
export function tokenCreate(options: TokenCreateOptions, operations: Operations, io: Io): Promise<number> {
  return refusedBy(io, async () => {
    const { name, scope: scopes, expires, json } = options;
    if (name === undefined) {
      throw new CliRefusal('cli-option-missing', { option: '--name <NAME>', within: 'ladder token create' });
    }
    const owner = ownerOf(options);
    const expiresAt = expires === undefined ? undefined : endOf(expires);
    const made = await operations.within(io, async ({ contracts, now }) =>
      createToken(contracts, { name, owner, scopes, expiresAt, at: await now() }),
    );
    const { tokenId, token } = accepted(made);
    const { news } = catalogue('en').people;
    say(io, json, { tokenId, token }, [news['token-made']({ tokenId, name }), token]);
    if (!json) io.stderr.write(`${news['token-shown-once']({ key: 'token' })}\n`);
    return 0;
  });
}

/** Of whom: `CONTRACT/ID`, or nobody's but the installation's. */
function ownerOf({ person, admin }: TokenCreateOptions): { contract: string; personId: string } | undefined {
  if (person === undefined && admin) return undefined;
  const [contract, personId, ...rest] = (person ?? '').split('/');
  if (contract && personId && rest.length === 0 && !admin) return { contract, personId };
  return accepted<never>({
    accepted: false,
    refusal: { code: 'token-owner-unclear', values: { key: 'person' } },
  });
}

function endOf(value: string): Instant {
  const end = parseInstant(value) ?? parseInstant(`${value}T00:00Z`);
  if (end === undefined) throw new CliRefusal('cli-date-not-understood', { option: '--expires', value });
  return end;
}
