import type { Instant } from '../../instant.ts';
import type { RefusalWords } from '../case.ts';
import type { Language } from '../catalogue.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink } from '../mail.ts';

type Say<V> = (values: V) => string;

/** How whoever is asked answers a swap by a link. */
export const SWAP_ANSWERS = ['accept', 'decline'] as const;
export type SwapAnswer = (typeof SWAP_ANSWERS)[number];

/** What has happened to a swap; `ended` is one that held, `withdrawn` one that still waited. */
export type SwapMailKind = 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'ended';

/** Why a link about a swap does nothing any more. */
export type DeadSwap = 'answered' | 'withdrawn' | 'over' | 'expired' | 'notTheirs';

interface DutyTime {
  readonly from: Instant;
  readonly until: Instant;
}

/** A mail about a swap, to one of the two. */
export interface SwapMail {
  readonly kind: SwapMailKind;
  readonly language: Language;
  readonly contractTitle: string;
  /** Of whoever did it. */
  readonly name: string;
  /** The reader's own duty, and that of the other. */
  readonly yours: DutyTime;
  readonly theirs: DutyTime;
  readonly timeZone: Clocks;
  /** The levels that reach the rota. */
  readonly levels: readonly number[];
  /** Links by which the reader answers; only of `asked`. */
  readonly answers: Readonly<Record<SwapAnswer, string>> | undefined;
  /** Of the page on who is on duty. */
  readonly url: string;
  readonly demonstration: boolean;
}

export interface SwapWords {
  readonly mail: {
    readonly subject: Readonly<Record<SwapMailKind, Say<{ contractTitle: string; name: string }>>>;
    readonly lead: Readonly<Record<SwapMailKind, Say<{ name: string }>>>;
    /** What follows of being asked. */
    readonly asked: string;
    readonly yours: string;
    readonly theirs: string;
    readonly levels: string;
    readonly time: Say<DutyTime & { timeZone: Clocks }>;
    readonly answers: Readonly<Record<SwapAnswer, MailLink>>;
    readonly page: MailLink;
    readonly footer: Say<{ contractTitle: string }>;
  };
  /** The page behind a link. */
  readonly link: {
    readonly title: Readonly<Record<SwapAnswer, Say<{ name: string }>>>;
    readonly about: Say<{ name: string; contractTitle: string }>;
    readonly button: Readonly<Record<SwapAnswer, string>>;
    readonly done: Readonly<Record<SwapAnswer, { readonly title: string; readonly text: string }>>;
    readonly dead: Readonly<Record<DeadSwap, RefusalWords>>;
  };
}
