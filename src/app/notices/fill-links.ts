import { linkToken, mailedCode, replacedPin, type Secret } from '../secret.ts';

const PLACEHOLDER = /ladder-link:([0-9a-f-]{36})/g;
/** A page of the portal: only its own letters are in it. */
const PAGE = /ladder-page:(\/[\w./%-]{1,300})/g;
const CODE = /ladder-code:([0-9a-f-]{36})/g;
const PIN = /ladder-pin:([0-9a-f-]{36})/g;
const HIDDEN_CODE = '••••••••';

/** What stands in a stored letter for the address of a page of ours. */
export const pageLink = (path: string): string => `ladder-page:${path}`;

/** A stored body with its links and codes in it: they exist only here, on the way out. */
export const fillLinks = (
  body: string,
  { secret, baseUrl }: { readonly secret: Secret; readonly baseUrl: string },
): string =>
  body
    .replace(PLACEHOLDER, (_, linkId: string) => `${baseUrl}/l/${linkToken(secret, linkId)}`)
    .replace(PAGE, (_, path: string) => `${baseUrl}${path}`)
    .replace(CODE, (_, codeId: string) => mailedCode(secret, codeId))
    .replace(PIN, (_, pinId: string) => replacedPin(secret, pinId));

/** What is spoken of a stored body: its codes one digit at a time. */
export const spokenCodes = (body: string, secret: Secret): string =>
  body
    .replace(CODE, (_, codeId: string) => spelt(mailedCode(secret, codeId)))
    .replace(PIN, (_, pinId: string) => spelt(replacedPin(secret, pinId)));

/** Digits one at a time. */
export const spelt = (digits: string): string => [...digits].join(', ');

/** A stored body for somebody else than its reader: what stood for a link says so, or leads nowhere. */
export const hideLinks = (body: string, shown: string): string =>
  body
    .replace(PLACEHOLDER, shown)
    .replace(PAGE, (_, path: string) => path)
    .replace(CODE, HIDDEN_CODE)
    .replace(PIN, HIDDEN_CODE);
