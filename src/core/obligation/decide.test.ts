import { describe, expect, test } from 'vitest';
import { decideOn, liveAfter, on, report, undertaken } from '../../../test/obligation/build.ts';
import { dueAtOf, obligationDeadlines } from './deadlines.ts';
import { partiesToMove, standingAt, wasInTime } from './standing.ts';
import { noObligation, type ObligationState } from './state.ts';

const deliver = { type: 'deliver', text: 'Here it is', links: ['https://portal.example/report'] } as const;
const sendBack = { type: 'sendBack', text: 'December is missing' } as const;

const typesOf = (state: ObligationState, said: Parameters<typeof decideOn>[1], at: ReturnType<typeof on>) => {
  const decision = decideOn(state, said, at);
  return decision.accepted ? decision.events.map(({ type }) => type) : decision.refusal;
};

describe('clocks', () => {
  test('its owner is reminded 30, 7 and 1 days before and on the date, and it is late when the date has ended', () => {
    const kinds = obligationDeadlines(liveAfter(undertaken())).map((one) => [
      one.kind === 'reminder' ? one.daysBefore : one.kind,
      one.dueAt,
    ]);
    expect(kinds).toEqual([
      [30, on('2026-12-16', '09:00')],
      [7, on('2027-01-08', '09:00')],
      [1, on('2027-01-14', '09:00')],
      [0, on('2027-01-15', '09:00')],
      ['late', on('2027-01-16', '00:00')],
    ]);
  });
  test('reminders before it was undertaken are not made up for', () => {
    const [first] = obligationDeadlines(liveAfter(undertaken(report, on('2027-01-10'))));
    expect(first).toMatchObject({ kind: 'reminder', daysBefore: 1 });
  });
  test('silence is an event: it becomes late, and each week it still is', () => {
    const state = liveAfter(undertaken(), [{ type: 'deadlineDue' }, on('2027-01-16', '00:00')]);
    expect(state.lateAt).toBe(dueAtOf(state));
    expect(obligationDeadlines(state)).toEqual([
      { kind: 'stillLate', weeks: 1, dueAt: on('2027-01-23', '09:00') },
    ]);
  });
  test('weeks on which nobody acted are told once, as the last of them', () => {
    const late = liveAfter(undertaken(), [{ type: 'deadlineDue' }, on('2027-01-16', '00:00')]);
    const decision = decideOn(late, { type: 'deadlineDue' }, on('2027-02-14'));
    expect(decision).toMatchObject({ events: [{ type: 'StillLate', weeks: 4 }] });
  });
  test('how late a machine was is said, and moves nothing', () => {
    const decision = decideOn(liveAfter(undertaken()), { type: 'deadlineDue' }, on('2026-12-16', '09:01'));
    expect(decision).toMatchObject({
      events: [{ type: 'DueReminded', daysBefore: 30, latenessMs: 60_000, dueAt: on('2026-12-16', '09:00') }],
    });
  });
  test('what is undertaken after its date is late at once, and nobody was slow', () => {
    const decision = decideOn(noObligation, undertaken()[0], on('2027-02-01'));
    expect(decision).toMatchObject({
      events: [{ type: 'ObligationUndertaken' }, { type: 'BecameLate', latenessMs: 0 }],
    });
  });
  test('whoever is to accept is reminded each week, and nobody of a settled one', () => {
    const delivered = liveAfter(undertaken(), [deliver, on('2027-01-10')]);
    expect(obligationDeadlines(delivered)).toEqual([{ kind: 'awaited', weeks: 1, dueAt: on('2027-01-17') }]);
    expect(
      obligationDeadlines(
        liveAfter(undertaken(), [deliver, on('2027-01-10')], [{ type: 'accept' }, on('2027-01-11')]),
      ),
    ).toEqual([]);
  });
});

