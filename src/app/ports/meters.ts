interface AnsweredRequest {
  /** The pattern of the route, undefined where none fits: paths themselves would make meters without end. */
  readonly route: string | undefined;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
}

/** What the service counts while it works. */
export interface Meters {
  /** How late each deadline of a batch was acted on. */
  deadlinesFired(latenessesMs: readonly number[]): void;
  delivered(means: string, result: string): void;
  requestAnswered(request: AnsweredRequest): void;
}

/** What is read, not counted: asked for once each time somebody looks at the meters. */
export interface MeterReadings {
  readonly queueDepths: ReadonlyMap<string, number>;
  readonly openCases: ReadonlyMap<number, number>;
  readonly setAsideCases: number;
  /** Notices whose letters cannot be written. */
  readonly failedLetters: number;
  readonly failedDeadlines: number;
  /** Mails that were left in a mailbox. */
  readonly leftMails: number;
  /** Undefined where no mailbox is set. */
  readonly mailboxIsUp: boolean | undefined;
  /** How late the latest deadline is that nobody has acted on; 0 where none is late. */
  readonly watchLateSeconds: number;
}
