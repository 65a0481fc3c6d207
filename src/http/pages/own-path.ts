/** Only to tell our own paths from others': nothing is asked of it. */
const NOWHERE = 'http://nowhere.invalid';
const PATH_MAX = 2_000;

/**
 * A path of ours to go on to, as an address names it; `/` for whatever else was named. An address elsewhere, one that
 * a browser would read as elsewhere (`//x.example`, `/\x.example`), or a text that is none leads home.
 */
export function ownPath(named: string): string {
  if (named.length > PATH_MAX || !/^\/(?![/\\])[\x21-\x7e]*$/.test(named)) return '/';
  const url = URL.parse(named, NOWHERE);
  if (url?.origin !== NOWHERE || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}`;
}
