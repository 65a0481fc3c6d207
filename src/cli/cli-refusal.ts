import type { CliRefusals } from '../core/message/cli.ts';

export type CliRefusalCode = keyof CliRefusals;

/**
 * A command line that cannot be carried out as typed, or a file that cannot be read: thrown by whoever
 * notices, turned into sentences and an exit code by `main.ts` alone.
 */
export class CliRefusal<C extends CliRefusalCode = CliRefusalCode> extends Error {
  readonly code: C;
  readonly values: CliRefusals[C];

  constructor(code: C, values: CliRefusals[C], cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.values = values;
  }
}
