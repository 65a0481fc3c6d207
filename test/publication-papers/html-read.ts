/** Parts of a page that no paper has: what is done there, and what is said only to who listens. */
const LEFT_OUT = [/\bdata-page-only=/, /class="[^"]*\b(?:no-print|only-read-out)\b/];
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** What the main part of a page says in its order, of a picture its words, without what papers leave out. */
export function mainText(html: string): string {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  let said = '';
  let depth = 0;
  let skippedFrom: number | undefined;
  for (const [, tag, text] of main.matchAll(/(<[^>]+>)|([^<]+)/g)) {
    if (text !== undefined) {
      if (skippedFrom === undefined) said += unescaped(text);
      continue;
    }
    const name = /^<\/?([a-z0-9]+)/.exec(tag ?? '')?.[1] ?? '';
    if (tag?.startsWith('</')) {
      depth--;
      if (skippedFrom === depth) skippedFrom = undefined;
      continue;
    }
    if (name === 'img' && skippedFrom === undefined)
      said += unescaped(/alt="([^"]*)"/.exec(tag ?? '')?.[1] ?? '');
    if (VOID.test(name)) continue;
    if (skippedFrom === undefined && LEFT_OUT.some((one) => one.test(tag ?? ''))) skippedFrom = depth;
    depth++;
  }
  return said;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
