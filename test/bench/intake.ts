import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, PageBreak, Paragraph } from 'docx';
import { ROOT } from '../check/source.ts';
import { column, madePdf } from '../intake/made-pdf.ts';
import { atMost, type BenchRow } from './bench-row.ts';

const PAGES = 50;
const LINES = 45;
const LOOK_MS = 10;
const SECONDS_MAX = 3;
const MEGABYTES_MAX = 300;

/** A document of fifty pages by `ladder import`, program start included; under 3 s and 300 MB are wanted. */
export async function benchIntake(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ladder-bench-intake-'));
  try {
    const rows: BenchRow[] = [];
    for (const [name, bytes] of [
      ['pdf', await fiftyPdfPages()],
      ['docx', await fiftyWordPages()],
    ] as const) {
      const file = join(folder, `plan.${name}`);
      writeFileSync(file, bytes);
      rows.push(await imported(file, name));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function imported(file: string, name: string): Promise<BenchRow> {
  const before = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'bin/ladder.js'), 'import', file, '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let most = 0;
  const looking = setInterval(() => {
    most = Math.max(most, peakOf(child.pid));
  }, LOOK_MS);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(looking);
  if (code !== 0) throw new Error(`a document of ${PAGES} pages (${name}) is not imported`);
  const took = performance.now() - before;
  const memory = most === 0 ? '' : `, ${Math.round(most / 1024)} MiB at most`;
  return {
    name: `${name} of ${PAGES} pages`,
    perSecond: Math.round(10_000 / took) / 10,
    notes: `${(took / 1000).toFixed(2)} s${memory}`,
    limits: [
      atMost('a document', took / 1000, SECONDS_MAX, 's'),
      ...(most === 0 ? [] : [atMost('memory', (most * 1024) / 1e6, MEGABYTES_MAX, 'MB')]),
    ],
  };
}

/** The most memory a process has had so far, in KiB; 0 where the system does not say. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

const linesOf = (page: number): readonly string[] => [
  `Kind of trouble ${page}`,
  'The Customer calls level 1. If no satisfaction within 4 hours, the Customer calls level 2.',
  ...Array.from(
    { length: LINES - 2 },
    (_, line) => `Sentence ${line} of page ${page} tells of the building and its rooms.`,
  ),
];
const contacts = [
  'Escalation Plan',
  'Level 1',
  'Name: Help Desk',
  'Office: 916-555-0101',
  'Level 2',
  'Name: Ana Example',
];

const fiftyPdfPages = (): Promise<Uint8Array> =>
  madePdf([
    column(60, 60, contacts),
    ...Array.from({ length: PAGES - 1 }, (_, page) => column(60, 60, linesOf(page))),
  ]);

async function fiftyWordPages(): Promise<Uint8Array> {
  const pages = Array.from({ length: PAGES - 1 }, (_, page) => [
    ...linesOf(page).map((text) => new Paragraph(text)),
    new Paragraph({ children: [new PageBreak()] }),
  ]);
  const children = [...contacts.map((text) => new Paragraph(text)), ...pages.flat()];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}
