import type { CommandOf } from '../command.ts';
import type { Course } from '../course.ts';
import { base, given, knownState, openState, record } from '../course.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { statedProblem } from './stated.ts';

/** Words for one party or for all; no clock hears them. */
export function addNote(course: Course, command: CommandOf<'addNote'>): undefined {
  const { text, audience = 'all' } = command;
  record(course, { type: 'NoteAdded', ...base(command), audience, text });
}

/** Files of one case, at most: evidence and not an archive, and each is kept in the database. */
export const FILES_MAX = 20;

/** A file, by its id; the file itself, and what it is called, live where they can be erased. */
export function attach(course: Course, command: CommandOf<'attach'>): CaseRefusal | undefined {
  const { file, audience = 'all', fileDigest, text } = command;
  const { filesCount = 0 } = knownState(course);
  if (filesCount >= FILES_MAX) return refusal('case-files-too-many', { filesMax: FILES_MAX });
  const bytes = given({ fileDigest, text });
  record(course, { type: 'FileAttached', ...base(command), file, audience, ...bytes });
  return undefined;
}

/** A call somebody made by themselves stands on the record; it is neither ask nor response. */
export function recordCall(course: Course, command: CommandOf<'recordCall'>): CaseRefusal | undefined {
  const { level, reached, statedAt, text } = command;
  const { revision, openedFrom } = openState(course);
  if (!revision.levels.some(({ number }) => number === level)) {
    return refusal('case-level-unknown', { level, levels: revision.levels.map(({ number }) => number) });
  }
  const problem = statedProblem(command, openedFrom);
  if (problem) return problem;
  record(course, { type: 'CallRecorded', ...base(command), level, reached, ...given({ statedAt, text }) });
  return undefined;
}

/** What a carrier says of one attempt; a receipt is never a response. */
export function deliveryResult(course: Course, command: CommandOf<'deliveryResult'>): undefined {
  const { delivery, contact, level, means, result } = command;
  const carried = { delivery, contact, means, result, ...given({ level }) };
  record(course, { type: 'DeliveryRecorded', ...base(command), ...carried });
}
