import { z } from 'zod';
import { catalogue } from '../../src/core/message/catalogue.ts';
import { type FormatKey, formatKeys } from './format-keys.ts';
import { planJsonSchema, wordsPath } from './plan-json-schema.ts';

const WORDS = catalogue('en').planFormat;

/** `docs/reference/plan.schema.json`. */
export const planSchemaText = (): string => `${JSON.stringify(planJsonSchema(WORDS), null, 2)}\n`;

/** The keys as the reference lists them, each path once, in the order of the schema. */
export function referenceKeys(): readonly FormatKey[] {
  const seen = new Set<string>();
  const keys = formatKeys().map(({ path, schemas }) => ({ path: wordsPath(path), schemas }));
  return keys.filter(({ path }) => !seen.has(path) && seen.add(path));
}

/** `docs/reference/plan-format.md`. */
export function planFormatPage(): string {
  const groups = Map.groupBy(referenceKeys(), ({ path }) => path.split('.')[0] ?? '');
  const shared = ['due', 'holiday'];
  const order = [...[...groups.keys()].filter((name) => !shared.includes(name)), ...shared];
  return `${INTRODUCTION}\n${order.map((name) => section(name, groups.get(name) ?? [])).join('\n')}`;
}

function section(name: string, keys: readonly FormatKey[]): string {
  const rows = keys.map(
    ({ path, schemas }) =>
      `| \`${path}\` | ${kindOf(schemas)} | ${cell(WORDS[path]?.means)} | ${cell(WORDS[path]?.missing)} | \`${cell(WORDS[path]?.example)}\` |`,
  );
  const intro = SHARED[name] ?? '';
  return `## ${name}\n\n${intro}| key | type | meaning | where missing | example |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const SHARED: Readonly<Record<string, string>> = {
  due: 'The keys of a counted date, wherever one stands: `obligations.#.due`, `requirements.posting.within`, `requirements.reissue.#`. Exactly one of `days`, `every` and `monthly` is written.\n\n',
  holiday: 'The keys of a date in `calendars.*.holidays.add` and `remove`.\n\n',
};

const cell = (text = ''): string => text.replaceAll('|', '\\|');

function kindOf(schemas: readonly z.core.$ZodType[]): string {
  return schemas.map(oneKind).join(' or ');
}

function oneKind(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodEnum) return schema.options.map((word) => `\`${word}\``).join(', ');
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((word) => `\`${word}\``).join(', ');
  if (schema instanceof z.ZodArray) return `list of ${oneKind(schema.element)}`;
  if (schema instanceof z.ZodRecord) return 'map by name';
  if (schema instanceof z.ZodObject) return 'map';
  if (schema instanceof z.ZodUnion) return schema.options.map(oneKind).join(' or ');
  if (schema instanceof z.ZodNumber) return 'whole number';
  if (schema instanceof z.ZodBoolean) return 'true or false';
  return (
    TEXTS.find(([example, others]) => accepts(schema, example) && !accepts(schema, others))?.[2] ?? 'text'
  );
}

/** A text each kind takes, one that it does not take, and what the kind is called. */
const TEXTS: readonly (readonly [string, string, string])[] = [
  ['1 month', 'x y', 'length of a turn'],
  ['2026-12-24T18:00', 'x y', 'time'],
  ['09:00', 'x y', 'time of day'],
  ['2026-11-26', '2026-02-30', 'date'],
  ['4 hours', 'x y', 'span'],
  ['08:00-17:00', 'x y', 'hours'],
  ['America/Los_Angeles', 'x y', 'zone'],
  ['an-id', 'x y', 'id'],
];

const accepts = (schema: z.core.$ZodType, text: string): boolean => z.safeParse(schema, text).success;

const INTRODUCTION = `# The plan format

A plan is one YAML file (or JSON, which is YAML), \`ladder: 1\` at its top. This page lists every key; \`ladder check\` finds
whatever is missing, and [errors.md](errors.md) explains each finding. \`plans/\` holds samples, and an editor that knows
[plan.schema.json](plan.schema.json) helps while you type:

\`\`\`yaml
# yaml-language-server: $schema=../docs/reference/plan.schema.json
\`\`\`

In a path, \`*\` stands for a name of your choice (letters, digits, \`-\` and \`_\`) and \`#\` for an entry of a list.

- Any key may be missing, or be written with \`null\` so that the gap has a line; both mean the same. Nothing that changes an
  instant has a default: where such a key is missing there is a finding.
- A **span** is \`45 seconds\`, \`90 minutes\`, \`4 hours\`, \`2 days\`, \`1 week\`, \`1 business day\` or \`PT1H30M\`. Seconds, minutes and
  hours are open time of a calendar. Days without \`business\` are calendar days in the contract's zone. What a business
  day is, the calendar says.
- **Hours** are \`"08:00-17:00"\`, in quotes where YAML needs them; the end does not belong to them. An end at or before the
  beginning is the next day's.
- A **time** is \`2026-12-24T18:00\` on the clocks of the rota's zone, or an instant with its offset,
  \`2026-12-24T18:00-08:00\`. A **time of day** is \`"09:00"\`. The **length of a turn** is \`12 hours\`, \`1 day\`, \`2 weeks\` or
  \`1 month\`, in whole hours, days, weeks or months.
- A **date** is \`2026-11-26\`. A **zone** is an IANA name; an offset is none, for it knows no clock change.
- Numbers with a meaning beyond counting (versions, telephone numbers) are texts and need quotes.
- A text that repeats itself by YAML aliases is read; merge keys (\`<<\`), tags (\`!x\`) and a second document are not.
- A file has at most 2 MiB, 32 maps and lists inside one another, 100 aliases, 100,000 values and 300,000 words and marks.
`;
