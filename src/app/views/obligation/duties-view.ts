import type { Plan } from '../../../core/plan/format/schema.ts';
import type { Party } from '../../../core/plan/format/schema-values.ts';
import type { Reading } from '../../ports/reading.ts';
import { agreedPlan } from '../plan/agreed-plan.ts';

/** What a revision says of who does what. */
export interface DutiesView {
  readonly duties: readonly Duty[];
  readonly revision: number;
}

/** A duty of the plan and who has it. */
interface Duty {
  readonly duty: string;
  readonly role: string;
  readonly party: Party | undefined;
}

/** Who does what by the published plan; undefined where nothing is published, or its text was erased. */
export async function dutiesOf(reading: Reading, contract: string): Promise<DutiesView | undefined> {
  const agreed = await agreedPlan(reading, contract);
  if (!agreed?.written) return undefined;
  return { duties: dutiesIn(agreed.written), revision: agreed.published.number };
}

const dutiesIn = ({ roles = [] }: Plan): readonly Duty[] =>
  roles.flatMap(({ role = '', party, does = [] }) => does.map((duty) => ({ duty, role, party })));
