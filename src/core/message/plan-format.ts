/** What the reference says about one key of the plan's format. */
interface KeyWords {
  /** What the key says about the plan, in a sentence. */
  readonly means: string;
  /** What holds where the key is missing, if that is worth a sentence. */
  readonly missing?: string;
  /** A value as it would be written. */
  readonly example: string;
}

/** By path: `*` is a name the author chooses, `#` a place in a list, `due` a counted date, `holiday` a date of a calendar. */
export type PlanFormatWords = Readonly<Record<string, KeyWords>>;
