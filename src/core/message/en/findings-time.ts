import type { FindingWords } from '../findings.ts';
import type { TimeFindings } from '../findings-time.ts';
import { calendarFindings } from './findings-calendars.ts';
import { promiseFindings } from './findings-promises.ts';
import { stepFindings } from './findings-steps.ts';
import { trackFindings } from './findings-tracks.ts';

export const timeFindings: FindingWords<TimeFindings> = {
  ...calendarFindings,
  ...trackFindings,
  ...stepFindings,
  ...promiseFindings,
};
