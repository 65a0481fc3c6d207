import { z } from 'zod';
import {
  contactSchema,
  contractSchema,
  documentSchema,
  obligationSchema,
  questionSchema,
  requirementsSchema,
  roleSchema,
} from './schema-contract.ts';
import { rotaSchema } from './schema-rotas.ts';
import {
  calendarSchema,
  closingSchema,
  contactChangesSchema,
  emergencySchema,
  levelSchema,
  pausesSchema,
  promiseSchema,
  reopeningSchema,
  trackSchema,
} from './schema-routes.ts';
import { id, map, span } from './schema-values.ts';

/** The format this Ladder reads and writes. */
export const PLAN_FORMAT = 1;

/**
 * Format 1 of the plan: its keys and the shapes of their values, nothing more.
 *
 * Everything may be missing, because what is missing is a finding with a reason and not a broken file; `null` is
 * missing too and is taken out before this schema is asked. Spans, hours and dates stay the texts the author wrote.
 */
export const planSchema = map({
  ladder: z.literal(PLAN_FORMAT),
  document: documentSchema,
  contract: contractSchema,
  questions: z.array(questionSchema),
  requirements: requirementsSchema,
  calendars: z.record(id, calendarSchema),
  contacts: z.record(id, contactSchema),
  rotas: z.record(id, rotaSchema),
  levels: z.array(levelSchema),
  tracks: z.record(id, trackSchema),
  pauses: pausesSchema,
  reopening: reopeningSchema,
  closing: closingSchema,
  promises: z.array(promiseSchema),
  emergency: emergencySchema,
  contactChanges: contactChangesSchema,
  acknowledgedFor: span,
  roles: z.array(roleSchema),
  obligations: z.array(obligationSchema),
});

/** A plan as its author wrote it, with whatever could not be read left out. */
export type Plan = z.infer<typeof planSchema>;
