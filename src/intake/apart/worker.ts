import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from '../read-document.ts';

/** One document, on a thread of its own. */
const { bytes, comment } = workerData as { readonly bytes: Uint8Array; readonly comment: string };
parentPort?.postMessage(await readDocument(bytes, comment));
