import type { Instant } from '../../instant.ts';
import type {
  NoticeMeans,
  NoticeRule,
  RULE_LIMITS,
  RuleProblemCode,
  RuleTry,
  RuleUrgency,
} from '../../reach/notice-rules.ts';
import type { PassedOver } from '../../reach/tries.ts';
import type { RefusalWords } from '../case.ts';
import type { Clocks } from '../clocks.ts';

type Say<V> = (values: V) => string;

/** Why rules are not used. */
export type ReachProblemCode = RuleProblemCode | 'tooOften' | 'notTheirs' | 'unknown';

/** The sentences about how somebody is tried. */
export interface ReachWords {
  readonly title: string;
  readonly about: Say<typeof RULE_LIMITS>;
  readonly link: string;
  readonly means: Readonly<Record<NoticeMeans, string>>;
  readonly urgencies: Readonly<Record<RuleUrgency, string>>;
  readonly now: string;
  readonly usual: string;
  readonly since: Say<{ at: Instant; timeZone: Clocks }>;
  readonly rule: Say<{ rule: NoticeRule }>;
  readonly passedOver: Say<{ passed: PassedOver }>;
  readonly instead: Say<{ tried: RuleTry }>;
  readonly cannotBeTried: string;
  readonly next: {
    readonly title: Readonly<Record<'high' | 'normal', string>>;
    readonly about: string;
    readonly columns: Readonly<Record<'at' | 'means', string>>;
  };
  readonly form: {
    readonly title: string;
    readonly about: Say<{ timeZone: string }>;
    readonly rule: Say<{ number: number }>;
    readonly another: string;
    readonly urgency: string;
    readonly from: string;
    readonly until: string;
    readonly hoursHint: string;
    readonly minutes: Readonly<Record<NoticeMeans, string>>;
    readonly minutesHint: string;
    readonly again: string;
    readonly leaveOut: string;
    readonly use: string;
    readonly look: string;
    readonly reset: string;
  };
  /** The page that says whom a level would have tried. */
  readonly whom: {
    readonly title: string;
    readonly about: string;
    readonly link: string;
    readonly level: string;
    readonly track: string;
    readonly customer: string;
    readonly anyCustomer: string;
    readonly at: string;
    readonly atHint: string;
    readonly button: string;
    readonly noInstant: (values: { value: string }) => RefusalWords;
    readonly answer: Say<{ level: number; at: Instant; timeZone: Clocks }>;
    readonly nobody: string;
    readonly columns: Readonly<Record<'at' | 'name' | 'means', string>>;
    readonly why: string;
    readonly usual: string;
    readonly own: Say<{ number: number }>;
    readonly set: {
      readonly title: string;
      readonly none: string;
      readonly since: Say<{ at: Instant; timeZone: Clocks }>;
    };
    readonly json: string;
  };
  readonly preview: { readonly title: string; readonly about: string };
  readonly done: Readonly<Record<'set' | 'usual', string>>;
  readonly problem: Say<{ number: number | undefined; refusal: RefusalWords }>;
  readonly problems: Readonly<Record<ReachProblemCode, (values: { value: string }) => RefusalWords>>;
}
