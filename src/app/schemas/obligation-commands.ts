import { z } from 'zod';
import type { ApiOperation } from '../../core/message/service.ts';
import { number, typedText } from './values.ts';

/** Commands to obligations that people give. */
export const OBLIGATION_COMMANDS = [
  ...(['deliver', 'accept', 'sendBack'] as const),
  ...(['propose', 'agree', 'decline', 'withdrawProposal'] as const),
] as const;
export type ObligationApiCommand = (typeof OBLIGATION_COMMANDS)[number];

interface ObligationResource {
  /** The name of the operation in the description. */
  readonly id: ApiOperation;
  /** The plural noun under an obligation. */
  readonly path: string;
  readonly body: z.ZodObject;
  /** A body that can be sent as it stands. */
  readonly example: Readonly<Record<string, unknown>>;
}

const text = typedText.optional();
const reason = typedText.min(1);
/** A date of the contract's zone. */
const date = z.iso.date();
const LINKS_MAX = 5;
const LINK_CHARACTERS_MAX = 500;

/** Every command of an obligation by its sub-resource. */
export const OBLIGATION_RESOURCES: Readonly<Record<ObligationApiCommand, ObligationResource>> = {
  deliver: {
    id: 'deliverObligation',
    path: 'deliveries',
    body: z.strictObject({
      text,
      /** When it was done, where that was before today. */
      doneOn: date.optional(),
      links: z.array(z.string().min(1).max(LINK_CHARACTERS_MAX)).max(LINKS_MAX).optional(),
    }),
    example: { text: 'Posted this morning.', links: ['https://portal.example/escalation'] },
  },
  accept: { id: 'acceptObligation', path: 'acceptances', body: z.strictObject({ text }), example: {} },
  sendBack: {
    id: 'sendObligationBack',
    path: 'returns',
    body: z.strictObject({ text: reason }),
    example: { text: 'The number of level 3 is missing.' },
  },
  propose: {
    id: 'proposeObligationChange',
    path: 'proposals',
    body: z.strictObject({
      proposed: z.discriminatedUnion('what', [
        z.strictObject({ what: z.literal('date'), dueOn: date }),
        z.strictObject({ what: z.literal('waiver') }),
      ]),
      text: reason,
    }),
    example: { proposed: { what: 'date', dueOn: '2027-03-01' }, text: 'The building is closed until then.' },
  },
  agree: {
    id: 'agreeToObligationChange',
    path: 'agreements',
    body: z.strictObject({ proposal: number, text }),
    example: { proposal: 1 },
  },
  decline: {
    id: 'declineObligationChange',
    path: 'declines',
    body: z.strictObject({ proposal: number, text }),
    example: { proposal: 1, text: 'The report is needed in January.' },
  },
  withdrawProposal: {
    id: 'withdrawObligationProposal',
    path: 'proposal-withdrawals',
    body: z.strictObject({ proposal: number }),
    example: { proposal: 1 },
  },
};
