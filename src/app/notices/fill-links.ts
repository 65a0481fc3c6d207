import { linkToken, type Secret } from '../secret.ts';

const PLACEHOLDER = /ladder-link:([0-9a-f-]{36})/g;

/** A stored body with its links in it: tokens exist only here, on the way out. */
export const fillLinks = (
  body: string,
  { secret, baseUrl }: { readonly secret: Secret; readonly baseUrl: string },
): string => body.replace(PLACEHOLDER, (_, linkId: string) => `${baseUrl}/l/${linkToken(secret, linkId)}`);

/** A stored body for somebody else than its reader: what stood for a link says so, or leads nowhere. */
export const hideLinks = (body: string, shown: string): string => body.replace(PLACEHOLDER, shown);
