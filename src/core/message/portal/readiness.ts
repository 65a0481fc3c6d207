import type { ContactField } from '../../contact/contact-change.ts';
import type { Instant } from '../../instant.ts';
import type { NoticeMeans } from '../../reach/notice-rules.ts';
import type { Language } from '../catalogue.ts';
import type { Clocks } from '../clocks.ts';
import type { MailLink } from '../mail.ts';

type Say<V> = (values: V) => string;

/** Whether somebody could be reached. */
type Reached = 'yes' | 'doubtful' | 'no';

interface Dated {
  readonly at: Instant;
  readonly timeZone: Clocks;
}

/** The page on whether Ladder could reach the people of a plan now. */
export interface ReadinessWords {
  readonly title: string;
  readonly about: string;
  /** What Ladder uses of it itself. */
  readonly carries: Say<{ carriers: readonly NoticeMeans[] }>;
  readonly ownAbout: string;
  /** Leads to the page. */
  readonly link: string;
  readonly none: { readonly title: string; readonly about: string };
  readonly noneOwn: { readonly title: string; readonly about: string };
  /** How many of so many could be reached without doubt. */
  readonly figure: Say<{ count: number; of: number }>;
  readonly mailFails: Say<Dated>;
  readonly levels: {
    readonly title: string;
    readonly all: Readonly<Record<Reached, Say<{ level: number; title: string }>>>;
    /** Where it is so for some customers only. */
    readonly some: Readonly<Record<Reached, Say<{ level: number; title: string; count: number }>>>;
    readonly vacant: Say<{ title: string }>;
  };
  readonly people: {
    readonly title: string;
    readonly columns: Readonly<Record<'name' | 'now' | 'order' | 'means' | 'duty', string>>;
  };
  readonly reached: Readonly<Record<Reached, string>>;
  /** The same of the reader, in a sentence. */
  readonly you: Readonly<Record<Reached, string>>;
  readonly noWay: string;
  readonly fewMeans: string;
  readonly means: Readonly<Record<ContactField, Say<{ value: string }>>>;
  readonly confirmed: Say<Dated>;
  readonly doubts: Readonly<
    Record<'returned' | 'unreached' | 'reported' | 'missed' | 'lapsed', Say<Dated>>
  > & {
    readonly never: string;
  };
  readonly place: {
    readonly first: Say<{ level: number }>;
    readonly later: Say<{ level: number; count: number }>;
    readonly notNow: Say<{ level: number }>;
  };
  readonly duty: {
    readonly always: string;
    readonly standsIn: string;
    readonly until: Say<Dated>;
    readonly on: Say<{ count: number }>;
    readonly from: Say<Dated>;
    readonly off: Say<{ count: number }>;
  };
  readonly digest: DigestWords;
  readonly take: { readonly title: string; readonly json: string };
}

/** A level that reaches nobody: for so many customers, where it differs by customer. */
export interface SaidLevel {
  readonly level: number;
  readonly title: string;
  readonly customers: number | undefined;
}

/** Somebody who could not be reached, or not without doubt, and why. */
export interface SaidPerson {
  readonly name: string;
  readonly levels: readonly number[];
  readonly hasWay: boolean;
  readonly hasFewMeans: boolean;
  readonly doubts: readonly {
    readonly field: ContactField;
    readonly because: keyof ReadinessWords['doubts'];
    readonly since: Instant | undefined;
  }[];
}

/** The weekly mail on who could not be reached without doubt. */
export interface DigestMail {
  readonly language: Language;
  readonly contractTitle: string;
  readonly timeZone: string;
  /** How many things are wrong: levels, seats and people. */
  readonly count: number;
  readonly levels: readonly SaidLevel[];
  /** Seats that nobody fills, by their titles. */
  readonly seats: readonly string[];
  readonly people: readonly SaidPerson[];
  /** Further people that are not listed. */
  readonly more: number;
  /** What the last digest said was wrong and is no more. */
  readonly righted: readonly { readonly kind: 'person' | 'level' | 'seat'; readonly name: string }[];
  /** Of the page. */
  readonly url: string;
  readonly demonstration: boolean;
}

interface DigestWords {
  readonly subject: Say<{ contractTitle: string; count: number }>;
  readonly lead: Say<{ count: number }>;
  readonly person: Say<{ name: string; levels: readonly number[]; reasons: readonly string[] }>;
  readonly noWay: string;
  readonly fewMeans: string;
  readonly doubt: Say<{ name: string; text: string }>;
  readonly more: Say<{ count: number }>;
  readonly rightedLead: string;
  readonly righted: Readonly<Record<'person' | 'level' | 'seat', Say<{ name: string }>>>;
  readonly what: string;
  readonly link: MailLink;
  readonly footer: Say<{ contractTitle: string }>;
}
