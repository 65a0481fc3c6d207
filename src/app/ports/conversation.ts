import type { Language } from '../../core/message/catalogue.ts';

/** What is to be done with a caller once everything was said. */
export type CallNext =
  /** Keys are waited for: so many at most, or until the pound key. */
  | { readonly kind: 'keys'; readonly max: number | 'untilPound'; readonly next: string }
  /** The caller speaks after a tone. */
  | { readonly kind: 'speak'; readonly secondsMax: number; readonly next: string }
  /** Somebody is rung, is told `whisper` alone, and is joined with the caller if they take it. */
  | {
      readonly kind: 'connect';
      readonly number: string;
      readonly ringSeconds: number;
      readonly whisper: string;
      readonly next: string;
    }
  /** Nothing is waited for: what comes next is said at once. */
  | { readonly kind: 'goOn'; readonly next: string }
  /** Of somebody who was rung and takes the call: the two are joined now. */
  | { readonly kind: 'join' }
  | { readonly kind: 'hangUp' };

/** A sentence that is read aloud. */
export interface SpokenSentence {
  readonly language: Language;
  readonly text: string;
}

/** One turn of a call: sentences in the order in which they are said, and what comes after. Addresses are whole. */
export interface SpokenTurn {
  readonly sentences: readonly SpokenSentence[];
  readonly after: CallNext;
}

/** What a text that came in is answered; undefined is nothing. */
export interface TextAnswer {
  readonly text: string | undefined;
}

/** What a carrier asks of us, as it is proved: of no other is anything believed. */
interface CarrierRequest {
  /** The whole address as the carrier asked it, with its query. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  /** The header in which the carrier signs. */
  readonly signature: string;
}

/** How a carrier of calls and texts speaks with us. */
export interface CarrierTongue {
  isFromCarrier(request: CarrierRequest): boolean;
  spoken(turn: SpokenTurn): Promise<string>;
  written(answer: TextAnswer): Promise<string>;
}
