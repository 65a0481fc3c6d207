import { isDiallable, isShortNumber } from '../asked/telephone.ts';
import type { Rule } from '../rule.ts';

/** Where life is in danger a number has to work: a short one as 911, or one that can be dialled from anywhere. */
export const emergencyNumberInvalid: Rule<'emergency-number-invalid'> = {
  code: 'emergency-number-invalid',
  severity: 'blocking',
  find: ({ emergency }) => {
    if (emergency === undefined) return [];
    const { number } = emergency;
    if (number !== undefined && (isShortNumber(number) || isDiallable(number))) return [];
    return [{ path: ['emergency', 'number'], values: { number } }];
  },
};
