import { catalogue } from '../core/message/catalogue.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';

interface StartOptions {
  readonly json?: true;
}

/** `ladder start`: runs the installation until somebody stops it, and says in one line where it is. */
export function start({ json }: StartOptions, io: Io, operations: Operations): Promise<number> {
  return refusedBy(io, async () => {
    await operations.start(io, (place) => {
      const line = json ? JSON.stringify(place) : catalogue('en').running.news.ready(place);
      io.stdout.write(`${line}\n`);
    });
    return 0;
  });
}
