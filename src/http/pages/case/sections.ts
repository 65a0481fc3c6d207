import { mayTakeFile, ownershipOf } from '../../../app/authorise.ts';
import { pinSight } from '../../../app/telephone/case-pin.ts';
import type { CaseSheet } from '../../../app/views/case/case-sheet.ts';
import { fewFilesFor } from '../../../app/views/files-view.ts';
import { sharingOf } from '../../../app/views/sharing-view.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { type CaseSection, casePath } from '../../../portal/case/case-view.ts';
import {
  caseFileSection,
  filesSection,
  peopleSection,
  pinSection,
} from '../../../portal/case-extras/sections.tsx';
import { ourLine } from '../../telephone/our-line.ts';
import type { SignedVisit } from '../visit.ts';

/** A part of the page of a case that another part of the portal brings; undefined where there is nothing to show. */
type MakeSection = (visit: SignedVisit, sheet: CaseSheet) => Promise<CaseSection | undefined>;

/** In the order in which they stand, between the clocks and what the case is. */
export const CASE_SECTIONS: readonly MakeSection[] = [people, files, byTelephone, caseFile];

const headFor = ({ language, frame }: SignedVisit, sheet: CaseSheet) => ({
  language,
  casePath: casePath(sheet),
  timeZone: sheet.open.revision.timeZone,
  readerZone: frame.readerZone,
});

async function people(visit: SignedVisit, sheet: CaseSheet): Promise<CaseSection> {
  const { visitor, language } = visit;
  const { state, now, faces } = sheet;
  const sharing = sharingOf(state, now, visitor.caller, (person) => faces.people.get(person)?.name);
  const { title } = catalogue(language).extras.people;
  return { id: 'case-people', title, content: peopleSection(headFor(visit, sheet), sharing) };
}

async function files(visit: SignedVisit, sheet: CaseSheet): Promise<CaseSection> {
  const { parts, visitor, language } = visit;
  const found = await fewFilesFor(parts.reading, sheet, visitor.caller, sheet.now);
  const { title } = catalogue(language).extras.files;
  return { id: 'case-files', title, content: filesSection(headFor(visit, sheet), found) };
}

/** The number and the PIN, for whoever acts for its customer: it is told to nobody else. The desk may replace it. */
async function byTelephone(
  { parts, visitor, language }: SignedVisit,
  sheet: CaseSheet,
): Promise<CaseSection | undefined> {
  const line = ourLine(parts);
  const { key } = sheet;
  const sight = line && (await pinSight(line, visitor.caller, key));
  if (!sight) return undefined;
  const { title } = catalogue(language).telephone.pin;
  const { number, takes } = line;
  const told = { number, takes, caseId: key.caseId, pin: sight.pin };
  return { id: 'case-telephone', title, content: pinSection(told, casePath(sheet), language) };
}

/** The whole case to take along, for whoever may. */
async function caseFile(
  { visitor, language }: SignedVisit,
  sheet: CaseSheet,
): Promise<CaseSection | undefined> {
  if (!mayTakeFile(visitor.caller, ownershipOf(sheet.state, sheet.now))) return undefined;
  const { title } = catalogue(language).caseFile.offer;
  return { id: 'case-file', title, content: caseFileSection(casePath(sheet), language) };
}
