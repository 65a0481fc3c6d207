import { CommanderError } from 'commander';
import { catalogue } from '../core/message/catalogue.ts';
import { failure } from './failure.ts';
import type { Io } from './io.ts';
import type { LoadOperations } from './operations.ts';
import { program } from './program.ts';
import { terminal } from './terminal.ts';
import { ladderVersion } from './version.ts';

/**
 * Runs one command line and answers its exit code: 0 yes, 1 refused, 2 misuse, 3 fault.
 *
 * Nothing is thrown: what a command throws becomes one sentence on standard error. The stack is printed
 * with `LADDER_DEBUG=1` only, for it helps nobody who did not write the code.
 */
export async function run(
  args: readonly string[],
  load: LoadOperations,
  io: Io = realTerminal(),
): Promise<number> {
  const words = catalogue('en').cli;
  let exit = 0;
  const ended = (code: number): void => {
    exit = code;
  };
  try {
    await program(ladderVersion(), { io, words, ended, load }).parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { text, code } = failure(error, words, io);
    io.stderr.write(text);
    return code;
  }
}

/** The process's own terminal; what escapes every `try`, out of a stream's event say, is said there too. */
function realTerminal(): Io {
  const io = terminal();
  process.on('uncaughtException', (error) => {
    const { text, code } = failure(error, catalogue('en').cli, io);
    process.stderr.write(text);
    process.exit(code);
  });
  return io;
}
