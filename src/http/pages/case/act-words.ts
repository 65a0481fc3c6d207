import type { Answer } from '../../../app/handle.ts';
import type { FoundCase } from '../../../app/ports/reading.ts';
import type { CaseSheet } from '../../../app/views/case/case-sheet.ts';
import { openPart } from '../../../app/views/case-view.ts';
import { eventOf, isForReader } from '../../../app/views/event-view.ts';
import { caseSentences, contextFor, type RefusalWords } from '../../../core/message/case.ts';
import { catalogue, type Language } from '../../../core/message/catalogue.ts';
import { caseStatus } from '../../problem.ts';
import type { SignedVisit } from '../visit.ts';
import type { FieldTrouble } from './act-form.ts';

type Refusal = Extract<Answer, { accepted: false }>['refusal'];

/** A no in the reader's language, on the clocks of the case; without one, that it is not possible as things stand. */
export function refusalWords(
  refusal: Refusal | undefined,
  { open }: Pick<CaseSheet, 'open'>,
  { language, frame }: Pick<SignedVisit, 'language' | 'frame'>,
): RefusalWords {
  const words = catalogue(language);
  if (!refusal) return words.casePage.notNow;
  switch (refusal.code) {
    case 'case-changed':
    case 'case-set-aside':
    case 'command-not-allowed':
    case 'key-used-differently':
      return words.casePage.refusals[refusal.code];
    case 'case-not-found':
    case 'person-not-colleague':
      return words.casePage.notNow;
    case 'call-number-unknown':
      return words.service.problems['call-number-unknown'](refusal.values);
    default:
      return caseSentences(words.case, contextFor(open.revision, frame.readerZone)).refusal(refusal);
  }
}

/** The status that a no has as a page. */
export function statusOf(code: Refusal['code']): number {
  switch (code) {
    case 'case-changed':
      return 409;
    case 'case-set-aside':
      return 503;
    case 'command-not-allowed':
      return 403;
    case 'key-used-differently':
    case 'person-not-colleague':
    case 'call-number-unknown':
      return 422;
    case 'case-not-found':
      return 404;
    default:
      return caseStatus(code);
  }
}

/** What is wrong with one field. */
export function troubleWords(
  { field, code, value }: FieldTrouble,
  { open }: CaseSheet,
  language: Language,
): string {
  const words = catalogue(language).casePage;
  const { label } = words.fields[field];
  const { timeZone } = open.revision;
  const values = {
    label,
    value,
    zone: words.zone(timeZone),
    charactersMax: field === 'text' ? TEXT_MAX : LINE_MAX,
  };
  return words.problems[code](values);
}

const TEXT_MAX = 20_000;
const LINE_MAX = 200;
/** Sentences of what has happened while somebody wrote; who was away for longer reads the case. */
const HAPPENED_MAX = 30;

/** What happened on a case after an event, as its reader may know it. */
export async function happenedSince(
  { parts, visitor, language, frame }: SignedVisit,
  { key, state }: FoundCase,
  after: number,
): Promise<readonly string[]> {
  const kept = await parts.reading.events(key, after, HAPPENED_MAX);
  const words = catalogue(language);
  const say = caseSentences(words.case, contextFor(openPart(state).revision, frame.readerZone)).event;
  return kept
    .filter((one) => isForReader(one, visitor.caller) && one.body.type !== 'DeliveryRecorded')
    .map(eventOf)
    .map((event) => (event.type === 'NoteAdded' ? words.casePage.conversation.note(event) : say(event)));
}
