import type { IntakeFindingValues } from '../core/message/intake.ts';
import type { ContentKind, Place } from './paper/paper.ts';

/** Words of the document with their place. */
export interface Quote {
  readonly text: string;
  readonly place: Place;
}

/** A value of the draft and the words it was read from. Places in lists of `path` count from 1, as in questions. */
export interface Fact {
  readonly path: string;
  readonly value: string;
  readonly quote: Quote;
}

export interface Reading {
  readonly value: string | number | readonly string[];
  readonly quote?: Quote;
}

/** What the document leaves open or says twice, as it stands in the draft. */
export interface IntakeQuestion {
  readonly about: string;
  readonly readings: readonly Reading[];
  /** The words that all readings share. */
  readonly quote: Quote | undefined;
  readonly taken: 1;
}

type IntakeFindingCode = keyof IntakeFindingValues;

interface FindingOf<C extends IntakeFindingCode> {
  readonly code: C;
  /** The place in the draft, or the demand, that it is about. */
  readonly about: string;
  readonly values: IntakeFindingValues[C];
  readonly quotes: readonly Quote[];
}

export type IntakeFinding = { readonly [C in IntakeFindingCode]: FindingOf<C> }[IntakeFindingCode];

/** A document as it was read: the draft, and what is to be known about it. */
export interface IntakeReport {
  readonly content: ContentKind;
  readonly pages: number;
  /** The draft in the plan's format. */
  readonly draft: string;
  readonly facts: readonly Fact[];
  readonly questions: readonly IntakeQuestion[];
  readonly findings: readonly IntakeFinding[];
  /** Sentences that found no place in the draft. */
  readonly unplaced: readonly Quote[];
}
