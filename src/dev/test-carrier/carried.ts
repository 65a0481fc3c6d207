/** Where a call stands, in the words of the carrier. */
export type CallStatus =
  | 'queued'
  | 'initiated'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled';

export type AnsweredBy = 'human' | 'machine_start' | 'machine_end_beep';

/** Something that was heard on a line, by either end. */
export interface Line {
  /** Whose words or keys: the carrier's, which reads what Ladder wrote, or those of whoever holds this number. */
  readonly by: 'carrier' | string;
  readonly how: 'said' | 'pressed' | 'spoken';
  readonly text: string;
  readonly language: string | undefined;
  readonly at: number;
}

/** What a call waits for from the telephone: keys, words, both, or that somebody else answers or hangs up. */
type Awaited = 'nothing' | 'keys' | 'words' | 'keysOrWords' | 'other' | 'talk';

/** A call as the carrier knows it; one connected to somebody has a second, of the other's telephone. */
export interface CarriedCall {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  /** Of one that was placed to connect another. */
  readonly parentSid: string | undefined;
  /** Where Ladder asked to be told what becomes of it. */
  readonly statusCallback: string | undefined;
  status: CallStatus;
  answeredBy: AnsweredBy | undefined;
  readonly startedAt: number;
  answeredAt: number | undefined;
  endedAt: number | undefined;
  awaited: Awaited;
  /** Keys pressed so far of those it waits for. */
  typed: string;
  readonly lines: Line[];
}

type TextStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received';

export interface CarriedText {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly statusCallback: string | undefined;
  readonly at: number;
  status: TextStatus;
  errorCode: number | undefined;
}

export interface Recording {
  readonly sid: string;
  readonly callSid: string;
  readonly seconds: number;
  readonly text: string;
  readonly wav: Buffer;
  readonly at: number;
}

export const isOver = ({ endedAt }: CarriedCall): boolean => endedAt !== undefined;

/** What somebody at the other end has heard, a sentence a line. */
export const heardIn = ({ lines }: CarriedCall): readonly string[] =>
  lines.filter(({ how }) => how === 'said').map(({ text }) => text);
