import { expect, test } from 'vitest';
import { liveAfter, takesUp } from '../../../test/attestation/build.ts';
import { on } from '../../../test/obligation/build.ts';
import { currencyFigure, isCurrent, lapsesAt } from './currency.ts';

const state = liveAfter(
  [takesUp(), on('2026-11-20')],
  [{ type: 'attest', details: ['mobile'], by: 'ana' }, on('2026-12-01')],
);

test('a detail counts for an interval, and while an answer to the next round is waited for', () => {
  const lapses = lapsesAt(state, 'mobile')!;
  expect(lapses - on('2026-12-01')).toBe(104 * 86_400_000);
  expect(isCurrent(state, 'mobile', (lapses - 1) as never)).toBe(true);
  expect(isCurrent(state, 'mobile', lapses)).toBe(false);
});
test('what nobody has confirmed does not count', () => {
  expect(lapsesAt(state, 'email')).toBeUndefined();
  expect(isCurrent(state, 'email', on('2026-12-01'))).toBe(false);
});
test.each([
  [0, 0, undefined],
  [0, 3, 0],
  [2, 3, 66],
  [199, 200, 99],
  [200, 200, 100],
])('%i of %i are %s percent', (current, of, percent) => {
  expect(currencyFigure(current, of).percent).toBe(percent);
});
