import type { z } from 'zod';
import type { Finding, FindingCode } from '../../finding.ts';
import { type Plan, planSchema } from '../format/schema.ts';
import { readPlain } from './read-plain.ts';
import { readText, refusalOf, type TextProblem } from './read-text.ts';
import { type ReadValue, readValue } from './read-value.ts';
import { shape } from './shape.ts';
import { positionsIn, type Source, sourceOf } from './source.ts';

/** A text as far as it could be read. */
export interface Parsed<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
  readonly source: Source;
  /** Whether the whole text was understood as data; where not, what `value` lacks may stand in the text after all. */
  readonly isWhole: boolean;
  /** Offsets of values that were taken out; a rule's finding about one of them would say the same thing twice. */
  readonly removedAt: ReadonlySet<number>;
  /** The maps and lists they were taken out of: a finding about one as a whole may only follow from that. */
  readonly removedFrom: ReadonlySet<unknown>;
}

/**
 * The plan in a text, YAML or JSON, and every finding about its shape. It never throws: what cannot be read
 * is reported and left out, so that the rules can speak about the rest.
 */
export const parse = (text: string): Parsed<Plan> => parseAs(planSchema, text);

/** As `parse`, for another schema of which everything may be missing. */
export function parseAs<T>(schema: z.ZodType<T>, text: string): Parsed<T> {
  const positionAt = positionsIn(text);
  const read = readIn(text, positionAt);
  const source = sourceOf(positionAt, read.value, read.places);
  const found = read.problems;
  if (found.some(({ code }) => !LEGIBLE.has(code))) return unread(schema, source, found);
  if (read.value === undefined || read.value === null) {
    return unread(schema, source, [{ code: 'plan-empty', at: 0, values: {} }]);
  }
  const shaped = shape(schema, { root: read.value, source, places: read.places });
  const findings = findingsOf(source, [...found, ...shaped.problems]);
  const { value, removedAt, removedFrom } = shaped;
  return { value, findings, source, isWhole: true, removedAt, removedFrom };
}

/** What stands in a text: plans are plain, and for the others there is the library. */
function readIn(text: string, positionAt: Source['positionAt']): ReadValue {
  const refusal = refusalOf(text);
  if (refusal) return { ...NOTHING, problems: [refusal] };
  const plain = readPlain(text);
  if (plain) return plain;
  const { document, problems } = readText(text);
  const read = document ? readValue(document, (offset) => positionAt(offset).line) : NOTHING;
  return { ...read, problems: [...problems, ...read.problems] };
}

const NOTHING: ReadValue = {
  value: undefined,
  places: { maps: new WeakMap(), lists: new WeakMap() },
  problems: [],
};

/** What may be wrong with a text that is understood all the same. */
const LEGIBLE: ReadonlySet<FindingCode> = new Set([
  'plan-key-duplicate',
  'plan-key-unknown',
  'plan-merge-unsupported',
]);

function unread<T>(schema: z.ZodType<T>, source: Source, problems: readonly TextProblem[]): Parsed<T> {
  const findings = findingsOf(source, problems);
  const nothing = new Set<never>();
  return {
    value: schema.parse({}),
    findings,
    source,
    isWhole: false,
    removedAt: nothing,
    removedFrom: nothing,
  };
}

function findingsOf(source: Source, problems: readonly TextProblem[]): readonly Finding[] {
  return problems.map(({ code, at, values }) => {
    const finding = { code, severity: 'blocking', ...source.positionAt(at), path: [], values };
    return finding as unknown as Finding;
  });
}
