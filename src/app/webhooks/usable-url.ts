const URL_CHARACTERS_MAX = 2_000;

/** Only encrypted, but to hosts that the operator allows by name or address; names and passwords stand in no address. */
export function isUsableUrl(text: string, allowedHosts: readonly string[]): boolean {
  const url = text.length > URL_CHARACTERS_MAX ? null : URL.parse(text);
  if (!url || `${url.username}${url.password}${url.hash}` !== '' || /\s/.test(text)) return false;
  if (url.protocol === 'https:') return true;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return url.protocol === 'http:' && allowedHosts.includes(host);
}
