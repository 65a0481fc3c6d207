import type { Instant } from '../instant.ts';

/** By what somebody is reached. */
export const CONTACT_FIELDS = ['email', 'office', 'mobile'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** By what a code goes to what is new. */
export type CodeMeans = 'email' | 'text' | 'call';

/** Who has to agree about a change that was held up: both, and for the same. */
export type JudgingParty = 'contractor' | 'oversight';
/** `use` the new value, or `keep` the old one. */
export type Verdict = 'use' | 'keep';

interface Happened {
  readonly at: Instant;
}
interface Done extends Happened {
  /** A person. */
  readonly by: string;
}

/** What has happened to a change of a number or an address. */
export type ContactEvent =
  | (Done & {
      readonly type: 'ContactChangeAsked';
      readonly field: ContactField;
      /** Until when the code counts; of a number that somebody rings there is none. */
      readonly codeEndsAt?: Instant;
      /** By what the code goes to a number; to an address it goes by mail. */
      readonly codeBy?: 'text' | 'call';
    })
  | (Done & { readonly type: 'ContactCodeWrong' })
  /** The new value is used from here on. */
  | (Done & { readonly type: 'ContactChanged'; readonly over: 'code' | 'call' | 'agreement' })
  /** Whoever reads the old mailbox held it up; the old value is used again. */
  | (Happened & { readonly type: 'ContactChangeFrozen' })
  | (Done & {
      readonly type: 'ContactChangeJudged';
      readonly party: JudgingParty;
      readonly verdict: Verdict;
    })
  | (Done & {
      readonly type: 'ContactChangeDropped';
      readonly because: 'taken-back' | 'replaced' | 'wrong-codes' | 'frozen' | 'agreement';
    });

/** A change as its events made it. */
export interface ContactChange {
  readonly personId: string;
  readonly field: ContactField;
  readonly askedAt: Instant;
  readonly codeEndsAt: Instant | undefined;
  /** Undefined: no code confirms it, but somebody who rings the number. */
  readonly codeBy: CodeMeans | undefined;
  readonly wrongCodes: number;
  readonly status: 'waiting' | 'done' | 'frozen' | 'dropped';
  /** When what the status says happened. */
  readonly since: Instant;
  /** Of a frozen one: what each party has said of it so far. */
  readonly judged: Readonly<
    Partial<Record<JudgingParty, { readonly by: string; readonly verdict: Verdict }>>
  >;
}

/** The change after an event. */
export function evolveContact(change: ContactChange | undefined, event: ContactEvent): ContactChange {
  if (event.type === 'ContactChangeAsked') {
    const { at, by: personId, field, codeEndsAt, codeBy } = event;
    return {
      personId,
      field,
      askedAt: at,
      codeEndsAt,
      codeBy: codeBy ?? (codeEndsAt === undefined ? undefined : 'email'),
      wrongCodes: 0,
      status: 'waiting',
      since: at,
      judged: {},
    };
  }
  if (!change) throw new Error('the first event of a change asks for it');
  switch (event.type) {
    case 'ContactCodeWrong':
      return { ...change, wrongCodes: change.wrongCodes + 1 };
    case 'ContactChanged':
      return { ...change, status: 'done', since: event.at };
    case 'ContactChangeFrozen':
      return { ...change, status: 'frozen', since: event.at };
    case 'ContactChangeJudged': {
      const { by, party, verdict } = event;
      return { ...change, judged: { ...change.judged, [party]: { by, verdict } } };
    }
    case 'ContactChangeDropped':
      return { ...change, status: 'dropped', since: event.at };
  }
}
