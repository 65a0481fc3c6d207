import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/main.ts';
import type { LoadOperations } from '../../src/cli/operations.ts';
import { readText } from '../../src/cli/terminal.ts';

interface Played {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

interface Stage {
  readonly stdin?: string | Buffer;
  readonly cwd?: string;
  readonly env?: Io['env'];
  readonly isTerminal?: boolean;
  /** The installation that the command works in; without one it must not ask for any. */
  readonly load?: LoadOperations;
}

/** The folder of the repository, where the samples are. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What needs an installation is tried on real processes, in `test/service`. */
const noService = (): never => {
  throw new Error('no test in this process opens an installation');
};

/** Runs one command line in this process, on real files, with streams that are read back. */
export async function play(args: readonly string[], stage: Stage = {}): Promise<Played> {
  const { cwd = ROOT, env = {}, isTerminal = false } = stage;
  const stdin = Readable.from([Buffer.from(stage.stdin ?? '')]);
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const out = textOf(stdout);
  const err = textOf(stderr);
  const io: Io = {
    stdin,
    stdout,
    stderr,
    cwd,
    env,
    isTerminal,
    readText: (path) => readText(path, cwd, stdin),
  };
  const exit = await run(args, stage.load ?? noService, io);
  stdout.end();
  stderr.end();
  return { exit, out: await out, err: await err };
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}
