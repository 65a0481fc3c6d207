import type { CaseSheet } from '../../../app/views/case/case-sheet.ts';
import type { CaseSection } from '../../../portal/case/case-view.ts';
import type { SignedVisit } from '../visit.ts';

/** A part of the page of a case that another part of the portal brings; undefined where there is nothing to show. */
type MakeSection = (visit: SignedVisit, sheet: CaseSheet) => Promise<CaseSection | undefined>;

/** In the order in which they stand, between the clocks and what the case is. */
export const CASE_SECTIONS: readonly MakeSection[] = [];
