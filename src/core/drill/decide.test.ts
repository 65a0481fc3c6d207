import { describe, expect, test } from 'vitest';
import { asInstant, type Instant } from '../instant.ts';
import { type DrillCommand, type DrillFacts, decideDrill } from './decide.ts';
import type { OtherDrill } from './limits.ts';
import { nextStart } from './next-start.ts';
import { type DrillState, drillDeadlines, drillFigures, type LiveDrill, noDrill } from './state.ts';

const START = asInstant(Date.UTC(2026, 10, 20, 17));
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const plus = (ms: number): Instant => asInstant(START + ms);

const facts = (changes: Partial<DrillFacts> = {}): DrillFacts => ({
  levels: [1, 2, 3],
  people: ['ana', 'bo', 'cy'],
  others: [],
  ...changes,
});
const base = (ms: number, by = 'petra') =>
  ({ at: plus(ms), occurredAt: plus(ms), actor: 'contractor', by }) as const;
type Planning = Partial<Omit<Extract<DrillCommand, { type: 'plan' }>, 'facts'>>;
const plan = (known = facts(), changes: Planning = {}): DrillCommand => ({
  ...{ type: 'plan', ...base(0), level: 2, startAt: undefined, answerWithinMs: HOUR, facts: known },
  ...changes,
});
const answer = (by: string, ms: number): DrillCommand => ({ type: 'answer', ...base(ms, by) });
const due = (ms: number, known?: DrillFacts): DrillCommand => ({
  ...{ type: 'deadlineDue', ...base(ms, 'ladder') },
  ...(known && { facts: known }),
});
const stop = (ms: number): DrillCommand => ({ type: 'stop', ...base(ms) });
const other = (changes: Partial<OtherDrill> = {}): OtherDrill => ({
  ...{ level: 1, status: 'planned', startAt: plus(0), endAt: plus(HOUR) },
  ...changes,
});

function drillAfter(...commands: readonly DrillCommand[]): LiveDrill {
  const state = commands.reduce<DrillState>((before, command) => {
    const decision = decideDrill(before, command);
    if (!decision.accepted) throw new Error(decision.refusal.code);
    return decision.state;
  }, noDrill);
  if (state.status === 'none') throw new Error('none');
  return state;
}
const no = (state: DrillState, command: DrillCommand): string | undefined => {
  const decision = decideDrill(state, command);
  return decision.accepted ? undefined : decision.refusal.code;
};
const types = (state: DrillState, command: DrillCommand): readonly string[] => {
  const decision = decideDrill(state, command);
  return decision.accepted ? decision.events.map(({ type }) => type) : [];
};

describe('a drill that is held now', () => {
  test('asks whom the level reaches, and ends when its time is up', () => {
    const running = drillAfter(plan());
    expect(running).toMatchObject({ status: 'running', begunAt: START, endAt: plus(HOUR) });
    expect(running.people.map(({ person }) => person)).toEqual(['ana', 'bo', 'cy']);
    expect(drillDeadlines(running)).toEqual({ end: plus(HOUR) });
    expect(types(running, due(HOUR - 1))).toEqual([]);
    const over = drillAfter(plan(), answer('bo', 2 * MINUTE), due(HOUR + 5));
    expect(over.status).toBe('ended');
    expect(drillDeadlines(over)).toEqual({});
    expect(drillFigures(over)).toEqual({ asked: 3, answered: 1, percent: 33, medianMs: 2 * MINUTE });
  });
  test('ends when everybody has answered', () => {
    const two = drillAfter(plan(), answer('bo', MINUTE), answer('ana', 2 * MINUTE));
    expect(types(two, answer('cy', 9 * MINUTE))).toEqual(['DrillAnswered', 'DrillEnded']);
    const over = drillAfter(
      plan(),
      answer('bo', MINUTE),
      answer('ana', 2 * MINUTE),
      answer('cy', 9 * MINUTE),
    );
    expect(drillFigures(over)).toEqual({ asked: 3, answered: 3, percent: 100, medianMs: 2 * MINUTE });
  });
  test('takes an answer once, of those who were asked, until its end and not at it', () => {
    const running = drillAfter(plan(), answer('bo', MINUTE));
    expect(types(running, answer('bo', 2 * MINUTE))).toEqual([]);
    expect(no(running, answer('dee', MINUTE))).toBe('drill-not-asked');
    expect(no(running, answer('ana', HOUR - 1))).toBeUndefined();
    expect(no(running, answer('ana', HOUR))).toBe('drill-over');
  });
  test('called off counts no answers any more', () => {
    const stopped = drillAfter(plan(), stop(MINUTE));
    expect([stopped.status, drillDeadlines(stopped)]).toEqual(['stopped', {}]);
    expect(no(stopped, answer('ana', 2 * MINUTE))).toBe('drill-over');
    expect(no(stopped, stop(2 * MINUTE))).toBe('drill-over');
  });
});