describe('delivering and accepting', () => {
  test('delivered, sent back with reasons, delivered again, accepted', () => {
    const state = liveAfter(
      undertaken(),
      [deliver, on('2027-01-10')],
      [sendBack, on('2027-01-11')],
      [deliver, on('2027-01-15', '23:59')],
      [{ type: 'accept' }, on('2027-01-20')],
    );
    expect(state).toMatchObject({ status: 'accepted', settledAt: on('2027-01-20') });
    expect(wasInTime(state)).toBe(true);
  });
  test('what was delivered in time and is sent back after its date is late at once', () => {
    const delivered = liveAfter(undertaken(), [deliver, on('2027-01-15')]);
    expect(standingAt(delivered, on('2027-01-20'))).toBe('delivered');
    expect(typesOf(delivered, sendBack, on('2027-01-20'))).toEqual(['SentBack', 'BecameLate']);
  });
  test('the day on which it was done may be stated, and not one that is still to come', () => {
    const late = liveAfter(undertaken(), [{ ...deliver, doneOn: '2027-01-14' }, on('2027-01-20')]);
    expect(wasInTime(late)).toBe(true);
    expect(wasInTime(liveAfter(undertaken(), [deliver, on('2027-01-20')]))).toBe(false);
    expect(
      typesOf(liveAfter(undertaken()), { ...deliver, doneOn: '2027-01-21' }, on('2027-01-20')),
    ).toMatchObject({
      code: 'obligation-done-ahead',
    });
  });
  test('what is added to a delivery belongs to it, and whoever added it does not accept it', () => {
    const state = liveAfter(
      undertaken(),
      [deliver, on('2027-01-10')],
      [{ ...deliver, by: 'ana' }, on('2027-01-12')],
    );
    expect(state.delivery).toMatchObject({ at: on('2027-01-10'), by: ['pm', 'ana'], doneOn: '2027-01-10' });
    expect(typesOf(state, { type: 'accept', by: 'ana' }, on('2027-01-13'))).toMatchObject({
      code: 'obligation-own-delivery',
    });
  });
  test.each([
    ['nothing to show', { type: 'deliver' }, 'obligation-evidence-missing'],
    ['another party', { ...deliver, actor: 'oversight' }, 'obligation-party-wrong'],
    [
      'a page without encryption',
      { ...deliver, links: ['http://portal.example/'] },
      'obligation-link-unsound',
    ],
    ['a script', { ...deliver, links: ['javascript:alert(1)'] }, 'obligation-link-unsound'],
    ['a password', { ...deliver, links: ['https://ana:pw@portal.example/'] }, 'obligation-link-unsound'],
    ['six links', { ...deliver, links: Array(6).fill('https://a.example/') }, 'obligation-links-too-many'],
    ['accepting nothing', { type: 'accept' }, 'obligation-not-delivered'],
    ['sending nothing back', sendBack, 'obligation-not-delivered'],
  ] as const)('refused: %s', (_title, said, code) => {
    expect(typesOf(liveAfter(undertaken()), said, on('2027-01-10'))).toMatchObject({ code });
  });
  test('without a reason nothing is sent back', () => {
    const state = liveAfter(undertaken(), [deliver, on('2027-01-10')]);
    expect(typesOf(state, { ...sendBack, text: ' ' }, on('2027-01-11'))).toMatchObject({
      code: 'obligation-reason-missing',
    });
  });
  test('what is settled stays so', () => {
    const state = liveAfter(
      undertaken(),
      [deliver, on('2027-01-10')],
      [{ type: 'accept' }, on('2027-01-11')],
    );
    for (const said of [deliver, sendBack, { type: 'accept' }] as const)
      expect(typesOf(state, said, on('2027-01-12'))).toMatchObject({ code: 'obligation-settled' });
  });
});

