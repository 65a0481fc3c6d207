/** What goes wrong with a test carrier, set by hand while it runs. */
export interface Faults {
  /** Every connection is cut. */
  isDown: boolean;
  /** Answers every request with this and nothing else, such as 503. */
  answersOnly: number | undefined;
  /** Each answer comes so late. */
  slowMs: number;
  /** Requests are taken in and never answered; nothing comes of them. */
  hangs: boolean;
  /** What is asked is done, and in the place of its answer the connection is cut. */
  losesAnswers: boolean;
  /** So many texts and calls it takes in a second; those beyond are told to come again. */
  perSecond: number | undefined;
  /** What it says of when. */
  retryAfterSeconds: number;
  /** Numbers that are refused at once, each with its code: 21211, 21610, 21614 … */
  readonly refuses: Map<string, number>;
  /** Numbers of which the word comes later that nothing arrived there, each with its code: 30003, 30006 … */
  readonly loses: Map<string, number>;
  /** Nothing is told of what became of texts and calls. */
  dropsCallbacks: boolean;
  /** Every request to Ladder is made so many times more. */
  repeatsCallbacks: number;
  /** What is told of texts and calls comes so late. */
  callbacksAfterMs: number;
  /** What signs its requests instead of the right token. */
  signsWith: string | undefined;
}

export const noFaults = (): Faults => ({
  isDown: false,
  answersOnly: undefined,
  slowMs: 0,
  hangs: false,
  losesAnswers: false,
  perSecond: undefined,
  retryAfterSeconds: 1,
  refuses: new Map(),
  loses: new Map(),
  dropsCallbacks: false,
  repeatsCallbacks: 0,
  callbacksAfterMs: 0,
  signsWith: undefined,
});
