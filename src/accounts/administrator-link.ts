import type { AccountBook } from '../app/ports/account-book.ts';
import { hashOf, linkToken, type Secret } from '../app/secret.ts';
import { asInstant } from '../core/instant.ts';

interface LinkParts {
  readonly book: AccountBook;
  readonly secret: Secret;
  readonly newId: () => string;
  /** Where the installation will be reached. */
  readonly baseUrl: string;
}

/** Between making an installation and starting it there may be a night. */
const LINK_MS = 3 * 86_400_000;

/** The link by which somebody becomes administrator of the installation, once; shown at its terminal. Those before end. */
export async function administratorLink({ book, secret, newId, baseUrl }: LinkParts): Promise<string> {
  const linkId = newId();
  const token = linkToken(secret, linkId);
  await book.addLink((at) => ({
    link: {
      linkId,
      tokenHash: hashOf(token),
      purpose: 'administrator',
      email: undefined,
      contract: undefined,
      customerId: undefined,
      goOn: '/account',
      madeAt: at,
      expiresAt: asInstant(at + LINK_MS),
    },
    mail: undefined,
  }));
  return `${baseUrl}/sign-in/link/${token}`;
}
