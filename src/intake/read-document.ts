import type { DocumentProblem } from '../core/message/intake.ts';
import { draftPlan } from './draft/draft-plan.ts';
import type { Drafting } from './draft/drafting.ts';
import { writeDraft } from './draft/write-draft.ts';
import { findAll } from './find/find-all.ts';
import { INTAKE_LIMITS } from './limits.ts';
import { type Ledger, ledgerOf } from './paper/ledger.ts';
import { type Paper, placeOf, quoteOf } from './paper/paper.ts';
import { readPaper } from './paper/read-paper.ts';
import { RefusedDocument } from './refused-document.ts';
import type { IntakeReport } from './report.ts';

/** How far a document is read: pages of those it has. What they say together is found after the last of them. */
export interface PagesRead {
  readonly done: number;
  readonly of: number;
}

/** A report, or why there is none. */
export type Intake =
  | { readonly report: IntakeReport; readonly problem?: undefined }
  | { readonly report?: undefined; readonly problem: DocumentProblem };

/**
 * What a document says of a plan: a draft in the plan's format and a report. What is said once is a fact with its place;
 * what is said twice or left open is a question; what found no place is listed.
 *
 * @param comment first lines of the draft, without their `#`
 * @param tell is called as the pages of a document that has pages are read
 */
export async function readDocument(
  bytes: Uint8Array,
  comment: string,
  tell: (read: PagesRead) => void = () => undefined,
): Promise<Intake> {
  try {
    return { report: reportOf(await readPaper(bytes, tell), comment) };
  } catch (error) {
    if (error instanceof RefusedDocument) return { problem: error.problem };
    throw error;
  }
}

function reportOf(paper: Paper, comment: string): IntakeReport {
  const ledger: Ledger = ledgerOf(paper);
  const drafting: Drafting = { facts: [], questions: [], findings: [] };
  const { found, cast, isOrderAssumed } = findAll(paper, ledger);
  const plan = draftPlan(paper, found, cast, drafting);
  const { facts, questions, findings } = drafting;
  if (isOrderAssumed)
    findings.push({ code: 'import-order-assumed', about: 'levels', values: {}, quotes: [] });
  if (found.cards.length === 0)
    findings.push({ code: 'import-contacts-missing', about: 'contacts', values: {}, quotes: [] });
  if (found.tracks.length === 0)
    findings.push({ code: 'import-tracks-missing', about: 'tracks', values: {}, quotes: [] });
  for (const page of paper.pagesWithoutText) {
    findings.push({ code: 'import-page-unread', about: '', values: { page }, quotes: [] });
  }
  return {
    content: paper.content,
    pages: paper.pages,
    draft: writeDraft(plan, facts, comment),
    facts: facts.slice(0, INTAKE_LIMITS.reportedMax),
    questions,
    findings: findings.slice(0, INTAKE_LIMITS.reportedMax),
    unplaced: ledger.untaken().map((passage) => ({ text: quoteOf(passage), place: placeOf(passage) })),
  };
}
