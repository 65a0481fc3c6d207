import { availableParallelism, cpus } from 'node:os';
import { allReached, type BenchRow, benchLine } from './bench-row.ts';
import { benchCalendar } from './calendar.ts';
import { benchCase } from './case.ts';
import { benchCoverage } from './coverage.ts';
import { benchIntake } from './intake.ts';
import { benchNotices } from './notices.ts';
import { benchPages } from './pages.ts';
import { benchPlan } from './plan.ts';
import { benchPublish } from './publish.ts';
import { benchService } from './service.ts';
import { benchStart } from './start.ts';
import { benchTelephone } from './telephone.ts';

/**
 * Every benchmark there is: `npm run bench` runs all, `npm run bench -- calendar` those named. It ends with 1 where a row
 * does not reach what is wanted of it.
 */
const BENCHES: readonly { readonly name: string; readonly run: () => BenchRow[] | Promise<BenchRow[]> }[] = [
  { name: 'calendar', run: benchCalendar },
  { name: 'case', run: benchCase },
  { name: 'plan', run: benchPlan },
  { name: 'publish', run: benchPublish },
  { name: 'coverage', run: benchCoverage },
  { name: 'intake', run: benchIntake },
  { name: 'start', run: benchStart },
  { name: 'service', run: benchService },
  { name: 'notices', run: benchNotices },
  { name: 'telephone', run: benchTelephone },
  { name: 'pages', run: benchPages },
];

const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const isJson = args.includes('--json');
const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores, Node ${process.version}`;

const measured: { readonly name: string; readonly rows: readonly BenchRow[] }[] = [];
for (const bench of BENCHES) {
  if (named.length > 0 && !named.includes(bench.name)) continue;
  measured.push({ name: bench.name, rows: await bench.run() });
}
process.stdout.write(isJson ? `${JSON.stringify({ machine, benches: measured }, null, 2)}\n` : table());
if (!allReached(measured.flatMap(({ rows }) => rows))) process.exitCode = 1;

function table(): string {
  const lines = [machine];
  for (const { name, rows } of measured) {
    const width = Math.max(...rows.map((row) => row.name.length));
    lines.push('', name, ...rows.map((row) => benchLine(row, width)));
  }
  return `${lines.join('\n')}\n`;
}
