import { expect, test } from 'vitest';
import { attestationRecordKey, isCase } from '../../src/app/ports/attestations.ts';
import { contactRecordKey } from '../../src/app/ports/contacts.ts';
import { recordKeyOf } from '../../src/app/ports/obligations.ts';

const contract = 'sample';

test.each([
  ['a case', { contract, caseId: '100001' }, true],
  ['an obligation', recordKeyOf({ contract, obligationId: 'annual-report' }), false],
  ['an attestation', attestationRecordKey({ contract, personId: 'ana' }), false],
  ['a change of a number', contactRecordKey({ contract, change: 12 }), false],
])('%s is told by its name in the record', (_, key, is) => {
  expect(isCase(key)).toBe(is);
});
