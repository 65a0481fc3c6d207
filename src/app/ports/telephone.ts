import type { KeyChoice } from '../../core/message/telephone-notice.ts';

/** By what a telephone is reached. */
export type TelephoneMeans = 'text' | 'call';

/** One text to one telephone, ready to be handed to a carrier. */
export interface OutgoingText {
  /** The delivery's id, the same at every attempt. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  readonly body: string;
  /** Where the carrier says what becomes of it; undefined where nobody is to hear it. */
  readonly statusUrl: string | undefined;
}

/** One call to one telephone. What is said in it is asked for when somebody has answered. */
export interface OutgoingCall {
  /** The delivery's id, the same at every attempt. */
  readonly id: string;
  /** E.164. */
  readonly to: string;
  /** Where the carrier asks what is to be said, once somebody or a voicemail has answered. */
  readonly spokenUrl: string;
  /** Where the carrier says what becomes of it. */
  readonly statusUrl: string;
}

/**
 * What became of one attempt. `handedOver` is the carrier's word that it will try, not that anybody was reached: that
 * comes later, as a receipt.
 */
export type TelephoneResult =
  | { readonly result: 'handedOver'; readonly carrierId: string }
  | {
      readonly result: 'failed';
      /** The same to the same number would be refused again: try another means. */
      readonly permanent: boolean;
      /** It is the number that is wrong, for whatever is sent to it: there is no such number. */
      readonly isWrongNumber?: true | undefined;
      /** A code such as `carrier-21610`, `http-503`, `throttled` or `timeout`. */
      readonly reason: string;
      /** The carrier's own words, on one line, where it said any. Not kept: they may name anybody. */
      readonly said?: string | undefined;
      /** How long the carrier asks to be left alone. */
      readonly againAfterSeconds?: number | undefined;
    };

/** What a carrier says later of a text or a call that it took. */
export type TelephoneReceipt =
  /** It is on its way still, or rings. */
  | { readonly is: 'underWay' }
  /** The text is on the telephone, or a person took the call. */
  | { readonly is: 'delivered' }
  /** `permanent`: the same to the same number would fail again; `isWrongNumber`: so would anything. */
  | {
      readonly is: 'failed';
      readonly permanent: boolean;
      readonly isWrongNumber?: true | undefined;
      readonly reason: string;
    };

/** Hands texts and calls over, each once. It answers, and never throws, for whatever the other side does; trying again is the caller's. */
export interface TelephoneCarrier {
  /** By what it carries anything; asked for nothing else. */
  readonly carries: readonly TelephoneMeans[];
  text(text: OutgoingText): Promise<TelephoneResult>;
  call(call: OutgoingCall): Promise<TelephoneResult>;
  close(): Promise<void>;
}

/**
 * A digit by which a text or a call of ours is answered, and what it then stands for. A digit means the same in every
 * message, so that an answer meant for one is never another thing in the next.
 */
export interface AnswerKey extends KeyChoice {
  /** The case as it stood when this was offered: an answer to an older state does nothing. */
  readonly stamp: string;
}

/** A request that says what became of a text or a call, as it came. */
export interface StatusRequest {
  /** The address as the carrier asked for it. */
  readonly url: string;
  readonly body: string;
  readonly signature: string;
  readonly authorization: string;
}

/** Proves and reads what a carrier says; `unread` is genuine, and nothing that means anything. */
export type ReadStatus = (
  request: StatusRequest,
) => Promise<
  { readonly carrierId: string | undefined; readonly receipt: TelephoneReceipt } | 'forged' | 'unread'
>;
