import type { Readable, Writable } from 'node:stream';

/**
 * The world as a command of the terminal sees it, handed in by `main.ts`, so that a test can play all of it.
 *
 * A command writes answers to `stdout` and everything else to `stderr`, and never touches `process` itself.
 */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether `stdout` is a terminal: only then colours, and never with `NO_COLOR`. */
  readonly isTerminal: boolean;
  /** The text of a file, relative to `cwd`; `-` is standard input. Throws a `CliRefusal` that says why not. */
  readText(path: string): Promise<string>;
}
