import { expect, test } from 'vitest';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import type { IntakeReport } from '../../src/intake/report.ts';
import { DOCUMENTS, type Expected } from './documents.ts';

const reportOf = async (bytes: Uint8Array): Promise<IntakeReport> => {
  const { report, problem } = await readDocument(bytes, ' A draft');
  if (!report) throw new Error(problem.code);
  return report;
};

test.each(DOCUMENTS)('$name becomes the plan that was written down for it', async ({ bytes, expected }) => {
  const report = await reportOf(await bytes());
  const plan = parse(report.draft).value;
  expect(bare(plan)).toEqual(bare(expected.plan));
  expect(report.findings.map(({ code, about }) => `${code} ${about}`.trim()).sort()).toEqual([...expected.findings].sort());
  expect(report.unplaced.map(({ text }) => text)).toEqual(expected.unplaced);
});

test.each(DOCUMENTS)('the draft of $name is read whole, without a finding about its shape', async ({ bytes }) => {
  const { draft } = await reportOf(await bytes());
  expect(parse(draft).findings).toEqual([]);
});

/** A plan without what is empty, its questions by their place, and without the places of quotations. */
function bare(plan: Expected['plan']): unknown {
  const questions = (plan.questions ?? []).map(({ place: _place, readings = [], ...question }) => ({
    ...question,
    readings: readings.map(({ place: _of, ...reading }) => reading),
  }));
  questions.sort((one, other) => ((one.about ?? '') < (other.about ?? '') ? -1 : 1));
  return full({ ladder: 1, ...plan, questions });
}

function full(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(full);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const entries = Object.entries(value).map(([key, entry]) => [key, full(entry)] as const);
  const kept = entries.filter(([, entry]) => entry !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
