import { describe, expect, test } from 'vitest';
import { asInstant } from '../instant.ts';
import { decideReport, type FoundProof, type ReportCommand } from './decide.ts';
import type { ReportAnswer } from './event.ts';
import { noReport, type ReportState, reportDeadlines } from './state.ts';

const START = asInstant(1_000_000);
const HOUR = 3_600_000;
const hours = (count: number) => asInstant(START + count * HOUR);
const DUE = hours(8);

const subject = { seat: 'ana', person: 'ana', levels: [1], means: 'mobile' } as const;
const base = (count: number, by = 'petra') =>
  ({ at: hours(count), occurredAt: hours(count), actor: 'contractor', by }) as const;
const report = (count = 0, text = 'Nobody answers'): ReportCommand => ({
  ...{ type: 'report', ...base(count, 'ladder'), subject, wrong: 'noAnswer', from: 'public', text },
  ...{ dueAt: DUE, isContactAsked: true },
});
const nothing: FoundProof = { changes: [], holder: 'ana', confirmedAt: undefined };
const answer = (what: ReportAnswer, found: Partial<FoundProof> = {}, text?: string): ReportCommand => ({
  ...{ type: 'answer', ...base(2), answer: what, text, found: { ...nothing, ...found } },
});

function reportAfter(...commands: readonly ReportCommand[]): ReportState {
  return commands.reduce<ReportState>((state, command) => {
    const decision = decideReport(state, command);
    if (!decision.accepted) throw new Error(decision.refusal.code);
    return decision.state;
  }, noReport);
}

const no = (state: ReportState, command: ReportCommand): string | undefined => {
  const decision = decideReport(state, command);
  return decision.accepted ? undefined : decision.refusal.code;
};

describe('a report', () => {
  test('of the same joins the entry that is there, and moves no clock', () => {
    const twice = reportAfter(report(), { ...report(1), wrong: 'left' } as ReportCommand);
    expect(twice).toMatchObject({ count: 2, wrongs: { noAnswer: 1, left: 1 }, dueAt: DUE, status: 'open' });
    expect(reportDeadlines(twice)).toEqual({ overdue: DUE });
  });
  test('is counted after the twentieth, and its words are not kept', () => {
    const many = reportAfter(...Array.from({ length: 20 }, () => report()));
    const decision = decideReport(many, report());
    expect(decision).toMatchObject({ accepted: true, state: { count: 21 } });
    expect(decision.accepted && 'text' in decision.events[0]!).toBe(false);
  });
  test('is overdue once, at its instant', () => {
    const open = reportAfter(report());
    const due = { type: 'deadlineDue', ...base(9, 'ladder') } as const;
    expect(decideReport(open, { ...due, at: hours(7.9), occurredAt: hours(7.9) })).toMatchObject({
      events: [],
    });
    const late = decideReport(open, due);
    expect(late).toMatchObject({ events: [{ type: 'ReportOverdue', dueAt: DUE, latenessMs: HOUR }] });
    const overdue = reportAfter(report(), due);
    expect(overdue).toMatchObject({ status: 'overdue' });
    expect(reportDeadlines(overdue)).toEqual({});
    expect(decideReport(overdue, due)).toMatchObject({ events: [] });
  });
});

describe('an answer', () => {
  test.each([
    ['corrected by nothing', answer('corrected'), 'contact-report-not-corrected'],
    ['corrected by a change', answer('corrected', { changes: [4, 3] }), undefined],
    ['corrected by another in the seat', answer('corrected', { holder: 'bo' }), undefined],
    ['right with no word of the contact', answer('confirmedRight'), 'contact-report-not-confirmed'],
    [
      'right by a word from before',
      answer('confirmedRight', { confirmedAt: START }),
      'contact-report-not-confirmed',
    ],
    ['right by a word since', answer('confirmedRight', { confirmedAt: hours(1) }), undefined],
    ['nothing to it without a reason', answer('unfounded'), 'contact-report-reason-missing'],
    ['nothing to it', answer('unfounded', {}, 'I rang, and Ana answered'), undefined],
    [
      'of oneself',
      { ...answer('unfounded', {}, 'I am there'), by: 'ana' } as ReportCommand,
      'contact-report-own',
    ],
  ])('%s', (_title, command, code) => {
    expect(no(reportAfter(report()), command)).toBe(code);
  });
  test('is given once, and what comes later is another report', () => {
    const answered = reportAfter(report(), answer('unfounded', {}, 'I rang'));
    expect(answered).toMatchObject({ status: 'answered', answered: { answer: 'unfounded' } });
    expect(reportDeadlines(answered)).toEqual({});
    expect(no(answered, answer('unfounded', {}, 'again'))).toBe('contact-report-answered');
    expect(no(answered, report(3))).toBe('contact-report-answered');
  });
  test('names the change that corrected it, or who fills the seat now', () => {
    expect(reportAfter(report(), answer('corrected', { changes: [4, 3] }))).toMatchObject({
      answered: { answer: 'corrected', change: 4 },
    });
    expect(reportAfter(report(), answer('corrected', { holder: 'bo', changes: [4] }))).toMatchObject({
      answered: { holder: 'bo' },
    });
  });
});
