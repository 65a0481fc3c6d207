import type { FastifyRequest } from 'fastify';
import { type Language, languageOf } from '../../core/message/catalogue.ts';

/** The cookie that keeps a reader's choice of language. */
export const LANGUAGE_COOKIE = 'ladder_language';

const CHOSEN = new RegExp(`(?:^|; *)${LANGUAGE_COOKIE}=([a-z]{2})(?:;|$)`);

/**
 * The language of a page: what its reader chose here, what is known of them, what the browser asks for first of
 * those that Ladder speaks, English.
 */
export function languageFor(
  { headers }: Pick<FastifyRequest, 'headers'>,
  known: Language | undefined,
): Language {
  const chosen = CHOSEN.exec(headers.cookie ?? '')?.[1];
  return languageOf(chosen) ?? known ?? languageAsked(headers['accept-language'] ?? '') ?? 'en';
}

/** Browsers name languages in the order in which their reader likes them: `fr, es-MX;q=0.9, en;q=0.8`. */
const languageAsked = (header: string): Language | undefined =>
  header
    .slice(0, HEADER_MAX)
    .split(',')
    .map((one) => languageOf(one.trim().slice(0, 2).toLowerCase()))
    .find((one) => one !== undefined);

/** Longer than any browser sends. */
const HEADER_MAX = 500;
