import type { TelephoneNoticeWords } from '../telephone-notice.ts';

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
      `This is Ladder, calling about case ${caseId} of ${customerName}, under ${contractTitle}.`,
    demonstration: 'This is a demonstration. No trouble is real.',
    practice: 'This case is for practice. No trouble is real.',
    asked: 'The customer waits for your response.',
    press: {
      acknowledge: ({ key }) => `To acknowledge that you have it, press ${key}.`,
      respond: ({ key }) => `To respond, press ${key} and speak.`,
      satisfied: ({ key }) => `If the matter is settled, press ${key}. That closes the case.`,
      notSatisfied: ({ key }) => `If the matter is not settled, press ${key}.`,
      escalate: ({ key, level }) => `To contact level ${level} now, press ${key}.`,
      undoSatisfied: ({ key }) => `If the matter is not settled after all, press ${key}.`,
    },
  },
};
