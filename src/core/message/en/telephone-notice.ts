import type { TelephoneNoticeWords } from '../telephone-notice.ts';
import { spelt } from './telephone.ts';

export const telephoneNotice: TelephoneNoticeWords = {
  marks: { demonstration: 'DEMONSTRATION.', practice: 'PRACTICE.' },
  text: ({ caseId, customerName }) => `Ladder, case ${caseId} (${customerName}):`,
  told: ({ times }) => `Notice ${times}.`,
  choice: {
    acknowledge: ({ key }) => `${key} to acknowledge`,
    respond: ({ key }) => `${key} and your answer to respond`,
    satisfied: ({ key }) => `${key} if you are satisfied`,
    notSatisfied: ({ key }) => `${key} if not`,
    escalate: ({ key, level }) => `${key} to contact level ${level}`,
    undoSatisfied: ({ key }) => `${key} if it is not settled after all`,
  },
  reply: ({ choices }) => `Reply ${choices.join(', ')}.`,
  ring: ({ number }) => `More by telephone: ${number}.`,
  call: {
    greeting: ({ caseId, customerName, contractTitle }) =>
      `This is Ladder, calling about case ${spelt(caseId)} of ${customerName}, under ${contractTitle}.`,
    demonstration: 'This is a demonstration. No trouble is real.',
    practice: 'This case is for practice. No trouble is real.',
    asked: 'The customer waits for your response.',
  },
};
