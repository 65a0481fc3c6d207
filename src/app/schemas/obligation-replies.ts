import { z } from 'zod';
import { instantOut } from './values.ts';

const count = z.int();
const date = z.iso.date();
const party = z.enum(['customer', 'contractor', 'oversight']);

const proposed = z.union([
  z.strictObject({ what: z.literal('date'), dueOn: date }),
  z.strictObject({ what: z.literal('waiver') }),
]);

const line = {
  obligation: z.string(),
  kind: z.enum(['milestone', 'deliverable', 'commitment']),
  title: z.string(),
  owner: party,
  acceptedBy: party,
  /** Due until the end of that date, which is the instant beside it. */
  dueOn: date,
  dueAt: instantOut,
  plannedOn: date,
  standing: z.enum(['ahead', 'due', 'late', 'delivered', 'accepted', 'waived', 'dropped']),
  status: z.enum(['open', 'delivered', 'sentBack', 'accepted', 'waived', 'dropped']),
  waitingFor: z.array(party),
  revision: count,
  proposal: z.strictObject({ proposal: count, party, proposed }).nullable(),
};

const LINE_EXAMPLE: z.input<z.ZodObject<typeof line>> = {
  ...{ obligation: 'plan-agreed', kind: 'deliverable', title: 'Report on every escalation' },
  ...{ owner: 'contractor', acceptedBy: 'oversight' },
  ...{ dueOn: '2027-01-15', dueAt: '2027-01-16T08:00:00.000Z', plannedOn: '2027-01-15' },
  ...{ standing: 'delivered', status: 'delivered', waitingFor: ['oversight'], revision: 1, proposal: null },
};

/** An obligation as lists have it. */
export const obligationOut = z.strictObject(line).meta({ id: 'ObligationSummary', examples: [LINE_EXAMPLE] });

/** One by itself: its events and files where its reader sees them. */
export const obligationWholeOut = z
  .strictObject({
    ...line,
    version: count,
    /** Whether the caller sees what was handed over and said. */
    isWhole: z.boolean(),
    /** What the caller may do now. */
    offers: z.array(z.string()),
    events: z.array(
      z.strictObject({
        number: count,
        type: z.string(),
        at: instantOut,
        actor: party,
        by: z.string(),
        sentence: z.string(),
        /** What a person typed; null where nothing was, or where it was erased. */
        text: z.string().nullable(),
        links: z.array(z.string()),
      }),
    ),
    files: z.array(
      z.strictObject({ file: z.string(), name: z.string().nullable(), size: count, kind: z.string() }),
    ),
  })
  .meta({
    id: 'Obligation',
    examples: [
      {
        ...LINE_EXAMPLE,
        ...{ version: 2, isWhole: true, offers: ['accept', 'sendBack'], files: [] },
        events: [
          {
            ...{
              number: 2,
              type: 'Delivered',
              at: '2027-01-14T17:00:00.000Z',
              actor: 'contractor',
              by: 'perpetua-lind',
            },
            ...{ sentence: 'Handed over', text: 'Here it is.', links: ['https://portal.example/report'] },
          },
        ],
      },
    ],
  });

/** What a command brought. */
export const obligationDoneOut = z
  .strictObject({ obligation: z.string(), at: instantOut, version: count })
  .meta({
    id: 'ObligationDone',
    examples: [{ obligation: 'plan-agreed', at: '2027-01-14T17:00:00.000Z', version: 2 }],
  });
