import { expect, test } from 'vitest';
import { isNode, isScalar, parseDocument } from 'yaml';
import { check } from '../../src/core/plan/check.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { blocksOf, type Paper } from '../../src/intake/paper/paper.ts';
import { readPaper } from '../../src/intake/paper/read-paper.ts';
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
  expect(report.findings.map(({ code, about }) => `${code} ${about}`.trim()).sort()).toEqual(
    [...expected.findings].sort(),
  );
  expect(report.unplaced.map(({ text }) => text)).toEqual(expected.unplaced);
});

test.each(DOCUMENTS)(
  'the draft of $name is read whole, without a finding about its shape',
  async ({ bytes }) => {
    const { draft } = await reportOf(await bytes());
    expect(parse(draft).findings).toEqual([]);
  },
);

test.each(DOCUMENTS)(
  'each value of $name stands where its place says, in the words that are quoted',
  async ({ bytes }) => {
    const file = await bytes();
    const report = await reportOf(file);
    const lines = linesByPlace(await readPaper(file));
    const quotes = [
      ...report.facts.map(({ quote }) => quote),
      ...report.questions.flatMap(({ quote, readings }) => [quote, ...readings.map((one) => one.quote)]),
      ...report.findings.flatMap(({ quotes: all }) => all),
      ...report.unplaced,
    ].filter((quote) => quote !== undefined);
    expect(report.facts.length).toBeGreaterThan(15);
    const astray = quotes.filter(
      ({ text, place }) => !lines.get(`${place.page} ${place.line}`)?.some((line) => line.includes(text)),
    );
    expect(astray).toEqual([]);
  },
);

test.each(DOCUMENTS)('beside each value in the draft of $name stands its place', async ({ bytes }) => {
  const { draft, facts } = await reportOf(await bytes());
  const document = parseDocument(draft);
  const bareOfPlace = facts.filter(({ path, quote: { place } }) => {
    const node = document.getIn(
      path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) - 1 : part)),
      true,
    );
    const beside = isScalar(node) ? node.comment : isNode(node) ? node.commentBefore : undefined;
    const where = place.page === undefined ? '' : `page ${place.page}, `;
    return beside !== ` ${where}line ${place.line}`;
  });
  expect(bareOfPlace).toEqual([]);
});

test.each(DOCUMENTS)(
  'every question of the draft of $name is one the rules know, is open, and blocks',
  async ({ bytes }) => {
    const { draft, questions } = await reportOf(await bytes());
    const about = check(draft).findings.filter(({ code }) => code.startsWith('question-'));
    expect(about.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
      questions.map(() => 'question-open blocking'),
    );
  },
);

test('what a document does not say stands in the draft as null', async () => {
  const twin = DOCUMENTS.find(({ name }) => name === 'twin');
  const { draft } = await reportOf((await twin?.bytes()) ?? new Uint8Array());
  for (const gap of [
    '  executed: null',
    '  portal: null',
    'promises: null',
    '    mobile: null',
    '        means: null',
  ]) {
    expect(draft.split('\n')).toContain(gap);
  }
});

/** The texts that begin on each line or run through it. */
function linesByPlace(paper: Paper): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const block of blocksOf(paper.parts)) {
    for (const { place } of block.marks) {
      const key = `${place.page} ${place.line}`;
      lines.set(key, [...(lines.get(key) ?? []), block.text]);
    }
  }
  return lines;
}

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
