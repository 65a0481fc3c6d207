import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-means-unavailable';

test('means that somebody of the level has pass', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).means = ['call', 'email', 'text', 'portal'];
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('who is looked up by each customer may have anything', () => {
  const plan = planWith((it) => {
    it.contacts!.bo = { kind: 'directory', title: 'Account manager' };
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a call to a level without a number is found', () => {
  const plan = planWith((it) => {
    delete it.contacts!.bo!.office;
    delete it.contacts!.bo!.mobile;
    stepOf(it, 'billing', 2).means = ['call'];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.means.1', severity: 'warning', values: { level: 2, means: 'call' } },
    { at: 'tracks.billing.steps.2.means.1', severity: 'blocking', values: { level: 2, means: 'call' } },
  ]);
});

test('a text needs a mobile number', () => {
  const plan = planWith((it) => {
    delete it.contacts!.bo!.mobile;
    stepOf(it, 'service', 2).means = ['call', 'text'];
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.2.means.2', values: { means: 'text' } },
  ]);
});
