import { z } from 'zod';
import { LIMITS } from '../../core/plan/reading/limits.ts';
import { DRAFT_STATUSES } from '../../core/publication/draft-state.ts';
import { form, instant, instantOut, isSound, line, number, typedText } from './values.ts';

const count = z.int();
const maybeInstant = instantOut.nullable();
const party = z.enum(['customer', 'contractor', 'oversight']);

/** A plan as written: its blanks stay. */
const planText = z.string().min(1).max(LIMITS.bytesMax).refine(isSound, form('text'));
/** The number of the text that the sender has read. */
const base = number;
const note = typedText.optional();
const reason = typedText.min(1);

/** A new draft: from a text, or as the plan in force stands. */
export const newDraftBody = z.union([
  z.strictObject({ text: planText }),
  z.strictObject({ copyOf: z.literal('published') }),
]);

/** What can be asked of a draft, by the sub-resource it is posted to. */
export const DRAFT_RESOURCES = {
  edit: {
    id: 'editDraft',
    path: 'edits',
    body: z.strictObject({ base, text: planText }),
    example: { base: 1, text: 'ladder: 1\n' },
  },
  propose: {
    id: 'proposeDraft',
    path: 'proposals',
    body: z.strictObject({ base, text: note }),
    example: { base: 1 },
  },
  comment: {
    id: 'commentDraft',
    path: 'comments',
    body: z.strictObject({ text: reason }),
    example: { text: 'Level 2 has a new number.' },
  },
  sendBack: {
    id: 'sendBackDraft',
    path: 'send-backs',
    body: z.strictObject({ base, text: reason }),
    example: { base: 1, text: 'Level 2 has no mobile number.' },
  },
  agree: { id: 'agreeDraft', path: 'agreements', body: z.strictObject({ base }), example: { base: 1 } },
  override: {
    id: 'overrideFinding',
    path: 'overrides',
    body: z.strictObject({ base, finding: line, path: line, text: reason }),
    example: {
      base: 1,
      finding: 'levels-too-few',
      path: 'levels',
      text: 'Three levels were agreed by letter.',
    },
  },
  publish: {
    id: 'publishDraft',
    path: 'publications',
    body: z.strictObject({ base, effectiveAt: instant.optional() }),
    example: { base: 1, effectiveAt: '2027-07-01T16:00:00Z' },
  },
  drop: {
    id: 'dropDraft',
    path: 'drops',
    body: z.strictObject({ text: note }),
    example: { text: 'Not needed.' },
  },
} as const;

const listed = {
  draft: count,
  status: z.enum(DRAFT_STATUSES),
  madeAt: instantOut,
  madeBy: z.string(),
  changedAt: instantOut,
  changedBy: z.string(),
  revision: count.nullable(),
  effectiveAt: maybeInstant,
};
const LISTED_EXAMPLE = {
  draft: 2,
  status: 'proposed',
  madeAt: '2026-11-16T17:00:00.000Z',
  madeBy: 'solutions-architect',
  changedAt: '2026-11-16T18:00:00.000Z',
  changedBy: 'solutions-architect',
  revision: null,
  effectiveAt: null,
};
export const draftOut = z.strictObject(listed).meta({ id: 'DraftSummary', examples: [LISTED_EXAMPLE] });

const done = z.strictObject({ at: instantOut, by: z.string(), party: party.optional() });
const agreement = done.extend({ who: z.string() }).nullable();

export const draftWholeOut = z
  .strictObject({
    ...listed,
    base: count,
    origin: z.enum(['text', 'import', 'file', 'copy']),
    from: count.nullable(),
    hasText: z.boolean(),
    proposed: done.nullable(),
    agreed: z.strictObject({ contractor: agreement, oversight: agreement }),
    address: z.string().nullable(),
    digest: z.string().nullable(),
    findings: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['blocking', 'warning', 'advice']),
        blocks: z.boolean(),
        line: count,
        column: count,
        path: z.string(),
        message: z.string(),
        advice: z.string(),
      }),
    ),
    overrides: z.array(
      z.looseObject({ finding: z.string(), path: z.string(), by: z.record(z.string(), z.looseObject({})) }),
    ),
    changes: z.array(z.string()).nullable(),
    events: z.array(z.looseObject({ number: count, type: z.string(), at: instantOut, by: z.string() })),
  })
  .meta({
    id: 'Draft',
    examples: [
      {
        ...LISTED_EXAMPLE,
        base: 1,
        origin: 'copy',
        from: 1,
        hasText: true,
        proposed: { at: '2026-11-16T18:00:00.000Z', by: 'solutions-architect', party: 'contractor' },
        agreed: { contractor: null, oversight: null },
        address: null,
        digest: null,
        findings: [],
        overrides: [],
        changes: ['The title of level 2 is “Service director” instead of “Service manager”.'],
        events: [
          {
            number: 1,
            type: 'DraftMade',
            at: '2026-11-16T17:00:00.000Z',
            by: 'solutions-architect',
            party: 'contractor',
          },
        ],
      },
    ],
  });
