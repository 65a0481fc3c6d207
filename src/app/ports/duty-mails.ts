import type { Instant } from '../../core/instant.ts';

/** A duty that somebody was told of before it begins. */
export interface ToldDuty {
  readonly personId: string;
  readonly rota: string;
  readonly seat: string;
  readonly from: Instant;
}

/** What somebody hears of their own duty. */
export interface DutyMailChoice {
  readonly isStopped: boolean;
  /** When they were last told who took over from them. */
  readonly handedOverAt: Instant | undefined;
}

/** An open case as a hand-over names it. */
export interface OpenAtLevel {
  readonly caseId: string;
  readonly level: number;
  /** What comes first of what is owed in it; undefined where nothing is. */
  readonly dueAt: Instant | undefined;
}

/** What is asked about mails on duty inside a transaction, under the lock of the contract. */
export interface DutyMailsTransaction {
  /** Duties that people were told of and that have not begun before an instant; older ones are forgotten. */
  toldDuties(contract: string, since: Instant): Promise<readonly ToldDuty[]>;
  addToldDuties(contract: string, duties: readonly ToldDuty[]): Promise<void>;
  /** As if they had never been told. */
  forgetToldDuties(contract: string, duties: readonly ToldDuty[]): Promise<void>;
  /** Until when hand-overs have been told; undefined before the first look. */
  handOversToldUntil(contract: string): Promise<Instant | undefined>;
  noteHandOversTold(contract: string, until: Instant): Promise<void>;
  dutyMailChoice(contract: string, personId: string): Promise<DutyMailChoice>;
  /** Undefined: they want them again. */
  stopDutyMails(contract: string, personId: string, stoppedAt: Instant | undefined): Promise<void>;
  noteHandedOver(contract: string, personId: string, at: Instant): Promise<void>;
  /** Open cases that stand at one of these levels, what is owed first before the others, and how many there are. */
  openAtLevels(
    contract: string,
    levels: readonly number[],
    max: number,
  ): Promise<{ readonly cases: readonly OpenAtLevel[]; readonly count: number }>;
}
