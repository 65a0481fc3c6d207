import type { FindingWords } from '../findings.ts';
import type { TimeFindings } from '../findings-time.ts';

export const timeFindings: FindingWords<TimeFindings> = {};
