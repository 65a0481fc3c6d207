import type { FindingValues, FindingWords } from '../findings.ts';
import { documentFindings } from './findings-document.ts';
import { peopleFindings } from './findings-people.ts';
import { rotaFindings } from './findings-rotas.ts';
import { shapeFindings } from './findings-shape.ts';
import { timeFindings } from './findings-time.ts';

export const findings: FindingWords<FindingValues> = {
  ...shapeFindings,
  ...documentFindings,
  ...peopleFindings,
  ...rotaFindings,
  ...timeFindings,
};
