import type { ServiceWords } from '../service.ts';
import { listed } from './dates.ts';
import { operations } from './service-operations.ts';
import { problems } from './service-problems.ts';

export const service: ServiceWords = {
  problems,
  operations,
  fields: {
    'field-unknown': ({ field, suggestion }) =>
      suggestion === undefined
        ? `"${field}" is not known here.`
        : `"${field}" is not known here; did you mean "${suggestion}"?`,
    'field-missing': () => 'This is needed.',
    'field-type-wrong': ({ expected }) => `This has to be of type ${expected}.`,
    'field-choice-unknown': ({ choices }) => `This has to be one of: ${listed(choices.map(String))}.`,
    'field-too-long': ({ max }) => `At most ${max} are taken here.`,
    'field-too-short': ({ min }) => `At least ${min} is needed here.`,
    'field-too-big': ({ max }) => `The highest that is taken is ${max}.`,
    'field-too-small': ({ min }) => `The lowest that is taken is ${min}.`,
    'field-text-unsound': () => 'The text holds half a character, or the character of number 0.',
    'field-line-unsound': () => 'This is one line of text without control characters.',
    'field-id-malformed': () =>
      'A name begins with a letter or a digit and goes on with letters, digits, ".", "_" and "-".',
    'field-instant-malformed': () => 'An instant is written as 2026-11-20T16:30:00-08:00, with its offset.',
    'field-answer-malformed': () => 'A supposed answer is written as 1@2026-11-20T16:30:00-08:00.',
    'field-clock-target-unclear': () => 'Send either `by`, a span of time, or `until`, an instant.',
    'field-malformed': () => 'This is not understood.',
  },
  titles: {
    400: 'The request is not understood',
    401: 'A token is needed',
    403: 'This is not allowed to you',
    404: 'There is nothing here',
    405: 'The method is not known here',
    409: 'The answer is no',
    410: 'What was here is gone',
    412: 'The case has changed',
    413: 'The request is too big',
    415: 'The type of the body is not taken',
    422: 'The request says what cannot be',
    429: 'Too much at once',
    500: 'Ladder has failed',
    503: 'Not now',
  },
  replies: {
    done: 'Done: the events it brought.',
    opened: 'The case is open.',
    nothingNew: 'Accepted; there was nothing new.',
    problem: 'A problem (RFC 9457).',
  },
  api: {
    title: 'The API of Ladder',
    about:
      'Everything a person can do with a case, for programs. Send your token as "Authorization: Bearer ladder_…".',
    examples:
      'The examples name what the demonstration has; put the token into LADDER_TOKEN. Whose token it is decides what is answered: some are for the customer, some for the contractor, some for oversight, and some make sense only at a certain point of a case.',
    document: 'The same as an OpenAPI document',
    problems: 'Problems and their codes',
    request: 'Request',
    reply: 'Reply',
    parameters: 'Parameters',
    required: 'needed',
  },
};
