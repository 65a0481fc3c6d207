import type { PageParts } from './page-parts.ts';

const YEAR_SECONDS = 31_536_000;

/** A choice that this browser keeps for a year, for us alone; an empty one is forgotten at once. */
export const keptInBrowser = ({ baseUrl }: Pick<PageParts, 'baseUrl'>, name: string, value: string): string =>
  `${name}=${value}; Path=/; Max-Age=${value === '' ? 0 : YEAR_SECONDS}; HttpOnly; SameSite=Lax${
    baseUrl().startsWith('https:') ? '; Secure' : ''
  }`;
