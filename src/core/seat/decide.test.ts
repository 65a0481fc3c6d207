import { describe, expect, test } from 'vitest';
import { asInstant } from '../instant.ts';
import { decideFilling, type FillingCommand, HOLD_UP_MS } from './decide.ts';
import { type FillingState, fillingDeadlines, noFilling } from './state.ts';

const START = asInstant(1_000_000);
const HOUR = 3_600_000;
const at = (hours: number) => asInstant(START + hours * HOUR);
const [REMIND, DUE] = [at(100), at(200)];

const base = (hours: number, by = 'olga') =>
  ({ at: at(hours), occurredAt: at(hours), actor: 'oversight', by }) as const;
const filling = { seat: 'ana', holder: 'mina', before: 'ana', granted: ['contact'], withdrawn: ['contact'] };
const fill: FillingCommand = {
  ...{ type: 'fill', ...base(0, 'petra'), filling, remindAt: REMIND, dueAt: DUE, text: 'Ana has left' },
};
const agree = (hours = 1, by?: string): FillingCommand => ({ type: 'agree', ...base(hours, by) });
const refuse = (text?: string): FillingCommand => ({ type: 'refuse', ...base(1), text });
const holdUp = (hours = 1): FillingCommand => ({ type: 'holdUp', ...base(hours, 'ladder') });
const due = (hours: number): FillingCommand => ({ type: 'deadlineDue', ...base(hours, 'ladder') });

const stateAfter = (...commands: readonly FillingCommand[]): FillingState =>
  commands.reduce<FillingState>((state, command) => {
    const decision = decideFilling(state, command);
    if (!decision.accepted) throw new Error(decision.refusal.code);
    return decision.state;
  }, noFilling);
const filled = stateAfter(fill);
const no = (state: FillingState, command: FillingCommand): string | undefined => {
  const decision = decideFilling(state, command);
  return decision.accepted ? undefined : decision.refusal.code;
};

describe('oversight', () => {
  test.each([
    ['agrees', filled, agree(), undefined],
    ['refuses with a reason', filled, refuse('Nobody knows her'), undefined],
    ['gives a reason', filled, refuse(), 'seat-filling-reason-missing'],
    ['decides once', stateAfter(fill, agree()), refuse('No'), 'seat-filling-decided'],
    ['decides what is held up', stateAfter(fill, holdUp()), agree(2), undefined],
    ['decides nothing that was replaced', stateAfter(fill, replaced()), agree(2), 'seat-filling-decided'],
    ['decides nothing about themselves', filled, agree(1, 'mina'), 'seat-filling-own'],
    ['decides nothing of their own', filled, agree(1, 'petra'), 'seat-filling-own'],
    ['knows what there is to decide', noFilling, agree(), 'seat-filling-unknown'],
  ])('%s', (_title, state, command, code) => {
    expect(no(state, command)).toBe(code);
  });
  test('is reminded once, and told once that it is late', () => {
    expect(fillingDeadlines(filled)).toEqual({ reminder: REMIND, late: DUE });
    const reminded = stateAfter(fill, due(100));
    expect(fillingDeadlines(reminded)).toEqual({ late: DUE });
    expect(decideFilling(reminded, due(150))).toMatchObject({ events: [] });
    expect(decideFilling(filled, due(201))).toMatchObject({
      events: [
        { type: 'AgreementReminded', latenessMs: 101 * HOUR },
        { type: 'AgreementLate', dueAt: DUE, latenessMs: HOUR },
      ],
    });
    const late = stateAfter(fill, due(201));
    expect(late).toMatchObject({ status: 'waiting', isLate: true });
    expect(fillingDeadlines(late)).toEqual({});
    expect(no(late, agree(300))).toBeUndefined();
  });
});

describe('the former holder', () => {
  test('holds it up within 72 hours, once', () => {
    expect(no(filled, { ...holdUp(), occurredAt: asInstant(START + HOLD_UP_MS - 1) })).toBeUndefined();
    expect(no(filled, { ...holdUp(), occurredAt: asInstant(START + HOLD_UP_MS) })).toBe(
      'seat-filling-too-late',
    );
    const held = stateAfter(fill, holdUp());
    expect(held).toMatchObject({ status: 'heldUp' });
    expect(no(held, holdUp(2))).toBe('seat-filling-held-up');
    expect(fillingDeadlines(held)).toEqual({ reminder: REMIND, late: DUE });
  });
  test('holds nothing up that oversight has agreed to', () => {
    expect(no(stateAfter(fill, agree()), holdUp(2))).toBe('seat-filling-decided');
  });
});

function replaced(): FillingCommand {
  return { type: 'replace', ...base(1, 'petra'), filling: 2 };
}

test('what is filled anew ends the filling before, and what is over stays as it ended', () => {
  expect(stateAfter(fill, agree(), replaced())).toMatchObject({ status: 'replaced' });
  expect(stateAfter(fill, refuse('No'), replaced())).toMatchObject({ status: 'refused' });
});
