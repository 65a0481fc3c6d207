import { type DKIMVerifyResult, dmarc } from 'mailauth';
import { type Believed, believedSigners } from './believed-signers.ts';
import type { MailHead } from './mail-head.ts';
import type { MailResolver } from './mail-resolver.ts';

/** Who a mail says it is from, and whether that domain vouches for it. */
interface Sender {
  readonly from: string;
  readonly authenticated: boolean;
}

/**
 * The one address of the From header, and whether its domain signed the whole message and publishes that it does.
 *
 * DMARC (RFC 9989) also lets a sending host alone speak for a domain. That is not enough here: hosts are shared by
 * many customers of one provider, and a forwarded mail comes from another. So the signature has to be there, be
 * aligned, and cover all of the body (a signature with `l=` lets anybody write on below). Where a server that is believed
 * has found it good before it changed the mail, that counts as well.
 */
export async function authenticate(
  { head, signatures }: { readonly head: MailHead; readonly signatures: DKIMVerifyResult | undefined },
  resolver: MailResolver,
  believed: Believed = {},
): Promise<Sender> {
  const [from, ...others] = signatures?.headerFrom ?? [];
  if (!signatures || from === undefined || others.length > 0 || signatures.fromFields !== 1) {
    return { from: '', authenticated: false };
  }
  const whole = signatures.results.filter(({ status }) => status.result === 'pass' && !status.underSized);
  const signers = [
    ...whole.flatMap(({ signingDomain }) => signingDomain ?? []),
    ...(await believedSigners({ head, signatures }, resolver, believed)),
  ];
  return {
    from: from.toLowerCase(),
    authenticated: signers.length > 0 && (await isAligned(from, signers, resolver)),
  };
}

async function isAligned(from: string, signers: readonly string[], resolver: MailResolver): Promise<boolean> {
  try {
    const result = await dmarc({
      headerFrom: [from],
      fromFields: 1,
      spfDomains: [],
      dkimDomains: signers.map((domain) => ({ domain })),
      resolver,
    });
    return result !== false && result.status.result === 'pass';
  } catch {
    // Whatever was published there, it did not vouch; the mail is held and not lost.
    return false;
  }
}
