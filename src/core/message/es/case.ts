import type { CaseWords } from '../case.ts';
import { caseEvents } from './case-events.ts';
import { caseRefusals } from './case-refusals.ts';
import { caseWaiting } from './case-waiting.ts';
import { formatLocal } from './dates.ts';

export const caseWords: CaseWords = {
  refusals: caseRefusals,
  events: caseEvents,
  waiting: caseWaiting,
  instant: (at, { timeZone }) => formatLocal(at, timeZone),
};
