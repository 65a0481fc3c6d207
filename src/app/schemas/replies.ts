import { z } from 'zod';

import { instantOut } from './values.ts';

const party = z.enum(['customer', 'contractor', 'oversight']);
const count = z.int();
const maybeText = z.string().nullable();
const maybeInstant = instantOut.nullable();
const reasons = z.array(z.looseObject({ code: z.string(), text: z.string() }));

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
      { contract: 'sample', title: 'Network services', timeZone: 'America/Los_Angeles', published: 1 },
    ],
  });

const revisionShape = {
  number: count,
  state: z.enum(['draft', 'agreed', 'published', 'superseded']),
  digest: z.string(),
  agreedBy: z.array(z.string()),
  loadedAt: instantOut,
  publishedAt: maybeInstant,
};
const REVISION_EXAMPLE = {
  number: 1,
  state: 'published',
  digest: '9f2c0c6f3cf3d8f0a5b8a5d8c1a3f4e2',
  agreedBy: ['olga', 'petra'],
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
    examples: [{ ...REVISION_EXAMPLE, rules: { contract: 'sample', number: 1 }, hasSource: true }],
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
        customer: 'parks',
        name: 'Department of Parks',
        accounts: [{ seat: 'account', person: 'ada', name: 'Ada Lind' }],
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

const waiting = z.strictObject({
  kind: z.string(),
  party: party.nullable(),
  level: count.nullable(),
  since: maybeInstant,
  next: z.strictObject({ level: count, dueAt: instantOut, actor: party }).nullable(),
  due: z.array(z.strictObject({ level: count, actor: party, dueAt: instantOut })),
  pauseAsked: z.boolean(),
  atTop: z.boolean(),
  sentence: z.string(),
});
const WAITING = {
  kind: 'answer',
  party: 'contractor',
  level: 1,
  since: '2026-11-17T17:00:00.000Z',
  next: { level: 2, dueAt: '2026-11-17T21:00:00.000Z', actor: 'customer' },
  due: [],
  pauseAsked: false,
  atTop: false,
  sentence: 'Level 1 (Service manager) owes the customer an answer since Tue 17 Nov 2026, 9:00 am Pacific.',
};
const contactSeat = z.strictObject({ id: z.string(), title: maybeText });
const stated = { from: instantOut, statedAt: maybeInstant };

export const caseOut = z
  .strictObject({
    contract: z.string(),
    caseId: z.string(),
    version: count,
    status: z.enum(['open', 'closed']),
    waiting,
    track: z.strictObject({ id: z.string(), title: z.string() }),
    revision: count,
    level: z.strictObject({ number: count, title: z.string() }),
    customer: z.string(),
    reporter: z.string(),
    owner: maybeText,
    references: z.array(z.string()),
    practice: z.boolean(),
    automatic: z.boolean().nullable(),
    openedAt: instantOut,
    countsFrom: instantOut,
    closed: z.strictObject({ at: instantOut, reason: z.string() }).nullable(),
    pause: z
      .strictObject({ state: z.enum(['running', 'requested']), reason: z.string(), since: instantOut })
      .nullable(),
    proposedAt: maybeInstant,
    contacted: z.array(
      z.strictObject({ level: count, title: z.string(), at: instantOut, contacts: z.array(contactSeat) }),
    ),
    asks: z.array(z.strictObject({ number: count, levels: z.array(count), ...stated, contest: z.string() })),
    answers: z.array(z.strictObject({ number: count, kind: z.string(), level: count, ...stated })),
    acknowledgements: z.array(z.strictObject({ level: count, by: z.string(), from: instantOut })),
    deadlines: z.array(
      z.strictObject({ name: z.string(), kind: z.string(), level: count, dueAt: instantOut }),
    ),
    setAside: z.boolean(),
  })
  .meta({
    id: 'Case',
    examples: [
      {
        contract: 'sample',
        caseId: '100001',
        version: 2,
        status: 'open',
        waiting: WAITING,
        track: { id: 'service', title: 'Service trouble' },
        revision: 1,
        level: { number: 1, title: 'Service manager' },
        customer: 'parks',
        reporter: 'dana',
        owner: null,
        references: ['INC-20417'],
        practice: false,
        automatic: null,
        openedAt: '2026-11-17T17:00:00.000Z',
        countsFrom: '2026-11-17T17:00:00.000Z',
        closed: null,
        pause: null,
        proposedAt: null,
        contacted: [
          {
            level: 1,
            title: 'Service manager',
            at: '2026-11-17T17:00:00.000Z',
            contacts: [{ id: 'ana', title: 'Service manager' }],
          },
        ],
        asks: [{ number: 0, levels: [1], from: '2026-11-17T17:00:00.000Z', statedAt: null, contest: 'none' }],
        answers: [],
        acknowledgements: [],
        deadlines: [{ name: 'step/2', kind: 'step', level: 2, dueAt: '2026-11-17T21:00:00.000Z' }],
        setAside: false,
      },
    ],
  });

export const listedCaseOut = z
  .strictObject({
    caseId: z.string(),
    version: count,
    status: z.enum(['open', 'closed']),
    waiting: z.strictObject({ kind: z.string(), party: party.nullable() }),
    track: z.string(),
    level: count,
    customer: z.string(),
    reporter: z.string(),
    references: z.array(z.string()),
    practice: z.boolean(),
    openedAt: instantOut,
    changedAt: instantOut,
    closedAt: maybeInstant,
    nextDueAt: maybeInstant,
  })
  .meta({
    id: 'ListedCase',
    examples: [
      {
        caseId: '100001',
        version: 2,
        status: 'open',
        waiting: { kind: 'answer', party: 'contractor' },
        track: 'service',
        level: 1,
        customer: 'parks',
        reporter: 'dana',
        references: ['INC-20417'],
        practice: false,
        openedAt: '2026-11-17T17:00:00.000Z',
        changedAt: '2026-11-17T17:00:00.000Z',
        closedAt: null,
        nextDueAt: '2026-11-17T21:00:00.000Z',
      },
    ],
  });

const EVENT_EXAMPLE = {
  caseId: '100001',
  number: 3,
  at: '2026-11-17T17:20:00.000Z',
  type: 'Acknowledged',
  actor: 'contractor',
  by: 'ana',
  over: 'api',
  occurredAt: '2026-11-17T17:20:00.000Z',
  level: 1,
  sentence: 'Level 1 (Service manager) has the case.',
  digest: '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592',
};
export const eventOut = z
  .looseObject({
    caseId: z.string(),
    number: count,
    at: instantOut,
    type: z.string(),
    actor: z.string(),
    by: z.string(),
    occurredAt: instantOut,
    text: z.string().optional(),
    textErased: z.boolean().optional(),
    sentence: z.string(),
    digest: z.string(),
  })
  .meta({ id: 'CaseEvent', examples: [EVENT_EXAMPLE] });

export const doneOut = z
  .strictObject({ caseId: z.string(), at: instantOut, version: count, events: z.array(eventOut) })
  .meta({
    id: 'Done',
    examples: [{ caseId: '100001', at: EVENT_EXAMPLE.at, version: 3, events: [EVENT_EXAMPLE] }],
  });

export const deadlineOut = z
  .strictObject({
    name: z.string(),
    kind: z.string(),
    level: count,
    dueAt: instantOut,
    promise: z.string().optional(),
    stepDueAt: instantOut.optional(),
    condition: z.string().optional(),
    from: instantOut.optional(),
    isPastData: z.boolean().optional(),
    reasons,
  })
  .meta({
    id: 'Deadline',
    examples: [
      {
        name: 'step/2',
        kind: 'step',
        level: 2,
        dueAt: '2026-11-17T21:00:00.000Z',
        condition: 'unsatisfied',
        from: '2026-11-17T17:00:00.000Z',
        isPastData: false,
        reasons: [{ code: 'explain-due', text: '4 hours later, round the clock: Tue 17 Nov, 1:00 pm.' }],
      },
    ],
  });

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
        title: 'Service manager',
        reach: [
          {
            seat: 'ana',
            title: 'Service manager',
            deputy: null,
            person: {
              personId: 'ana',
              name: 'Ana Ruiz',
              office: '+1 202-555-0101',
              mobile: null,
              email: 'ana@contractor.example',
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
    rows: z.array(z.looseObject({ at: instantOut, kind: z.string(), level: count, text: z.string() })),
    unreached: z.array(z.looseObject({ level: count, actor: party, text: z.string() })),
  })
  .meta({
    id: 'Forecast',
    examples: [
      {
        track: 'service',
        title: 'Service trouble',
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
  })
  .meta({
    id: 'Delivery',
    examples: [
      {
        deliveryId: '4b1f6f0e-6c0e-4b6e-9a3e-7d1f0a2b3c4d',
        event: 2,
        round: 0,
        person: 'ana',
        level: 1,
        kind: 'notice',
        means: 'email',
        state: 'handedOver',
        attempts: 1,
        reason: null,
        queuedAt: '2026-11-17T17:00:00.100Z',
        settledAt: '2026-11-17T17:00:00.300Z',
      },
    ],
  });
