import { z } from 'zod';
import { DOUBTS } from '../views/readiness/ready-person.ts';
import { instantOut } from './values.ts';

const count = z.int();
const maybeInstant = instantOut.nullable();
const reached = z.enum(['yes', 'doubtful', 'no']);

/** Whether Ladder could reach the people of a plan now. */
export const readinessOut = z
  .strictObject({
    contract: z.string(),
    asOf: instantOut,
    published: z.boolean(),
    /** False where the caller sees nobody but themselves. */
    whole: z.boolean(),
    /** Since when mail as a whole does not leave. */
    mailFailingSince: maybeInstant,
    levels: z.array(
      z.strictObject({
        level: count,
        title: z.string(),
        /** Of the customer who is worst off. */
        reached,
        /** For how many customers it is so; null where for all. */
        customers: count.nullable(),
        /** Its seats that nobody fills. */
        vacant: z.array(z.string()),
      }),
    ),
    people: z.array(
      z.strictObject({
        person: z.string(),
        name: z.string(),
        reached,
        /** Whether there are two ways to them that cannot fail together. */
        twoMeans: z.boolean(),
        places: z.array(
          z.strictObject({
            level: count,
            /** Which in turn, from 1; null where they would not be told now. */
            place: count.nullable(),
            /** Minutes after the level was reached, while nobody acknowledges. */
            afterMinutes: count.nullable(),
          }),
        ),
        /** Those by which Ladder tries them first, in the order of their own rules; then the others. */
        means: z.array(
          z.strictObject({
            means: z.enum(['email', 'office', 'mobile']),
            value: z.string(),
            confirmedAt: maybeInstant,
            doubt: z.strictObject({ because: z.enum(DOUBTS), since: maybeInstant }).nullable(),
          }),
        ),
        duty: z.strictObject({
          is: z.enum(['always', 'on', 'off', 'standsIn']),
          until: maybeInstant,
          from: maybeInstant,
        }),
        /** Since when their calendar of absences cannot be read: what it said before holds. */
        absencesUnreadSince: maybeInstant,
      }),
    ),
  })
  .meta({
    id: 'Readiness',
    examples: [
      {
        ...{
          contract: 'calnet-3-category-9-1',
          asOf: '2026-11-24T17:00:00.000Z',
          published: true,
          whole: true,
        },
        mailFailingSince: null,
        levels: [{ level: 1, title: 'Account team', reached: 'yes', customers: null, vacant: [] }],
        people: [
          {
            ...{ person: 'perpetua-lind', name: 'Perpetua Lind', reached: 'yes', twoMeans: true },
            places: [{ level: 1, place: 1, afterMinutes: 0 }],
            means: [
              {
                ...{ means: 'email', value: 'perpetua.lind@pacific-lantern.example', doubt: null },
                confirmedAt: '2026-11-02T17:00:00.000Z',
              },
              {
                ...{ means: 'mobile', value: '+1 916 555 0142', confirmedAt: null },
                doubt: { because: 'never', since: null },
              },
            ],
            duty: { is: 'on', until: '2026-11-30T17:00:00.000Z', from: null },
            absencesUnreadSince: null,
          },
        ],
      },
    ],
  });
