import type { RefusalWords } from '../core/message/cli.ts';
import type { Io } from './io.ts';
import { painter } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';

export const REFUSED = 1;
export const MISUSE = 2;

/** A no of one command, with the sentences for it and the exit code it stands for. */
export class Refused<C extends string = string, V = unknown> extends Error {
  readonly code: C;
  readonly values: V;
  readonly words: RefusalWords;
  readonly exit: number;

  constructor(code: C, values: V, words: RefusalWords, exit: number) {
    super(code);
    this.code = code;
    this.values = values;
    this.words = words;
    this.exit = exit;
  }
}

/** Runs a command; a refusal is said on `stderr` and becomes its exit code. */
export async function refusedBy(io: Io, command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    sayRefusal(io, error.words);
    return error.exit;
  }
}

/** A refusal as a terminal shows it: what is wrong, and below it what to do. */
export function sayRefusal(io: Io, { message, advice }: RefusalWords): void {
  const paint = painter(io.env, io.isTerminal);
  const rest = advice === '' ? '' : `  ${printable(advice)}\n`;
  io.stderr.write(`${paint(['red', 'bold'], 'ladder:')} ${printable(message)}\n${rest}`);
}
