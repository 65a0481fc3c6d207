import { entryOf } from '../../entry-of.ts';
import type { Revision } from '../../plan/revision/revision.ts';
import type { CommandOf } from '../command.ts';
import type { Course } from '../course.ts';
import { base, given, openState, record } from '../course.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { OpenState } from '../state.ts';
import { highestLevel, isContact } from '../state.ts';

/** Another track's rules apply from the same starts. */
export function changeTrack(
  course: Course,
  command: CommandOf<'changeTrack' | 'proposeTrack'>,
): CaseRefusal | undefined {
  const { revision, track } = openState(course);
  const { track: wanted, text } = command;
  if (!entryOf(revision.tracks, wanted)) {
    return refusal('case-track-unknown', { track: wanted, tracks: Object.keys(revision.tracks) });
  }
  if (wanted === track.id) return refusal('case-track-unchanged', { track: wanted });
  const said = { ...base(command), track: wanted, ...given({ text }) };
  if (command.type === 'proposeTrack') record(course, { type: 'TrackProposed', ...said });
  else record(course, { type: 'TrackChanged', from: track.id, ...said });
  return undefined;
}

/** A later revision's rules apply from the same starts, where it still has the track and the levels reached. */
export function moveToRevision(
  course: Course,
  command: CommandOf<'moveToRevision'>,
): CaseRefusal | undefined {
  const { revision, text } = command;
  const no = unfit(openState(course), revision);
  if (no) return no;
  record(course, { type: 'MovedToRevision', ...base(command), revision, ...given({ text }) });
  return undefined;
}

/** The contractor thinks a later revision should apply; customer or oversight decide. */
export function proposeRevision(
  course: Course,
  command: CommandOf<'proposeRevision'>,
): CaseRefusal | undefined {
  const { revision } = command;
  const no = unfit(openState(course), revision);
  if (no) return no;
  record(course, { type: 'RevisionProposed', ...base(command), revision });
  return undefined;
}

function unfit(state: OpenState, revision: Revision): CaseRefusal | undefined {
  const { contract, number } = state.revision;
  if (revision.contract !== contract) {
    return refusal('case-revision-other-contract', { contract: revision.contract, expected: contract });
  }
  if (revision.number === number) return refusal('case-revision-unchanged', { number });
  const contacted = highestLevel(state);
  if (revision.levels.length < contacted) {
    return refusal('case-revision-too-few-levels', { levels: revision.levels.length, contacted });
  }
  const { id } = state.track;
  return entryOf(revision.tracks, id) ? undefined : refusal('case-revision-without-track', { track: id });
}

/** The contractor gives the case to one of the plan's seats or to somebody who has been contacted. */
export function handOver(course: Course, command: CommandOf<'handOver'>): CaseRefusal | undefined {
  const { to, text } = command;
  if (!isContact(openState(course), to)) return refusal('case-contact-unknown', { contact: to });
  record(course, { type: 'HandedOver', ...base(command), to, ...given({ text }) });
  return undefined;
}
