import { z } from 'zod';
import { form, instant, instantOut, line } from './values.ts';

/** How far a demonstration's clock is to be moved: by a span, or until an instant. */
export const clockBody = z
  .strictObject({ by: line.optional(), until: instant.optional() })
  .refine(({ by, until }) => (by === undefined) !== (until === undefined), form('clockTarget'))
  .meta({ examples: [{ by: '4 hours' }] });

/** How far it has come. */
export const clockMovedOut = z
  .strictObject({
    from: instantOut,
    now: instantOut,
    until: instantOut,
    stops: z.int(),
    isThere: z.boolean(),
  })
  .meta({
    id: 'ClockMoved',
    examples: [
      {
        from: '2026-11-17T17:00:00.000Z',
        now: '2026-11-17T21:00:00.000Z',
        until: '2026-11-17T21:00:00.000Z',
        stops: 2,
        isThere: true,
      },
    ],
  });
