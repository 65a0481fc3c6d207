import type { Language } from '../message/catalogue.ts';
import type { Course } from './course.ts';
import type { CaseAct, Said } from './said.ts';

/** A contract whose cases may be opened, as somebody who rings is offered it. */
export interface OfferedContract {
  readonly contract: string;
  readonly title: string;
  readonly tracks: readonly { readonly id: string; readonly title: string }[];
}

/** Whose number it is on file, where it is one customer's one person: it is asked whether it is them, and proves nothing. */
export interface LikelyPerson {
  readonly contract: string;
  readonly personId: string;
  readonly name: string;
  readonly customerId: string;
  readonly customerName: string;
}

/** What a conversation needs to know of the world, read anew for each turn. */
export interface Facts {
  /** So many as there are keys, at most. */
  readonly contracts: readonly OfferedContract[];
  readonly likely: LikelyPerson | undefined;
}

/** What was heard since the last turn. */
export type Heard =
  | { readonly kind: 'began' | 'nothing' }
  | { readonly kind: 'keys'; readonly keys: string }
  /** Undefined where nothing was said. */
  | { readonly kind: 'speech'; readonly recording: string | undefined }
  | { readonly kind: 'connection'; readonly reached: boolean }
  | { readonly kind: 'told'; readonly told: Told };

/** What of a case somebody with its PIN hears, and may do now. */
export interface CaseOffer {
  readonly caseId: string;
  readonly stands: string;
  /** Levels that the customer may go to now, the lowest first. */
  readonly moves: readonly number[];
  /** The level that may be gone to later; undefined where there is none. */
  readonly ahead: number | undefined;
  readonly acts: readonly CaseAct[];
}

/** What the dialog wants to know, or to have done, before it goes on. */
export type Question =
  | { readonly ask: 'customer'; readonly contract: string; readonly code: string }
  | {
      readonly ask: 'open';
      readonly contract: string;
      readonly track: string;
      readonly customer: string | undefined;
      readonly person: string | undefined;
      readonly recording: string | undefined;
    }
  | { readonly ask: 'pin'; readonly caseId: string; readonly pin: string }
  | { readonly ask: 'standing' }
  /** Number, PIN and what comes next, once more. */
  | { readonly ask: 'opened' }
  | { readonly ask: 'give'; readonly act: CaseAct; readonly level: number | undefined }
  /** Who is rung next, after so many were. */
  | { readonly ask: 'reach'; readonly contract: string; readonly tried: number }
  | { readonly ask: 'message'; readonly contract: string; readonly recording: string };

/** What the world says to a question. */
export type Told =
  | { readonly is: 'customer'; readonly customer: string; readonly person: string | undefined }
  | { readonly is: 'nobody' }
  | {
      readonly is: 'opened';
      readonly offer: CaseOffer;
      readonly pin: string;
      readonly course: Course;
    }
  | { readonly is: 'held' | 'heldTooMany' | 'heldNoSpeaker' | 'heldFull' }
  | { readonly is: 'heldRefused'; readonly text: string }
  | { readonly is: 'refused'; readonly text: string }
  | { readonly is: 'right' | 'standing' | 'done'; readonly offer: CaseOffer; readonly contract: string }
  /** `tooMany` where no PIN is heard of that number any more, for now. */
  | { readonly is: 'wrong' | 'locked' | 'tooMany' }
  | { readonly is: 'rings'; readonly number: string }
  | { readonly is: 'kept' | 'lost' };

/** What the dialog does next. */
export type Next =
  | { readonly wait: 'keys'; readonly max: number | 'untilPound' }
  | { readonly wait: 'speech'; readonly secondsMax: number }
  | { readonly wait: 'connection'; readonly number: string }
  | { readonly wait: 'hangUp' }
  | Question;

/** Where a conversation stands. */
type Place =
  | ('menu' | 'contract' | 'track' | 'person' | 'code' | 'description')
  | ('afterOpening' | 'afterHeld' | 'caseNumber' | 'pin' | 'case' | 'sure')
  | ('connecting' | 'message' | 'over');

/** Everything that is remembered of a conversation between its turns. */
export interface Conversation {
  readonly place: Place;
  readonly language: Language;
  /** Turns in a row in which nothing was heard that fits. */
  readonly misses: number;
  readonly wrongPins: number;
  /** What it is about: a case to be opened, or somebody to be spoken to. */
  readonly wants: 'open' | 'connect';
  readonly contract?: string | undefined;
  readonly track?: string | undefined;
  readonly customer?: string | undefined;
  readonly person?: string | undefined;
  /** Whether it was settled for whom a case is opened, nobody included. */
  readonly isChosen?: boolean | undefined;
  /** The number that was keyed in, until its PIN proves it. */
  readonly caseId?: string | undefined;
  /** Of the case that the caller has the PIN of. */
  readonly offer?: CaseOffer | undefined;
  /** To be done once the caller is sure. */
  readonly meant?: { readonly act: CaseAct; readonly level: number | undefined } | undefined;
  /** People who were rung. */
  readonly tried?: number | undefined;
}

/** One turn: what is remembered, what is said, what is waited for or asked. */
export interface Turn {
  readonly conversation: Conversation;
  readonly said: readonly Said[];
  readonly next: Next;
}

/** A conversation before its first turn. */
export const begun = (language: Language): Conversation => ({
  place: 'menu',
  language,
  misses: 0,
  wrongPins: 0,
  wants: 'open',
});
