import type { FindingWords } from '../findings.ts';
import type { DocumentFindings } from '../findings-document.ts';

type QuestionFindings = Pick<DocumentFindings, Extract<keyof DocumentFindings, `question-${string}`>>;

const SETTLED = { by: 'who agreed to it', date: 'when it was agreed', because: 'why' } as const;

export const questionFindings: FindingWords<QuestionFindings> = {
  'question-open': {
    message: ({ about, readings, quote, taken }) => {
      const said = quote === undefined ? '' : ` ("${quote}")`;
      const meanwhile = taken === undefined ? '' : ` Meanwhile the plan carries: ${taken}.`;
      return readings.length < 2
        ? `The document leaves \`${about}\` open${said}.${meanwhile}`
        : `The document leaves \`${about}\` open${said}; it can be read as ${readings.join(' or as ')}.${meanwhile}`;
    },
    advice: () =>
      'Let the parties agree, then add `settled` with `by`, `date` and `because`, and write the agreed reading into the plan.',
  },
  'question-settlement-incomplete': {
    message: ({ about, key }) => `The settlement of \`${about}\` does not say ${SETTLED[key]}.`,
    advice: ({ key }) => `Write it under \`settled.${key}\`.`,
  },
  'question-about-unknown': {
    message: ({ about }) =>
      about === undefined
        ? 'The question does not say what it is about.'
        : `The question is about \`${about}\`, which this plan does not have.`,
    advice: () =>
      'Write the path of the place, counting from 1 in lists: `levels.3`, `contacts.support.office`.',
  },
  'question-reading-unclear': {
    message: ({ about, taken, readings }) =>
      readings === 0
        ? `The question about \`${about}\` has no readings.`
        : taken === undefined
          ? `The question about \`${about}\` does not say which reading the plan carries meanwhile.`
          : `The question about \`${about}\` takes reading ${taken} of ${readings}.`,
    advice: () =>
      'Write the readings under `readings`, and under `taken` the number of one, counting from 1.',
  },
  'question-reading-differs': {
    message: ({ about, reading }) => `The plan says that \`${about}\` carries "${reading}", and it does not.`,
    advice: () => 'Change `taken`, or write that reading into the plan.',
  },
};
