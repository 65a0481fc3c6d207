import type { Instant } from '../../instant.ts';
import type { RefusalWords } from '../case.ts';
import type { Clocks } from '../clocks.ts';

interface Moment {
  readonly at: Instant;
  readonly timeZone: Clocks;
}

interface StartErrors {
  readonly trackMissing: string;
  readonly textMissing: string;
  readonly textTooLong: (values: { max: number }) => string;
  readonly textUnsound: string;
  readonly toldMissing: string;
  readonly momentNotUnderstood: (values: { value: string }) => string;
  readonly whichMissing: (values: { value: string }) => string;
  readonly referenceTooLong: (values: { value: string; max: number }) => string;
  readonly referenceUnsound: (values: { value: string }) => string;
  readonly referencesTooMany: (values: { count: number; max: number }) => string;
  readonly reporterMissing: string;
}

interface WhoWords {
  readonly title: string;
  readonly titleOwn: string;
  readonly about: string;
  readonly customer: string;
  readonly button: string;
  readonly none: RefusalWords;
  readonly nobody: (values: { customerName: string }) => RefusalWords;
}

interface FormWords {
  readonly title: string;
  readonly titleOnBehalf: (values: { customerName: string }) => string;
  readonly about: string;
  readonly other: string;
  readonly track: string;
  readonly trackHint: string;
  readonly urgent: string;
  readonly examples: (values: { examples: readonly string[] }) => string;
  readonly text: string;
  readonly textHint: string;
  readonly told: string;
  readonly toldHint: string;
  readonly toldNow: string;
  readonly toldEarlier: string;
  readonly toldAt: string;
  readonly toldAtHint: string;
  readonly which: string;
  readonly first: (values: Moment) => string;
  readonly second: (values: Moment) => string;
  readonly references: string;
  readonly referencesHint: string;
  readonly reporter: string;
  readonly reporterHint: string;
  readonly automatic: string;
  readonly automaticHint: string;
  readonly automaticNo: string;
  readonly automaticYes: string;
  readonly practice: string;
  readonly practiceHint: string;
  readonly reach: string;
  readonly reachAbout: string;
  readonly reachNothing: string;
  readonly reachChange: string;
  readonly check: string;
  readonly cancel: string;
}

interface CheckWords {
  readonly title: string;
  readonly about: string;
  readonly facts: Readonly<
    Record<
      'customer' | 'reporter' | 'track' | 'text' | 'told' | 'references' | 'automatic' | 'practice',
      string
    >
  >;
  readonly toldNow: string;
  readonly toldAt: (values: Moment) => string;
  readonly skipped: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly next: string;
  readonly asked: (values: { level: string }) => string;
  readonly send: string;
  readonly change: string;
}

interface OpenedWords {
  readonly title: (values: { caseId: string }) => string;
  readonly number: (values: { caseId: string }) => string;
  readonly keep: string;
  readonly asked: (values: { level: string } & Moment) => string;
  readonly nobody: string;
  readonly call: string;
  readonly counts: (values: Moment) => string;
  readonly next: string;
  readonly nextAbout: string;
  readonly due: (values: { level: string }) => string;
  readonly from: (values: Moment) => string;
  readonly nothing: string;
  readonly told: string;
  readonly toCase: string;
  readonly toPlan: string;
}

/** The sentences of opening a case. */
export interface StartPageWords {
  readonly who: WhoWords;
  readonly form: FormWords;
  readonly errors: StartErrors;
  readonly check: CheckWords;
  readonly opened: OpenedWords;
  readonly sentBefore: RefusalWords;
}
