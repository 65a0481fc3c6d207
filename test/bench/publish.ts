import { filePlan } from '../../src/app/views/plan/file-plan.ts';
import { asInstant } from '../../src/core/instant.ts';
import { typefaces } from '../../src/http/typefaces.ts';
import { paperPdf } from '../../src/render/pdf/paper-pdf.ts';
import { planPaper } from '../../src/render/publication/plan-paper.ts';
import { atMost, type BenchRow } from './bench-row.ts';
import { bigPlan, CONTACTS } from './plan.ts';

const AT = asInstant(Date.UTC(2026, 10, 21, 0, 30));
const ROUNDS = 3;
const MS_MAX = 2_000;

/**
 * A plan of two thousand contacts checked, compiled, and made into one paper in one language and its PDF; at most 2 s are
 * allowed. `ladder publish` does more: every language, a page, JSON and cards, written to disk by a process of its own.
 */
export async function benchPublish(): Promise<BenchRow[]> {
  const text = bigPlan();
  const took: { readonly whole: number; readonly pdf: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    const plan = filePlan({ text, number: 1, at: AT, reader: 'customers', isPublishedElsewhere: true });
    if (!plan.accepted) throw new Error(`the plan of the benchmark is refused: ${plan.refusal.code}`);
    const paper = planPaper({ plan, address: 'https://ladder.example/plans/k-1' }, 'en');
    const papered = performance.now();
    await paperPdf(paper, typefaces(), 'LETTER');
    const now = performance.now();
    took.push({ whole: now - begun, pdf: now - papered });
  }
  const best = took.toSorted((a, b) => a.whole - b.whole)[0] ?? { whole: 0, pdf: 0 };
  const notes =
    `${best.whole.toFixed(0)} ms a plan of ${CONTACTS} contacts, ${best.pdf.toFixed(0)} ms of it its PDF, ` +
    `${took[0]?.whole.toFixed(0)} ms the first`;
  const limits = [atMost('a plan', best.whole, MS_MAX, 'ms')];
  return [{ name: 'plans made into a PDF', perSecond: Math.round(10_000 / best.whole) / 10, notes, limits }];
}
