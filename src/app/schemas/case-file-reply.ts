import { z } from 'zod';
import { caseOut } from './case-replies.ts';
import { instantOut } from './values.ts';

const count = z.int();
const digest = z.string();
const taken = z
  .strictObject({ at: instantOut, minutes: z.number(), openMinutes: z.number().nullable() })
  .nullable();

const DIGEST = '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592';
const EXAMPLE = {
  format: 'ladder-case-file-1',
  writtenAt: '2026-11-17T18:00:00.000Z',
  language: 'en',
  part: { number: 1, of: 1, first: 1, last: 1, events: 1 },
  contract: { contract: 'calnet-3-category-9-1', title: 'CALNET 3, Category 9.1' },
  case: (caseOut.meta()?.examples as readonly unknown[] | undefined)?.[0],
  revisionDigest: null,
  answers: {
    acknowledged: { at: '2026-11-17T17:20:00.000Z', minutes: 20, openMinutes: 20 },
    responded: null,
    satisfied: null,
  },
  clocks: [
    {
      name: 'step/2',
      sentence: 'Level 2 (Senior service manager) may be contacted',
      from: '2026-11-17T17:00:00.000Z',
      dueAt: '2026-11-17T21:00:00.000Z',
      reasons: ['4 hours later, round the clock: Tue 17 Nov, 1:00 pm.'],
      begunBy: 1,
      ended: null,
    },
  ],
  events: [{ number: 1, withheld: true, digest: DIGEST }],
  record: { holds: true, code: null, events: 1, texts: 0, erased: 0, checkpoint: null },
};

/** The file of a case, or of a part of a long one. */
export const caseFileOut = z
  .strictObject({
    format: z.literal('ladder-case-file-1'),
    writtenAt: instantOut,
    language: z.string(),
    part: z.strictObject({ number: count, of: count, first: count, last: count, events: count }),
    contract: z.strictObject({ contract: z.string(), title: z.string() }),
    case: caseOut,
    revisionDigest: digest.nullable(),
    answers: z.strictObject({ acknowledged: taken, responded: taken, satisfied: taken }),
    clocks: z.array(
      z.strictObject({
        name: z.string(),
        sentence: z.string(),
        from: instantOut.nullable(),
        dueAt: instantOut,
        reasons: z.array(z.string()),
        begunBy: count,
        ended: z
          .strictObject({
            how: z.enum(['fell', 'kept', 'void', 'stopped', 'moved']),
            by: count,
            sentence: z.string(),
          })
          .nullable(),
      }),
    ),
    events: z.array(z.looseObject({ number: count, digest })),
    record: z.strictObject({
      holds: z.boolean(),
      code: z.string().nullable(),
      events: count,
      texts: count,
      erased: count,
      checkpoint: z.strictObject({ number: count, at: instantOut, digest }).nullable(),
    }),
  })
  .meta({ id: 'CaseFile', examples: [EXAMPLE] });
