import type { Language } from '../message/catalogue.ts';
import type { AskedNow, CourseMove } from './course.ts';

/** What a sentence of a conversation is given, by its code. */
export interface Sayings {
  /** Only where the line is one contract's alone. */
  greeting: { readonly title: string | undefined };
  menu: Record<never, never>;
  otherLanguage: Record<never, never>;
  chooseContract: { readonly key: number; readonly title: string };
  chooseTrack: { readonly key: number; readonly title: string };
  confirmPerson: { readonly name: string; readonly customerName: string };
  enterCode: Record<never, never>;
  codeUnknown: Record<never, never>;
  describe: Record<never, never>;
  /** What is said one digit at a time is the case's number; the PIN comes as it is said, or what stands for it. */
  opened: { readonly caseId: string; readonly pin: string };
  openedAgain: { readonly caseId: string; readonly pin: string };
  courseAsked: AskedNow & { readonly timeZone: string };
  courseMove: CourseMove & { readonly timeZone: string };
  /** After the moves: they are of a case that nobody answers. */
  courseEnds: Record<never, never>;
  afterOpening: Record<never, never>;
  held: Record<never, never>;
  heldTooMany: Record<never, never>;
  heldNoSpeaker: Record<never, never>;
  heldRefused: { readonly text: string };
  heldFull: Record<never, never>;
  afterHeld: Record<never, never>;
  notOpened: { readonly text: string };
  nothingOpen: Record<never, never>;
  enterCase: Record<never, never>;
  enterPin: Record<never, never>;
  wrongPin: Record<never, never>;
  tooManyWrong: Record<never, never>;
  /** Of a number from which too many wrong PINs came. */
  notHeard: Record<never, never>;
  lineLocked: Record<never, never>;
  /** Where a case stands, in sentences of the case's own. */
  stands: { readonly caseId: string; readonly text: string };
  mayMove: { readonly level: number };
  mayAsk: Record<never, never>;
  maySettle: Record<never, never>;
  mayUndo: Record<never, never>;
  /** What is always there: to hear it again, and to be connected. */
  mayConnect: Record<never, never>;
  sureSatisfied: { readonly caseId: string };
  sureMove: { readonly caseId: string; readonly level: number };
  done: { readonly act: CaseAct | NoticeAct; readonly caseId: string; readonly level: number | undefined };
  refused: { readonly text: string };
  connecting: Record<never, never>;
  nobodyThere: Record<never, never>;
  /** To whoever is rung, before the two are joined. */
  whisper: { readonly caseId: string | undefined; readonly title: string };
  joined: Record<never, never>;
  leaveMessage: Record<never, never>;
  messageKept: Record<never, never>;
  messageLost: Record<never, never>;
  notUnderstood: Record<never, never>;
  tooMany: Record<never, never>;
  goodbye: Record<never, never>;
  /** Of a call that Ladder placed. */
  noticeFor: { readonly name: string };
  noticeKey: { readonly key: string; readonly act: NoticeAct; readonly level: number | undefined };
  noticeSure: { readonly act: NoticeAct; readonly level: number | undefined };
  /** A sentence that was written before. */
  line: { readonly text: string };
  noticeAgain: Record<never, never>;
  noticePassed: Record<never, never>;
  respondNow: Record<never, never>;
  nothingSaid: Record<never, never>;
  voicemail: { readonly caseId: string };
}

/** What a caller with the PIN of a case may do. */
export type CaseAct = 'ask' | 'escalate' | 'satisfied' | 'notSatisfied' | 'undoSatisfied';
/** What whoever is told something may answer. */
export type NoticeAct = 'acknowledge' | 'respond' | Exclude<CaseAct, 'ask'>;

export type SayingCode = keyof Sayings;

/** One sentence by its code; in another language than the conversation's where it says so. */
export type Said = {
  [C in SayingCode]: { readonly code: C; readonly values: Sayings[C]; readonly language?: Language };
}[SayingCode];

/** A sentence of this code. */
export const say = <C extends SayingCode>(code: C, values: Sayings[C]): Said => ({ code, values }) as Said;

/** A sentence that needs no values. */
export const plainly = (
  ...codes: readonly { [C in SayingCode]: Record<never, never> extends Sayings[C] ? C : never }[SayingCode][]
): readonly Said[] => codes.map((code) => ({ code, values: {} }) as Said);
