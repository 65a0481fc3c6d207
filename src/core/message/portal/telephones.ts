/** What a telephone of a demonstration does. */
export type TelephoneState = 'quiet' | 'rings' | 'calls' | 'talks';

/** How a call ended. */
export type CallOutcome = 'completed' | 'busy' | 'noAnswer' | 'failed';

/** What a call waits for from whoever holds the telephone. */
export type CallAwaits = 'nothing' | 'keys' | 'words' | 'keysOrWords' | 'other' | 'talk';

/** Why nothing was done. */
export type TelephoneProblem = 'notNow' | 'noWords' | 'noKeys' | 'tooLong' | 'numberInvalid';

/** The sentences about the telephones of a demonstration, which a visitor may take into the hand. */
export interface HeldTelephoneWords {
  readonly title: string;
  readonly about: (values: { number: string }) => string;
  /** On the outbox, which leads here. */
  readonly link: string;
  readonly ringing: (values: { count: number }) => string;
  readonly columns: Readonly<Record<'person' | 'number' | 'state', string>>;
  readonly kinds: Readonly<Record<'office' | 'mobile', string>>;
  readonly states: Readonly<Record<TelephoneState, string>>;
  readonly texts: (values: { count: number }) => string;
  readonly stranger: string;
  readonly other: { readonly label: string; readonly hint: string; readonly button: string };
  readonly one: {
    /** Of nobody that is known where there is no name. */
    readonly title: (values: { name: string | undefined }) => string;
    readonly about: (values: { number: string; ladder: string }) => string;
    readonly again: string;
    readonly quiet: string;
    readonly rings: (values: { from: string }) => string;
    readonly calls: (values: { to: string }) => string;
    readonly talks: (values: { other: string }) => string;
    readonly awaits: Readonly<Record<CallAwaits, string>>;
    readonly typed: (values: { keys: string }) => string;
    readonly answer: string;
    readonly voicemail: string;
    readonly turnAway: string;
    readonly hangUp: string;
    readonly call: string;
    readonly heard: string;
    readonly heardNothing: string;
    readonly machine: string;
    readonly by: Readonly<Record<'ladder' | 'me' | 'other', string>>;
    readonly pressed: (values: { keys: string }) => string;
    readonly keypad: string;
    readonly keys: string;
    readonly keysHint: string;
    readonly press: string;
    readonly speak: string;
    readonly speakHint: string;
    readonly say: string;
    readonly sayAndHangUp: string;
    readonly texts: string;
    readonly noTexts: string;
    readonly text: string;
    readonly textHint: string;
    readonly send: string;
    readonly lost: string;
    readonly before: string;
    readonly fromLadder: string;
    readonly toLadder: string;
    readonly outcomes: Readonly<Record<CallOutcome, string>>;
  };
  readonly problems: Readonly<Record<TelephoneProblem, string>>;
}
