import { sql } from 'kysely';

/**
 * Deliveries that failed by a fault of somebody's: of an address, a number or a carrier. That nobody picked up, or that
 * something was not needed any more, is none, and stands on the case alone.
 */
export const IS_FAULTY = sql`(state = 'failed' and coalesce(reason, '') not in
  ('overtaken', 'no-answer', 'busy', 'canceled', 'voicemail'))`;
