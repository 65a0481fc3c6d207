import type { Plan } from '../format/schema.ts';
import { obligationSchema } from '../format/schema-contract.ts';
import { party } from '../format/schema-values.ts';
import { chosen, keyed, type PartField } from './part-field.ts';

/** What is owed, by when, by whom, and who accepts it. */
export const obligationFields = (_plan: Plan): readonly PartField[] => [
  keyed('id', 'id', { isOfNew: true, isNeeded: true }),
  chosen('kind', 'duty', obligationSchema.shape.kind.unwrap().options, { name: 'obligation' }),
  keyed('title', 'text'),
  keyed('due', 'due'),
  chosen('owner', 'party', party.options),
  chosen('acceptedBy', 'party', party.options),
  keyed('remind', 'days'),
  keyed('note', 'text'),
];
