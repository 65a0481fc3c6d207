import type { Plan } from '../format/schema.ts';
import { daysOf } from './due-days.ts';

/** So many days after one round of confirming the next begins; undefined where the plan asks for none. */
export function roundDays({ requirements }: Plan): number | undefined {
  const days = daysOf(requirements?.attestation?.every ?? '');
  return days === undefined || days < 1 ? undefined : days;
}
