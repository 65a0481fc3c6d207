import type { DutyWords } from '../duty.ts';
import { formatLocal } from './dates.ts';

export const duty: DutyWords = {
  refusals: {
    'duty-level-unknown': ({ level, levels }) => ({
      message: `The plan has no level "${level}".`,
      advice: levels === 1 ? 'It has level 1.' : `It has levels 1 to ${levels}.`,
    }),
  },
  heading: ({ level, title, at, timeZone }) =>
    `Level ${level}${title === '' ? '' : `, ${title}`}, ${formatLocal(at, timeZone, { year: true, zone: true })}:`,
  otherwise: '  Nobody is on duty; reached otherwise:',
  nobody: '  Nobody is on duty, and nobody is reached otherwise.',
  until: ({ until, timeZone }) => `  until ${formatLocal(until, timeZone, { year: true, zone: true })}`,
};
