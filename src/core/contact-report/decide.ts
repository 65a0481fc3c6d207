import type { EventBase } from '../case/event.ts';
import type { Instant } from '../instant.ts';
import type { ReportAnswer, ReportEvent, ReportEventOf, ReportEventType } from './event.ts';
import { evolveReport, type LiveReport, type ReportState } from './state.ts';

/** What shows that something was done about a report: found out beside it, for the core looks nothing up. */
export interface FoundProof {
  /** Changes of what was reported that were used since, the newest first. */
  readonly changes: readonly number[];
  /** Who fills the seat today. */
  readonly holder: string | undefined;
  /** When what was reported was last confirmed. */
  readonly confirmedAt: Instant | undefined;
}

type Payload<T extends ReportEventType> = Omit<ReportEventOf<T>, keyof EventBase | 'type'>;

interface Payloads {
  report: Payload<'ContactReported'>;
  answer: { readonly answer: ReportAnswer; readonly text?: string | undefined; readonly found: FoundProof };
  deadlineDue: Record<never, never>;
  noticeFailed: { readonly whom: string; readonly delivery: string };
}

export type ReportCommand = {
  [T in keyof Payloads]: { readonly type: T } & EventBase & Payloads[T];
}[keyof Payloads];

/** Every no about a report, with the values its sentence names. */
export interface ReportRefusals {
  'contact-report-unknown': Record<never, never>;
  'contact-report-answered': Record<never, never>;
  'contact-report-not-corrected': Record<never, never>;
  'contact-report-not-confirmed': Record<never, never>;
  'contact-report-reason-missing': Record<never, never>;
  'contact-report-own': Record<never, never>;
}

export type ReportRefusal = { readonly code: keyof ReportRefusals };

type ReportDecision =
  | { readonly accepted: true; readonly events: readonly ReportEvent[]; readonly state: ReportState }
  | { readonly accepted: false; readonly refusal: ReportRefusal };

/** Words are kept of so many reports of one thing; the others are counted. */
const SAID_MAX = 20;

/**
 * What a command makes of a report. First it becomes overdue, where it is by then; then it is decided.
 *
 * The same of the same contact joins the entry that is there. What came of it is said once, and holds only with its
 * proof: *corrected* by a change that was used since or somebody else in the seat, *right* by a confirmation since;
 * *nothing to it* needs a reason. Nobody answers what was reported of themselves.
 */
export function decideReport(state: ReportState, command: ReportCommand): ReportDecision {
  const due = overdue(state, command);
  const now = due.reduce(evolveReport, state);
  const told = decided(now, command);
  if ('code' in told) return { accepted: false, refusal: told };
  const events = [...due, ...told];
  return { accepted: true, events, state: events.reduce(evolveReport, state) };
}

function overdue(state: ReportState, { at, occurredAt }: ReportCommand): readonly ReportEvent[] {
  if (state.status !== 'open' || state.dueAt > occurredAt) return [];
  const { dueAt } = state;
  const base = { at, occurredAt: dueAt, actor: 'contractor', by: 'ladder' } as const;
  return [{ type: 'ReportOverdue', ...base, dueAt, latenessMs: at - dueAt }];
}

function decided(state: ReportState, command: ReportCommand): readonly ReportEvent[] | ReportRefusal {
  const { at, occurredAt, actor, by, over } = command;
  const base = { at, occurredAt, actor, by, ...(over !== undefined && { over }) };
  switch (command.type) {
    case 'report':
      return report(state, command, base);
    case 'answer':
      return answer(state, command, base);
    case 'deadlineDue':
      return [];
    case 'noticeFailed': {
      const { whom, delivery } = command;
      return state.status === 'none' ? [] : [{ type: 'NoticeFailed', ...base, whom, delivery }];
    }
  }
}

type Of<T extends ReportCommand['type']> = Extract<ReportCommand, { type: T }>;

function report(
  state: ReportState,
  command: Of<'report'>,
  base: EventBase,
): readonly ReportEvent[] | ReportRefusal {
  const { wrong, from, reporter, text, subject, dueAt, isContactAsked } = command;
  const isSaid = text !== undefined && (state.status === 'none' || state.count < SAID_MAX);
  const said = { wrong, from, ...(reporter !== undefined && { reporter }), ...(isSaid && { text }) };
  if (state.status === 'none')
    return [{ type: 'ContactReported', ...base, ...said, subject, dueAt, isContactAsked }];
  if (state.status === 'answered') return { code: 'contact-report-answered' };
  return [{ type: 'ContactReportedAgain', ...base, ...said }];
}

function answer(
  state: ReportState,
  { answer: what, text, found, by }: Of<'answer'>,
  base: EventBase,
): readonly ReportEvent[] | ReportRefusal {
  if (state.status === 'none') return { code: 'contact-report-unknown' };
  if (state.status === 'answered') return { code: 'contact-report-answered' };
  if (by === state.subject.person) return { code: 'contact-report-own' };
  const typed = text === undefined || text === '' ? {} : { text };
  const said = { type: 'ReportAnswered', ...base, answer: what, ...typed } as const;
  switch (what) {
    case 'corrected': {
      const proof = correction(state, found);
      return proof ? [{ ...said, ...proof }] : { code: 'contact-report-not-corrected' };
    }
    case 'confirmedRight': {
      const { confirmedAt } = found;
      if (confirmedAt === undefined || confirmedAt <= state.reportedAt)
        return { code: 'contact-report-not-confirmed' };
      return [{ ...said, confirmedAt }];
    }
    case 'unfounded':
      return 'text' in said ? [said] : { code: 'contact-report-reason-missing' };
  }
}

/** Somebody else in the seat counts before a change: whom it was reported of is not reached there any more. */
function correction(
  { subject }: LiveReport,
  { holder, changes }: FoundProof,
): { readonly holder: string } | { readonly change: number } | undefined {
  if (holder !== undefined && holder !== subject.person) return { holder };
  const [change] = changes;
  return change === undefined ? undefined : { change };
}

/** What may be said of a report with what is found. */
export function answersFor(state: LiveReport, found: FoundProof): readonly ReportAnswer[] {
  const isConfirmed = found.confirmedAt !== undefined && found.confirmedAt > state.reportedAt;
  return [
    ...(correction(state, found) ? (['corrected'] as const) : []),
    ...(isConfirmed ? (['confirmedRight'] as const) : []),
    'unfounded',
  ];
}
