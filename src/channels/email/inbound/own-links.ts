/**
 * What stands before a token in the addresses of ours that act for whoever has them: the short one that is mailed, the
 * pages that it leads to, which is what a browser shows and people copy, and the calendar of somebody's duty.
 */
const BEFORE_TOKENS = [
  'l',
  'sign-in/link',
  'attest',
  'swap',
  'drill',
  'contact-change',
  'seat-filling',
  'reported',
  'subscribe',
  'unsubscribe',
  'chats/connect',
  'duty',
];

const SLASH = '(?:\\/|%(?:25){0,3}2f)';
const before = (slash: string): string =>
  BEFORE_TOKENS.map((path) => path.replaceAll('/', slash).replaceAll('-', '(?:-|[-%]2d)')).join('|');

/**
 * A link of ours within a word: one of these and a token, also with the slashes written as `%2F`, once or more often, or
 * as `_`, as the link rewriters of mail gateways do. Half a token counts, for a line may have been broken within it; but
 * between `_` only a whole one does behind a word of several letters, for names are written so too.
 */
const OWN_LINK = new RegExp(
  [
    `${SLASH}(?:${before(SLASH)})${SLASH}[a-z0-9_%-]{12,}`,
    `(?:${SLASH}|_)l(?:${SLASH}|_)[a-z0-9_%-]{12,}`,
    `_(?:${before('_')})_[a-z0-9_%-]{43,}`,
  ].join('|'),
  'i',
);

/**
 * A text without the links that act for somebody, each word that holds one taken out whole: who relays a mail must
 * not hand on the right to answer in its writer's name.
 */
export const withoutOwnLinks = (text: string): string =>
  text.replace(/\S+/g, (word) => (OWN_LINK.test(word) ? '' : word));
