import { z } from 'zod';
import { instantOut } from './values.ts';

const party = z.enum(['customer', 'contractor', 'oversight']);
const count = z.int();
const maybeText = z.string().nullable();
const maybeInstant = instantOut.nullable();
const reasons = z.array(z.looseObject({ code: z.string(), text: z.string() }));

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
  sentence: 'Level 1 (Account Manager) owes the customer an answer since Tue 17 Nov 2026, 9:00 am Pacific.',
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
    watchers: z.array(z.string()),
    standIn: z.strictObject({ person: z.string(), endsAt: maybeInstant }).nullable(),
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
        contract: 'calnet-3-category-9-1',
        caseId: '100001',
        version: 2,
        status: 'open',
        waiting: WAITING,
        track: { id: 'service-impacting', title: 'Service Impacting Escalations' },
        revision: 1,
        level: { number: 1, title: 'Account Manager' },
        customer: 'harbor-safety',
        reporter: 'dana-quill',
        owner: null,
        watchers: ['emeric-stone'],
        standIn: null,
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
            title: 'Account Manager',
            at: '2026-11-17T17:00:00.000Z',
            contacts: [{ id: 'account-manager', title: 'Account Manager' }],
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

export const fileOut = z
  .strictObject({
    file: z.string(),
    event: count,
    at: instantOut,
    by: z.string(),
    actor: party,
    audience: z.enum(['customer', 'contractor', 'oversight', 'all']),
    name: maybeText,
    type: z.string(),
    size: count,
    erasedAt: maybeInstant,
  })
  .meta({
    id: 'File',
    examples: [
      {
        file: '0198c2a4-7c1e-4b7e-9a51-6f1d2f0c7b11',
        event: 3,
        at: '2026-11-17T17:20:00.000Z',
        by: 'dana-quill',
        actor: 'customer',
        audience: 'all',
        name: 'what-we-saw.txt',
        type: 'text/plain; charset=utf-8',
        size: 4711,
        erasedAt: null,
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
        track: 'service-impacting',
        level: 1,
        customer: 'harbor-safety',
        reporter: 'dana-quill',
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
  by: 'perpetua-lind',
  over: 'api',
  occurredAt: '2026-11-17T17:20:00.000Z',
  level: 1,
  sentence: 'Level 1 (Account Manager) has the case.',
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
