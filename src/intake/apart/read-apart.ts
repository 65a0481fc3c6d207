import { Worker } from 'node:worker_threads';
import type { DocumentProblem } from '../../core/message/intake.ts';
import type { Intake, PagesRead } from '../read-document.ts';

/** What one document may cost. One of fifty pages takes a second or two and some 150 MiB. */
const SECONDS_MAX = 30;
const HEAP_MEBIBYTES_MAX = 512;
/** What a thread's buffers take is not of its heap: the growth of the whole process is watched beside it. */
const GROWTH_MEBIBYTES_MAX = 900;
const LOOK_MS = 100;

const TOO_DEAR: { readonly problem: DocumentProblem } = {
  problem: { code: 'document-too-dear', values: {} },
};

/** What the thread says: how far it is, and at last what came of it. */
export type FromWorker = { readonly read: PagesRead } | { readonly answer: Intake };

/**
 * `readDocument` on a thread of its own, with an end to its time and its memory: what takes more is answered as too dear.
 * So whoever waits goes on answering others meanwhile, and a hostile file ends nobody but its thread.
 */
export function readApart(
  bytes: Uint8Array,
  comment: string,
  tell: (read: PagesRead) => void = () => undefined,
): Promise<Intake> {
  const own = import.meta.url;
  const worker = new Worker(new URL(own.endsWith('.ts') ? './worker.ts' : './worker.js', own), {
    workerData: { bytes, comment },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEBIBYTES_MAX },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const before = process.memoryUsage.rss();
  return new Promise<Intake>((resolve, reject) => {
    const looking = setInterval(() => {
      const grown = (process.memoryUsage.rss() - before) / 1024 / 1024;
      if (grown > GROWTH_MEBIBYTES_MAX) end(() => resolve(TOO_DEAR));
    }, LOOK_MS);
    const late = setTimeout(() => end(() => resolve(TOO_DEAR)), SECONDS_MAX * 1000);
    const end = (answer: () => void): void => {
      clearInterval(looking);
      clearTimeout(late);
      void worker.terminate();
      answer();
    };
    worker.on('message', (message: FromWorker) => {
      if ('read' in message) tell(message.read);
      else end(() => resolve(message.answer));
    });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(() => (isTooDear(error) ? resolve(TOO_DEAR) : reject(error))),
    );
    worker.once('exit', () =>
      end(() => reject(new Error('the thread that read a document ended without an answer'))),
    );
  });
}

/** Heap and stack used up: the file's doing. */
const isTooDear = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError || error.name === 'RangeError';
