/**
 * A path of our own to go on to, query included; undefined for anything that could lead elsewhere.
 *
 * Browsers take `//host`, `/\host` and a tab between the two for another site.
 *
 *     ownPath('/cases?q=1')  // '/cases?q=1'
 *     ownPath('//elsewhere.example')  // undefined
 */
export function ownPath(then: string): string | undefined {
  if (then.length > PATH_MAX || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(then)) return undefined;
  const { origin, pathname, search } = new URL(then, ANYWHERE);
  return origin === ANYWHERE && !pathname.startsWith('//') ? `${pathname}${search}` : undefined;
}

/** No page of ours has a longer address. */
const PATH_MAX = 2000;
const ANYWHERE = 'http://ladder.invalid';
