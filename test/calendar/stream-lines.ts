import { Readable, Writable } from 'node:stream';
import { deadline } from '../../src/cli/deadline.ts';
import { seeded } from '../bench/bench-row.ts';

/*
 * Run by `deadline-memory.test.ts` in a process of its own, with `--expose-gc`: answers as many lines as it is told,
 * nearly each with a calendar of its own, and prints what memory it held after the first ten thousand and at the end.
 */

const LINES = Number(process.argv[2]);
const FIRST = 10_000;
const BATCH = 100;
const ZONES = [
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
];
const SPANS = ['4 hours', '1 business day', '90 minutes', '3 days'];

const random = seeded(1);
const some = (count: number): number => Math.floor(random() * count);

function line(): string {
  const from = `0${6 + some(4)}:${String(10 + some(50))}`;
  const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[from, '17:00']]]));
  return JSON.stringify({
    timeZone: ZONES[some(ZONES.length)],
    week,
    holidays: [`20${10 + some(80)}-11-26`, `20${10 + some(80)}-12-25`],
    businessDay: 'same-time',
    from: new Date(some(4_000_000) * 1_000_000).toISOString(),
    span: SPANS[some(SPANS.length)],
  });
}

interface Memory {
  readonly residentMb: number;
  readonly liveMb: number;
}

function memory(): Memory {
  // What is garbage by then depends on how busy the machine is.
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { residentMb: rss / 1e6, liveMb: heapUsed / 1e6 };
}

let sent = 0;
let first: Memory | undefined;
const stdin = new Readable({
  read() {
    if (sent >= FIRST) first ??= memory();
    if (sent >= LINES) {
      this.push(null);
      return;
    }
    sent += BATCH;
    this.push(`${Array.from({ length: BATCH }, line).join('\n')}\n`);
  },
});
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

const io = {
  stdin,
  stdout: nowhere(),
  stderr: nowhere(),
  cwd: '.',
  env: {},
  isTerminal: false,
  readText: () => Promise.resolve(''),
};
await deadline({ stdin: true }, io);
process.stdout.write(`${JSON.stringify({ first, last: memory() })}\n`);
