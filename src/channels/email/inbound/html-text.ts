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

/** A page of HTML that long is no answer to a notice; what is behind it is not read. */
const HTML_MAX = 200_000;
const DEPTH_MAX = 500;

/**
 * What the writer wrote in an HTML body, as lines of text: quoted mails, styles and scripts left out.
 *
 *     htmlText('<p>Satisfied</p><blockquote>our mail</blockquote>')  // 'Satisfied'
 */
export function htmlText(html: string): string {
  const open: string[] = [];
  let hiddenAt: number | undefined;
  let text = '';
  for (const piece of piecesOf(html.slice(0, HTML_MAX))) {
    if (piece.kind === 'text') {
      if (hiddenAt === undefined) text += piece.text.replace(/[\s\u00a0]+/g, ' ');
      continue;
    }
    const { name, attributes } = piece;
    if (hiddenAt === undefined && LINES.has(name)) text += '\n';
    if (piece.kind === 'end') {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
      if (hiddenAt !== undefined && open.length <= hiddenAt) hiddenAt = undefined;
    } else if (!EMPTY.has(name)) {
      if (REST_IS_QUOTED.test(attributes) || open.length >= DEPTH_MAX) break;
      if (isUnread(name, attributes)) hiddenAt ??= open.length;
      open.push(name);
    }
  }
  return decoded(text);
}

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'begin' | 'end'; readonly name: string; readonly attributes: string };

/** Text and tags in turn, in one pass: what begins as a tag or a comment and never ends takes the rest with it, as in browsers. */
function* piecesOf(source: string): Generator<Piece> {
  let from = 0;
  while (from < source.length) {
    const at = source.slice(from, from + 1) === '<' ? from : source.indexOf('<', from);
    if (at !== from) yield { kind: 'text', text: source.slice(from, at < 0 ? undefined : at) };
    if (at < 0) return;
    const head = /^<(\/?)([a-z][a-z0-9:-]{0,40})/i.exec(source.slice(at, at + 50));
    if (head) {
      const end = tagEnd(source, at + head[0].length);
      if (end < 0) return;
      const name = head[2]!.toLowerCase();
      const attributes = source.slice(at + head[0].length, Math.min(end, at + ATTRIBUTES_MAX));
      yield { kind: head[1] === '/' ? 'end' : 'begin', name, attributes };
      from = end + 1;
    } else if (/[!?]/.test(source[at + 1] ?? '')) {
      const isComment = source.startsWith('<!--', at);
      const end = source.indexOf(isComment ? '-->' : '>', at + (isComment ? 4 : 2));
      if (end < 0) return;
      from = end + (isComment ? 3 : 1);
    } else {
      yield { kind: 'text', text: '<' };
      from = at + 1;
    }
  }
}

/** A class or an id stands at the beginning; behind it come pictures written out. */
const ATTRIBUTES_MAX = 2_000;

/** Where the `>` of a tag stands that is in no quoted value; -1 where there is none. */
function tagEnd(source: string, from: number): number {
  const signs = /[>"']/g;
  signs.lastIndex = from;
  for (let sign = signs.exec(source); sign; sign = signs.exec(source)) {
    if (sign[0] === '>') return sign.index;
    const close = source.indexOf(sign[0], sign.index + 1);
    if (close < 0) return -1;
    signs.lastIndex = close + 1;
  }
  return -1;
}

const isUnread = (name: string, attributes: string): boolean =>
  UNREAD.has(name) || name === 'blockquote' || (/\bclass\s*=/i.test(attributes) && QUOTE.test(attributes));

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
