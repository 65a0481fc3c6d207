import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, expect, test } from 'vitest';
import { helpIn } from '../../src/cli/finding-help.ts';
import { play, ROOT } from './play.ts';

const UNCURED = 'plans/calnet-3-category-9.1.uncured.plan.yaml';

/** The published schema is written for draft 4, of which it uses nothing but the older name of `$id`. */
function validator(): (log: unknown) => readonly unknown[] {
  const {
    id,
    $schema: _draft,
    ...schema
  } = JSON.parse(readFileSync(`${ROOT}test/fixtures/sarif-schema-2.1.0.json`, 'utf8')) as Record<
    string,
    unknown
  >;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ $id: String(id), ...schema });
  return (log) => (validate(log) ? [] : (validate.errors ?? []));
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly invocations: readonly Readonly<Record<string, unknown>>[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly unknown[];
    }[];
  }[];
}

const sarifOf = async (...args: readonly string[]): Promise<Log> =>
  JSON.parse((await play(['check', '--format', 'sarif', ...args])).out) as Log;

let problems: (log: unknown) => readonly unknown[];
beforeAll(() => {
  problems = validator();
});

test.each([
  ['findings', [UNCURED]],
  ['no findings', ['plans/minimal.plan.yaml', '--at', '2026-11-22']],
  ['several files', [UNCURED, 'plans/minimal.plan.yaml']],
  ['a file that cannot be read', ['no such.yaml', UNCURED]],
])('a log with %s is valid by the published schema', async (_what, args) => {
  expect(problems(await sarifOf(...args))).toEqual([]);
});

test('the schema refuses a log that is none', () => {
  expect(problems({ version: '2.1.0', runs: [{ results: 'none' }] })).not.toEqual([]);
});

test('each result points at its rule and its place', async () => {
  const { runs } = await sarifOf(UNCURED);
  const { tool, results = [] } = runs[0] ?? { tool: { driver: { rules: [] } } };
  const json = JSON.parse((await play(['check', '--json', UNCURED])).out) as {
    findings: { code: string; line: number; column: number }[];
  };
  expect(results.map(({ ruleId }) => ruleId)).toEqual(json.findings.map(({ code }) => code));
  for (const [at, { ruleId, ruleIndex, locations }] of results.entries()) {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const { line, column } = json.findings[at] ?? { line: 0, column: 0 };
    const region = { startLine: line, startColumn: column };
    expect(locations).toEqual([{ physicalLocation: { artifactLocation: { uri: UNCURED }, region } }]);
  }
});

test('a file that cannot be read makes the run unsuccessful and says why', async () => {
  const { runs } = await sarifOf('no such.yaml');
  expect(runs[0]?.invocations[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [
      {
        level: 'error',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'no%20such.yaml' } } }],
      },
    ],
  });
});

test('the help of a rule is the section under its code', () => {
  const help = helpIn(
    '# Errors\n\n## `a-b-c`\n\nFirst\nline.\n\nMore.\n\n### plain-code\n\nOther.\n\n## Not one\n\nx',
  );
  expect([...help]).toEqual([
    ['a-b-c', { first: 'First line.', text: 'First\nline.\n\nMore.' }],
    ['plain-code', { first: 'Other.', text: 'Other.' }],
  ]);
});
