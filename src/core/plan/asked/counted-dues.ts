import type { Path } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import type { Due } from '../format/schema-contract.ts';
import { obligationName } from './obligation-name.ts';

/** A date that is counted rather than written. */
interface CountedDueAt {
  readonly due: Exclude<Due, string>;
  readonly path: Path;
  /** What is due, for sentences. */
  readonly name: string;
}

/** Every date of the plan that is counted from something: those of obligations, of posting and of issuing anew. */
export function countedDues({ requirements, obligations = [] }: Plan): readonly CountedDueAt[] {
  const within = requirements?.posting?.within;
  const posting: CountedDueAt[] = within
    ? [{ due: within, path: ['requirements', 'posting', 'within'], name: 'requirements.posting' }]
    : [];
  const reissue = (requirements?.reissue ?? []).map((due, index) => ({
    due,
    path: ['requirements', 'reissue', index],
    name: 'requirements.reissue',
  }));
  const owed = obligations.flatMap((obligation, index) => {
    const { due } = obligation;
    if (typeof due !== 'object') return [];
    return [{ due, path: ['obligations', index, 'due'], name: obligationName(obligation, index) }];
  });
  return [...posting, ...reissue, ...owed];
}
