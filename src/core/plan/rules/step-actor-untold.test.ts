import { expect, test } from 'vitest';
import { planWith, seen } from '../../../../test/build/plan.ts';
import { passedTo, stepOf } from '../../../../test/build/route.ts';

const CODE = 'step-actor-untold';

test('a party with somebody to tell passes', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).actor = 'oversight';
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('at the contractor the program manager is enough', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).actor = 'contractor';
    delete it.contract!.parties!.contractor!.reach;
  });
  expect(seen(CODE, plan)).toEqual([]);
});

test('a step of oversight is found where nobody there is named', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).actor = 'oversight';
    it.contract!.parties!.oversight!.reach = [];
  });
  expect(seen(CODE, plan)).toMatchObject([
    {
      at: 'tracks.service.steps.3.actor',
      severity: 'blocking',
      values: { track: 'service', level: 3, party: 'oversight' },
    },
  ]);
});

test('somebody without a number or an address cannot be told', () => {
  const plan = planWith((it) => {
    stepOf(it, 'service', 3).ifNotTaken = passedTo('oversight');
    it.contacts!.office = { kind: 'desk', title: 'Contract management' };
  });
  expect(seen(CODE, plan)).toMatchObject([
    { at: 'tracks.service.steps.3.ifNotTaken.then', values: { party: 'oversight' } },
  ]);
});
