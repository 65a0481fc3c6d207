// npm run test:faults [-- --kills 300 --seed 7]: the long form, which prints its result and writes it into the docs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machineNow } from '../../src/clock/machine.ts';
import { formatInstant } from '../../src/core/instant.ts';
import { fullDisk } from './full-disk.ts';
import { type FaultRun, runFaults } from './run-faults.ts';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const kills = Number(values.kills ?? 300);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
const PAGE = join(import.meta.dirname, '../../docs/reliability.md');
const SHOWN_MAX = 100;
const BEGIN = '<!-- test:faults begins -->';
const END = '<!-- test:faults ends -->';

process.stderr.write(`seed ${seed}, ${kills} kills\n`);
const disk = await fullDisk(seed);
process.stderr.write(`full disk: ${disk.said}\n`);
const run = await runFaults(seed, kills, (done) => process.stderr.write(`\r${done} of ${kills} kills `));
const table = tableOf(run, disk.said);
process.stdout.write(`\n${table}\n`);
const problems = [...disk.problems, ...run.problems];
const kinds = Map.groupBy(problems, (problem) => problem.replace(/[0-9a-f-]{6,}|\d+/g, '…'));
for (const [kind, some] of kinds) process.stdout.write(`${some.length} times: ${kind}\n`);
for (const problem of problems.slice(0, SHOWN_MAX)) process.stdout.write(`WRONG: ${problem}\n`);
if (problems.length === 0) write(table);
process.exit(problems.length === 0 ? 0 : 1);

function tableOf(run: FaultRun, disk: string): string {
  const rows: readonly (readonly [string, string | number])[] = [
    ['Day', formatInstant(machineNow()).slice(0, 10)],
    ['Seed', run.seed],
    ['Processes ended by kill -9', run.kills],
    ...Object.entries(run.tally),
    ['Full disk', disk],
    ['Minutes it took', Math.round(run.seconds / 6) / 10],
    ['Cases', run.cases],
    ['Commands accepted', run.accepted],
    ['Commands refused', run.refused],
    ['Commands sent again, their answer lost', run.repeated],
    ['Longest time without an answer', `${(run.silenceMs / 1000).toFixed(1)} s`],
    ['Events in the record', run.events],
    ['Deadlines acted on', run.deadlines],
    ['Mails sent', run.deliveries - run.telephone.texts - run.telephone.calls],
    ['Mails that arrived more than once', run.arrivedTwice],
    ['Texts', run.telephone.texts],
    ['Calls', run.telephone.calls],
    ['Texts that the carrier took more than once', run.telephone.carriedTwice],
    ['Texts and calls of which their case says that they came to nothing', run.telephone.lost],
    ['Answers by a digit or a key', run.telephone.answers],
    ['Answers to the carrier that were lost, so that it asked again', run.answersLost],
    ['Cases in which the model was not sure to the end', run.unsure],
    ['Found wrong by the checker', run.problems.length],
  ];
  return ['| | |', '| --- | ---: |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

function write(table: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}
