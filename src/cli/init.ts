import { catalogue } from '../core/message/catalogue.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';

interface InitOptions {
  readonly json?: true;
}

/** `ladder init`: a real installation, and the token that enters it. */
export function init({ json }: InitOptions, io: Io, operations: Operations): Promise<number> {
  return refusedBy(io, async () => {
    const made = await operations.init(io);
    const lines = json ? [JSON.stringify(made)] : catalogue('en').running.made(made);
    io.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  });
}
