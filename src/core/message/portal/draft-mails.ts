import type { Finding } from '../../finding.ts';
import type { Instant } from '../../instant.ts';
import type { Change } from '../../plan/diff/change.ts';
import type { Agreeing } from '../../publication/draft-state.ts';
import type { Language } from '../catalogue.ts';
import type { MailLink, MailNews } from '../mail.ts';

interface ByParty {
  /** For which party it was said. */
  readonly party: Agreeing;
}

interface TakesEffect {
  readonly effectiveAt: Instant;
}

/** What became of a plan on its way, with what its sentence names. */
interface DraftNewsValues {
  proposed: object;
  sentBack: object;
  agreed: ByParty;
  agreedByBoth: ByParty;
  publicationSet: TakesEffect;
  /** `revision`: under which its rules are kept. */
  published: TakesEffect & { readonly revision: number };
  /** The operator loaded it at the terminal, and says that these agreed. */
  loaded: TakesEffect & { readonly revision: number; readonly agreed: readonly string[] };
  dropped: object;
  /** One party lets a finding stand; the other is asked for its reason. */
  reasonAsked: ByParty;
}

export type DraftNews = {
  [K in keyof DraftNewsValues]: { readonly kind: K } & DraftNewsValues[K];
}[keyof DraftNewsValues];

/** What every sentence of such a mail knows. */
interface AboutDraft {
  readonly contractTitle: string;
  readonly timeZone: string;
  readonly draft: number;
  /** Who did it; undefined where its time had come. */
  readonly name: string | undefined;
}

/** A mail about a plan on its way. */
export interface DraftMail extends AboutDraft {
  readonly news: DraftNews;
  readonly language: Language;
  /** What was said with it: a word to the others, or a reason. */
  readonly text: string | undefined;
  /** What is let stand. */
  readonly finding: Finding | undefined;
  /** Of a proposal: what it changes in the plan in force; undefined where there is none. */
  readonly changes: readonly Change[] | undefined;
  /** A placeholder still: the page where it is read. */
  readonly url: string;
  readonly isDemonstration: boolean;
}

/** The sentences of mails about plans on their way. */
export interface DraftMailWords {
  readonly says: {
    readonly [K in keyof DraftNewsValues]: (
      values: AboutDraft & DraftNewsValues[K],
    ) => MailNews & { readonly link: MailLink };
  };
  readonly changes: string;
  readonly moreChanges: (values: { readonly more: number }) => string;
  readonly finding: string;
  readonly footer: (values: { readonly contractTitle: string }) => string;
}
