import { contactsOf } from '../../../core/case/move.ts';
import type { OpenState } from '../../../core/case/state.ts';
import type { ReportedTimes } from '../../../core/contact-report/state.ts';
import type { Instant } from '../../../core/instant.ts';
import type { Face, Faces } from '../../ports/reading.ts';
import { sharers } from '../sharing-view.ts';

/** Somebody to reach, as far as the reader may know. */
export interface Reachable {
  /** Undefined where nobody fills the seat, or who does has been erased. */
  readonly name: string | undefined;
  readonly title: string;
  readonly office: string | undefined;
  readonly mobile: string | undefined;
  readonly email: string | undefined;
  /** Whether there are numbers which the plan shows to the parties alone. */
  readonly isHidden: boolean;
  /** What is reported as wrong of them and being checked. */
  readonly reported: ReportedTimes;
}

/** Somebody of a level, by the seat of the plan or the person that a command would name. */
export interface LevelPerson extends Reachable {
  readonly contact: string;
}

/** Whom to reach at one level, first choice first. */
export interface LevelPeople {
  readonly level: number;
  readonly title: string;
  readonly reach: readonly LevelPerson[];
  /** Who is reached where none of them can be. */
  readonly otherwise: readonly LevelPerson[];
}

/** Seats and people that a case may have to name, beside those of its events. */
export function namedIn(open: OpenState) {
  const { revision, directory, reporter, owner, track, contacted } = open;
  const levels = track.steps.map(({ level }) => revision.levels[level - 1]);
  const seats = levels.flatMap((level) => (level ? [...level.reach, ...level.otherwise] : []));
  const chosen = contacted.flatMap(({ contacts }) => contacts);
  const own = Object.keys(revision.seats);
  return {
    seats: [...seats, ...own, ...chosen, owner ?? ''],
    people: [reporter, ...Object.values(directory), ...chosen, owner ?? '', ...sharers(open)],
  };
}

/** Who is reached at each level of the track now. */
export function levelPeople(
  open: OpenState,
  faces: Faces,
  { isInside, now }: { readonly isInside: boolean; readonly now: Instant },
): readonly LevelPeople[] {
  const { revision, track } = open;
  return track.steps.map(({ level }) => {
    const reach = contactsOf(open, level, now);
    const rest = (revision.levels[level - 1]?.otherwise ?? []).filter((seat) => !reach.includes(seat));
    const shown = (id: string): LevelPerson => reachable(open, faces, id, isInside);
    const title = revision.levels[level - 1]?.title ?? '';
    return { level, title, reach: reach.map(shown), otherwise: rest.map(shown) };
  });
}

function reachable({ revision }: OpenState, faces: Faces, id: string, isInside: boolean): LevelPerson {
  const seat = revision.seats[id];
  const face = seat ? faces.seats.get(id) : faces.people.get(id);
  return { contact: id, ...faceOf(face, seat?.title ?? face?.title ?? '', isInside) };
}

/** A person's card; numbers for the parties alone are left out for a customer. */
export function faceOf(face: Face | undefined, title: string, isInside: boolean): Reachable {
  const { name, office, mobile, email, reported = {} } = face ?? {};
  const isHidden = !isInside && face?.shown === 'parties';
  const numbers = isHidden ? {} : { office, mobile, email };
  const none = { office: undefined, mobile: undefined, email: undefined };
  return { name, title, ...none, ...numbers, isHidden, reported };
}
