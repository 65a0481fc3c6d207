import { z } from 'zod';
import { CALL_FAILURES, TELEPHONES } from '../../core/case/call.ts';
import { CLOSE_REASONS, type CommandType } from '../../core/case/command.ts';
import { id, instant, level, line, number, typedText } from './values.ts';

/** Commands that come over the API with nothing but fields; `open` makes the case itself, and a file is bytes. */
export type ApiCommand = Exclude<
  CommandType,
  'open' | 'attach' | 'deadlineDue' | 'deliveryResult' | 'noteMeans' | 'endReaching'
>;

/** How a command is given: to which sub-resource of its case, with what. */
interface CommandResource {
  /** The plural noun under a case. */
  readonly path: string;
  readonly body: z.ZodObject;
  /** A body that can be sent as it stands. */
  readonly example: Readonly<Record<string, unknown>>;
}

const text = typedText.optional();
const audience = z.enum(['customer', 'contractor', 'oversight', 'all']).optional();
/** When it happened, where that was earlier than it is sent: at most 24 hours. */
const statedAt = instant.optional();
/** The desk records it for a caller. */
const onBehalfOf = z.literal('customer').optional();

const TEXT = z.strictObject({ text });
const NOTHING = z.strictObject({});

/** Every command of a case by its sub-resource. */
export const COMMAND_RESOURCES: Readonly<Record<ApiCommand, CommandResource>> = {
  escalate: {
    path: 'moves',
    body: z.strictObject({ level, reason: line.optional(), text, statedAt, onBehalfOf }),
    example: { level: 2, text: 'Nobody has called back.' },
  },
  ask: {
    path: 'asks',
    body: z.strictObject({ text, statedAt, onBehalfOf }),
    example: { text: 'Is there any news?' },
  },
  notSatisfied: {
    path: 'dissatisfactions',
    body: z.strictObject({ text, statedAt, onBehalfOf }),
    example: { text: 'The line dropped again.' },
  },
  acknowledge: { path: 'acknowledgements', body: NOTHING, example: {} },
  respond: {
    path: 'responses',
    body: z.strictObject({ text, statedAt }),
    example: { text: 'A technician is on the way.' },
  },
  proposeResolution: {
    path: 'proposals',
    body: z.strictObject({ text, statedAt }),
    example: { text: 'The card is replaced; please try the line.' },
  },
  update: { path: 'updates', body: TEXT, example: { text: 'The spare part arrives at noon.' } },
  confirmResponse: {
    path: 'confirmations',
    body: z.strictObject({ response: number }),
    example: { response: 0 },
  },
  satisfied: { path: 'satisfactions', body: TEXT, example: { text: 'It works, thank you.' } },
  undoSatisfied: { path: 'satisfaction-undos', body: NOTHING, example: {} },
  requestPause: {
    path: 'pause-requests',
    body: z.strictObject({ reason: line, text }),
    example: { reason: 'customer not available' },
  },
  consentToPause: { path: 'pause-consents', body: NOTHING, example: {} },
  refusePause: { path: 'pause-refusals', body: TEXT, example: { text: 'The site is open.' } },
  resume: { path: 'resumptions', body: NOTHING, example: {} },
  contestPause: {
    path: 'pause-contests',
    body: z.strictObject({ pause: number, text }),
    example: { pause: 1, text: 'The site was open all day.' },
  },
  decidePauseDispute: {
    path: 'pause-decisions',
    body: z.strictObject({ pause: number, upheld: z.boolean(), text }),
    example: { pause: 1, upheld: true },
  },
  contestStatedInstant: {
    path: 'instant-contests',
    body: z.strictObject({ ask: number, text }),
    example: { ask: 1, text: 'No call came in at that time.' },
  },
  decideStatedInstant: {
    path: 'instant-decisions',
    body: z.strictObject({ ask: number, upheld: z.boolean(), text }),
    example: { ask: 1, upheld: false },
  },
  decline: {
    path: 'declines',
    body: z.strictObject({ level, reason: line }),
    example: { level: 2, reason: 'Level 1 is working on it' },
  },
  handOver: {
    path: 'hand-overs',
    body: z.strictObject({ to: id, text }),
    example: { to: 'solutions-architect' },
  },
  changeTrack: {
    path: 'track-changes',
    body: z.strictObject({ track: id, text }),
    example: { track: 'bill-or-contract-impacting' },
  },
  proposeTrack: {
    path: 'track-proposals',
    body: z.strictObject({ track: id, text }),
    example: { track: 'bill-or-contract-impacting' },
  },
  chooseAutomatic: {
    path: 'automatic-choices',
    body: z.strictObject({ automatic: z.boolean() }),
    example: { automatic: true },
  },
  addNote: {
    path: 'notes',
    body: z.strictObject({ text: typedText.min(1), audience }),
    example: { text: 'The circuit is in building 7.', audience: 'all' },
  },
  recordCall: {
    path: 'calls',
    body: z.strictObject({
      level,
      reached: z.boolean(),
      /** Whose number was rung: a seat of the plan, or a person. */
      contact: id.optional(),
      /** Which; needed of a call that reached nobody. */
      telephone: z.enum(TELEPHONES).optional(),
      /** Needed of a call that reached nobody; all but `noAnswer` put the number in doubt. */
      failure: z.enum(CALL_FAILURES).optional(),
      text,
      statedAt,
    }),
    example: { level: 1, reached: false, telephone: 'other', failure: 'noAnswer', text: 'No answer.' },
  },
  addWatcher: { path: 'watchers', body: z.strictObject({ person: id }), example: { person: 'emeric-stone' } },
  removeWatcher: {
    path: 'watcher-removals',
    body: z.strictObject({ person: id }),
    example: { person: 'emeric-stone' },
  },
  nameStandIn: {
    path: 'stand-ins',
    body: z.strictObject({ person: id, endsAt: instant.optional() }),
    example: { person: 'emeric-stone' },
  },
  endStandIn: { path: 'stand-in-ends', body: NOTHING, example: {} },
  withdraw: { path: 'withdrawals', body: TEXT, example: { text: 'It was our own router.' } },
  close: {
    path: 'closings',
    body: z.strictObject({ reason: z.enum(CLOSE_REASONS), text }),
    example: { reason: 'duplicate' },
  },
  reopen: {
    path: 'reopenings',
    body: z.strictObject({ text, onBehalfOf }),
    example: { text: 'It is down again.' },
  },
  proposeRevision: {
    path: 'revision-proposals',
    body: z.strictObject({ revision: number }),
    example: { revision: 2 },
  },
  moveToRevision: {
    path: 'revision-changes',
    body: z.strictObject({ revision: number, text }),
    example: { revision: 2 },
  },
};

/** What opens a case. */
export const openingBody = z
  .strictObject({
    track: id,
    /** Which customer's case it is; may be left out by whoever belongs to just one. */
    customer: id.optional(),
    /** The customer's person who is told and answers; needed where the desk opens for a caller. */
    reporter: id.optional(),
    text,
    references: z.array(line).max(20).optional(),
    /** Ladder moves in the customer's name as soon as it may. */
    automatic: z.boolean().optional(),
    /** A drill: kept out of every statistic. */
    practice: z.boolean().optional(),
    statedAt,
    onBehalfOf,
  })
  .meta({
    examples: [
      {
        track: 'service-impacting',
        text: 'Both lines are down since this morning.',
        references: ['INC-20417'],
      },
    ],
  });
