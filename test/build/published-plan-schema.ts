import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time', description: 'An instant in UTC, RFC 3339.' });
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const party = z.enum(['customer', 'contractor', 'oversight']);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** A length of time: plain milliseconds, calendar days, or business days. */
const span = z.union([
  z.strictObject({ unit: z.literal('time'), ms: z.number() }),
  z.strictObject({ unit: z.enum(['day', 'businessDay']), days: z.number() }),
]);
const limit = { span, calendar: z.string() };
const window = z
  .strictObject({ from: z.int(), until: z.int() })
  .meta({ description: 'Minutes from local midnight.' });

const person = z.strictObject({
  name: z.string(),
  title: z.string().nullable(),
  office: z.string().nullable(),
  mobile: z.string().nullable(),
  email: z.string().nullable(),
  numbersShownTo: z
    .enum(['you', 'customers', 'parties'])
    .meta({ description: '“you” where nothing is kept from whoever asked; else who sees the numbers.' }),
});

const step = z.strictObject({
  level: z.int(),
  actor: party,
  means: z.array(z.string()),
  when: z.array(
    z.union([
      z.strictObject({ kind: z.literal('unsatisfied'), since: z.enum(['opened', 'levelBelow']), ...limit }),
      z.strictObject({ kind: z.enum(['allSilent', 'anySilent']), levels: z.array(z.int()), ...limit }),
    ]),
  ),
  requires: z.array(z.int()),
  mode: z.enum(['offered', 'automatic']),
  warnMs: z.array(z.number()),
  earlyReasons: z.array(z.string()),
  ifNotTaken: z.strictObject({ to: party, ...limit }).optional(),
});

const revision = {
  number: z.int(),
  digest,
  publishedAt: instant.nullable(),
  agreedBy: z.array(z.string()),
  isAgreedByWord: z.boolean().meta({
    description: 'Whoever loaded it at the terminal said that these agreed; none of them did it here.',
  }),
};
/** As the plan's author wrote it: its form is that of the plan. */
const written = z.looseObject({}).meta({ description: 'As written in the plan; see plan.schema.json.' });

/** The JSON of a published plan, `/plans/CONTRACT.json`. */
const publishedPlanSchema = z.strictObject({
  ladderPublishedPlan: z.literal(1),
  contract: z.string(),
  title: z.string(),
  timeZone: z.string(),
  document: written.nullable(),
  revision: z.strictObject(revision).meta({
    description:
      'The revision in force; publishedAt is when it took effect, null where it was made from a file.',
  }),
  fromFile: z.strictObject({ holdsFrom: instant }).nullable().meta({
    description:
      'Of a plan that was made from a file and not published by an installation: from when it is meant to hold.',
  }),
  address: z
    .string()
    .meta({ description: 'Where the plan is published; of a file, where it says that it is.' }),
  reportWrongContact: z.string().nullable().meta({
    description: 'Where whoever reads it reports a wrong contact; null where no installation is known.',
  }),
  asOf: instant.meta({
    description: 'As of when its people and numbers are; the rules are those of the revision.',
  }),
  posting: z
    .strictObject({
      withinDays: z.int(),
      dueOn: date,
      postedAt: instant.nullable(),
      lateDays: z.int().nullable(),
    })
    .nullable()
    .meta({
      description: 'Whether it was posted when the clause wants it; null where the clause does not say.',
    }),
  emergency: written.nullable(),
  levels: z.array(
    z.strictObject({
      number: z.int(),
      title: z.string(),
      reach: z.array(z.string()),
      otherwise: z.array(z.string()),
      responsibility: z.string().nullable(),
    }),
  ),
  contacts: z.record(
    z.string(),
    z.strictObject({
      kind: z.enum(['person', 'desk', 'directory']),
      title: z.string(),
      deputy: z.string().nullable(),
      person: person.nullable(),
      since: instant.nullable(),
      differsFromRevision: z.array(z.string()),
      filledOtherwise: z
        .object({ since: instant, vacant: z.boolean(), agreedByOversight: z.boolean() })
        .nullable()
        .meta({ description: 'The seat was filled, or left vacant, while the plan was in force.' }),
      notConfirmedSince: z
        .partialRecord(z.enum(['email', 'office', 'mobile', 'availability']), instant)
        .meta({
          description: 'What they were asked to confirm and have not, each since when it is not confirmed.',
        }),
      own: z.array(z.strictObject({ customer: z.string(), person })),
    }),
  ),
  tracks: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      title: z.string(),
      urgency: z.enum(['high', 'normal']),
      covers: z.string().nullable(),
      examples: z.array(z.string()),
      steps: z.array(step),
      promises: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(['acknowledgeWithin', 'respondWithin', 'updateEvery', 'longestAtLevel']),
          level: z.int(),
          ...limit,
        }),
      ),
    }),
  ),
  calendars: z.record(
    z.string(),
    z.strictObject({
      timeZone: z.string(),
      hours: z.union([z.literal('always'), z.record(z.string(), z.array(window))]),
      holidays: z.array(z.strictObject({ date, name: z.string() })),
      exceptions: z.record(date, z.array(window)),
      businessDay: z.enum(['same-time', 'close', 'hours']).optional(),
      normalDayMs: z.number().optional(),
      dataUntil: date.optional(),
    }),
  ),
  pauses: z.strictObject({ reasons: z.array(z.string()), ...limit }).nullable(),
  reopening: written.nullable(),
  closing: z.strictObject(limit).nullable(),
  roles: z.array(written),
  obligations: z.array(written),
  revisions: z.array(z.strictObject(revision)),
});

/** `docs/reference/published-plan.schema.json`. */
export const publishedPlanSchemaText = (): string =>
  `${JSON.stringify({ title: 'A published plan of Ladder', ...z.toJSONSchema(publishedPlanSchema) }, null, 2)}\n`;
