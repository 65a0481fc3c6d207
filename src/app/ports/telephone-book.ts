import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { LikelyPerson } from '../../core/telephone/conversation.ts';
import type { PinLine } from '../../core/telephone/pin-line.ts';
import type { TextMemory } from '../../core/telephone/text.ts';
import type { SentDelivery } from './answers.ts';
import type { SpokenTurn } from './conversation.ts';
import type { CaseKey } from './store.ts';
import type { AnswerKey } from './telephone.ts';

/** A call, between two of its turns. */
export interface KeptCall {
  readonly callId: string;
  readonly kind: 'in' | 'notice';
  /** E.164; undefined where it was withheld. */
  readonly number: string | undefined;
  readonly beganAt: Instant;
  readonly contract: string | undefined;
  readonly caseId: string | undefined;
  /** Whether the case was opened by it. */
  readonly hasOpened: boolean;
  readonly deliveryId: string | undefined;
  readonly turn: number;
  /** What the dialog remembers; the store looks at nothing in it. */
  readonly state: unknown;
  readonly answer: SpokenTurn | undefined;
}

/** A text or a call of ours, as whoever takes its answer needs it. */
export interface AnsweredDelivery extends Omit<SentDelivery, 'attempts' | 'carrierId'> {
  readonly number: number;
  readonly queuedAt: Instant;
  /** Undefined where it was erased. */
  readonly address: string | undefined;
  readonly text: string;
  readonly keys: readonly AnswerKey[];
  readonly isAnswered: boolean;
}

/** What a text led to. */
export interface SettledText {
  readonly key: CaseKey | undefined;
  /** Whether the case was opened by it. */
  readonly hasOpened: boolean;
  /** Without the PIN. */
  readonly answer: string | undefined;
}

/** Who opens a case by telephone, and for whom. */
interface TelephoneOpener {
  /** E.164; undefined where it was withheld. */
  readonly number: string | undefined;
  readonly contract: string;
  readonly customer: string | undefined;
}

/** What is kept of one number. */
interface KeptNumber {
  readonly memory: TextMemory | undefined;
  readonly wrongAt: readonly Instant[];
  /** Whether whoever has it wants no texts. */
  readonly isStopped: boolean;
}

/** A recording that the carrier still has. */
export interface KeptRecording {
  readonly contract: string;
  readonly recordingId: string;
  readonly caseId: string | undefined;
  readonly mailId: string | undefined;
  readonly personId: string | undefined;
  readonly name: string;
  readonly url: string;
  readonly madeAt: Instant;
  readonly attempts: number;
}

/** What is kept about calls and texts, inside one transaction. */
export interface TelephoneBook {
  /** Begins a call; false where it has begun before. */
  beginCall(call: KeptCall): Promise<boolean>;
  /** Kept from others until the transaction ends, where that is wanted. */
  call(callId: string, lock: boolean): Promise<KeptCall | undefined>;
  saveTurn(call: KeptCall, at: Instant): Promise<void>;
  /** Calls of a number since an instant; one at a time of a number asks, until the transaction ends. */
  callsOf(number: string | undefined, since: Instant): Promise<number>;
  /** False where it was taken before. */
  addText(text: {
    readonly textId: string;
    readonly number: string;
    readonly receivedAt: Instant;
  }): Promise<boolean>;
  /** What a text taken before led to. */
  settledText(textId: string): Promise<SettledText | undefined>;
  settleText(textId: string, settled: SettledText): Promise<void>;
  textsOf(number: string, since: Instant): Promise<number>;
  /** Counts of one number, or of withheld ones for one customer, are taken by one at a time until the transaction ends. */
  lockCounts(opener: TelephoneOpener): Promise<void>;
  /** Cases that a number has opened since an instant, by calls and texts; of withheld ones together those of one customer. */
  openedBy(opener: TelephoneOpener, since: Instant): Promise<number>;
  /** Locked until the transaction ends. */
  number(number: string, at: Instant): Promise<KeptNumber>;
  remember(number: string, memory: TextMemory | undefined, until: Instant): Promise<void>;
  noteWrong(number: string, wrongAt: readonly Instant[]): Promise<void>;
  /** Locked until the transaction ends. */
  line(key: CaseKey): Promise<PinLine>;
  saveLine(key: CaseKey, line: PinLine): Promise<void>;
  /** Of the PIN that replaced the first one of a case; undefined where none has. */
  pinId(key: CaseKey): Promise<string | undefined>;
  /** Another PIN from now on, and whatever was tried of the one before counts no more. */
  replacePin(key: CaseKey, pinId: string): Promise<void>;
  /** The contract in which a case has this number: numbers of cases are given once. */
  contractOf(caseId: string): Promise<string | undefined>;
  /** Whose number it is on file, where it is one person of one customer. */
  likely(number: string): Promise<LikelyPerson | undefined>;
  /** Who acts for a customer whom a code names: whoever manages its people, or the only one there is. */
  speakerOf(contract: string, customerId: string): Promise<string | undefined>;
  languageOf(contract: string, personId: string | undefined): Promise<Language | undefined>;
  delivery(contract: string, deliveryId: string): Promise<AnsweredDelivery | undefined>;
  /** Texts to a number since an instant that have codes, of each case the latest, the latest first. */
  waiting(number: string, since: Instant, max: number): Promise<readonly AnsweredDelivery[]>;
  addRecording(recording: Omit<KeptRecording, 'attempts'>): Promise<void>;
  /** Those that are due. */
  dueRecordings(at: Instant, max: number): Promise<readonly KeptRecording[]>;
  /** Kept from others until the transaction ends; undefined where somebody else has seen to it. */
  recording(one: Pick<KeptRecording, 'contract' | 'recordingId'>): Promise<KeptRecording | undefined>;
  putOffRecording(one: KeptRecording, until: Instant): Promise<void>;
  dropRecording(one: KeptRecording): Promise<void>;
}
