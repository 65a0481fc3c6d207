import { z } from 'zod';
import type { Plan } from './format/schema.ts';
import { date, id } from './format/schema-values.ts';

/**
 * What no file can know of itself. Whoever checks states it, or leaves it out: then the rules
 * that need it are listed as not checked, and nothing is guessed.
 */
export const factsSchema = z
  .strictObject({
    /** The date in the contract's zone on which the plan is judged. */
    today: date,
    /** The date on which the plan was first posted where the contract says. */
    postedOn: date,
    /** The date on which this revision was published. */
    publishedOn: date,
    /** Who confirmed that a contact's details are right, and when; the latest counts. */
    attestations: z.array(z.strictObject({ contact: id, on: date })),
  })
  .partial();

export type Facts = Readonly<z.infer<typeof factsSchema>>;

/** Facts, or what makes them of the plan once it is read: its day is that of its own zone. */
export type FactsFor = Facts | ((plan: Plan) => Facts);
