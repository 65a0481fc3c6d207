import type { Instant } from '../instant.ts';
import {
  REPORTED_MEANS,
  type ReportAnswer,
  type ReportEvent,
  type ReportEventOf,
  type ReportedMeans,
  type ReportProof,
  type ReportSubject,
  type Wrong,
} from './event.ts';

/** A report of a wrong contact that was made. */
export interface LiveReport {
  readonly status: 'open' | 'overdue' | 'answered';
  readonly subject: ReportSubject;
  readonly reportedAt: Instant;
  readonly dueAt: Instant;
  /** How often it was reported, and as what. */
  readonly count: number;
  readonly wrongs: Readonly<Partial<Record<Wrong, number>>>;
  readonly isContactAsked: boolean;
  readonly answered: ({ readonly at: Instant; readonly answer: ReportAnswer } & ReportProof) | undefined;
  readonly lastAt: Instant;
}

export type ReportState = { readonly status: 'none' } | LiveReport;

export const noReport: ReportState = { status: 'none' };

/** The report after one more event. */
export function evolveReport(state: ReportState, event: ReportEvent): ReportState {
  if (event.type === 'ContactReported') return reported(event);
  if (state.status === 'none') return noReport;
  const lastAt = event.at;
  switch (event.type) {
    case 'ContactReportedAgain': {
      const { wrong } = event;
      const wrongs = { ...state.wrongs, [wrong]: (state.wrongs[wrong] ?? 0) + 1 };
      return { ...state, wrongs, count: state.count + 1, lastAt };
    }
    case 'ReportOverdue':
      return { ...state, status: 'overdue', lastAt };
    case 'ReportAnswered': {
      const { at, answer, change, holder, confirmedAt } = event;
      const proof = {
        ...(change !== undefined && { change }),
        ...(holder !== undefined && { holder }),
        ...(confirmedAt !== undefined && { confirmedAt }),
      };
      return { ...state, status: 'answered', answered: { at, answer, ...proof }, lastAt };
    }
    case 'NoticeFailed':
      return { ...state, lastAt };
  }
}

function reported({
  at,
  subject,
  wrong,
  dueAt,
  isContactAsked,
}: ReportEventOf<'ContactReported'>): LiveReport {
  return {
    ...{ status: 'open', subject, reportedAt: at, dueAt, isContactAsked },
    ...{ count: 1, wrongs: { [wrong]: 1 }, answered: undefined, lastAt: at },
  };
}

/** What of a contact is reported as wrong and being checked: since when. */
export type ReportedTimes = Readonly<Partial<Record<ReportedMeans, Instant>>>;

/** The same in the order in which it is said. */
export const reportedOf = (
  times: ReportedTimes,
): readonly { readonly means: ReportedMeans; readonly at: Instant }[] =>
  REPORTED_MEANS.flatMap((means) => {
    const at = times[means];
    return at === undefined ? [] : [{ means, at }];
  });

/** What is to happen to it by itself, by name: it is overdue once. */
export const reportDeadlines = (state: ReportState): Readonly<Record<string, Instant>> =>
  state.status === 'open' ? { overdue: state.dueAt } : {};
