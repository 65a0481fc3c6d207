import type { DrillRefusals } from '../../drill/decide.ts';
import type { DrillEvery, SkippedBecause } from '../../drill/event.ts';
import type { DrillFigures, LiveDrill } from '../../drill/state.ts';
import type { Instant } from '../../instant.ts';
import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink, MailNews } from '../mail.ts';

type Say<V> = (values: V) => string;

/** To whoever is asked, and to those who plan drills: what one came to, and why one did not begin. */
type DrillMailKind = 'asked' | 'ended' | 'skipped';

interface DrillMailValues {
  readonly contractTitle: string;
  readonly level: number;
  readonly startAt: Instant;
  /** Undefined where it did not begin. */
  readonly endAt: Instant | undefined;
  readonly figures: DrillFigures;
  /** The names of those who have not answered. */
  readonly silent: readonly string[];
  readonly skipped: SkippedBecause | undefined;
  readonly timeZone: string;
  /** A reply counts as the button does. */
  readonly canReply: boolean;
}

/** A mail of a drill or about one. */
export interface DrillMail extends DrillMailValues {
  readonly kind: DrillMailKind;
  readonly language: Language;
  /** A placeholder still: a link or a page. */
  readonly url: string;
  readonly demonstration: boolean;
}

/** What is wrong with the form by which a drill is planned, before it is asked of the road. */
export type DrillFormProblem =
  | 'levelMissing'
  | 'whenMissing'
  | 'startMissing'
  | 'startInvalid'
  | 'timeMissing';

/** The sentences about drills. */
export interface DrillWords {
  readonly statuses: Readonly<Record<LiveDrill['status'], string>>;
  readonly skipped: Readonly<Record<SkippedBecause, string>>;
  readonly every: Readonly<Record<DrillEvery, string>>;
  readonly once: string;
  readonly level: Say<{ level: number }>;
  /** `3 of 4 answered (75 %), half of them within 2 minutes`. */
  readonly figures: Say<DrillFigures>;
  readonly after: Say<{ ms: number }>;
  readonly lasting: Say<{ ms: number }>;
  readonly list: {
    readonly title: string;
    readonly about: string;
    readonly limits: Say<{ planned: number }>;
    readonly planned: { readonly title: string; readonly none: string };
    readonly past: { readonly title: string; readonly none: string };
    readonly columns: Readonly<Record<'level' | 'start' | 'every' | 'status' | 'came', string>>;
    /** Read out after a level, to tell apart the links of lines. */
    readonly show: Say<{ drill: number }>;
  };
  readonly form: {
    readonly title: string;
    readonly level: string;
    readonly levelOption: Say<{ level: number; title: string }>;
    readonly choose: string;
    readonly when: string;
    readonly now: string;
    readonly nowHint: string;
    readonly later: string;
    readonly start: string;
    readonly every: string;
    readonly within: string;
    readonly withinHint: string;
    readonly withinOption: Say<{ ms: number }>;
    readonly button: string;
    readonly noPlan: string;
  };
  readonly problems: Readonly<Record<DrillFormProblem, RefusalWords>>;
  readonly one: {
    readonly title: Say<{ level: number }>;
    readonly planned: string;
    readonly begun: string;
    readonly stopped: string;
    readonly facts: Readonly<
      Record<
        'status' | 'level' | 'start' | 'begun' | 'end' | 'every' | 'within' | 'by' | 'came' | 'why',
        string
      >
    >;
    readonly people: {
      readonly title: string;
      readonly columns: Readonly<Record<'name' | 'answered', string>>;
      readonly waiting: string;
      readonly silent: string;
      readonly none: string;
    };
    readonly history: string;
    readonly events: {
      readonly DrillPlanned: Say<{ by: string }>;
      readonly DrillBegun: Say<{ count: number }>;
      readonly DrillAnswered: Say<{ name: string; ms: number }>;
      readonly DrillEnded: Say<{ isInTime: boolean }>;
      readonly DrillSkipped: Say<{ because: SkippedBecause }>;
      readonly DrillStopped: Say<{ by: string }>;
      readonly NoticeFailed: Say<{ name: string }>;
    };
    readonly stop: string;
  };
  /** Behind the link of whoever is asked. */
  readonly here: {
    readonly title: Say<{ level: number }>;
    readonly about: Say<{
      name: string;
      contractTitle: string;
      level: number;
      at: Instant;
      timeZone: Clocks;
    }>;
    readonly button: string;
    readonly nothing: string;
    readonly doneTitle: string;
    readonly done: Say<{ ms: number }>;
    readonly over: RefusalWords;
  };
  /** On the page of how current the plan is. */
  readonly current: {
    readonly title: string;
    readonly none: string;
    readonly columns: Readonly<Record<'level' | 'when' | 'answered' | 'median', string>>;
    readonly share: Say<{ answered: number; asked: number; percent: number }>;
    readonly noMedian: string;
    readonly all: string;
  };
  readonly refusals: {
    readonly [C in keyof DrillRefusals]: (
      values: DrillRefusals[C] & { readonly timeZone: Clocks },
    ) => RefusalWords;
  };
  readonly mails: Readonly<
    Record<DrillMailKind, (values: DrillMailValues) => MailNews & { readonly link: MailLink }>
  >;
  readonly footer: Readonly<Record<DrillMailKind, Say<{ contractTitle: string }>>>;
}
