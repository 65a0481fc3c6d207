import { expect, test } from 'vitest';
import { machineNow } from '../../src/clock/machine.ts';
import { type Simulated, simulate } from './simulate.ts';

/** A seed printed by a failure, alone: LADDER_SEED=638 npx vitest run test/simulation/simulation.test.ts */
const SEED = process.env.LADDER_SEED ?? process.env.SEED;
const SEEDS = SEED === undefined ? 120 : 1;
const SEEDS_LONG = 20_000;
const LONG_MS_MAX = 30 * 60_000;

async function simulateAll(
  from: number,
  count: number,
): Promise<{ found: string[]; total: Omit<Simulated, 'problems'>; said: string }> {
  const found: string[] = [];
  const total = { days: 0, events: 0, mails: 0, faults: 0 };
  const begunAt = machineNow();
  for (let seed = from; seed < from + count && found.length === 0; seed++) {
    const one = await simulate(seed);
    for (const what of one.problems) found.push(`LADDER_SEED=${seed}: ${what}`);
    total.days += one.days;
    total.events += one.events;
    total.mails += one.mails;
    total.faults += one.faults;
  }
  const seconds = (machineNow() - begunAt) / 1000;
  return { found, total, said: saidOf(total, seconds) };
}

const saidOf = ({ days, ...others }: Omit<Simulated, 'problems'>, seconds: number): string =>
  `simulated: ${JSON.stringify({ days: Math.round(days), ...others })} in ${seconds.toFixed(1)} s: ${Math.round((60 * days) / seconds)} days a minute\n`;

test('whatever goes wrong between two steps, the record is what the rules make of it and everybody was told', async () => {
  const { found, total, said } = await simulateAll(SEED === undefined ? 1 : Number(SEED), SEEDS);
  expect(found.join('\n')).toBe('');
  if (SEED === undefined) {
    expect(total.days).toBeGreaterThan(200);
    expect(total.faults).toBeGreaterThan(1000);
  }
  process.stderr.write(said);
});

test.runIf(process.env.LADDER_LONG && SEED === undefined)(
  'and so it is on many thousands of days',
  async () => {
    const { found, said } = await simulateAll(SEEDS + 1, SEEDS_LONG);
    expect(found.join('\n')).toBe('');
    process.stderr.write(said);
  },
  LONG_MS_MAX,
);
