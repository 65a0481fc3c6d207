import { entryOf } from '../../entry-of.ts';
import type { CommandOf } from '../command.ts';
import type { Course } from '../course.ts';
import { base, given, record } from '../course.ts';
import { contactsOf } from '../move.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { statedProblem } from './stated.ts';

/** The customer brings a problem: its clocks start, and the first level of the track is asked at once. */
export function open(course: Course, command: CommandOf<'open'>): CaseRefusal | undefined {
  const { revision, caseId, customer, statedAt, automatic, reporter, text } = command;
  const track = entryOf(revision.tracks, command.track);
  const first = track?.steps[0];
  if (!first) {
    return refusal('case-track-unknown', { track: command.track, tracks: Object.keys(revision.tracks) });
  }
  const problem = statedProblem(command, undefined);
  if (problem) return problem;
  const directory = command.directory ?? {};
  const { references = [], practice = false } = command;
  const by = base(command);
  const opened = { caseId, revision, track: track.id, customer, directory, references, practice };
  const contacts = contactsOf({ revision, directory }, first.level, command.at);
  record(
    course,
    { type: 'CaseOpened', ...by, ...opened, ...given({ statedAt, automatic, reporter, text }) },
    { type: 'LevelContacted', ...by, level: first.level, contacts },
  );
  return undefined;
}
