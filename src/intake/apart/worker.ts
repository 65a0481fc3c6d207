import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from '../read-document.ts';
import type { FromWorker } from './read-apart.ts';

/** One document, on a thread of its own. */
const { bytes, comment } = workerData as { readonly bytes: Uint8Array; readonly comment: string };
const say = (message: FromWorker): void => parentPort?.postMessage(message);
say({ answer: await readDocument(bytes, comment, (read) => say({ read })) });
