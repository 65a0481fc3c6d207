import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planText, planWith } from '../../../../test/build/plan.ts';
import { check } from '../check.ts';
import { planSchema } from '../format/schema.ts';

const SEED = 20_261_122;
const sound = planText(planWith());

test('any text is read without a fault', () => {
  const marks = fc.constantFrom(
    '[',
    ']',
    '{',
    '}',
    ': ',
    '- ',
    '\n',
    '  ',
    '"',
    "'",
    '&a ',
    '*a',
    '|',
    '>',
    '? ',
    '!t ',
    '#',
    '---\n',
    '<<',
    '~',
  );
  const texts = fc.array(fc.oneof(marks, fc.string({ unit: 'grapheme' })), { maxLength: 60 });
  fc.assert(
    fc.property(texts, (parts) => {
      check(parts.join(''));
    }),
    { seed: SEED, numRuns: 1500 },
  );
});

test('a sound plan with a piece cut out, doubled or replaced is read without a fault, and what is left fits the format', () => {
  const place = fc.nat({ max: sound.length });
  const piece = fc.constantFrom(
    '',
    'null',
    '[]',
    '{}',
    '7',
    '"x"',
    '\n',
    ': ',
    '- ',
    '1 business day',
    '2026-02-30',
  );
  fc.assert(
    fc.property(place, fc.nat({ max: 40 }), piece, (at, length, text) => {
      const { plan } = check(sound.slice(0, at) + text + sound.slice(at + length));
      expect(planSchema.safeParse(plan).success).toBe(true);
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test('any value anywhere in a plan is read without a fault', () => {
  const keys = [
    'contract',
    'levels',
    'tracks',
    'contacts',
    'questions',
    'requirements',
    'calendars',
    'promises',
    'obligations',
    'roles',
    'pauses',
    'emergency',
    'document',
  ];
  const values = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, 0, 1, -1, 1e99, true, '', 'x', 'always', '4 hours', '2026-01-01'),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('any'), { maxLength: 3 }),
    map: fc.dictionary(
      fc.constantFrom(
        'level',
        'when',
        'steps',
        'reach',
        'of',
        'a',
        'week',
        'due',
        'term',
        'from',
        'constructor',
        '__proto__',
      ),
      tie('any'),
      { maxKeys: 4 },
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), values), (plan) => {
      check(JSON.stringify(plan), { today: '2026-12-01', attestations: [] });
    }),
    { seed: SEED, numRuns: 400 },
  );
});
