import { z } from 'zod';
import { instantOut } from './values.ts';

const party = z.enum(['customer', 'contractor', 'oversight']);
const count = z.int();
const maybeText = z.string().nullable();
const maybeInstant = instantOut.nullable();

export const problemOut = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: count,
    detail: z.string(),
    code: z.string(),
    values: z.record(z.string(), z.unknown()),
    problems: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    happened: z.array(z.string()).optional(),
    plan: z.string().optional(),
    call: z
      .array(
        z.strictObject({
          name: z.string(),
          office: z.string().nullable(),
          mobile: z.string().nullable(),
          email: z.string().nullable(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });

export const contractOut = z
  .strictObject({
    contract: z.string(),
    title: z.string(),
    timeZone: z.string(),
    published: count.nullable(),
  })
  .meta({
    id: 'Contract',
    examples: [
      {
        contract: 'calnet-3-category-9-1',
        title: 'CALNET 3, Category 9.1',
        timeZone: 'America/Los_Angeles',
        published: 1,
      },
    ],
  });

const revisionShape = {
  number: count,
  state: z.enum(['draft', 'agreed', 'published', 'superseded']),
  digest: z.string(),
  agreedBy: z.array(z.string()),
  isAgreedByWord: z.boolean().meta({
    description: 'Whoever loaded it at the terminal said that these agreed; none of them did it here.',
  }),
  loadedAt: instantOut,
  publishedAt: maybeInstant,
};
const REVISION_EXAMPLE = {
  number: 1,
  state: 'published',
  digest: '9f2c0c6f3cf3d8f0a5b8a5d8c1a3f4e2',
  agreedBy: ['solutions-architect', 'contract-office'],
  isAgreedByWord: false,
  loadedAt: '2026-11-02T17:00:00.000Z',
  publishedAt: '2026-11-02T17:05:00.000Z',
};
export const revisionOut = z
  .strictObject(revisionShape)
  .meta({ id: 'RevisionSummary', examples: [REVISION_EXAMPLE] });
export const revisionWithRulesOut = z
  .strictObject({ ...revisionShape, rules: z.record(z.string(), z.unknown()), hasSource: z.boolean() })
  .meta({
    id: 'Revision',
    examples: [
      { ...REVISION_EXAMPLE, rules: { contract: 'calnet-3-category-9-1', number: 1 }, hasSource: true },
    ],
  });

export const customerOut = z
  .strictObject({
    customer: z.string(),
    name: z.string(),
    accounts: z.array(z.strictObject({ seat: z.string(), person: z.string(), name: maybeText })),
  })
  .meta({
    id: 'Customer',
    examples: [
      {
        customer: 'harbor-safety',
        name: 'Department of Harbor Safety',
        accounts: [{ seat: 'account-manager', person: 'perpetua-lind', name: 'Perpetua Lind' }],
      },
    ],
  });

/** What stands for the items of a list in its example. */
const exampleOf = (item: z.ZodType): readonly unknown[] => {
  const { examples } = item.meta() ?? {};
  return Array.isArray(examples) ? examples.slice(0, 1) : [];
};

/** A whole list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item) }).meta({ examples: [{ items: exampleOf(item) }] });

/** A piece of a list, and where the next piece begins. */
export const pageOf = <T extends z.ZodType, N extends z.ZodType>(item: T, next: N) =>
  z
    .strictObject({ items: z.array(item), next: next.nullable() })
    .meta({ examples: [{ items: exampleOf(item), next: null }] });

const person = z.strictObject({
  personId: z.string(),
  name: maybeText,
  office: maybeText.optional(),
  mobile: maybeText.optional(),
  email: maybeText.optional(),
});
const seat = z.strictObject({
  seat: z.string(),
  title: maybeText,
  deputy: maybeText,
  person: person.nullable(),
});
export const contactsOut = z
  .strictObject({ level: count, title: z.string(), reach: z.array(seat), otherwise: z.array(seat) })
  .meta({
    id: 'LevelContacts',
    examples: [
      {
        level: 1,
        title: 'Account Manager',
        reach: [
          {
            seat: 'account-manager',
            title: 'Account Manager',
            deputy: null,
            person: {
              personId: 'perpetua-lind',
              name: 'Perpetua Lind',
              office: '+1 916-555-0170',
              mobile: null,
              email: 'perpetua.lind@pacific-lantern.example',
            },
          },
        ],
        otherwise: [],
      },
    ],
  });

export const forecastOut = z
  .strictObject({
    track: z.string(),
    title: z.string(),
    revision: count,
    timeZone: z.string(),
    openedAt: instantOut.optional(),
    from: instantOut.optional(),
    dueAlready: z.array(z.strictObject({ level: count, actor: party, dueAt: instantOut })).optional(),
    rows: z.array(
      z.looseObject({
        ...{ at: instantOut, kind: z.string(), level: count, text: z.string() },
        /** Whom Ladder would try in the first hour of a level that is reached; for those who may see whom it could reach. */
        tries: z
          .array(
            z.strictObject({
              ...{ at: instantOut, person: z.string(), name: z.string(), means: z.array(z.string()) },
            }),
          )
          .optional(),
      }),
    ),
    unreached: z.array(z.looseObject({ level: count, actor: party, text: z.string() })),
  })
  .meta({
    id: 'Forecast',
    examples: [
      {
        track: 'service-impacting',
        title: 'Service Impacting Escalations',
        revision: 1,
        timeZone: 'America/Los_Angeles',
        openedAt: '2026-11-17T17:00:00.000Z',
        rows: [
          { at: '2026-11-17T17:00:00.000Z', kind: 'opened', level: 1, text: 'Level 1 is contacted.' },
          {
            at: '2026-11-17T21:00:00.000Z',
            kind: 'move',
            level: 2,
            text: 'The customer may contact level 2.',
          },
        ],
        unreached: [],
      },
    ],
  });

export const deliveryOut = z
  .strictObject({
    deliveryId: z.string(),
    event: count,
    round: count,
    person: z.string(),
    level: count.nullable(),
    kind: z.string(),
    means: z.string(),
    state: z.enum(['queued', 'handedOver', 'delivered', 'failed']),
    attempts: count,
    reason: maybeText,
    queuedAt: instantOut,
    settledAt: maybeInstant,
    handedOverAt: maybeInstant,
    deliveredAt: maybeInstant,
    answeredAt: maybeInstant,
  })
  .meta({
    id: 'Delivery',
    examples: [
      {
        deliveryId: '4b1f6f0e-6c0e-4b6e-9a3e-7d1f0a2b3c4d',
        event: 2,
        round: 0,
        person: 'perpetua-lind',
        level: 1,
        kind: 'notice',
        means: 'email',
        state: 'handedOver',
        attempts: 1,
        reason: null,
        queuedAt: '2026-11-17T17:00:00.100Z',
        settledAt: '2026-11-17T17:00:00.300Z',
        handedOverAt: '2026-11-17T17:00:00.300Z',
        deliveredAt: null,
        answeredAt: null,
      },
    ],
  });
