import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';

const CODE = 'contract-portal-invalid';

test('an address that begins with https passes', () => {
  expect(seen(CODE, planWith())).toEqual([]);
});

test.each(['portal.lantern.example', 'javascript:alert(1)', 'see the portal'])(
  '%s is no address',
  (portal) => {
    const plan = planWith((it) => {
      it.contract!.portal = portal;
    });
    expect(seen(CODE, plan)).toMatchObject([{ at: 'contract.portal', values: { portal } }]);
  },
);
