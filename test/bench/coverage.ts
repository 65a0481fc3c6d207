import { readFileSync } from 'node:fs';
import { asInstant } from '../../src/core/instant.ts';
import { coverage } from '../../src/core/plan/coverage/coverage.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { rotaRulesOf } from '../../src/core/plan/revision/rota-rules-of.ts';
import { onCall } from '../../src/core/rota/on-call.ts';
import { stretches } from '../../src/core/rota/shifts.ts';
import { atMost, type BenchRow, perSecond, seeded } from './bench-row.ts';

const YEAR_MS = 365 * 86_400_000;
const FROM = asInstant(Date.UTC(2026, 8, 1));
const UNTIL = asInstant(FROM + YEAR_MS);
const INSTANTS = 10_000;
const PROOF_MS_MAX = 1_000;

/** A year of the sample plan of three zones: who is on duty, and the proof that somebody always is, within a second. */
export function benchCoverage(): BenchRow[] {
  const { value: plan } = parse(readFileSync('plans/follow-the-sun.plan.yaml', 'utf8'));
  const rules = rotaRulesOf(plan, 'engineers');
  if (!rules) throw new Error('the sample has no rota of engineers');
  const random = seeded(20_261_128);
  const instants = Array.from({ length: INSTANTS }, () => asInstant(Math.floor(FROM + random() * YEAR_MS)));
  const begin = process.cpuUsage();
  const gaps = coverage(plan, { from: FROM, until: UNTIL }).flatMap((level) => level.gaps).length;
  const used = process.cpuUsage(begin);
  const onceMs = (used.user + used.system) / 1000;
  const cuts = stretches(rules, FROM, UNTIL).length;
  return [
    {
      name: 'a year of follow-the-sun proved, three levels, the first time',
      perSecond: 0,
      notes: `${onceMs.toFixed(0)} ms of processor time, ${cuts} stretches at level 1, ${gaps} gaps`,
      limits: [atMost('a year', onceMs, PROOF_MS_MAX, 'ms')],
    },
    {
      name: 'who is on duty at an instant',
      perSecond: perSecond(instants, (at) => onCall(rules, at)),
      notes: '',
    },
  ];
}
