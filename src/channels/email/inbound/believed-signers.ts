import { arc, type DKIMVerifyResult } from 'mailauth';
import type { MailHead } from './mail-head.ts';
import type { MailResolver } from './mail-resolver.ts';

/** Whose word counts that a signature was good, where a mail was changed on its way and it is no longer. */
export interface Believed {
  /** The name (authserv-id) of the server that hands us its mail. */
  readonly server?: string | undefined;
  /** Domains that seal what they pass on (ARC). */
  readonly sealers?: readonly string[] | undefined;
}

/**
 * The domains of signatures that somebody believed has found good.
 *
 * The server's word is the topmost `Authentication-Results`, or there is none: whoever wrote the mail may have put others
 * below. A seal counts where the whole chain holds, the newest seal is of a domain believed, and it covers the mail as it
 * came here. Only the check of the signature is believed of them; whether it fits the sender is looked at here.
 */
export async function believedSigners(
  { head, signatures }: { readonly head: MailHead; readonly signatures: DKIMVerifyResult },
  resolver: MailResolver,
  { server, sealers = [] }: Believed,
): Promise<readonly string[]> {
  const told = server === undefined ? [] : toldBy(server, head.first('authentication-results'));
  return [...told, ...(sealers.length > 0 ? await sealedBy(sealers, signatures, resolver) : [])];
}

function toldBy(server: string, field: string): readonly string[] {
  const [name = '', ...results] = partsOf(field) ?? [];
  const isTheirs = name.trim().split(/\s+/, 1)[0]?.toLowerCase() === server.toLowerCase();
  return isTheirs ? goodSigners(results) : [];
}

async function sealedBy(
  sealers: readonly string[],
  { arc: sealing }: DKIMVerifyResult,
  resolver: MailResolver,
): Promise<readonly string[]> {
  const newest = sealing?.lastEntry;
  if (!sealing?.chain || !newest) return [];
  const found = await arc(sealing as Parameters<typeof arc>[0], { resolver });
  const sealer = String(newest['arc-seal']?.parsed?.d?.value ?? '').toLowerCase();
  const { signature } = found;
  const isWhole =
    signature && !signature.status.underSized && signature.signingDomain?.toLowerCase() === sealer;
  if (found.status.result !== 'pass' || !isWhole) return [];
  if (!sealers.some((one) => one.toLowerCase() === sealer)) return [];
  const field = String(newest['arc-authentication-results']?.original ?? '');
  const [_instance, _server, ...results] = partsOf(field.slice(field.indexOf(':') + 1)) ?? [];
  return goodSigners(results);
}

const GOOD = /^\s*dkim\s*=\s*pass(?=\s|$)/i;
const SIGNER = /\sheader\.d\s*=\s*([a-z0-9.-]+)(?=\s|$)/gi;

function goodSigners(results: readonly string[]): readonly string[] {
  return results.flatMap((result) => {
    const [signer, ...others] = [...result.matchAll(SIGNER)];
    return GOOD.test(result) && signer?.[1] !== undefined && others.length === 0
      ? [signer[1].toLowerCase()]
      : [];
  });
}

/**
 * The parts of a field between semicolons (RFC 8601), without comments; of what stands in quotes only the quotes are
 * left, for anybody's words may be in them. Undefined where it has no end.
 */
function partsOf(field: string): readonly string[] | undefined {
  const parts = [''];
  let [depth, isQuoted, isEscaped] = [0, false, false];
  for (const sign of field) {
    if (isEscaped) isEscaped = false;
    else if (sign === '\\' && (isQuoted || depth > 0)) isEscaped = true;
    else if (depth === 0 && sign === '"') {
      isQuoted = !isQuoted;
      parts[parts.length - 1] += sign;
    } else if (isQuoted) continue;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (depth === 0 && sign === ';') parts.push('');
    else if (depth === 0) parts[parts.length - 1] += sign;
    if (depth < 0) return undefined;
  }
  return depth === 0 && !isQuoted ? parts : undefined;
}
