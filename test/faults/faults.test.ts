import { expect, test } from 'vitest';
import { runFaults } from './run-faults.ts';

/** The short form; the long one is `npm run test:faults`. A seed printed by a failure: LADDER_SEED=7 npx vitest run … */
const KILLS = 4;
const SHORT_MS_MAX = 120_000;

test(
  'nodes and databases are killed, and nothing accepted is lost, nothing decided twice, and everybody is told',
  async () => {
    const seed = Number(process.env.LADDER_SEED ?? Math.floor(Math.random() * 1e6));
    const { problems, kills } = await runFaults(seed, KILLS);
    expect(problems.slice(0, 10), `LADDER_SEED=${seed}`).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(KILLS);
  },
  SHORT_MS_MAX,
);
