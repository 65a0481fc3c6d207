import { z } from 'zod';
import { date, id, levelNumber, map, party, span, text, timeZone, week } from './schema-values.ts';

export const documentSchema = map({
  title: text,
  version: text,
  dated: date,
  history: z.array(map({ version: text, date, note: text })),
});

const partySchema = map({ name: text, of: text, reach: z.array(id) });

export const contractSchema = map({
  id,
  title: text,
  clause: text,
  timeZone,
  executed: date,
  term: map({ from: date, until: date }),
  portal: text,
  parties: map({
    customer: partySchema,
    contractor: partySchema.extend({ programManager: id.optional() }),
    oversight: partySchema,
  }),
});

const readingValue = z.union([text, z.number(), z.boolean(), z.array(text)], { error: 'reading-value' });

export const questionSchema = map({
  about: text,
  readings: z.array(map({ value: readingValue, quote: text, place: text })),
  quote: text,
  place: text,
  taken: z.int(),
  settled: map({ by: z.array(text), date, because: text }),
});
export type Question = z.infer<typeof questionSchema>;

/** What days are counted after: `change` is any change of the plan or of a contact. */
const dueEvent = z.enum(['execution', 'publication', 'change']);

const dueMap = map({
  days: z.int().min(1).max(36_525),
  of: id,
  every: span,
  monthly: z.int().min(1).max(31),
  months: z.int().min(1).max(120),
  after: dueEvent,
});
const due = z.union([date, dueMap], { error: 'date-or-due' });
export type Due = z.infer<typeof due>;

const contactField = z.enum(['name', 'title', 'responsibility', 'office', 'mobile', 'email']);

export type ContactField = z.infer<typeof contactField>;

const section = z.enum(['milestones', 'roles', 'deliverables', 'commitmentDates']);
export type Section = z.infer<typeof section>;

export const requirementsSchema = map({
  levels: levelNumber,
  contactFields: z.array(contactField),
  availability: z.enum(['24x7x365', 'business-hours']),
  posting: map({ place: text, within: dueMap }),
  sections: z.array(section),
  attestation: map({ every: span, after: dueEvent }),
  longestAtLevel: span,
  updateEvery: span,
  expedited: map({ triggers: z.array(text) }),
  reissue: z.array(dueMap),
});

export const contactSchema = map({
  kind: z.enum(['person', 'desk', 'directory']),
  name: text,
  title: text,
  office: text,
  mobile: text,
  email: text,
  shown: z.enum(['public', 'customers', 'parties']),
  deputy: id,
  quietHours: week,
});
export type Contact = z.infer<typeof contactSchema>;

export const roleSchema = map({ role: text, party, does: z.array(text) });

export const obligationSchema = map({
  id,
  kind: z.enum(['milestone', 'deliverable', 'commitment']),
  title: text,
  due,
  owner: party,
  acceptedBy: party,
  remind: z.array(z.int().min(1).max(365)),
  note: text,
});
export type Obligation = z.infer<typeof obligationSchema>;
