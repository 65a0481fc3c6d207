import { placeOf } from '../plan/asked/question-place.ts';
import { carries } from '../plan/asked/question-reading.ts';
import { closeDocument, openDocument } from '../plan/edit/open-document.ts';
import { writeReading } from '../plan/edit/write-reading.ts';
import { parse } from '../plan/reading/parse.ts';

interface Settlement {
  /** The place of the question in the plan's list, from 0. */
  readonly question: number;
  /** Which of its readings holds, from 1. */
  readonly reading: number;
  readonly by: readonly string[];
  /** A date in the contract's zone. */
  readonly date: string;
  readonly because: string;
}

type Settled =
  | { readonly text: string; readonly problem?: never }
  /** The reading cannot be written to where it belongs; there is no such question or reading. */
  | { readonly text?: never; readonly problem: 'notWritten' | 'unknown' };

/**
 * The text of a plan with one of its questions settled: the reading that holds is written to where the question points,
 * and how it was settled beside it. Comments and the rest of the text stay, but a comment of where another reading was
 * read. What the reading itself leaves open is asked next.
 */
export function settleQuestion(text: string, { question, reading, by, date, because }: Settlement): Settled {
  const { value: plan } = parse(text);
  const asked = plan.questions?.[question];
  const holds = asked?.readings?.[reading - 1];
  const value = holds?.value;
  if (!asked || asked.settled !== undefined || value === undefined) return { problem: 'unknown' };
  const document = openDocument(text);
  if (!document || asked.about === undefined) return { problem: 'notWritten' };
  document.setIn(['questions', question, 'taken'], reading);
  document.setIn(['questions', question, 'settled'], document.createNode({ by, date, because }));
  const path = placeOf(plan, asked.about);
  const isWritten = writeReading(document, plan, { question: asked, path, holds: { ...holds, value } });
  if (!isWritten) return { problem: 'notWritten' };
  const written = closeDocument(document);
  const { value: after } = parse(written);
  return carries(after, placeOf(after, asked.about), value) === true
    ? { text: written }
    : { problem: 'notWritten' };
}
