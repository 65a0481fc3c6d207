import { randomUUID } from 'node:crypto';
import type { FoundCase } from '../../../app/ports/reading.ts';
import { openPart } from '../../../app/views/case-view.ts';
import { sightOf } from '../../../app/views/sight.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { casePath } from '../../../portal/case/case-view.ts';
import type { CaseHead } from '../../../portal/case-extras/case-head.ts';
import type { SignedVisit } from '../visit.ts';

/** The case that an address names, where its reader sees it. */
export function namedCase({ parts, visitor, params }: SignedVisit): Promise<FoundCase | undefined> {
  const { contract = '', caseId = '' } = params;
  return parts.reading.case({ contract, caseId }, sightOf(visitor.caller));
}

/** What a page beside the page of a case begins with. */
export function headOf({ frame, language }: SignedVisit, { key, state }: FoundCase): CaseHead {
  const { track, revision } = openPart(state);
  return {
    ...frame,
    casePath: casePath({ key }),
    caseTitle: catalogue(language).casePage.title({ caseId: key.caseId, track: track.title }),
    timeZone: revision.timeZone,
    readerZone: frame.readerZone,
    formKey: randomUUID(),
  };
}
