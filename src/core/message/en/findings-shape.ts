import type { FindingWords } from '../findings.ts';
import type { Expected, ShapeFindings, SyntaxProblem } from '../findings-shape.ts';

const EXPECTED: Readonly<Record<Expected, string>> = {
  span: 'a length of time such as "4 hours", "90 minutes", "1 business day" or "PT1H30M"',
  date: 'a date that exists, written as 2026-11-26',
  window: 'hours written as "08:00-17:00" (an end before the beginning is the next day\'s)',
  weekdays: 'weekdays such as mon, mon-fri or "sat, sun"',
  'time-zone': 'a time zone by its name, such as America/Los_Angeles',
  id: 'a short name of letters, digits, - and _',
  text: 'some text without control characters, at most 4,000 characters long',
  'date-or-due': 'a date, or how it is counted, such as { days: 90, after: execution }',
  condition: 'a condition such as { unsatisfiedFor: 4 hours, calendar: always }, or a list of conditions',
  'reading-value': 'text, a number, true or false, or a list of texts',
  'local-time': 'a time such as 2026-12-24T18:00, or one with its offset, 2026-12-24T18:00-08:00',
  'time-of-day': 'a time of day in quotes, as "09:00"',
  'turn-length': 'how long a turn lasts, such as "12 hours", "1 day", "2 weeks" or "1 month"',
  turn: 'the id of a contact, or a list of them who are on duty together',
  'level-number': 'the number of a level, without quotes: 1, 2, 3 …',
  format: 'the number of a format',
  key: 'a name',
  string: 'text; put it in quotes',
  number: 'a whole number in its range, without quotes',
  boolean: 'true or false',
  list: 'a list, as [one, two]',
  map: 'keys with values',
  'one-of': 'one of the words the format knows',
  other: 'what the page of the plan format says of this key',
};

const SYNTAX: Readonly<Record<SyntaxProblem, string>> = {
  alias: 'An alias (*) or anchor (&) here names nothing or stands in the wrong place.',
  indentation: 'The lines here are not indented as a map or a list.',
  tab: 'A tab stands where YAML wants spaces.',
  bracket: 'A bracket, a brace, a comma or a quote is missing here.',
  quote: 'The text in quotes has a backslash that means nothing.',
  tag: 'A tag (!) stands here that the format does not use.',
  key: 'What stands before the colon cannot be a key.',
  directive: 'A directive (%) stands here that the format does not use.',
  token: 'This is not YAML here.',
};

const oneOf = (words: readonly string[]): string => words.join(', ');

export const shapeFindings: FindingWords<ShapeFindings> = {
  'plan-text-unreadable': {
    message: ({ character }) => `The file is not plain text in UTF-8: it holds the character ${character}.`,
    advice: () => 'Save it as UTF-8 text; a Word or PDF document is not a plan.',
  },
  'plan-text-too-long': {
    message: ({ bytes, max }) => `The file has ${bytes} bytes; a plan has at most ${max}.`,
    advice: () => 'Check that this is the file you meant.',
  },
  'plan-nesting-too-deep': {
    message: ({ max }) => `More than ${max} maps and lists stand inside one another here.`,
    advice: () => 'A plan needs eight at most; look for a bracket that is not closed.',
  },
  'plan-text-too-busy': {
    message: ({ max }) => `The file has more than ${max} words, marks and values, too many for a plan.`,
    advice: () => 'Check that this is the file you meant.',
  },
  'plan-aliases-too-many': {
    message: ({ max }) => `The file repeats itself by more than ${max} aliases.`,
    advice: () => 'Write the values out where they belong.',
  },
  'plan-empty': {
    message: () => 'The file holds nothing but blanks, comments or `null`.',
    advice: () =>
      'Begin a plan with `ladder: 1`, as plans/minimal.plan.yaml does; facts are keys with values.',
  },
  'plan-documents-several': {
    message: () => 'A second document begins here; a file holds one plan.',
    advice: () => 'Remove the line `---`, or put the second plan in a file of its own.',
  },
  'plan-syntax-broken': {
    message: ({ problem }) => SYNTAX[problem],
    advice: () => 'Mend it here or in the line before; the rest of the plan is checked after that.',
  },
  'plan-key-duplicate': {
    message: ({ key, firstLine }) =>
      `\`${key}\` stands here a second time; line ${firstLine} has it already.`,
    advice: () => 'Keep one of the two: only the first is read.',
  },
  'plan-key-unknown': {
    message: ({ key, under }) =>
      `The format has no key \`${key}\`${under === '' ? '' : ` under \`${under}\``}.`,
    advice: ({ suggestion, known }) => {
      if (known.length === 0) return 'Remove it, or give it another name.';
      const here = `Known here: ${known.join(', ')}.`;
      return suggestion === undefined ? here : `Did you mean \`${suggestion}\`? ${here}`;
    },
  },
  'plan-merge-unsupported': {
    message: () => 'The merge key `<<` is not part of the format.',
    advice: () => 'Write the values out, so that every line says what it means.',
  },
  'plan-value-misshapen': {
    message: ({ path, found }) => `${path === '' ? 'The whole file' : `\`${path}\``} cannot be \`${found}\`.`,
    advice: ({ expected, options, suggestion }) => {
      const wanted = `Write ${options.length > 0 ? `one of ${oneOf(options)}` : EXPECTED[expected]}.`;
      return suggestion === undefined ? wanted : `Did you mean \`${suggestion}\`? ${wanted}`;
    },
  },
};
