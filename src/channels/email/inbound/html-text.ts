/** Elements whose content is no text of the writer's. */
const UNREAD = new Set([
  'head',
  'style',
  'script',
  'title',
  'template',
  'textarea',
  'select',
  'object',
  'svg',
]);
/** Elements that never have an end tag, and so never open a level. */
const EMPTY = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const LINES = new Set(
  'p div br tr li ul ol table blockquote h1 h2 h3 h4 h5 h6 hr pre section article'.split(' '),
);
/** How mail programs name the element that holds the mail answered to: Gmail, Yahoo, Thunderbird, Proton, Zoho. */
const QUOTE =
  /\b(gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra|OutlookMessageHeader)\b/i;
/** Outlook marks where the old mail begins, and does not enclose it: all that follows is old. */
const REST_IS_QUOTED =
  /\bid\s*=\s*["']?(x_)*(divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)\b/i;

const TAG = /<(\/?)([a-z][a-z0-9:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>/gi;
/** A page of HTML that long is no answer to a notice; what is behind it is not read. */
const HTML_MAX = 200_000;
const DEPTH_MAX = 500;

/**
 * What the writer wrote in an HTML body, as lines of text: quoted mails, styles and scripts left out.
 *
 *     htmlText('<p>Satisfied</p><blockquote>our mail</blockquote>')  // 'Satisfied'
 */
export function htmlText(html: string): string {
  const source = html.slice(0, HTML_MAX);
  const open: string[] = [];
  let hiddenAt: number | undefined;
  let text = '';
  let readTo = 0;
  for (const tag of source.matchAll(TAG)) {
    if (hiddenAt === undefined) text += spaced(source.slice(readTo, tag.index));
    readTo = tag.index + tag[0].length;
    const name = tag[2]?.toLowerCase();
    if (name === undefined) continue;
    if (hiddenAt === undefined && LINES.has(name)) text += '\n';
    if (tag[1] === '/') {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
      if (hiddenAt !== undefined && open.length <= hiddenAt) hiddenAt = undefined;
    } else if (!EMPTY.has(name)) {
      const attributes = tag[3] ?? '';
      if (REST_IS_QUOTED.test(attributes) || open.length >= DEPTH_MAX) return decoded(text);
      if (isUnread(name, attributes)) hiddenAt ??= open.length;
      open.push(name);
    }
  }
  if (hiddenAt === undefined) text += spaced(source.slice(readTo));
  return decoded(text);
}

const isUnread = (name: string, attributes: string): boolean =>
  UNREAD.has(name) || name === 'blockquote' || (/\bclass\s*=/i.test(attributes) && QUOTE.test(attributes));

/** Line ends of the source are no line ends of the text. */
const spaced = (source: string): string => source.replace(/[\s\u00a0]+/g, ' ');

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  iexcl: '¡',
  iquest: '¿',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
};

/** Entities are read after the tags, so that a written `&lt;b&gt;` stays the text it is. */
const decoded = (text: string): string =>
  text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
