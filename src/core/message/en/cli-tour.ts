import type { TourWords } from '../cli.ts';
import { counted } from './dates.ts';

export const tour: TourWords = {
  welcome:
    "Ladder runs a contract's customer escalation process: who is reached at which level, after how long, by whom.",
  documentChecked: ({ file, blocking }) =>
    `Read as it was written, the sample document (${file}) has ${counted(blocking, 'blocking finding')}.`,
  documentAdvice: (file) => `  npx ladder check ${file}`,
  planChecked: ({ file, blocking, other }) =>
    `Cured by its parties (${file}) it has ${blocking === 0 ? 'none' : counted(blocking, 'blocking finding')}, and ${counted(other, 'smaller finding')}.`,
  casePlayed: (title) => `A case on that plan, played now: ${title}`,
  next: [
    'Go on with:',
    '  npx ladder simulate scenarios/e.scenario.yaml --story     the machine was down when a step fell due',
    '  npx ladder deadline --plan plans/calnet-3-category-9.1.plan.yaml --calendar business \\',
    '    --from 2026-11-25T16:30 --span "1 business day" --explain',
    '  npx ladder --help',
  ],
};
