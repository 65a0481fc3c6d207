import { catalogue } from '../core/message/catalogue.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';

interface LinkOptions {
  readonly json?: true;
}

/** `ladder administrator link`: a new link by which somebody becomes administrator, in the place of one that got lost. */
export function administratorLink({ json }: LinkOptions, operations: Operations, io: Io): Promise<number> {
  return refusedBy(io, async () => {
    const made = await operations.administratorLink(io);
    const lines = json ? [JSON.stringify(made)] : catalogue('en').running.linkMade(made);
    io.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  });
}
