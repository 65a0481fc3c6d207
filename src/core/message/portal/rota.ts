import type { Instant } from '../../instant.ts';
import type { Cover } from '../../plan/coverage/coverage.ts';
import type { LiveRefusal, LiveRefusals } from '../../rota/live/live-command.ts';
import type { OverrideKind } from '../../rota/rota.ts';
import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink } from '../mail.ts';

type Say<V> = (values: V) => string;

/** The pages on who is on duty. */
export interface RotaWords {
  readonly title: string;
  readonly about: string;
  readonly none: { readonly title: string; readonly about: string };
  readonly you: {
    readonly title: string;
    readonly on: Say<{ title: string }>;
    readonly off: Say<{ title: string }>;
    readonly until: string;
    readonly next: string;
    readonly nothing: Say<{ count: number }>;
  };
  readonly now: {
    readonly title: string;
    readonly nobody: string;
    readonly until: string;
    readonly next: string;
    readonly steady: Say<{ count: number }>;
    readonly levels: Say<{ levels: readonly number[] }>;
  };
  readonly rota: string;
  readonly onDuty: string;
  readonly plan: {
    readonly choose: string;
    readonly views: string;
    readonly week: string;
    readonly month: string;
    readonly weekOf: Say<{ title: string; date: string }>;
    readonly monthOf: Say<{ title: string; date: string }>;
    readonly day: string;
    readonly weekdays: readonly string[];
    /** A day of the calendar: `Mon 2 Nov`. */
    readonly date: (date: string) => string;
    readonly zone: Say<{ timeZone: string }>;
    readonly nobody: string;
    readonly today: string;
    readonly picture: Say<{ title: string }>;
  };
  readonly changes: {
    readonly title: string;
    readonly empty: string;
    readonly what: string;
    readonly when: string;
    readonly state: string;
    readonly overrides: Readonly<Record<OverrideKind, Say<{ name: string; contacts: readonly string[] }>>>;
    readonly swap: Say<{ name: string; to: string }>;
    readonly holds: string;
    readonly asked: Say<{ name: string }>;
    readonly to: string;
    readonly madeBy: Say<{ name: string }>;
  };
  readonly asked: { readonly title: Say<{ name: string }>; readonly yours: string; readonly theirs: string };
  readonly acts: Readonly<Record<'override' | 'swap' | 'accept' | 'decline' | 'withdraw' | 'cancel', string>>;
  readonly done: Readonly<
    Record<'override' | 'asked' | 'untold' | 'accepted' | 'declined' | 'withdrawn', string>
  >;
  readonly override: {
    readonly about: string;
    readonly kind: string;
    readonly kinds: Readonly<Record<OverrideKind, { readonly label: string; readonly hint: string }>>;
    readonly who: string;
    readonly people: string;
    readonly from: string;
    readonly until: string;
    readonly button: string;
  };
  readonly swap: {
    readonly about: string;
    readonly own: string;
    readonly other: string;
    readonly otherHint: string;
    readonly none: string;
    readonly button: string;
    readonly missing: string;
    /** One duty in a list: from when until when, on the contract's clocks. */
    readonly option: Say<{ name: string; since: string; to: string }>;
  };
  readonly coverage: {
    readonly title: string;
    readonly about: string;
    readonly periods: string;
    readonly period: Say<{ count: number }>;
    readonly whole: Say<{ count: number }>;
    readonly level: Say<{ level: number; title: string }>;
    readonly columns: Readonly<Record<'level' | 'from' | 'until' | 'cover' | 'people', string>>;
    readonly covers: Readonly<Record<Cover, string>>;
    readonly picture: string;
    readonly key: string;
    readonly gapTitle: string;
    readonly erased: string;
    readonly more: Say<{ count: number }>;
  };
  readonly gapMail: GapMailWords;
  readonly refusals: { readonly [C in keyof LiveRefusals]: (values: LiveRefusals[C]) => RefusalWords };
}

/** A time ahead at which a level has nobody on duty; `instead` are reached then, by name. */
export interface SaidGap {
  readonly level: number;
  readonly title: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly timeZone: Clocks;
  readonly instead: readonly string[];
}

/** A mail about times ahead without anybody on duty, to somebody who can do something about it. */
export interface GapMail {
  readonly language: Language;
  readonly contractTitle: string;
  /** In the order of their levels and instants. */
  readonly gaps: readonly SaidGap[];
  /** Further ones that are not listed. */
  readonly more: number;
  /** Of the page on coverage. */
  readonly url: string;
  readonly demonstration: boolean;
}

interface GapMailWords {
  readonly subject: Say<{ contractTitle: string; count: number }>;
  readonly lead: Say<{ count: number }>;
  readonly gap: Say<SaidGap>;
  readonly more: Say<{ count: number }>;
  readonly what: string;
  readonly link: MailLink;
  readonly footer: Say<{ contractTitle: string }>;
}

/** A no about who is on duty, in words. */
export function rotaRefusalWords(words: RotaWords, { code, values }: LiveRefusal): RefusalWords {
  const say = words.refusals[code] as (values: unknown) => RefusalWords;
  return say(values);
}
