/**
 * A link of ours within a word: `/l/` and a token, also with the slashes written as `%2F`, once or more often, or as
 * `_`, as the link rewriters of mail gateways do. Half a token counts, for a line may have been broken within it.
 */
const OWN_LINK = /(?:\/|%(?:25){0,3}2f|_)l(?:\/|%(?:25){0,3}2f|_)[a-z0-9_%-]{12,}/i;

/**
 * A text without the links that act for somebody, each word that holds one taken out whole: who relays a mail must
 * not hand on the right to answer in its writer's name.
 */
export const withoutOwnLinks = (text: string): string =>
  text.replace(/\S+/g, (word) => (OWN_LINK.test(word) ? '' : word));
