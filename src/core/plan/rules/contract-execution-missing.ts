import type { Plan } from '../format/schema.ts';
import type { Rule } from '../rule.ts';

/** Without the day of execution nobody can say by when the plan had to be posted; blocking where a date of the plan is counted from it. */
export const contractExecutionMissing: Rule<'contract-execution-missing'> = {
  code: 'contract-execution-missing',
  severity: 'warning',
  find: (plan) => {
    if (plan.contract?.executed !== undefined) return [];
    const severity = isCountedFrom(plan) ? 'blocking' : 'warning';
    return [{ path: ['contract', 'executed'], values: {}, severity }];
  },
};

function isCountedFrom({ requirements, obligations = [] }: Plan): boolean {
  const dues = [requirements?.posting?.within, ...obligations.map(({ due }) => due)];
  return dues.some((due) => typeof due === 'object' && due.after === 'execution');
}
