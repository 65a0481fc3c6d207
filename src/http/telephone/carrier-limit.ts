/**
 * How often a carrier may ask, apart from everybody else at its address: as many a minute as 300 calls have turns and are
 * told of, and a carrier that is refused does not say it again.
 */
export const CARRIER_LIMIT = { rateLimit: { max: 10_000, timeWindow: 60_000 } } as const;
