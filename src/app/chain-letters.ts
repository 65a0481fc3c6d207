import type { Instant } from '../core/instant.ts';
import type { ComposedMail } from '../core/message/mail-notice.ts';
import type { LetterParts } from './notices/letters.ts';
import type { NewDelivery, NewLink, NoticeJob, Person } from './ports/engine.ts';
import type { CaseKey } from './ports/store.ts';
import { hashOf, replyLocalPart } from './secret.ts';

/** What a notice about something with a chain of its own comes to. */
export interface ChainLetters {
  readonly deliveries: readonly NewDelivery[];
  /** A person, or a party of whom nobody has an address. */
  readonly unreached: readonly string[];
}

export const NO_LETTERS: ChainLetters = { deliveries: [], unreached: [] };

/** What letters are written of: the thing as it stands, at the instant at which its people are written to. */
export interface LetterSubject<Key, Papers, Live> {
  readonly parts: LetterParts;
  readonly key: Key;
  readonly papers: Papers;
  readonly state: Live;
  readonly at: Instant;
  /** Of the last event that is told. */
  readonly number: number;
}

/** One notice as its letters are asked for: what it is about, what of it is told, and when. */
export type ChainNotice<Key, Papers> = readonly [
  parts: LetterParts,
  key: Key,
  told: Pick<NoticeJob, 'from' | 'to'>,
  papers: Papers,
  at: Instant,
];

interface Writing<Key, Papers, State, Event> {
  readonly evolve: (state: State, event: Event) => State;
  readonly none: State;
  readonly write: (
    subject: LetterSubject<Key, Papers, Exclude<State, { readonly status: 'none' }>>,
    event: Event,
  ) => ChainLetters;
}

/** Letters for what the events of a notice tell, event by event. */
export function lettersOfEvents<
  Key,
  Event,
  Papers extends { readonly events: readonly Event[] },
  State extends { readonly status: string },
>(
  { evolve, none, write }: Writing<Key, Papers, State, Event>,
  ...[parts, key, { from, to }, papers, at]: ChainNotice<Key, Papers>
): ChainLetters {
  const state = papers.events.reduce<State>(evolve, none);
  if (state.status === 'none') return NO_LETTERS;
  const live = state as Exclude<State, { readonly status: 'none' }>;
  const subject = { parts, key, papers, state: live, at, number: to };
  return together(...papers.events.slice(from - 1, to).map((event) => write(subject, event)));
}

export const together = (...all: readonly ChainLetters[]): ChainLetters => ({
  deliveries: all.flatMap(({ deliveries }) => deliveries),
  unreached: all.flatMap(({ unreached }) => unreached),
});

/** Each once, who has an address, and none of these. */
export const onceWithAddress = (people: readonly Person[], but: readonly string[] = []): readonly Person[] =>
  [...new Map(people.map((one) => [one.personId, one])).values()].filter(
    ({ personId, email }) => email !== undefined && !but.includes(personId),
  );

interface ChainLetter {
  /** Under which the thing stands in the record. */
  readonly record: CaseKey;
  readonly number: number;
  readonly kind: string;
  readonly personId: string;
  readonly address: string | undefined;
  readonly letter: ComposedMail;
  readonly links?: readonly NewLink[];
  /** Where an answer comes to; undefined where it cannot be answered. */
  readonly replyCase?: string | undefined;
}

/** A letter ready to be stored and queued. */
export function chainDelivery(
  { parts, at }: { readonly parts: LetterParts; readonly at: Instant },
  { record, personId, address = '', letter, links = [], replyCase, ...rest }: ChainLetter,
): NewDelivery {
  const canReply = replyCase !== undefined;
  const owner = { ...record, caseId: replyCase ?? '', personId };
  return {
    ...record,
    ...rest,
    deliveryId: parts.newId(),
    ...{ personId, round: 0, level: undefined, means: 'email', queuedAt: at, address, ...letter, links },
    ...{ canReply, replyHash: canReply ? hashOf(replyLocalPart(parts.secret, owner)) : undefined },
  };
}
