import { asInstant, type Instant } from '../instant.ts';

/** Wrong PINs after which one call ends, or one number's texts are heard no more for an hour. */
export const WRONG_OF_ONE_MAX = 5;
/** Wrong PINs within an hour after which a case is not spoken of by telephone for an hour. */
export const WRONG_OF_CASE_MAX = 10;
const HOUR_MS = 3_600_000;

/** What is known of wrong PINs for one case. It locks the telephone, never the case. */
export interface PinLine {
  /** The latest, within the last hour: never more than may be wrong. */
  readonly wrongAt: readonly Instant[];
  readonly lockedUntil: Instant | undefined;
}

export const UNTRIED: PinLine = { wrongAt: [], lockedUntil: undefined };

/** Whether nobody hears anything of the case by telephone now, whatever PIN they have. */
export const isLocked = ({ lockedUntil }: PinLine, at: Instant): boolean =>
  lockedUntil !== undefined && at < lockedUntil;

/** The line after one wrong PIN: the tenth within an hour locks it for an hour, and the counting begins anew. */
export function afterWrongPin(line: PinLine, at: Instant): PinLine {
  if (isLocked(line, at)) return line;
  const wrongAt = [...line.wrongAt.filter((one) => one > at - HOUR_MS), at];
  return wrongAt.length < WRONG_OF_CASE_MAX
    ? { wrongAt, lockedUntil: undefined }
    : { wrongAt: [], lockedUntil: asInstant(at + HOUR_MS) };
}
