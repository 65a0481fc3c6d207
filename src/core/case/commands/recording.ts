import type { CommandOf } from '../command.ts';
import type { Course } from '../course.ts';
import { base, given, knownState, record } from '../course.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { isContact } from '../state.ts';
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

/** A call somebody made by themselves, or that Ladder put through, stands on the record; it is neither ask nor response. */
export function recordCall(course: Course, command: CommandOf<'recordCall'>): CaseRefusal | undefined {
  const { level, reached, contact, telephone, failure, statedAt, text } = command;
  const { lastedSeconds, rangAt, connectedAt, endedAt } = command;
  const { revision, openedFrom } = knownState(course);
  if (!revision.levels.some(({ number }) => number === level)) {
    return refusal('case-level-unknown', { level, levels: revision.levels.map(({ number }) => number) });
  }
  const problem = callProblem(course, command) ?? statedProblem(command, openedFrom);
  if (problem) return problem;
  const rung = given({ contact, telephone, failure, lastedSeconds, rangAt, connectedAt, endedAt });
  record(course, {
    type: 'CallRecorded',
    ...base(command),
    ...{ level, reached, ...rung, ...given({ statedAt, text }) },
  });
  return undefined;
}

/** Of a call that reached nobody it must be known which number it was and why: by that the number is doubted, or not. */
function callProblem(course: Course, call: CommandOf<'recordCall'>): CaseRefusal | undefined {
  const { reached, contact, telephone, failure } = call;
  if (reached && failure !== undefined) return refusal('case-call-failure-unfit', { failure });
  if (!reached && telephone === undefined) return refusal('case-call-incomplete', { lacking: 'telephone' });
  if (!reached && failure === undefined) return refusal('case-call-incomplete', { lacking: 'failure' });
  if (contact === undefined) {
    const isOfSomebody = telephone !== undefined && telephone !== 'other';
    return isOfSomebody ? refusal('case-call-incomplete', { lacking: 'contact' }) : undefined;
  }
  if (telephone === undefined) return refusal('case-call-incomplete', { lacking: 'telephone' });
  return isContact(knownState(course), contact) ? undefined : refusal('case-contact-unknown', { contact });
}

/** What a carrier says of one attempt; a receipt is never a response. */
export function deliveryResult(course: Course, command: CommandOf<'deliveryResult'>): undefined {
  const { delivery, contact, level, means, result, why } = command;
  const carried = { delivery, contact, means, result, ...given({ level, why }) };
  record(course, { type: 'DeliveryRecorded', ...base(command), ...carried });
}

/** By what somebody cannot be told any more, or can be again; no clock hears it. */
export function noteMeans(course: Course, command: CommandOf<'noteMeans'>): undefined {
  const { contact, means, lost } = command;
  record(course, { type: lost ? 'MeansLost' : 'MeansRegained', ...base(command), contact, means });
}

/** A level is told no more of what it was asked; the contract's clocks run on. */
export function endReaching(course: Course, command: CommandOf<'endReaching'>): undefined {
  record(course, { type: 'ReachingEnded', ...base(command), level: command.level });
}
