import type { Plan } from '../format/schema.ts';
import { keyed, type PartField } from './part-field.ts';

/** What a level is, and who is reached there: contacts, or rotas that say who it is today. */
export function levelFields({ contacts = {}, rotas = {} }: Plan): readonly PartField[] {
  const options = [...Object.keys(contacts), ...Object.keys(rotas)];
  return [
    keyed('title', 'line'),
    keyed('reach', 'row', { options, says: 'plan' }),
    keyed('otherwise', 'row', { options, says: 'plan' }),
    keyed('responsibility', 'text'),
  ];
}
