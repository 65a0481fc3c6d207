import { randomUUID } from 'node:crypto';
import { loadPlan } from '../../src/app/load-plan.ts';
import { TERMINAL } from '../../src/app/ports/contracts.ts';
import { filePlan } from '../../src/app/views/plan/file-plan.ts';
import { asInstant } from '../../src/core/instant.ts';
import { typefaces } from '../../src/http/typefaces.ts';
import { composeDraft } from '../../src/render/mail/compose-draft.ts';
import { paperPdf } from '../../src/render/pdf/paper-pdf.ts';
import { planPaper } from '../../src/render/publication/plan-paper.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { SOUND_FACTS } from '../build/plan.ts';
import { atMost, type BenchRow } from './bench-row.ts';
import { bigPlan, CONTACTS } from './plan.ts';
import { makePlace } from './service/place.ts';

const AT = asInstant(Date.UTC(2026, 10, 21, 0, 30));
const ROUNDS = 3;
const MS_MAX = 2_000;

/**
 * A plan of two thousand contacts, two ways: put in force in a service's database, and made into one paper in one language
 * and its PDF; at most 2 s are allowed for each. `ladder publish` does more than the second: every language, a page, JSON
 * and cards, written to disk by a process of its own.
 */
export async function benchPublish(): Promise<BenchRow[]> {
  return [await putInForce(), await madeIntoPdf()];
}

/**
 * The act itself, as `ladder plan load --agreed` does it: checked, compiled, compared with the revision before, stored with
 * its people and seats, in force, and its letters written, in one transaction that reaches the disk.
 */
async function putInForce(): Promise<BenchRow> {
  const place = await makePlace();
  try {
    const contracts = openContracts(place.store);
    const took: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const text = bigPlan().replace('title: Engineer', `title: Engineer ${round}`);
      const at = await place.store.transaction((tx) => tx.now());
      const letters = { compose: composeDraft, newId: randomUUID };
      const begun = performance.now();
      const loaded = await loadPlan(contracts, {
        ...{ text, agreed: ['ana', 'office'], at, by: TERMINAL, facts: SOUND_FACTS, letters },
      });
      took.push(performance.now() - begun);
      if (!loaded.accepted || loaded.outcome !== 'published')
        throw new Error('the plan of the benchmark is not put in force');
    }
    const [first = 0, ...later] = took;
    const best = Math.min(...later);
    const notes = `${best.toFixed(0)} ms a revision of ${CONTACTS} contacts in the place of another, ${first.toFixed(0)} ms the first, which makes their people`;
    const limits = [atMost('a revision', best, MS_MAX, 'ms'), atMost('the first', first, MS_MAX, 'ms')];
    return { name: 'plans put in force', perSecond: Math.round(10_000 / best) / 10, notes, limits };
  } finally {
    await place.close();
  }
}

async function madeIntoPdf(): Promise<BenchRow> {
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
  return { name: 'plans made into a PDF', perSecond: Math.round(10_000 / best.whole) / 10, notes, limits };
}
