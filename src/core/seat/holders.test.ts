import { describe, expect, test } from 'vitest';
import { asInstant } from '../instant.ts';
import type { FillingEvent } from './event.ts';
import { seatChanges, vacancies } from './holders.ts';

const at = (hours: number) => asInstant(hours * 3_600_000);
const base = (hours: number) =>
  ({ at: at(hours), occurredAt: at(hours), actor: 'oversight', by: 'olga' }) as const;
const filled = (
  hours: number,
  who: { readonly holder?: string; readonly before?: string },
): FillingEvent => ({
  ...{ type: 'SeatFilled', ...base(hours), remindAt: at(90), dueAt: at(99) },
  filling: { seat: 'ana', granted: [], withdrawn: [], ...who },
});
const told = (type: 'FillingAgreed' | 'FillingHeldUp', hours: number): FillingEvent => ({
  type,
  ...base(hours),
});
const refused = (hours: number): FillingEvent => ({ type: 'FillingRefused', ...base(hours), text: 'No' });
const vacantOf = (...fillings: readonly (readonly FillingEvent[])[]) =>
  (vacancies(fillings.flatMap(seatChanges)).get('ana') ?? []).map(({ from, until }) => [
    from / 3_600_000,
    until === undefined ? undefined : until / 3_600_000,
  ]);

describe('a seat is vacant', () => {
  const left = filled(1, { before: 'ana' });
  test.each<[string, (readonly FillingEvent[])[], (readonly (number | undefined)[])[]]>([
    ['from where nobody was put into it', [[left]], [[1, undefined]]],
    ['also once oversight has agreed', [[left, told('FillingAgreed', 2)]], [[1, undefined]]],
    ['until it is refused', [[left, refused(3)]], [[1, 3]]],
    [
      'not while it is held up, and again once oversight has agreed',
      [[left, told('FillingHeldUp', 2), told('FillingAgreed', 4)]],
      [
        [1, 2],
        [4, undefined],
      ],
    ],
    ['until somebody is put into it', [[left], [filled(5, { holder: 'mina' })]], [[1, 5]]],
    [
      'again where that is refused',
      [[left], [filled(5, { holder: 'mina' }), refused(6)]],
      [
        [1, 5],
        [6, undefined],
      ],
    ],
    ['never where one follows the other', [[filled(1, { holder: 'mina', before: 'ana' })]], []],
  ])('%s', (_title, fillings, times) => {
    expect(vacantOf(...fillings)).toEqual(times);
  });
});