describe('renegotiating', () => {
  const propose = { type: 'propose', by: 'pm', text: 'The auditors are late' } as const;
  const toMarch = { ...propose, proposed: { what: 'date', dueOn: '2027-03-01' } } as const;
  const agree = { type: 'agree', by: 'cmo', actor: 'oversight', proposal: 1 } as const;
  const proposed = () => liveAfter(undertaken(), [toMarch, on('2027-01-10')]);

  test('both parties are recorded, and everything counts to the new date', () => {
    const state = liveAfter(undertaken(), [toMarch, on('2027-01-10')], [agree, on('2027-01-12')]);
    expect(state).toMatchObject({ dueOn: '2027-03-01', plannedOn: '2027-01-15', proposal: undefined });
    expect(obligationDeadlines(state)[0]).toMatchObject({ daysBefore: 30, dueAt: on('2027-01-30', '09:00') });
  });
  test('until it is agreed the old date holds', () => {
    expect(typesOf(proposed(), { type: 'deadlineDue' }, on('2027-01-16', '00:00'))).toContain('BecameLate');
    expect(partiesToMove(proposed())).toEqual(['contractor', 'oversight']);
  });
  test('what was late is no longer late once a later date is agreed', () => {
    const state = liveAfter(
      undertaken(),
      [{ type: 'deadlineDue' }, on('2027-01-16', '00:00')],
      [toMarch, on('2027-01-17')],
      [agree, on('2027-01-18')],
    );
    expect(standingAt(state, on('2027-01-18'))).toBe('ahead');
    expect(state.lateAt).toBeUndefined();
  });
  test('a waiver takes both parties too', () => {
    const waive = { ...propose, proposed: { what: 'waiver' } } as const;
    const state = liveAfter(undertaken(), [waive, on('2027-01-10')], [agree, on('2027-01-12')]);
    expect(state.status).toBe('waived');
  });
  test('it may be declined, withdrawn, and proposed anew', () => {
    const declined = liveAfter(
      undertaken(),
      [toMarch, on('2027-01-10')],
      [{ ...agree, type: 'decline' }, on('2027-01-11')],
    );
    expect(declined).toMatchObject({ dueOn: '2027-01-15', proposal: undefined });
    const again = decideOn(declined, toMarch, on('2027-01-12'));
    expect(again).toMatchObject({ events: [{ proposal: 2 }] });
    expect(
      typesOf(proposed(), { type: 'withdrawProposal', by: 'pm', proposal: 1 }, on('2027-01-11')),
    ).toEqual(['ChangeWithdrawn']);
  });
  test.each([
    ['its own proposal', { ...agree, actor: 'contractor', by: 'ana' }, 'obligation-proposal-own'],
    ['the proposer in another role', { ...agree, by: 'pm' }, 'obligation-proposal-own'],
    ['a proposal that was not made', { ...agree, proposal: 2 }, 'obligation-proposal-unknown'],
    ['a party it is none of', { ...agree, actor: 'customer' }, 'obligation-party-wrong'],
    ['withdrawing another’s', { ...agree, type: 'withdrawProposal' }, 'obligation-proposal-others'],
    ['a second one beside it', toMarch, 'obligation-proposal-standing'],
  ] as const)('refused: %s', (_title, said, code) => {
    expect(typesOf(proposed(), said, on('2027-01-11'))).toMatchObject({ code });
  });
  test.each([
    ['yesterday', '2027-01-09', 'obligation-date-past'],
    ['the same date', '2027-01-15', 'obligation-date-unchanged'],
    ['a slip of the pen', '2270-01-15', 'obligation-date-far'],
  ])('refused: %s', (_title, dueOn, code) => {
    const said = { ...propose, proposed: { what: 'date', dueOn } };
    expect(typesOf(liveAfter(undertaken()), said, on('2027-01-10'))).toMatchObject({ code });
  });
  test('a date that passed while nobody answered is not agreed any more', () => {
    expect(typesOf(proposed(), agree, on('2027-03-02'))).toMatchObject({ code: 'obligation-date-past' });
  });
});

describe('another revision', () => {
  const revise = (changes: object) =>
    ({ type: 'revise', revisionNumber: 2, occasion: { ...report, ...changes } }) as const;

  test('the same words and date are nothing new', () => {
    expect(typesOf(liveAfter(undertaken()), revise({}), on('2026-12-01'))).toEqual([]);
  });
  test('another date takes the place of one that was renegotiated', () => {
    expect(typesOf(liveAfter(undertaken()), revise({ dueOn: '2027-02-01' }), on('2026-12-01'))).toEqual([
      'ObligationRevised',
    ]);
  });
  test('what is dropped may come back', () => {
    const dropped = liveAfter(undertaken(), [{ type: 'drop', revisionNumber: 2 }, on('2026-12-01')]);
    expect(dropped.status).toBe('dropped');
    expect(typesOf(dropped, undertaken()[0], on('2026-12-02'))).toEqual(['ObligationUndertaken']);
  });
});
