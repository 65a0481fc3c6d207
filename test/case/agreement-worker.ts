import { parentPort, workerData } from 'node:worker_threads';
import { firstDisagreements } from './agreement.ts';

/** One share of the long run, on a thread of its own. */
const { from, count } = workerData as { readonly from: number; readonly count: number };
const found = firstDisagreements(from, count, (done) => parentPort?.postMessage({ done }));
parentPort?.postMessage({ done: count, found });
