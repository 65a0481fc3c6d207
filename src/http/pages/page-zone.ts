import type { FastifyRequest } from 'fastify';

/** The zones that a reader may choose, by their IANA names. */
export const TIME_ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

const KNOWN: ReadonlySet<string> = new Set(TIME_ZONES);

/** The cookie that keeps the zone of a reader who has not said it of themselves. */
export const ZONE_COOKIE = 'ladder_zone';

const CHOSEN = new RegExp(`(?:^|; *)${ZONE_COOKIE}=([\\w/+-]{1,64})(?:;|$)`);

/** A zone that may be chosen; undefined where there is none of that name. */
export const zoneNamed = (name: string): string | undefined => (KNOWN.has(name) ? name : undefined);

/**
 * The zone whose clocks a page shows beside the contract's: what is known of its reader, else what was chosen in this
 * browser; undefined where nobody has asked for one.
 */
export const zoneFor = (
  { headers }: Pick<FastifyRequest, 'headers'>,
  known: string | undefined,
): string | undefined => known ?? zoneNamed(CHOSEN.exec(headers.cookie ?? '')?.[1] ?? '');
