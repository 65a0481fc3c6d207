import type { Path } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import { contactSchema } from '../format/schema-contract.ts';
import { chosen, keyed, NEW_ID, type PartField } from './part-field.ts';

const { kind, shown } = contactSchema.shape;

/** Who somebody is and how they are reached. */
export const contactFields = ({ contacts = {} }: Plan, path: Path): readonly PartField[] => [
  NEW_ID,
  chosen('kind', 'kind', kind.unwrap().options),
  keyed('name', 'line'),
  keyed('title', 'line'),
  keyed('office', 'telephone'),
  keyed('mobile', 'telephone'),
  keyed('email', 'mail'),
  chosen('shown', 'shown', shown.unwrap().options),
  chosen(
    'deputy',
    'plan',
    Object.keys(contacts).filter((id) => id !== path[1]),
  ),
  keyed('quietHours', 'week'),
];