describe('a drill cannot pester', () => {
  test.each<[string, DrillFacts, Planning, string | undefined]>([
    ['a level that is not there', facts(), { level: 4 }, 'drill-level-unknown'],
    ['no plan in force', facts({ levels: [] }), {}, 'drill-level-unknown'],
    ['a time nobody is offered', facts(), { answerWithinMs: 1 }, 'drill-time-unknown'],
    ['in the past', facts(), { startAt: plus(-1) }, 'drill-start-past'],
    ['401 days ahead', facts(), { startAt: plus(401 * DAY) }, 'drill-start-far'],
    ['a level that reaches nobody', facts({ people: [] }), {}, 'drill-nobody'],
    ['planned, of a level that reaches nobody now', facts({ people: [] }), { startAt: plus(DAY) }, undefined],
    ['beside one that runs', facts({ others: [other({ status: 'running' })] }), {}, 'drill-another'],
    [
      'until another begins',
      facts({ others: [other({ startAt: plus(HOUR), endAt: plus(2 * HOUR) })] }),
      {},
      undefined,
    ],
    [
      'a millisecond into another',
      facts({ others: [other({ startAt: plus(HOUR - 1), endAt: plus(2 * HOUR) })] }),
      {},
      'drill-another',
    ],
    [
      'less than seven days after one of its level',
      facts({
        others: [other({ level: 2, status: 'begun', startAt: plus(1 - 7 * DAY), endAt: plus(-DAY) })],
      }),
      {},
      'drill-too-soon',
    ],
    [
      'seven days after it',
      facts({ others: [other({ level: 2, status: 'begun', startAt: plus(-7 * DAY), endAt: plus(-DAY) })] }),
      {},
      undefined,
    ],
    [
      'less than seven days before one that is planned',
      facts({ others: [other({ level: 2, startAt: plus(3 * DAY), endAt: plus(4 * DAY) })] }),
      {},
      'drill-too-soon',
    ],
    [
      'where twenty are planned',
      facts({
        others: Array.from({ length: 20 }, (_, index) =>
          other({ startAt: plus((index + 2) * 8 * DAY), endAt: plus((index + 2) * 8 * DAY + HOUR) }),
        ),
      }),
      {},
      'drill-too-many',
    ],
    [
      'of more people than one asks',
      facts({ people: Array.from({ length: 501 }, (_, index) => `p${index}`) }),
      {},
      'drill-too-large',
    ],
  ])('%s', (_title, known, changes, code) => {
    expect(no(noDrill, plan(known, changes))).toBe(code);
  });
});

describe('a planned drill', () => {
  const planned = () => drillAfter(plan(facts(), { startAt: plus(DAY), every: 'month' }));
  test('begins at its instant, and gives its time from when it really did', () => {
    expect(drillDeadlines(planned())).toEqual({ begin: plus(DAY) });
    expect(types(planned(), due(DAY - 1, facts()))).toEqual([]);
    const decision = decideDrill(planned(), due(DAY + MINUTE, facts({ people: ['bo'] })));
    expect(decision).toMatchObject({
      events: [{ type: 'DrillBegun', people: ['bo'], dueAt: plus(DAY), latenessMs: MINUTE }],
      state: { endAt: plus(DAY + MINUTE + HOUR) },
    });
  });
  test.each<[string, DrillFacts]>([
    ['another', facts({ others: [other({ status: 'running' })] })],
    ['tooSoon', facts({ others: [other({ level: 2, status: 'begun', startAt: plus(0) })] })],
    ['nobody', facts({ people: [] })],
    ['tooLarge', facts({ people: Array.from({ length: 501 }, (_, index) => `p${index}`) })],
  ])('is skipped where it may not begin: %s', (because, known) => {
    expect(decideDrill(planned(), due(DAY, known))).toMatchObject({
      events: [{ type: 'DrillSkipped', because }],
      state: { status: 'skipped' },
    });
  });
  test('is not kept from beginning by others that are only planned', () => {
    expect(types(planned(), due(DAY, facts({ others: [other({ level: 2 })] })))).toEqual(['DrillBegun']);
  });
});

test.each<['month' | 'quarter', string, string, string]>([
  ['month', '2026-01-31T09:30', '2026-01-31T09:30', '2026-02-28T09:30'],
  ['month', '2026-01-31T09:30', '2026-02-28T09:30', '2026-03-31T09:30'],
  ['quarter', '2026-11-30T09:30', '2026-11-30T09:30', '2027-02-28T09:30'],
  ['quarter', '2026-11-30T09:30', '2027-08-01T00:00', '2027-08-30T09:30'],
  ['month', '2026-10-08T02:30', '2027-02-08T02:30', '2027-03-08T02:30'],
])('every %s from %s, after %s it is %s', (every, anchor, last, next) => {
  const zone = 'America/Los_Angeles';
  const at = (local: string): Instant =>
    asInstant(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
  expect(nextStart({ anchorAt: at(anchor), every }, zone, at(last))).toBe(at(next));
});
