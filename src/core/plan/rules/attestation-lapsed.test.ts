import { expect, test } from 'vitest';
import { planWith, SOUND_FACTS, seen } from '../../../../test/build/plan.ts';

const CODE = 'attestation-lapsed';

test('contacts confirmed within the time pass, on its last day too', () => {
  expect(seen(CODE, planWith(), SOUND_FACTS)).toEqual([]);
  expect(seen(CODE, planWith(), { ...SOUND_FACTS, today: '2027-02-13' })).toEqual([]);
});

test('a contact confirmed too long ago is found', () => {
  const attestations = (SOUND_FACTS.attestations ?? []).filter(({ contact }) => contact !== 'bo');
  const facts = { ...SOUND_FACTS, attestations: [...attestations, { contact: 'bo', on: '2026-08-01' }] };
  expect(seen(CODE, planWith(), facts)).toMatchObject([
    { at: 'contacts.bo', values: { contact: 'Bo Example', on: '2026-08-01', dueOn: '2026-10-30' } },
  ]);
});

test('a contact that nobody ever confirmed has the time from the publication on', () => {
  const facts = { today: '2026-12-01', publishedOn: '2026-11-15', attestations: [] };
  expect(seen(CODE, planWith(), facts)).toEqual([]);
  expect(seen(CODE, planWith(), { ...facts, today: '2027-03-01' })).toHaveLength(5);
});
