import type { CaseEvent } from '../case/event.ts';
import type { CaseState } from '../case/state.ts';
import type { Instant } from '../instant.ts';
import type { Language } from './catalogue.ts';

/** Where people of a contract talk to each other, and Ladder tells them of cases. */
export type ChatKind = 'slack' | 'teams';

interface ChatLink {
  readonly label: string;
  readonly url: string;
}

/** A message to a channel, in words and apart from how any program draws it. Nothing in it was typed by people. */
export interface ChatMessage {
  readonly title: string;
  /** What happened and what it means, a paragraph each. */
  readonly lead: readonly string[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** What everybody is to know besides: that it is a demonstration, or that the case has gone on. */
  readonly notes: readonly string[];
  /** Acts where it is pressed, in programs that can; undefined where there is nothing to acknowledge. */
  readonly acknowledge: { readonly label: string; readonly messageId: string } | undefined;
  /** Lead to pages of ours, where one signs in. */
  readonly links: readonly ChatLink[];
}

/** What a channel of the contractor is told of a case, as it stands now. */
export interface ChatNotice {
  readonly language: Language;
  readonly state: CaseState;
  /** What happened: the gravest; `also` has the rest. */
  readonly event: CaseEvent;
  readonly also: readonly CaseEvent[];
  readonly at: Instant;
  readonly contractTitle: string;
  readonly customerName: string;
  readonly caseId: string;
  /** The page of the case, and the one on which a response is written. */
  readonly caseUrl: string;
  readonly respondUrl: string;
  /** By what a press names this message; undefined where there is nothing to acknowledge. */
  readonly acknowledges: string | undefined;
  /** Whether somebody may respond. */
  readonly isAnswerable: boolean;
  /** Something of the case has been told since. */
  readonly hasMovedOn: boolean;
  readonly demonstration: boolean;
}
