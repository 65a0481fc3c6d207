import type { Course } from '../telephone/course.ts';
import type { CaseAct, NoticeAct, SayingCode, Sayings } from '../telephone/said.ts';

type Say<V> = (values: V) => string;

/** Our number; undefined where texts come in and no calls do: nobody is asked to ring then. */
interface Line {
  readonly number: string | undefined;
}

/** What people can do with our number. */
export type LineTakes = 'callsAndTexts' | 'texts';

/** What an answer to a text is given, by its code. */
export interface TextSayings {
  chooseContract: { readonly titles: readonly string[] };
  chooseTrack: { readonly titles: readonly string[] };
  confirmPerson: Sayings['confirmPerson'];
  enterCode: Record<never, never>;
  codeUnknown: Record<never, never>;
  opened: Sayings['opened'] & { readonly course: Course };
  held: Record<never, never>;
  heldTooMany: Record<never, never>;
  heldNoSpeaker: Record<never, never>;
  heldRefused: { readonly text: string };
  heldFull: Line;
  notOpened: { readonly text: string };
  nothingOpen: Record<never, never>;
  /** Before a question that was answered by nothing that fits. */
  again: { readonly text: string };
  /** After too many of those. */
  letGo: Record<never, never>;
  which: { readonly key: string; readonly caseIds: readonly string[] };
  /** Words after a code that takes none. */
  alone: {
    readonly key: string;
    readonly act: NoticeAct;
    readonly level: number | undefined;
    readonly caseId: string;
    readonly wordsKey: string | undefined;
    readonly isCustomer: boolean;
  };
  noSuchKey: { readonly keys: readonly string[]; readonly caseId: string };
  nothingWaits: Record<never, never>;
  passed: { readonly caseId: string };
  wordsMissing: { readonly key: string; readonly caseId: string };
  /** `isUndone` where it was by number and PIN, and can be taken back by them. */
  done: Sayings['done'] & { readonly text: string; readonly isUndone: boolean };
  stands: Sayings['stands'];
  /** After words that were no word for anything to be done: what could be, each by a word alone. */
  messageKept: { readonly caseId: string; readonly acts: readonly CaseAct[] };
  refused: { readonly text: string };
  wrongPin: Record<never, never>;
  tooManyWrong: Record<never, never>;
  lineLocked: Record<never, never>;
  started: Record<never, never>;
  help: Line;
}

/** A PIN as it is told to a telephone. */
type PinTold = Readonly<
  Record<'text' | 'call', (values: { readonly caseId: string; readonly pin: string }) => readonly string[]>
> & { readonly subject: Say<{ readonly caseId: string }> };

/** The sentences of calls and texts. */
export interface TelephoneWords {
  readonly call: { readonly [C in SayingCode]: Say<Sayings[C]> };
  readonly text: { readonly [C in keyof TextSayings]: Say<TextSayings[C]> };
  /** What a case says of how it came in, where nothing of it was written. */
  readonly spoken: string;
  /** What it reads of an answer that was spoken. */
  readonly spokenAnswer: string;
  /** What a recording is called: of an opening, an answer, a message. */
  readonly recording: Readonly<Record<'opening' | 'answer' | 'message', string>>;
  /** What the desk reads of a call, in the place of what a mail says. */
  readonly heldCall: string;
  readonly heldText: string;
  readonly heldMessage: string;
  /** What it reads of a call to those on duty, in which nothing was left. */
  readonly rangDuty: string;
  /** On a case, after too many wrong PINs. */
  readonly lineClosed: string;
  /**
   * On a case, of a call that Ladder put through: both its ends. `number` is undefined where the caller withheld it; of one
   * rung that the plan shows to its parties alone only the last digits are said.
   */
  readonly connectedFrom: Say<{
    readonly number: string | undefined;
    readonly rung: string;
    readonly isHidden: boolean;
  }>;
  /** On a case, of a message to those on duty. */
  readonly messageLeft: string;
  /** On the page of a case, for whoever has opened it. */
  readonly pin: {
    readonly title: string;
    readonly about: Readonly<
      Record<LineTakes, Say<{ readonly number: string; readonly caseId: string; readonly pin: string }>>
    >;
    readonly words: string;
    /** Where a new one is made, and what is said once it is. */
    readonly another: string;
    readonly aboutAnother: string;
    readonly aboutForCaller: string;
    readonly tells: Readonly<
      Record<'text' | 'call', Say<{ readonly name: string; readonly number: string }>>
    >;
    /** To the desk, that has opened a case for somebody without mail: how they are told the first one. */
    readonly first: Readonly<
      Record<'text' | 'call', Say<{ readonly name: string; readonly number: string }>>
    > & { readonly nobody: Say<{ readonly name: string }> };
    readonly madeSure: string;
    readonly madeSureHint: string;
    readonly madeSureMissing: string;
    readonly noTelephone: string;
    readonly replace: string;
    readonly replaced: string;
    /** On the case. */
    readonly replacedNote: {
      readonly byCustomer: string;
      readonly byDesk: Say<{ readonly madeSure: string }>;
    };
    /** To whoever has opened it, by their telephone: one in place of another. */
    readonly told: PinTold;
    /** The first one, to somebody without mail for whom the desk has opened what waited. */
    readonly toldFirst: PinTold;
  };
  /** Where a case is opened: how it is opened by telephone. */
  readonly byTelephone: {
    readonly title: Readonly<Record<LineTakes, string>>;
    readonly about: Readonly<Record<LineTakes, Say<{ readonly number: string }>>>;
    readonly code: Say<{ readonly code: string }>;
  };
}
