import type { Instant } from '../instant.ts';
import type { DrillEvent, DrillEventOf, DrillEvery, SkippedBecause } from './event.ts';

/** Somebody who was asked, and after how long they answered; nothing where they have not. */
interface Asked {
  readonly person: string;
  readonly afterMs?: number | undefined;
}

/** A level reached for practice: planned, begun, and what came of it. */
export interface LiveDrill {
  readonly status: 'planned' | 'running' | 'ended' | 'stopped' | 'skipped';
  readonly level: number;
  readonly startAt: Instant;
  readonly answerWithinMs: number;
  readonly every: DrillEvery | undefined;
  readonly anchorAt: Instant;
  readonly plannedBy: string;
  readonly begunAt: Instant | undefined;
  readonly endAt: Instant | undefined;
  readonly people: readonly Asked[];
  readonly skipped: SkippedBecause | undefined;
  readonly lastAt: Instant;
}

export type DrillState = { readonly status: 'none' } | LiveDrill;

export const noDrill: DrillState = { status: 'none' };

/** The drill after one more event. */
export function evolveDrill(state: DrillState, event: DrillEvent): DrillState {
  if (event.type === 'DrillPlanned') return planned(event);
  if (state.status === 'none') return noDrill;
  const lastAt = event.at;
  switch (event.type) {
    case 'DrillBegun': {
      const { people, at: begunAt, endAt } = event;
      return {
        ...state,
        ...{ status: 'running', begunAt, endAt, lastAt, people: people.map((person) => ({ person })) },
      };
    }
    case 'DrillAnswered': {
      const { by, afterMs } = event;
      const people = state.people.map((one) => (one.person === by ? { ...one, afterMs } : one));
      return { ...state, people, lastAt };
    }
    case 'DrillEnded':
      return { ...state, status: 'ended', lastAt };
    case 'DrillSkipped':
      return { ...state, status: 'skipped', skipped: event.because, lastAt };
    case 'DrillStopped':
      return { ...state, status: 'stopped', lastAt };
    case 'NoticeFailed':
      return { ...state, lastAt };
  }
}

function planned({
  at,
  by,
  level,
  startAt,
  answerWithinMs,
  every,
  anchorAt,
}: DrillEventOf<'DrillPlanned'>): LiveDrill {
  return {
    ...{ status: 'planned', level, startAt, answerWithinMs, every, anchorAt, plannedBy: by },
    ...{ begunAt: undefined, endAt: undefined, people: [], skipped: undefined, lastAt: at },
  };
}

/** What is to happen to it by itself, by name: it begins, and it ends. */
export function drillDeadlines(state: DrillState): Readonly<Record<string, Instant>> {
  if (state.status === 'planned') return { begin: state.startAt };
  return state.status === 'running' && state.endAt !== undefined ? { end: state.endAt } : {};
}

/** What a drill came to. */
export interface DrillFigures {
  readonly asked: number;
  readonly answered: number;
  /** Whole percents of those asked, rounded down; undefined where nobody was. */
  readonly percent: number | undefined;
  /** Half of those who answered were as fast; of an even number the faster of the two in the middle. */
  readonly medianMs: number | undefined;
}

/** Who answered of those that were asked, and how fast. */
export function drillFigures({ people }: Pick<LiveDrill, 'people'>): DrillFigures {
  const times = people.flatMap(({ afterMs }) => afterMs ?? []).sort((a, b) => a - b);
  const [asked, answered] = [people.length, times.length];
  return {
    ...{ asked, answered, medianMs: times[Math.floor((answered - 1) / 2)] },
    percent: asked === 0 ? undefined : Math.floor((answered * 100) / asked),
  };
}
