import { catalogue } from '../core/message/catalogue.ts';
import type { FieldProblems } from '../core/message/service.ts';
import { nearestWord } from '../core/nearest-word.ts';
import type { FieldProblem } from './problem.ts';

/** One thing a schema found, as the library hands it over. */
interface Issue {
  readonly keyword?: string | undefined;
  readonly instancePath?: string | undefined;
  readonly message?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

const NAMED_MAX = 20;
const SHOWN_MAX = 100;

/** Everything the schema found, in our own words; `known` are the names it knows. */
export const fieldProblems = (issues: readonly Issue[], known: readonly string[]): readonly FieldProblem[] =>
  issues.flatMap((issue) => problemsOf(issue, known)).slice(0, NAMED_MAX);

function problemsOf(issue: Issue, known: readonly string[]): readonly FieldProblem[] {
  const { keyword, instancePath = '/', params = {} } = issue;
  if (keyword !== 'unrecognized_keys') return [problemOf(issue, instancePath)];
  const keys = Array.isArray(params.keys) ? params.keys.map(String) : [];
  return keys.map((key) => {
    const field = key.slice(0, SHOWN_MAX).toWellFormed();
    const path = `${instancePath === '/' ? '' : instancePath}/${field}`;
    return said('field-unknown', path, { field, suggestion: nearestWord(field, known) });
  });
}

function problemOf({ keyword, message = '', params = {} }: Issue, path: string): FieldProblem {
  const isNumber = params.origin === 'number' || params.origin === 'int';
  switch (keyword) {
    case 'invalid_type':
      // The library says of a missing value only that it was undefined.
      if (message.endsWith('undefined')) return said('field-missing', path, {});
      return said('field-type-wrong', path, { expected: String(params.expected) });
    case 'invalid_value':
      return said('field-choice-unknown', path, { choices: (params.values as unknown[]).map(String) });
    case 'too_big':
      return said(isNumber ? 'field-too-big' : 'field-too-long', path, { max: Number(params.maximum) });
    case 'too_small':
      return said(isNumber ? 'field-too-small' : 'field-too-short', path, { min: Number(params.minimum) });
    default:
      return said(FORMS[message] ?? 'field-malformed', path, {});
  }
}

/** What the schemas call a form, as a code. */
const FORMS: Readonly<Record<string, keyof FieldProblems>> = {
  text: 'field-text-unsound',
  line: 'field-line-unsound',
  id: 'field-id-malformed',
  instant: 'field-instant-malformed',
  answer: 'field-answer-malformed',
  clockTarget: 'field-clock-target-unclear',
};

function said(code: keyof FieldProblems, path: string, values: object): FieldProblem {
  const say = catalogue('en').service.fields[code] as (values: object) => string;
  return { path, code, message: say(values) };
}
