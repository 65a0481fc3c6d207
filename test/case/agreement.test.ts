import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { firstDisagreements } from './agreement.ts';
import { randomCase } from './random-case.ts';

/** A seed printed by a failure, alone: LADDER_SEED=638 npx vitest run test/case/agreement.test.ts */
const SEED = process.env.LADDER_SEED;
const CASES = 300;
const CASES_LONG = Number(process.env.LADDER_CASES ?? 100_000);
const THREADS = 2;
const LONG_MS_MAX = 20 * 60_000;

test('the core and the naive model agree on every random case', () => {
  const found = SEED === undefined ? firstDisagreements(1, CASES) : firstDisagreements(Number(SEED), 1);
  expect(found.join('\n\n')).toBe('');
});

test('the random cases hold every kind of event that the rules of the clocks know', () => {
  const types = new Set<string>();
  for (let seed = 1; seed <= CASES; seed++) {
    for (const { reply } of randomCase(seed).told) {
      if (reply.verdict === 'accepted') for (const one of reply.news) types.add(one.type);
    }
  }
  expect([...types].sort()).toEqual(
    [
      'Acknowledged',
      'AutomaticChosen',
      'CaseClosed',
      'CaseOpened',
      'CaseReopened',
      'CustomerAsked',
      'CustomerReminded',
      'DeliveryRecorded',
      'Escalated',
      'FileAttached',
      'HandedOver',
      'LevelContacted',
      'MeansLost',
      'MeansRegained',
      'MovedToRevision',
      'NotSatisfied',
      'NoteAdded',
      'PauseContested',
      'PauseDisputeDecided',
      'PauseRefused',
      'PauseRequested',
      'Paused',
      'PromiseKept',
      'PromiseMissed',
      'PromiseVoid',
      'ReachingEnded',
      'ResolutionProposed',
      'Responded',
      'ResponseConfirmed',
      'Resumed',
      'Satisfied',
      'SatisfactionUndone',
      'StandInEnded',
      'StandInNamed',
      'StatedInstantContested',
      'StatedInstantDecided',
      'StepDeclined',
      'StepFellDue',
      'StepPassed',
      'StepWarned',
      'StepWithdrawn',
      'TrackChanged',
      'TrackProposed',
      'Updated',
      'WatcherAdded',
      'WatcherRemoved',
    ].sort(),
  );
});

test.runIf(process.env.LADDER_LONG && SEED === undefined)(
  'they agree on a hundred thousand random cases',
  async () => {
    const share = CASES_LONG / THREADS;
    const runs = Array.from({ length: THREADS }, (_, thread) => runShare(CASES + 1 + thread * share, share));
    expect((await Promise.all(runs)).flat().join('\n\n')).toBe('');
  },
  LONG_MS_MAX,
);

function runShare(from: number, count: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./agreement-worker.ts', import.meta.url), {
      workerData: { from, count },
    });
    worker.on('error', reject);
    worker.on('message', ({ done, found }: { readonly done: number; readonly found?: readonly string[] }) => {
      process.stderr.write(`cases from seed ${from}: ${done} of ${count}\n`);
      if (found) resolve(found);
    });
  });
}
